"""The dashboard's page: header, map, panel, table, sources. It comes finished from the server; Dash has its graphs."""

from components.address import pages
from components.address.edition import edition_query
from components.address.site import Site
from components.address.view import LIST, link
from components.markup import html, ids
from components.markup.attribute import aria, data
from components.markup.html import Element
from components.panel.further.files import FILES
from components.screen.plain_page import list_statement_links
from components.screen.screen import Screen, lasting_address
from components.screen.sections import (
    build_head_section,
    build_map_section,
    build_notices,
    build_place_fields,
    build_place_section,
    build_title_field,
)
from components.server.version import read_version
from components.wording import texts
from components.wording.edition import describe_edition
from data.profile.figures import Figures
from data.sentence import join_words

ENTRY = "react-entry-point"  # where Dash puts its layout; the name is Dash's


def build_shell(screen: Screen, site: Site) -> Element:
    """The whole page with a view in it.

    Args:
        screen: the view.
        site: where the pages lie, for the address that a printed page bears.
    """
    everywhere = pages.PLACE_LIST + edition_query(screen.figures)
    return html.Div(
        [
            html.Nav(_build_skip_links(), **aria(label=texts.SKIP_LINKS)),
            _build_header(screen.figures),
            _build_banner() if screen.figures.with_examples else None,
            html.Noscript(html.P([texts.NO_SCRIPT, html.A(texts.NO_SCRIPT_LIST, href=everywhere), "."], className="banner")),
            html.Div(build_notices(screen), role="region", **aria(label=texts.ABOUT_NOTICES)),
            html.Main(
                [
                    build_head_section(screen),
                    build_map_section(screen, build_title_field(), html.Div(id=ENTRY), table=_build_table_section(screen)),
                    build_place_section(screen),
                ],
                className="spalter",
            ),
            _build_footer(screen, site),
            _build_bottom_bar(),
        ],
        id="side",
    )


def _build_skip_links() -> list[Element]:
    """Out of sight until they have the focus: to the figures, the list of the kommuner, the files."""
    return [
        html.A(texts.SKIP_TO_FIGURES, href="#laesning", className="spring"),
        html.A(texts.SKIP_TO_LIST, href=link(vis=LIST), className="spring", **data(fokus="tabel")),
        html.A(texts.SKIP_TO_FILES, href=f"#{FILES}", className="spring"),
    ]


def _build_header(figures: Figures) -> Element:
    """Name, links, and last the search fields: the next steps of the tab key after a pick are in the figures."""
    links = [
        html.A(texts.PLACE_LIST_TITLE, href=pages.PLACE_LIST + edition_query(figures), className="baer-udgave"),
        html.A(texts.SOURCE_PAGE_TITLE, href=pages.SOURCE_PAGE + edition_query(figures), className="baer-udgave"),
        html.A(texts.BUILDER_LINK, href=pages.BUILDER, className="baer-visning"),
    ]
    name, rest = texts.TITLE.split(" ", 1)
    return html.Header(
        [
            html.H1(html.A([html.Span(name), html.Span(f" {rest}")], href="?kommune=&sammenlign=&tal=&emne=&vis=")),
            html.Nav(links, **aria(label="På siden")),
            html.Div(build_place_fields(figures), className="felter"),
        ],
        className="sidehoved",
    )


def _build_banner() -> Element:
    """That some figures are examples, as a part of the page that can be found by its name."""
    return html.Div(html.P(texts.BANNER), role="region", className="banner", **aria(label=texts.ABOUT_EXAMPLES))


def _build_bottom_bar() -> Element:
    """On a phone, within reach of the thumb: the four parts of the page."""
    parts = (("#laesning", "Tal"), ("#kortside", "Kort"), ("#emner", "Emner"), ("#panel-forslag", "Sammenlign"))
    return html.Nav([html.A(words, href=address) for address, words in parts], className="bundlinje", **aria(label="Dele af siden"))


def _build_table_section(screen: Screen) -> Element:
    return html.Section(
        [
            html.H3(texts.TABLE_OF_ALL, className="skaermlaeser"),
            html.Div(screen.layer.table, id=ids.TABLE),
            html.Div(screen.layer.files, id=ids.TABLE_FILES),
        ],
        id="tabel",
        className="tabelsektion",
        **aria(label=texts.TABLE_OF_ALL),
    )


def _build_footer(screen: Screen, site: Site) -> Element:
    figures = screen.figures
    publishers = dict.fromkeys(
        figures.registry.sources[source].publisher for one in figures.registry.indicators.values() for source in one.sources
    )
    links = [
        html.A(texts.PLACE_LIST_TITLE, href=pages.PLACE_LIST + edition_query(figures), className="baer-udgave"),
        html.A(texts.SOURCE_PAGE_TITLE, href=pages.SOURCE_PAGE + edition_query(figures), className="baer-udgave"),
        html.A(texts.BUILDER_LINK, href=pages.BUILDER, className="baer-visning"),
        html.A(texts.BL, href=texts.BL_ADDRESS),
        *list_statement_links(site),
    ]
    return html.Footer(
        [
            html.P([texts.PRINTED_FROM, html.Span(lasting_address(screen, site), id=ids.PRINTED_ADDRESS)], className="kun-udskrift"),
            html.P(f"{describe_edition(figures)}. Tallene kommer fra {join_words(list(publishers))}. {texts.HOW_COMPUTED}"),
            html.P([*(part for each in links for part in (each, " · ")), texts.VERSION.format(nummer=read_version())]),
        ],
        id="kilder",
        className="sidefod",
    )
