"""Sources in words."""

from components.wording.formats import SPACE, format_date, format_missing, format_number, format_period, format_value
from data.profile.profile import Alternative, Entry
from data.reading import Reading
from data.registry.indicator import Indicator
from data.registry.registry import Registry
from data.registry.source import Source


def describe_dates(source: Source) -> str:
    """When the publisher updated the table, where that is known, and when it was read here."""
    updated = f", opdateret {format_date(source.updated)}" if source.updated else ""
    read = f", læst {format_date(source.read)}" if source.read else ""
    return updated + read


def describe_alternative(other: Alternative, indicator: Indicator, registry: Registry) -> str:
    """What another source says of the same, and how far the two are apart."""
    source = registry.sources[other.reading.source].publisher
    period = format_period(indicator.period, other.reading.period)
    said = _write_as_printed(other.reading, indicator)
    shown = (
        f" Den viste kilde har {format_value(other.shown.value, indicator)} for samme tidspunkt."
        if other.shown and other.shown.value is not None
        else ""
    )
    return f"Også opgjort af {source}: {said} ({period}). {other.reading.note}{shown}"


def _write_as_printed(reading: Reading, indicator: Indicator) -> str:
    """With no more decimals than the source gave: a printed 16 is not 16,0."""
    if reading.value is None:
        return format_missing(reading)
    decimals = 0 if reading.value.is_integer() else indicator.decimals
    return f"{format_number(reading.value, decimals)}{SPACE}{indicator.unit}"


def cite_briefly(entry: Entry, registry: Registry) -> str:
    """Publisher, the table's name without its description, and when it was read."""
    source = registry.sources[entry.reading.source]
    return f"{source.publisher}, {source.title.partition(':')[0]}{describe_dates(source)}"
