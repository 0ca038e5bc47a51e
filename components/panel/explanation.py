"""Source and definition of a figure, which fold out below it."""

from collections.abc import Iterator

from components.address.view import link
from components.markup import html
from components.markup.attribute import aria
from components.markup.html import Element
from components.wording.source import describe_alternative, describe_dates, name_source
from components.wording.spoken.links import name_map_link, name_source_link
from components.wording.standing import (
    PROVISIONAL_NOTE,
    describe_area_method,
    describe_definition,
    describe_remark,
    describe_series,
    describe_standing_in_full,
)
from data.profile.figures import Figures
from data.profile.profile import Entry
from data.registry.registry import Registry
from data.registry.source import Source


def explain(entry: Entry, registry: Registry) -> list[Element]:
    """Paragraphs: definition, period and rank, the source's remark, all years, source, other sources, known limits."""
    return [html.P(text) if isinstance(text, str) else text for text in _paragraphs(entry, registry)]


def _paragraphs(entry: Entry, registry: Registry) -> Iterator[str | Element]:
    indicator, reading = entry.indicator, entry.reading
    yield describe_definition(indicator)
    yield describe_standing_in_full(entry)
    if remark := describe_remark(reading):
        yield remark
    if entry.is_provisional:
        yield PROVISIONAL_NOTE
    if series := describe_series(entry):
        yield series
    yield cite(registry.sources[reading.source])
    yield from (describe_alternative(other, indicator, registry) for other in entry.alternatives)
    yield from (text for text in (describe_area_method(entry), indicator.note, indicator.gap_note, indicator.against_note) if text)


def explain_second(entry: Entry, name: str, registry: Registry) -> list[Element]:
    """What is different for the second of two places: its rank, remark and source; the definition stands with the first.

    Args:
        entry: the second place's figure.
        name: of the second place.
        registry: for the sources.
    """
    standing = f"{name}: {describe_standing_in_full(entry).removesuffix('.')}. {describe_remark(entry.reading)}".strip()
    return [html.P(standing), cite(registry.sources[entry.reading.source])]


def cite(source: Source) -> Element:
    """A line "Kilde: Danmarks Statistik, BOL101, hentet i september 2026." with a link to the table."""
    return html.P(["Kilde: ", html.A(name_source(source), href=source.link), f"{describe_dates(source)}."])


def build_explanation(entry: Entry, figures: Figures) -> Element:
    """The explanation as ``details``, which fold out without a script; with a link that shows the figure on the map, where it can be."""
    said = [*explain(entry, figures.registry), *build_map_link(entry, figures)]
    return html.Details([html.Summary("Kilde", **aria(label=name_source_link(entry.indicator))), *said], className="kilde")


def build_map_link(entry: Entry, figures: Figures) -> list[Element]:
    """A link that shows the indicator of all kommuner on the map; nothing where too few have it."""
    if entry.indicator not in figures.mappable:
        return []
    named = aria(label=name_map_link(entry.indicator))
    return [html.P(html.A("Vis på kortet", href=link(tal=entry.indicator.key), className="vis-paa-kort", **named))]
