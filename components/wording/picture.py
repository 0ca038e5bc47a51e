"""Small drawings in words, for those who do not see them."""

from collections.abc import Iterable, Mapping, Sequence

from components.wording.formats import format_figure, format_number, format_value, name_briefly, name_figure
from components.wording.part import describe_whole, format_part
from data.place import Place
from data.profile.profile import Entry, KommuneProfile
from data.registry.indicator import Indicator
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
