"""Sources in words."""

from components.wording.formats import SPACE, format_date, format_missing, format_number, format_period, format_value
from data.profile.profile import Alternative
from data.reading import Reading
from data.registry.indicator import Indicator
from data.registry.registry import Registry
from data.registry.source import Source
from geodata.borders import Borders


def describe_dates(source: Source) -> str:
    """When the publisher updated the table and when it was read, to follow its name: ", opdateret 8. april 2026, hentet i september 2026".

    What is not known is left out; empty where neither is.
    """
    updated = f", opdateret {format_date(source.updated)}" if source.updated else ""
    in_month = "" if source.read.count("-") > 1 else "i "
    read = f", hentet {in_month}{format_date(source.read)}" if source.read else ""
    return updated + read


def describe_alternative(other: Alternative, indicator: Indicator, registry: Registry) -> str:
    """What another source says of the same figure, and what the shown source said of that period.

    "Også opgjort af BL - Danmarks Almene Boliger: 16 pct. (1. januar 2025). Afrundet i kilden. Den viste kilde har 15,9 pct. for
    samme tidspunkt."
    """
    source = registry.sources[other.reading.source].publisher
    period = format_period(indicator.period, other.reading.period)
    value = _write_as_printed(other.reading, indicator)
    shown = (
        f" Den viste kilde har {format_value(other.shown.value, indicator)} for samme tidspunkt."
        if other.shown and other.shown.value is not None
        else ""
    )
    return f"Også opgjort af {source}: {value} ({period}). {other.reading.note}{shown}"


def _write_as_printed(reading: Reading, indicator: Indicator) -> str:
    """With no more decimals than the source gave: a printed 16 must not become 16,0."""
    if reading.value is None:
        return format_missing(reading)
    decimals = 0 if reading.value.is_integer() else indicator.decimals
    return f"{format_number(reading.value, decimals)}{SPACE}{indicator.unit}"


def name_source(source: Source) -> str:
    """Publisher and the table's name without its description, which stands in Kilder og metode: "Danmarks Statistik, BOL101"."""
    return f"{source.publisher}, {source.title.partition(':')[0]}"


def warn_of_examples(examples: int, of: int) -> str:
    """How many figures are made up, before the line that names their source: "97 af 98 tal er eksempler, …"; empty where none is."""
    return f"{examples} af {of} tal er eksempler, ikke virkelige tal. " if examples else ""


def lead_to_source(examples: int) -> str:
    """What stands before the source's name; it gave none of the examples."""
    return "Kilde til de virkelige tal: " if examples else "Kilde: "


def cite_borders(borders: Borders) -> str:
    """Whose the borders on a map are, and of when: "Kort: …, 2014."."""
    return f"Kort: {borders.provenance['licence']}, {borders.provenance['source_date']}."
