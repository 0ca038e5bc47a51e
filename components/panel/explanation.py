"""Source and definition of a figure: what stands one tap away from it."""

from collections.abc import Iterator

from dash import html
from dash.development.base_component import Component

from components.wording.formats import (
    SPACE,
    format_date,
    format_missing,
    format_number,
    format_period,
    format_rank,
    format_reading,
    format_value,
)
from data.profile.profile import Alternative, Entry
from data.reading import Reading, Status
from data.registry.indicator import Indicator
from data.registry.registry import Registry
from data.registry.source import Source


def explain(entry: Entry, registry: Registry) -> list[Component]:
    """Paragraphs: definition, period and standing, source, other sources, limits."""
    return [html.P(text) if isinstance(text, str) else text for text in _paragraphs(entry, registry)]


def _paragraphs(entry: Entry, registry: Registry) -> Iterator[str | Component]:
    indicator, reading = entry.indicator, entry.reading
    yield f"{indicator.definition} Nævner: {indicator.denominator}."
    yield describe_standing(entry)
    if remark := remark_on(reading):
        yield remark
    yield cite(registry.sources[reading.source])
    yield from (describe_alternative(other, indicator, registry) for other in entry.alternatives)
    yield from (text for text in (_national_note(entry), indicator.note, indicator.gap_note, indicator.against_note) if text)


def describe_standing(entry: Entry) -> str:
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


def explain_second(entry: Entry, name: str, registry: Registry) -> list[Component]:
    """What differs for the second of two places: standing, remark and source of its own figure."""
    standing = f"{name}: {describe_standing(entry)}. {remark_on(entry.reading)}".strip()
    return [html.P(standing), cite(registry.sources[entry.reading.source])]


def remark_on(reading: Reading) -> str:
    """Why there is no value, or what the source or the calculation says of it."""
    return f"{format_missing(reading)}. {reading.note}".strip() if reading.value is None else reading.note


def _national_note(entry: Entry) -> str:
    """How the figure that the kommune is held up against was made, if it was made here."""
    if entry.national and entry.national.status is Status.BEREGNET:
        return f"Hele landet og regionen: {entry.national.note[0].lower()}{entry.national.note[1:]}"
    if entry.region and entry.region.status is Status.BEREGNET:
        return f"Regionen: {entry.region.note[0].lower()}{entry.region.note[1:]}"
    return ""


def cite(source: Source) -> Component:
    """A line that names publisher and table, links to it, and says when it was read."""
    name = f"{source.publisher}, {source.title}"
    return html.P(["Kilde: ", html.A(name, href=source.link), f"{describe_dates(source)}."])


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


def fold_out(entry: Entry, registry: Registry) -> Component:
    """The explanation behind a summary that opens it; works without a script."""
    return html.Details([html.Summary("Kilde og definition"), *explain(entry, registry)], className="kilde")
