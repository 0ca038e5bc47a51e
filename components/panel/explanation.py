"""Source and definition of a figure: what stands one tap away from it."""

from collections.abc import Iterator

from dash import html
from dash.development.base_component import Component

from components.wording.source import describe_alternative, describe_dates
from components.wording.standing import describe_area_method, describe_remark, describe_standing_in_full
from data.profile.profile import Entry
from data.registry.registry import Registry
from data.registry.source import Source


def explain(entry: Entry, registry: Registry) -> list[Component]:
    """Paragraphs: definition, period and standing, source, other sources, limits."""
    return [html.P(text) if isinstance(text, str) else text for text in _paragraphs(entry, registry)]


def _paragraphs(entry: Entry, registry: Registry) -> Iterator[str | Component]:
    indicator, reading = entry.indicator, entry.reading
    yield f"{indicator.definition} Nævner: {indicator.denominator}."
    yield describe_standing_in_full(entry)
    if remark := describe_remark(reading):
        yield remark
    yield cite(registry.sources[reading.source])
    yield from (describe_alternative(other, indicator, registry) for other in entry.alternatives)
    yield from (text for text in (describe_area_method(entry), indicator.note, indicator.gap_note, indicator.against_note) if text)


def explain_second(entry: Entry, name: str, registry: Registry) -> list[Component]:
    """What differs for the second of two places: standing, remark and source of its own figure."""
    standing = f"{name}: {describe_standing_in_full(entry)}. {describe_remark(entry.reading)}".strip()
    return [html.P(standing), cite(registry.sources[entry.reading.source])]


def cite(source: Source) -> Component:
    """A line that names publisher and table, links to it, and says when it was read."""
    name = f"{source.publisher}, {source.title}"
    return html.P(["Kilde: ", html.A(name, href=source.link), f"{describe_dates(source)}."])


def build_explanation(entry: Entry, registry: Registry) -> Component:
    """The explanation behind a summary that opens it; works without a script."""
    return html.Details([html.Summary("Kilde og definition"), *explain(entry, registry)], className="kilde")
