"""The page that writes the HTML for a frame: choose, look at it, copy. assets/embed/builder.js updates it, or a button."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import parse_qs

from dash import html
from dash.development.base_component import Component

from components.address import pages
from components.address.embed_options import NO, YES, Accent, Frame, FrameParameter, list_former_keys, list_panels, read_frame
from components.address.pages import HEIGHT_SCRIPT
from components.address.site import Site
from components.address.view import Parameter, View, from_query
from components.atlas import Atlas
from components.embed.oembed import HEIGHT, write_frame_element
from components.embed.page import embed_address
from components.markup.attribute import aria, data
from components.markup.head import Head
from components.markup.links import write_view_links
from components.markup.render import write_input
from components.screen.picker import list_indicators
from components.screen.plain_page import write_plain_page
from components.screen.scripts import write_scripts
from components.wording import texts
from data.place import PlaceKind
from data.profile.figures import Figures

ACCENTS: dict[str, str] = {Accent.TEGL: "Tegl", Accent.BLAA: "Blå", Accent.GROEN: "Grøn", Accent.GRAA: "Grå"}
WIDTH = "bredde"
FULL = "100%"
# which makes the frame as high as its content; the host page loads it
SCRIPT = '<script async src="{address}"></script>'


@dataclass(frozen=True)
class Choice:
    """What is chosen on the page: view, options of the frame, and its width in pixels (empty for the host page's whole column)."""

    view: View
    frame: Frame
    width: str


def build_builder_page(atlas: Atlas, query: str, site: Site) -> str:
    """The whole page, with what the query string chooses."""
    figures = atlas.archive.public(None)
    view, _ = from_query(query, atlas.choices)
    frame, _ = read_frame(query, list_panels(figures.registry), list_former_keys(figures.registry))
    choice = Choice(view, frame, _read_width(query))
    body = [
        html.H1(texts.BUILDER_TITLE),
        html.P(texts.BUILDER_LEAD),
        html.Div([_build_form(choice, figures), _build_result(choice, figures, atlas, site)], className="byg"),
        html.P(texts.BUILDER_NOTE, className="panel-note"),
    ]
    head = Head(f"{texts.BUILDER_TITLE} - {texts.TITLE}", texts.BUILDER_LEAD, is_hidden=True)
    return write_plain_page(head, body, site, write_view_links(site), scripts=f"{write_scripts(('embed/builder',), atlas)}\n")


def _read_width(query: str) -> str:
    text = parse_qs(query).get(WIDTH, [""])[-1]
    return text if text.isascii() and text.isdigit() and 0 < int(text) < 10_000 else ""  # no screen is wider


def _build_form(choice: Choice, figures: Figures) -> Component:
    """Each field's ``name`` is the parameter that it writes."""
    view, frame = choice.view, choice.frame
    kommuner, others = _list_options(figures, [PlaceKind.KOMMUNE]), _list_options(figures, list(PlaceKind))
    indicators: list[Option] = [(one["kode"], one["navn"], {}) for one in list_indicators(figures) if one["adresse"]]
    panels = list_panels(figures.registry)
    shown = panels if frame.panels is None else frame.panels
    width = write_input(type="number", name=WIDTH, value=choice.width, min="200", max="2000")
    fields = [
        _build_select("Kommune", Parameter.KOMMUNE, [("", "Hele landet", {}), *kommuner], view.kommune),
        _build_select("Sammenlign med", Parameter.SAMMENLIGN, [("", "Ingen", {}), *others], view.sammenlign),
        _build_select("Vis på kortet", Parameter.TAL, indicators, view.tal, figures.registry.roles.main),
        _build_ticks("Med kort", "radio", FrameParameter.KORT, {YES: "Ja", NO: "Nej"}, {YES if frame.with_map else NO}),
        _build_ticks("Indhold", "checkbox", FrameParameter.PANELER, panels, shown),
        _build_ticks("Farve", "radio", FrameParameter.FARVE, ACCENTS, {frame.accent}),
        html.Label(["Bredde i pixel (lad feltet stå tomt for fuld bredde)", width]),
        html.Button(texts.SHOW, type="submit", className="uden-script"),
    ]
    return html.Form(fields, id="byg-form", action=pages.BUILDER, className="byg-form")


Option = tuple[str, str, dict[str, Any]]  # value, text, more attributes


def _list_options(figures: Figures, kinds: list[PlaceKind]) -> list[Option]:
    """Options of the places of these kinds; ``data-navn`` is how the frame's title names a place."""
    found = [place for kind in kinds for place in figures.places.values() if place.kind is kind]
    return [(place.code, place.name, data(navn=place.full_name)) for place in found]


def _build_select(label: str, name: Parameter, options: list[Option], chosen: str | None, first: str = "") -> Component:
    rows = [html.Option(text, value=value, selected=value == (chosen or ""), **more) for value, text, more in options]
    return html.Label([label, html.Select(rows, name=name.value, **data(foerste=first))])


def _build_ticks(legend: str, kind: str, name: FrameParameter, options: Mapping[str, str], ticked: Collection[str]) -> Component:
    rows = [
        html.Label([write_input(type=kind, name=name.value, value=value, checked=value in ticked), f" {text}"], className="byg-valg")
        for value, text in options.items()
    ]
    return html.Fieldset([html.Legend(legend), *rows])


def _build_result(choice: Choice, figures: Figures, atlas: Atlas, site: Site) -> Component:
    address = site.whole(embed_address(choice.view, choice.frame, atlas))
    title = describe_frame_title(choice.view, figures)
    plain = write_frame_element(address, title, choice.width or FULL)
    script = SCRIPT.format(address=site.whole(HEIGHT_SCRIPT))
    words = {"skabelon": write_frame_element("{adresse}", "{titel}", "{bredde}"), "rod": site.whole(pages.EMBED)}
    words |= {"script": script, "titel": texts.FRAME_TITLE, "land": texts.FRAME_COUNTRY, "bredde": FULL}
    frame = html.Iframe(
        src=embed_address(choice.view, choice.frame, atlas),
        title=title,
        id="forhaandsvisning",
        width=choice.width or None,
        height=str(HEIGHT),
    )
    return html.Div(
        [
            html.H2("Koden"),
            _build_code("kode-ramme", "Kun rammen, i fast højde", plain),
            _build_code("kode-script", "Rammen tilpasser sig indholdets højde (anbefales)", f"{plain}\n{script}"),
            html.H2("Sådan ser det ud"),
            frame,
        ],
        id="byg-resultat",
        className="byg-resultat",
        **data(**words),
    )


def _build_code(element: str, label: str, code: str) -> Component:
    copy = html.Button(texts.COPY_CODE, type="button", **data(kopier=element, kopieret=texts.COPIED_CODE, fejl=texts.COPY_FAILED))
    area = html.Textarea(code, id=element, readOnly="readonly", rows="4", **aria(label=label))
    return html.Div([html.Label(label, htmlFor=element), area, copy, html.Span(role="status")], className="byg-kode")


def describe_frame_title(view: View, figures: Figures) -> str:
    """The frame's ``title``, which screen readers announce: "Almene boliger i Kalundborg Kommune og hele landet"."""
    names = [figures.places[code].full_name for code in (view.kommune, view.sammenlign) if code] or [texts.FRAME_COUNTRY]
    return texts.FRAME_TITLE.format(steder=" og ".join(names))
