"""The page "Kilder og metode": every figure's definition, source and limits, made from the registry. Needs no script."""

from typing import Any

from components.address import pages
from components.address.edition import edition_query
from components.address.file_name import name_file
from components.address.open_data import API, EVERYTHING, FILE_FORMATS
from components.address.site import Site
from components.atlas import Atlas
from components.markup import html
from components.markup.attribute import aria
from components.markup.head import Head
from components.markup.html import Element
from components.markup.links import write_view_links
from components.open_data.document import DOCUMENTS
from components.screen.plain_page import write_plain_page
from components.wording import texts
from components.wording.coverage import list_alike_by
from components.wording.edition import describe_edition
from components.wording.formats import format_date, format_period, name_figure
from components.wording.organisation import HEADING
from components.wording.source import describe_dates
from data.profile.archive import Archive
from data.profile.figures import Figures
from data.registry.indicator import Indicator
from data.registry.kind import Rule
from data.registry.panel import Panel
from data.registry.registry import Registry
from data.registry.source import Source

EDITIONS, OPEN_DATA, METHOD = "Udgaver", "Åbne data", "Kort og sammenligning"


def build_source_page(figures: Figures, atlas: Atlas, site: Site, notice: str = "") -> str:
    """The whole page as HTML, for an edition; ``notice`` says which parameters of the address were ignored."""
    head = Head(
        f"{texts.SOURCE_PAGE_TITLE} - {texts.TITLE}",
        texts.SOURCE_PAGE_DESCRIPTION,
        address=pages.SOURCE_PAGE,
        preview=pages.COUNTRY_PREVIEW,
    )
    body = html.Div(_build_main(figures, atlas), className="metode")
    return write_plain_page(head, [body], site, write_view_links(site), figures=figures, notice=notice)


def _build_main(figures: Figures, atlas: Atlas) -> list[Element | str]:
    registry = figures.registry
    banner = [html.P(texts.BANNER, className="banner", role="note")] if figures.with_examples else []
    panels = [
        html.Section([html.H2(panel.title), *_build_panel(panel, figures)], id=f"gruppe-{panel.key}", className="metode-panel")
        for panel in registry.panels.values()
    ]
    return [
        html.H1(texts.SOURCE_PAGE_TITLE),
        *banner,
        _build_contents(registry),
        html.P([f"{describe_edition(figures)}. ", texts.HOW_COMPUTED, " ", texts.HOW_MISSING]),
        *panels,
        _build_method(atlas, registry),
        _build_editions(atlas.archive),
        _build_files(figures),
    ]


def _build_panel(panel: Panel, figures: Figures) -> list[Element]:
    """The indicators of a panel; those that the edition has no figure of are folded away, below."""
    indicators = [one for one in figures.registry.indicators.values() if figures.registry.panel_of(one) == panel]
    here = [_build_indicator(one, figures) for one in indicators if figures.period(one)]
    waiting = [_build_indicator(one, figures) for one in indicators if not figures.period(one)]
    if not waiting:
        return here
    count = f"{len(waiting)} tal er endnu ikke hentet" if len(waiting) > 1 else "Et tal er endnu ikke hentet"
    return [*here, html.Details([html.Summary(f"{count}: se definitioner"), *waiting], className="kilde")]


def _build_contents(registry: Registry) -> Element:
    """Ways down the page, which is long on a phone."""
    parts = {f"gruppe-{panel.key}": panel.title for panel in registry.panels.values()} | {
        "kort-og-sammenligning": METHOD,
        "udgaver": EDITIONS,
        "aabne-data": OPEN_DATA,
    }
    links = [html.Li(html.A(title, href=f"#{part}")) for part, title in parts.items()]
    return html.Nav(html.Ul(links, className="metode-indhold"), **aria(label="På siden"))


def _build_indicator(indicator: Indicator, figures: Figures) -> Element:
    """A heading and the answers to what a reader may ask of a figure."""
    rows: list[tuple[str, Any]] = [
        ("Definition", indicator.definition),
        ("Handler om", indicator.base),
        ("Nævner", "" if indicator.denominator.startswith("ingen") else indicator.denominator),
        ("Enhed", indicator.unit),
        ("Periode", format_period(indicator.period, figures.period(indicator))),
        ("Dækning", f"{figures.coverage(indicator)} af {len(figures.kommuner)} kommuner{_count_examples(indicator, figures)}"),
        ("Kilde", _build_source(figures.source(indicator))),
        ("Også opgjort af", [_build_source(source) for source in _other_sources(indicator, figures)]),
        ("Region og landet", _describe_area_rule(indicator)),
        ("Kendte grænser", " ".join(part for part in (indicator.note, indicator.gap_note, indicator.against_note) if part)),
    ]
    listed = [part for word, text in rows if text for part in (html.Dt(word), html.Dd(text))]
    return html.Article([html.H3(name_figure(indicator)), html.Dl(listed)], id=indicator.key, className="metode-tal")


def _count_examples(indicator: Indicator, figures: Figures) -> str:
    examples = figures.count_examples(indicator)
    return f", heraf {examples} eksempeltal" if examples else ""


def _build_source(source: Source) -> Element:
    name = f"{source.publisher}, {source.title}"
    answers = f" Ansvarlig: {source.responsible}." if source.responsible else ""
    return html.P([html.A(name, href=source.link), f"{describe_dates(source)}. {source.licence}.{answers}"])


def _other_sources(indicator: Indicator, figures: Figures) -> list[Source]:
    """Those that have a figure in this edition besides the shown one."""
    found = {other.reading.source: None for place in figures.kommuner for other in figures.profile(place.code)[indicator.key].alternatives}
    return [figures.registry.sources[key] for key in found]


def _describe_area_rule(indicator: Indicator) -> str:
    if indicator.rule is Rule.NONE:
        return indicator.method
    return f"Offentliggjort af kilden, hvor den har et tal; ellers beregnet: {indicator.method}."


def _build_method(atlas: Atlas, registry: Registry) -> Element:
    """Whose the borders are, and how the kommuner that a comparison is suggested with are found."""
    borders = atlas.borders.provenance
    return html.Section(
        [
            html.H2(METHOD),
            html.P(texts.BORDERS.format(licence=borders["licence"], year=borders["source_date"])),
            html.P(texts.ALIKE.format(figures=list_alike_by(registry))),
        ],
        id="kort-og-sammenligning",
    )


def _build_editions(archive: Archive) -> Element:
    rows = []
    for edition in archive.editions.values():
        places = "" if edition.day == edition.date else f" Kommuner og regioner, som de er pr. {format_date(edition.day)}."
        said = f", {format_date(edition.date)}: {edition.title}. {edition.changed}{places}"
        rows.append(html.Li([html.A(f"Udgave {edition.name}", href=f"/?udgave={edition.name}"), said]))
    return html.Section([html.H2(EDITIONS), html.P(texts.EDITIONS), html.Ul(rows)], id="udgaver")


def _build_files(figures: Figures) -> Element:
    query, address = edition_query(figures), f"{API}/{EVERYTHING}"
    files = [
        html.A(
            f"Alle tal, {each.link}",
            href=f"{address}.{each.ending}{query}",
            download=name_file([EVERYTHING], figures, each.ending),
        )
        for each in FILE_FORMATS
    ]
    listed = f"{API}/boligorganisationer"
    files += [
        html.A(
            f"Boligorganisationer, {each.link}", href=f"{listed}.{each.ending}{query}", download=name_file([HEADING], figures, each.ending)
        )
        for each in FILE_FORMATS
        if figures.organisations
    ]
    described = [
        html.A(document.link, href=f"{API}/{document.name}.json{query if document.has_editions else ''}")
        for document in DOCUMENTS
        if document.link
    ]
    rows = [html.Li(link) for link in (*files, *described)]
    return html.Section([html.H2(OPEN_DATA), html.P(texts.OPEN_DATA), html.Ul(rows)], id="aabne-data")
