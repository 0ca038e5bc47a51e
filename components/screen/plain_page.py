"""The layout of pages that need no script: header, body, footer."""

from collections.abc import Iterable

from components.address import pages
from components.address.edition import edition_query
from components.address.site import Site
from components.markup import html
from components.markup.head import Head, write_head
from components.markup.html import Element
from components.markup.render import LinkWriter, to_html
from components.panel.further.news import build_edition_notice
from components.screen.ahead import write_rules
from components.server.version import read_version
from components.wording import texts
from data.profile.figures import Figures

SHEETS = (
    "screen/base",
    "screen/fonts",
    "screen/page",
    "map/map",
    "map/legend",
    "map/description",
    "map/listbox",
    "panel/panel",
    "panel/actions",
    "panel/topic",
    "panel/further",
    "panel/bars",
    "panel/organisations",
    "chart/trend",
    "chart/graphics",
    "panel/table",
    "page/method",
    "page/plain",
    "screen/large",
    "print/print",
    "print/plain",
)
PAGE = """<!doctype html>
<html lang="da" data-visning="enkelt">
<head>
{head}
</head>
<body>
{body}
{rules}
{scripts}</body>
</html>"""


def write_plain_page(
    head: Head,
    body: Iterable[Element | str],
    site: Site,
    links: LinkWriter,
    scripts: str = "",
    *,
    figures: Figures | None = None,
    notice: str = "",
    sheets: tuple[str, ...] = SHEETS,
) -> str:
    """A whole page.

    Args:
        head: title and description.
        body: the content of ``main``.
        site: where the pages lie.
        links: how its links are written.
        scripts: script elements, for a page that is better with one.
        figures: the edition that the page shows, if it shows one. Of an older one a notice says so, and header links stay in it.
        notice: which of the address's parameters were ignored, in words; empty for none.
        sheets: names of its style sheets, in order.
    """
    query = edition_query(figures) if figures else ""
    main = html.Main([*_build_notices(figures, notice), *body], className="enkeltside")
    tree = html.Div([_build_header(query), main, _build_footer(site)], id="side")
    return PAGE.format(head=write_head(head, site, sheets), body=to_html(tree, links), rules=write_rules(site), scripts=scripts)


def _build_notices(figures: Figures | None, notice: str) -> list[Element]:
    notices = [notice, build_edition_notice(figures) if figures else ""]
    return [html.Div(each, className="besked") for each in notices if each]


def _build_header(query: str) -> Element:
    links: list[Element | str] = [
        html.A("Kortet", href=f"/{query}"),
        " ",  # parts the links where there is no style sheet
        html.A(texts.PLACE_LIST_TITLE, href=pages.PLACE_LIST + query),
        " ",
        html.A(texts.SOURCE_PAGE_TITLE, href=pages.SOURCE_PAGE + query),
    ]
    return html.Header([html.P(html.A(texts.TITLE, href=f"/{query}"), className="sidetitel"), html.Nav(links)], className="sidehoved")


def list_statement_links(site: Site) -> list[Element]:
    """What every footer leads to: the accessibility statement and our page about it; that alone where no statement is made yet."""
    ours = [html.A(texts.ACCESSIBILITY, href=pages.ACCESSIBILITY)] if site.statement else []
    return [html.A(texts.STATEMENT, href=site.statement or pages.ACCESSIBILITY), *ours]


def _build_footer(site: Site) -> Element:
    bl = html.A(texts.BL, href=texts.BL_ADDRESS)
    version = texts.VERSION.format(nummer=read_version())
    sentence: list[Element | str] = ["Danmarkskortet viser tal for almene boliger i alle 98 kommuner. Se også ", bl, f". {version}."]
    return html.Footer(
        [html.P(sentence), html.P([part for each in list_statement_links(site) for part in (" · ", each)][1:])], className="sidefod"
    )
