"""How a figure stands: its period, its rank, and what it is compared with."""

from components.wording.formats import (
    capitalise,
    decapitalise,
    format_difference,
    format_figure,
    format_missing,
    format_period,
    format_rank,
    format_reading,
)
from data.profile.profile import Entry, KommuneProfile
from data.reading import Reading, Status
from data.registry.indicator import Indicator

EXAMPLE = "eksempel"
COMPUTED = "beregnet"


def describe_standing(entry: Entry) -> str:
    """Period, how the value was made, rank and the country's figure, in one line."""
    period = [format_period(entry.indicator.period, entry.reading.period)] if entry.reading.period else []
    return " · ".join([*period, *_list_standing(entry)])


def describe_standing_without_period(entry: Entry) -> str:
    """The same without the period, for a figure of a group that has one period."""
    return " · ".join(_list_standing(entry))


def _list_standing(entry: Entry) -> list[str]:
    parts = [COMPUTED] if entry.reading.status is Status.BEREGNET else []
    parts += [format_rank(entry.rank)] if entry.rank else []
    return parts + (
        [f"landet {write_number(entry.national, entry.indicator)}"] if entry.national and entry.national.value is not None else []
    )


def write_number(reading: Reading, indicator: Indicator) -> str:
    """The number without its unit, which stands at the figure itself."""
    if reading.value is None:
        return format_missing(reading).lower()
    return format_figure(reading.value, indicator) + (f" ({EXAMPLE})" if reading.is_example else "")


def compare_to_reference(entry: Entry, profile: KommuneProfile) -> str:
    """The value against another indicator's: rent against private rentals. Empty where there is nothing to hold up."""
    if not entry.indicator.against or entry.reading.value is None:
        return ""
    other = profile[entry.indicator.against]
    words = entry.indicator.against_words
    if other.reading.value is None:
        return f"{capitalise(words)}: {format_missing(other.reading).lower()}"
    difference = format_difference(entry.reading.value, other.reading.value, entry.indicator)
    return f"{difference} {words} ({write_number(other.reading, other.indicator)}); ikke opgjort på samme måde"


def describe_standing_in_full(entry: Entry) -> str:
    """Period, rank, the country's and the region's figure, in one line."""
    indicator = entry.indicator
    parts = [format_period(indicator.period, entry.reading.period)]
    if entry.rank:
        parts.append(format_rank(entry.rank))
    if entry.national:
        parts.append(f"hele landet {format_reading(entry.national, indicator)}")
    if entry.region:
        parts.append(f"regionen {format_reading(entry.region, indicator)}")
    return " · ".join(parts)


def describe_remark(reading: Reading) -> str:
    """Why there is no value, or what the source or the calculation says of it."""
    return f"{format_missing(reading)}. {reading.note}".strip() if reading.value is None else reading.note


def describe_area_method(entry: Entry) -> str:
    """How the figure that the kommune is held up against was made, if it was made here."""
    if entry.national and entry.national.status is Status.BEREGNET:
        return f"Hele landet og regionen: {decapitalise(entry.national.note)}"
    if entry.region and entry.region.status is Status.BEREGNET:
        return f"Regionen: {decapitalise(entry.region.note)}"
    return ""


def describe_rank(entry: Entry) -> str:
    """Rank, or that the value was computed; empty where there is neither."""
    if entry.rank:
        return format_rank(entry.rank)
    return COMPUTED if entry.reading.status is Status.BEREGNET else ""


def name_as_heading(profile: KommuneProfile) -> str:
    """The place's name as a heading has it."""
    return capitalise(profile.place.full_name)
