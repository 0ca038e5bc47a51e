"""The page "Tilgængelighed": what is tested and how, what is known to be missing, and where to turn. Needs no script."""

from components.address import pages
from components.address.site import Site
from components.markup import html
from components.markup.head import Head
from components.markup.html import Element
from components.markup.links import write_view_links
from components.screen.plain_page import write_plain_page
from components.wording import texts
from components.wording.accessibility import statement as words


def build_accessibility_page(site: Site) -> str:
    """The whole page as HTML.

    Args:
        site: where the pages lie; the accessibility statement and the contact that it has are told, or that they are missing.
    """
    head = Head(f"{texts.ACCESSIBILITY} - {texts.TITLE}", words.DESCRIPTION, address=pages.ACCESSIBILITY, preview=pages.COUNTRY_PREVIEW)
    parts = [
        html.H1(texts.ACCESSIBILITY),
        html.P(words.LEAD),
        _build_statement(site),
        _build_tested(),
        _build_missing(),
        _build_contact(site),
    ]
    return write_plain_page(head, [html.Div(parts, className="metode")], site, write_view_links(site))


def _build_statement(site: Site) -> Element:
    if not site.statement:
        return html.P(f"{words.NO_JUDGEMENT} {words.NO_STATEMENT}")
    return html.P([f"{words.NO_JUDGEMENT} {words.HAS_STATEMENT} ", html.A(words.STATEMENT_NAME, href=site.statement), "."])


def _build_tested() -> Element:
    rows = [html.Li([html.Strong(what), f" {how}"]) for what, how in words.TESTED]
    return _build_part(words.TESTED_TITLE, html.Ul(rows))


def _build_missing() -> Element:
    return _build_part(words.MISSING_TITLE, html.Ul([html.Li(one) for one in words.MISSING]))


def _build_contact(site: Site) -> Element:
    complaint = html.P([f"{words.COMPLAINT} ", html.A(words.COMPLAINT_LINK, href=words.COMPLAINT_ADDRESS), "."])
    return _build_part(words.CONTACT_TITLE, _name_contact(site.contact), complaint)


def _name_contact(contact: str) -> Element:
    """Whom to turn to; where nobody is named, that nobody is."""
    if not contact:
        return html.P([f"{words.NO_CONTACT} ", html.A(words.BL_LINK, href=texts.BL_ADDRESS), "."])
    address = contact if "://" in contact else f"mailto:{contact}"
    return html.P([f"{words.CONTACT} ", html.A(contact, href=address), f". {words.CONTACT_WHAT}"])


def _build_part(title: str, *content: Element) -> Element:
    return html.Section([html.H2(title), *content])
