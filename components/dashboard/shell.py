"""The dashboard's page: header, map, panel, table, sources. It comes finished from the server; Dash has its graphs."""

from dash import html
from dash.development.base_component import Component

from components.address import pages
from components.address.edition import edition_query
from components.address.site import Site
from components.markup import ids
from components.markup.attribute import aria
from components.screen.screen import Screen, lasting_address
from components.screen.sections import build_copy_button, build_fields, build_map_section, build_notices, build_place_section
from components.wording import texts
from data.profile.figures import Figures

ENTRY = "react-entry-point"  # where Dash puts its layout; the name is Dash's


def build_shell(screen: Screen, site: Site) -> Component:
    """The whole page with a view in it.

    Args:
        screen: the view.
        site: where the pages lie, for the address that a printed page bears.
    """
    everywhere = pages.PLACE_LIST + edition_query(screen.figures)
    return html.Div(
        [
            html.A("Spring til tallene", href="#laesning", className="spring"),
            _build_header(screen.figures),
            html.P(texts.BANNER, className="banner", role="note") if screen.figures.with_examples else None,
            html.Noscript(html.P([texts.NO_SCRIPT, html.A(texts.NO_SCRIPT_LIST, href=everywhere), "."], className="banner")),
            *build_notices(screen),
            html.Main(
                [
                    build_map_section(screen, build_fields(screen.figures), html.Div(id=ENTRY)),
                    build_place_section(screen, *build_copy_button()),
                    _build_table_section(screen),
                ],
                className="spalter",
            ),
            _build_sources(screen.figures),
            _build_footer(screen, site),
        ],
        id="side",
    )


def _build_header(figures: Figures) -> Component:
    links = [
        html.A("Tabel", href="#tabel"),
        html.A("Alle kommuner", href=pages.PLACE_LIST + edition_query(figures), className="baer-udgave"),
        html.A("Kilder og metode", href=pages.SOURCE_PAGE + edition_query(figures), className="baer-udgave"),
        html.A("Indlejr", href=pages.BUILDER, className="baer-visning"),
    ]
    return html.Header(
        [
            html.H1(html.A(texts.TITLE, href="?kommune=&sammenlign=&tal=")),
            html.Nav(links, **aria(label="På siden")),
        ],
        className="sidehoved",
    )


def _build_table_section(screen: Screen) -> Component:
    return html.Section(
        [html.Div(screen.layer.table, id=ids.TABLE), html.Div(screen.layer.files, id=ids.TABLE_FILES)],
        id="tabel",
        className="tabelsektion",
        **aria(label="Tabel over alle kommuner"),
    )


def _build_sources(figures: Figures) -> Component:
    publishers = dict.fromkeys(
        figures.registry.sources[source].publisher for one in figures.registry.indicators.values() for source in one.sources
    )
    names = list(publishers)
    more = html.A(texts.SOURCE_PAGE_LINK, href=pages.SOURCE_PAGE + edition_query(figures), className="baer-udgave")
    return html.Section(
        [
            html.H2("Kilder"),
            html.P([f"Tallene kommer fra {', '.join(names[:-1])} og {names[-1]}. ", more, "."]),
            html.P(texts.HOW_COMPUTED),
        ],
        id="kilder",
        className="kildesektion",
    )


def _build_footer(screen: Screen, site: Site) -> Component:
    return html.Footer(
        [
            html.P([texts.PRINTED_FROM, html.Span(lasting_address(screen, site), id=ids.PRINTED_ADDRESS)], className="kun-udskrift"),
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
