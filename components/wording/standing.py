"""What stands beside a figure: its period, its rank, and the figures that it is compared with.

The examples are Kalundborg's almene share.
"""

from typing import TypeGuard

from components.wording.formats import (
    format_difference,
    format_figure,
    format_missing,
    format_period,
    format_rank,
    format_reading,
    mark_example,
)
from data.profile.profile import Entry, KommuneProfile
from data.reading import Reading, Reason, Status
from data.registry.indicator import Indicator
from data.sentence import capitalise, decapitalise

ALIKE = 0.005  # rents that differ by less are nearly the same
RECKONED_APART = "de to er opgjort på hver sin måde"
COMPUTED = "beregnet"
PROVISIONAL = "foreløbigt tal"
PROVISIONAL_NOTE = "Foreløbigt tal: kilden kalder tallene for det seneste halvandet år meget usikre, og de bliver som regel sat op."


def describe_standing(entry: Entry) -> str:
    """One line: period, that the value was computed, rank, the country's figure.

    "1. januar 2026 · midt i feltet, nr. 49 af 98 · landet 19,4"
    """
    period = [format_period(entry.indicator.period, entry.reading.period)] if entry.reading.period else []
    return " · ".join([*period, *_list_standing(entry)])


def describe_period_and_country(entry: Entry) -> str:
    """The line without the rank, for where that follows: "1. januar 2026 · landet 19,4"."""
    period = [format_period(entry.indicator.period, entry.reading.period)] if entry.reading.period else []
    return " · ".join([*period, *_list_status(entry), *_list_country(entry)])


def _list_standing(entry: Entry) -> list[str]:
    parts = _list_status(entry)
    parts += [format_rank(entry.rank)] if entry.rank else []
    return parts + _list_country(entry)


def _list_country(entry: Entry) -> list[str]:
    known = entry.national and entry.national.value is not None
    return [f"landet {format_without_unit(entry.national, entry.indicator)}"] if entry.national and known else []


def _list_status(entry: Entry) -> list[str]:
    """That a figure is computed here, or that its source calls it too uncertain yet."""
    computed = [COMPUTED] if entry.reading.status is Status.BEREGNET else []
    provisional = [PROVISIONAL] if entry.is_provisional and entry.reading.value is not None else []
    return [*computed, *provisional]


def format_without_unit(reading: Reading, indicator: Indicator) -> str:
    """The number without its unit, or why there is none: "19,4", "19,4 (eksempel)", "ikke offentliggjort"."""
    if reading.value is None:
        return format_missing(reading).lower()
    return format_figure(reading.value, indicator) + mark_example(reading.is_example)


def is_alike(value: float, other: float) -> bool:
    """Whether two rents differ by so little that it is no difference: by less than half a per cent of the second.

    >>> is_alike(877, 881), is_alike(877, 882)
    (True, False)
    """
    return abs(value / other - 1) < ALIKE


def compare_to_reference(entry: Entry, profile: KommuneProfile) -> str:
    """The value compared with another indicator of the same place, as the registry's ``against`` names it: rent and private rent.

    "10 pct. lavere end den private husleje (1.008); de to er opgjort på hver sin måde". Empty where the value is missing or there is no
    such indicator.
    """
    if not entry.indicator.against or entry.reading.value is None:
        return ""
    other = profile[entry.indicator.against]
    words = entry.indicator.against_words
    if other.reading.value is None:
        return f"{capitalise(words)}: {format_missing(other.reading).lower()}"
    if is_alike(entry.reading.value, other.reading.value):
        said = "omtrent den samme som"
    else:
        said = f"{format_difference(entry.reading.value, other.reading.value, entry.indicator)} end"
    return f"{said} {words} ({format_without_unit(other.reading, other.indicator)}); {RECKONED_APART}"


def describe_standing_in_full(entry: Entry) -> str:
    """One line: period, the figure in plain words if it has any, rank, the country's and the region's figure with their units.

    "1. januar 2026 · midt i feltet, nr. 49 af 98 · hele landet 19,4 pct. · regionen 17,5 pct."
    """
    indicator = entry.indicator
    parts = [format_period(indicator.period, entry.reading.period)]
    parts += [PROVISIONAL] if entry.is_provisional else []
    parts += [say_plainly(entry)] if say_plainly(entry) else []
    if entry.rank:
        parts.append(format_rank(entry.rank))
    if has_come(entry.national):
        parts.append(f"hele landet {format_reading(entry.national, indicator)}")
    if has_come(entry.region):
        parts.append(f"regionen {format_reading(entry.region, indicator)}")
    return " · ".join(parts)


def say_plainly(entry: Entry) -> str:
    """A figure that is easily misread, as one would say it: "omkring 14 fraflytninger pr. 100 lejemål om året"; empty for all others.

    14 pct. are no households in a hundred: a dwelling may be moved out of twice a year.
    """
    if entry.reading.value is None:
        return ""
    return entry.indicator.plainly.format(tal=format_figure(entry.reading.value, entry.indicator))


def has_come(reading: Reading | None) -> TypeGuard[Reading]:
    """Whether there is a figure, or its source's reason for none: that it is not here yet is said once for all figures, not at each."""
    return reading is not None and (reading.value is not None or reading.reason is not Reason.IKKE_INDLAEST)


def describe_remark(reading: Reading) -> str:
    """The note of a source or calculation, after the reason where the value is missing: "Ikke offentliggjort. Vises som diagram."."""
    return f"{format_missing(reading)}. {reading.note}".strip() if reading.value is None else reading.note


def describe_area_method(entry: Entry) -> str:
    """How the country's or the region's figure was computed; empty where a source publishes both.

    "Tallet for regionen er beregnet: kommunernes andele vægtet med antal husstande."
    """
    if entry.national and entry.national.status is Status.BEREGNET:
        return f"Tallene for hele landet og regionen er {decapitalise(entry.national.note)}"
    if entry.region and entry.region.status is Status.BEREGNET:
        return f"Tallet for regionen er {decapitalise(entry.region.note)}"
    return ""


def describe_rank(entry: Entry) -> str:
    """The rank; else "beregnet" for a computed value, which regions and the country have, or "foreløbigt tal"; empty for none of them."""
    return format_rank(entry.rank) if entry.rank else ", ".join(_list_status(entry))


def name_as_heading(profile: KommuneProfile) -> str:
    """The place's full name to begin a heading: "Kalundborg Kommune", "Hele landet"."""
    return capitalise(profile.place.full_name)


def describe_definition(indicator: Indicator) -> str:
    """What is counted, and what is divided by where something is."""
    of = "" if indicator.denominator.startswith("ingen") else f" Nævner: {indicator.denominator}."
    return f"{indicator.definition}{of}"


def describe_series(entry: Entry) -> str:
    """The figure of every period in a line, oldest first; empty for fewer than two.

    "Alle perioder, boliger: 2021: 152 · 2022: 154 · 2023: 156"
    """
    known = [(period, value) for period, value in entry.series if value is not None]
    if len(known) < 2:
        return ""
    told = [f"{period}: {format_figure(value, entry.indicator)}" for period, value in known]
    return f"Alle perioder, {entry.indicator.unit}: {' · '.join(told)}"
