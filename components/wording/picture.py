"""Small drawings in words, for those who do not see them, and the words of a map's legend."""

from collections.abc import Iterable, Mapping, Sequence

from components.wording.formats import format_figure, format_missing, format_number, format_value, name_briefly, name_figure, round_half_up
from components.wording.part import describe_whole, format_part
from data.place import Place
from data.profile.profile import Entry, KommuneProfile
from data.reading import Reading, Reason
from data.registry.indicator import Indicator
from data.registry.kind import Unit
from data.registry.panel import Group
from data.sentence import capitalise, decapitalise


def describe_things(entry: Entry) -> str:
    """A share as so many of a hundred: "14 af 100 lejemål i almene familieboliger"."""
    return f"{format_number(entry.reading.value or 0, 0)} af 100 {entry.indicator.denominator}"


def describe_one_in(entry: Entry, one_in: int) -> str:
    """A share as one of so many: "Omkring 1 af 6: indbyggere, der bor i en almen bolig"."""
    return f"Omkring 1 af {one_in}: {decapitalise(entry.indicator.label)}"


def describe_columns(indicator: Indicator, series: Sequence[tuple[str, float | None]]) -> str:
    """Periods with their values: "Fuldførte boliger (alle bygherrer): 152 i 2021, 154 i 2022, ikke offentliggjort i 2023"."""
    told = [f"{'ikke offentliggjort' if value is None else format_figure(value, indicator)} i {period}" for period, value in series]
    return f"{name_briefly(indicator)}: {', '.join(told)}"


def describe_parts(group: Group, profile: KommuneProfile) -> str:
    """A whole and its parts: "2025 · 4.004 almene boliger i alt: Familieboliger 3.372 (84 pct.), Ældreboliger 602 (15 pct.)"."""
    known = [entry for entry in profile.in_group(group) if entry.reading.value is not None]
    parts = [f"{entry.indicator.short} {format_part(entry, group)}" for entry in known]
    return capitalise(f"{describe_whole(group, profile)}: {', '.join(parts)}")


def describe_mark(name: str, value: float, indicator: Indicator) -> str:
    """A place and its value: "Kalundborg: 15,7 pct."."""
    return f"{name}: {format_value(value, indicator)}"


def describe_distribution(
    indicator: Indicator, values: Mapping[str, float], middle: tuple[float, float], places: Mapping[str, Place]
) -> str:  # fmt: skip
    """From where to where the kommuner go, and where half of them lie.

    "98 kommuner: fra 3,4 (Samsø) til 54,5 pct. (Brøndby); halvdelen ligger mellem 11,1 og 20,7 pct."

    Args:
        indicator: what is spread.
        values: by kommunekode, lowest first.
        middle: the values between which half of them lie.
        places: all places by code.
    """
    lowest, highest = next(iter(values)), next(reversed(list(values)))
    start = f"{format_figure(values[lowest], indicator)} ({places[lowest].name})"
    end = f"{format_value(values[highest], indicator)} ({places[highest].name})"
    middle_half = f"{format_figure(middle[0], indicator)} og {format_value(middle[1], indicator)}"
    return f"{len(values)} kommuner: fra {start} til {end}; halvdelen ligger mellem {middle_half}"


def describe_swarm(marked: Iterable[tuple[str, float]], spread: str, indicator: Indicator) -> str:
    """The kommuner on a scale, a sentence for each: "Kalundborg: 15,7 pct. Hele landet: 19,4 pct. 98 kommuner: fra 3,4 (Samsø) …".

    Args:
        marked: names and values of the places that are marked.
        spread: how the kommuner are spread, as ``describe_distribution`` tells it.
        indicator: what is spread.
    """
    told = [*(describe_mark(name, value, indicator) for name, value in marked), spread]
    return " ".join(f"{sentence.removesuffix('.')}." for sentence in told)


def describe_printed_swarm(marked: Iterable[tuple[str, float]], spread: str, indicator: Indicator) -> str:
    """The same in one sentence with the figure's name: "Almene boligers andel …: Kalundborg 15,7 pct.; Hele landet 19,4 pct.; …"."""
    told = [*(f"{name} {format_value(value, indicator)}" for name, value in marked), spread]
    return f"{name_figure(indicator)}: {'; '.join(told)}".removesuffix(".") + "."


def name_classes(limits: Sequence[float], indicator: Indicator) -> list[str]:
    """The words of a map's legend for each class; a class ends one printed step below the next one's limit. A class of zeros is "0,0".

    >>> from data.registry.registry import Registry
    >>> name_classes((13.4, 21.0), Registry.load().main), name_classes((0.1, 21.0), Registry.load().main)
    (['under 13,4', '13,4-20,9', '21,0 og derover'], ['0,0', '0,1-20,9', '21,0 og derover'])

    Args:
        limits: the lowest values of the second and later classes, rising.
        indicator: what is classed.
    """
    step = 10**-indicator.decimals
    starts = [format_figure(limit, indicator) for limit in limits]
    ends = [format_figure(limit - step, indicator) for limit in limits]
    if not starts:
        return ["alle"]
    middle = [start if start == end else f"{start}-{end}" for start, end in zip(starts, ends[1:], strict=False)]
    is_zero = round_half_up(limits[0], indicator.decimals) == step  # figures are never negative: nothing else is below
    return [ends[0] if is_zero else f"under {starts[0]}", *middle, f"{starts[-1]} og derover"]


def describe_missing(missing: Sequence[Reading], of: int) -> str:
    """The legend's last row, how many figures are missing and why: "intet tal for 3 af 98: udeladt i kilden af hensyn til fortrolighed".

    That a figure is not here yet is said once, below all figures, and not here again.
    """
    stated = [reading for reading in missing if reading.reason is not Reason.IKKE_INDLAEST]
    reasons = ", ".join(sorted({format_missing(reading).lower() for reading in stated}))
    return f"intet tal for {len(missing)} af {of}" + (f": {reasons}" if reasons else "")


def describe_unit(indicator: Indicator) -> str:
    """The unit of a legend's numbers: "Pct. af alle boliger", "Antal boliger", "Tal i kr. pr. m² om året"."""
    if indicator.unit is Unit.PERCENT:
        return f"Pct. af {indicator.denominator}"
    if indicator.unit is Unit.PER_THOUSAND:
        return capitalise(indicator.unit)
    return f"Antal {indicator.unit}" if indicator.is_count and indicator.unit is not Unit.MILLION_KRONER else f"Tal i {indicator.unit}"
