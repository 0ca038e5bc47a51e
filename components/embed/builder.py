"""The page that writes the HTML for a frame: choose, look at it, copy. assets/embed/builder.js updates it, or a button."""

import json

from components.address import pages
from components.address.pages import HEIGHT_SCRIPT
from components.address.site import Site
from components.address.view import View
from components.atlas import Atlas
from components.embed.builder_form import build_form
from components.embed.choice import Choice, read_choice
from components.embed.height import HEIGHTS, NARROW, UNKNOWN, WIDE, find_height
from components.embed.oembed import write_frame_element
from components.embed.page import embed_address
from components.markup import html
from components.markup.attribute import aria, data
from components.markup.head import Head
from components.markup.html import Element
from components.markup.links import write_view_links
from components.screen.plain_page import SHEETS, write_plain_page
from components.screen.scripts import write_scripts
from components.wording import texts
from data.profile.figures import Figures

FULL = "100%"
# which makes the frame as high as its content; the host page loads it
SCRIPT = '<script async src="{address}"></script>'


def build_builder_page(atlas: Atlas, query: str, site: Site) -> str:
    """The whole page, with what the query string chooses."""
    figures = atlas.archive.public(None)
    choice = read_choice(query, atlas)
    body = [
        html.H1(texts.BUILDER_TITLE),
        html.P(texts.BUILDER_LEAD),
        html.Div([build_form(choice, figures), _build_result(choice, figures, atlas, site)], className="byg"),
        html.P(texts.BUILDER_NOTE, className="panel-note"),
    ]
    head = Head(f"{texts.BUILDER_TITLE} - {texts.TITLE}", texts.BUILDER_LEAD, is_hidden=True)
    scripts = f"{write_scripts(('embed/builder',), atlas)}\n"
    return write_plain_page(head, body, site, write_view_links(site), scripts=scripts, sheets=(*SHEETS, "embed/builder"))


def _build_result(choice: Choice, figures: Figures, atlas: Atlas, site: Site) -> Element:
    """The preview beside the choices, then the code that finds its own height, then behind a fold the one without a script."""
    address = site.whole(embed_address(choice.view, choice.frame, atlas))
    title = describe_frame_title(choice.view, figures)
    width = int(choice.width) if choice.width else None
    plain = write_frame_element(address, title, choice.width or FULL, find_height(choice.frame, choice.view, width))
    script = SCRIPT.format(address=site.whole(HEIGHT_SCRIPT))
    words = {"skabelon": write_frame_element("{adresse}", "{titel}", "{bredde}", 0).replace('height="0"', 'height="{hoejde}"')}
    words |= {"rod": site.whole(pages.EMBED), "script": script, "titel": texts.FRAME_TITLE, "land": texts.FRAME_COUNTRY, "bredde": FULL}
    words |= {"hoejder": json.dumps(HEIGHTS), "ukendt": str(UNKNOWN)}
    folded = [html.P(texts.BUILDER_PLAIN_NOTE, className="byg-note"), _build_code("kode-ramme", texts.BUILDER_CODE_PLAIN, plain)]
    return html.Div(
        [
            html.H2(texts.BUILDER_PREVIEW),
            _build_width_switch(),
            _build_room(_build_preview(choice, title, atlas)),
            html.H2(texts.BUILDER_CODE),
            _build_code("kode-script", texts.BUILDER_CODE_SELF, f"{plain}\n{script}"),
            html.Details([html.Summary(texts.BUILDER_PLAIN), *folded], className="byg-plain"),
        ],
        id="byg-resultat",
        className="byg-resultat",
        **data(**words),
    )


def _build_preview(choice: Choice, title: str, atlas: Atlas) -> Element:
    width = int(choice.width) if choice.width else WIDE
    return html.Iframe(
        src=embed_address(choice.view, choice.frame, atlas),
        title=title,
        id="forhaandsvisning",
        width=str(width),
        height=str(find_height(choice.frame, choice.view, width)),
    )


def _build_room(preview: Element) -> Element:
    """Wider than a phone, the preview is scrolled sideways, also with the keyboard: so its room can have the focus."""
    return html.Div(preview, className="byg-visning", role="region", tabIndex="0", **aria(label=texts.BUILDER_PREVIEW))


def _build_width_switch() -> Element:
    """Two widths to look at; assets/embed/builder.js makes them work."""
    rows = [
        html.Label([html.Input(type="radio", name="visbredde", value=str(width)), f" {width} px"], className="byg-valg")
        for width in (NARROW, WIDE)
    ]
    return html.Fieldset([html.Legend(texts.BUILDER_PREVIEW_WIDTH), *rows], id="byg-bredder", className="byg-bredder med-script-kun")


def _build_code(element: str, label: str, code: str) -> Element:
    copy = html.Button(texts.COPY_CODE, type="button", **data(kopier=element, kopieret=texts.COPIED_CODE, fejl=texts.COPY_FAILED))
    area = html.Textarea(code, id=element, readOnly="readonly", rows="4", **aria(label=label))
    return html.Div([html.Label(label, htmlFor=element), area, copy, html.Span(role="status")], className="byg-kode")


def describe_frame_title(view: View, figures: Figures) -> str:
    """The frame's ``title``, which screen readers announce: "Almene boliger i Kalundborg Kommune og hele landet"."""
    names = [figures.places[code].full_name for code in (view.kommune, view.sammenlign) if code] or [texts.FRAME_COUNTRY]
    return texts.FRAME_TITLE.format(steder=" og ".join(names))
