"""The page around the figures: header, search fields, map, panel, table, sources."""

from dash import html
from dash.development.base_component import Component

from components import ids, texts
from components.attribute import aria, data
from components.picker import build_picker
from data.figures import Figures
from data.registry import Indicator


def build_shell(figures: Figures) -> Component:
    """The layout: all that stands still, with empty slots for what is fetched."""
    return html.Div(
        [
            html.A("Spring til tallene", href="#laesning", className="spring"),
            _build_header(),
            html.P(texts.BANNER, className="banner", role="note") if figures.with_examples else None,
            html.P(id=ids.NOTICE, className="besked", role="status"),
            html.Div(id=ids.EDITION, className="besked", role="status"),
            html.Main([_build_map_side(), _build_reading(figures.registry.main), _build_table_section()], className="spalter"),
            _build_sources(figures),
            _build_footer(),
        ],
        id="side",
    )


def _build_header() -> Component:
    links = [
        html.A("Tabel", href="#tabel"),
        html.A("Kilder og metode", href=texts.SOURCE_PAGE, className="baer-udgave"),
    ]
    return html.Header(
        [
            html.H1(html.A(texts.TITLE, href="?kommune=&sammenlign=&tal=")),
            html.Nav(links, **aria(label="På siden")),
        ],
        className="sidehoved",
    )


def _build_map_side() -> Component:
    fields = [
        build_picker(ids.PICK_KOMMUNE, texts.PICK_KOMMUNE, texts.PICK_KOMMUNE_HINT),
        build_picker(ids.PICK_OTHER, texts.PICK_OTHER, texts.PICK_OTHER_HINT),
        build_picker(ids.PICK_INDICATOR, texts.PICK_INDICATOR, texts.PICK_INDICATOR_HINT),
    ]
    return html.Section(
        [
            html.Div(fields, className="felter"),
            html.H2(id=ids.MAP_TITLE, className="korttitel"),
            html.Div(
                html.Div(id=ids.MAP_SLOT, className="kort-plads"),
                role="img",
                className="kortramme",
                **aria(label=texts.MAP_LABEL),
            ),
            html.Div(id=ids.MAP_LEGEND),
            html.Div(id=ids.MAP_SOURCE, className="kortkilde"),
            html.A(id=ids.SHORTCUT, href="#laesning", className="til-tallene"),
        ],
        className="kortside",
        **aria(label="Kort"),
    )


def _build_reading(main: Indicator) -> Component:
    tools = [
        html.Button(
            texts.COPY,
            id="kopier-link",
            type="button",
            **data(kopieret=texts.COPIED, fejl=texts.COPY_FAILED),
        ),
        html.A(texts.OPEN_FULL, id="fuld-stoerrelse", href="/", target="_blank", className="kun-indlejret"),
        html.Span(id="kopier-svar", role="status"),
    ]
    return html.Section(
        [
            html.Span(id=ids.ANNOUNCEMENT, role="status", className="skaermlaeser"),  # the name; not the whole panel
            html.Div(id=ids.PANEL),
            html.Section(
                [
                    html.H3(f"{main.label}, {main.unit}"),
                    html.Div(id=ids.TREND_SLOT, className="udvikling"),
                    html.Div(id=ids.TREND_KEY),
                ],
                id=ids.PANEL_TREND,
                className="panel",
            ),
            html.Div(id=ids.SUGGESTIONS_SLOT),
            html.Div(tools, className="vaerktoej"),
        ],
        id="laesning",
        className="laesning",
        tabIndex="-1",
        **aria(label="Tal for det valgte sted"),
    )


def _build_table_section() -> Component:
    return html.Section(
        [html.Div(id=ids.TABLE), html.Div(id=ids.TABLE_FILES)],
        id="tabel",
        className="tabelsektion",
        **aria(label="Tabel over alle kommuner"),
    )


def _build_sources(figures: Figures) -> Component:
    publishers = dict.fromkeys(
        figures.registry.sources[source].publisher for one in figures.registry.indicators.values() for source in one.sources
    )
    names = list(publishers)
    more = html.A(texts.SOURCE_PAGE_LINK, href=texts.SOURCE_PAGE, className="baer-udgave")
    return html.Section(
        [
            html.H2("Kilder"),
            html.P([f"Tallene kommer fra {', '.join(names[:-1])} og {names[-1]}. ", more, "."]),
            html.P(texts.HOW_COMPUTED),
        ],
        id="kilder",
        className="kildesektion",
    )


def _build_footer() -> Component:
    return html.Footer(
        [
            html.P([texts.PRINTED_FROM, html.Span(id=ids.PRINTED_ADDRESS)], className="kun-udskrift"),
            html.P(
                [
                    "Danmarkskortet viser tal for almene boliger i alle 98 kommuner. Se også ",
                    html.A("BL - Danmarks Almene Boliger", href="https://bl.dk/"),
                    ".",
                ]
            ),
        ],
        className="sidefod",
    )
