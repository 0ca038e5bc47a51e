"""Pages with one sentence, for addresses that do not exist and for errors."""

from components.address import pages
from components.address.site import Site
from components.markup import html
from components.markup.head import Head
from components.markup.links import write_view_links
from components.screen.plain_page import write_plain_page
from components.wording import texts


def build_message_page(heading: str, sentence: str, site: Site) -> str:
    """The whole page: heading, sentence, and links to the map and to the list of kommuner."""
    head = Head(f"{heading} - {texts.TITLE}", sentence, is_hidden=True)
    links = html.P([html.A(texts.WAY_BACK, href="/"), " · ", html.A(texts.NO_SCRIPT_LIST, href=pages.PLACE_LIST)])
    body = html.Div([html.H1(heading), html.P(sentence), links], className="beskedside")
    return write_plain_page(head, [body], site, write_view_links(site))
