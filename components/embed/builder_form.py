"""The choices of the page that writes the HTML for a frame. Each field's name is the parameter that it writes."""

from collections.abc import Collection, Mapping
from typing import Any

from components.address import pages
from components.address.embed_options import NO, YES, Accent, Form, FrameParameter, list_panels
from components.address.view import Parameter
from components.embed.choice import OWN, WIDTH, Choice
from components.embed.height import HEIGHTS, NARROW, WIDE
from components.embed.thumbnail import draw_thumbnail
from components.markup import html
from components.markup.attribute import data
from components.markup.html import Element
from components.screen.picker import list_indicators
from components.wording import texts
from components.wording.formats import format_number
from data.place import PlaceKind
from data.profile.figures import Figures

ACCENTS: dict[str, str] = {Accent.TEGL: "Tegl", Accent.BLAA: "Blå", Accent.GROEN: "Grøn", Accent.GRAA: "Grå"}
Option = tuple[str, str, dict[str, Any]]  # value, text, more attributes


def build_form(choice: Choice, figures: Figures) -> Element:
    """Shape, places and figure; behind "Flere valg" panels, map, colour, width and the frame's name."""
    view, registry = choice.view, figures.registry
    kommuner, others = _list_options(figures, [PlaceKind.KOMMUNE]), _list_options(figures, list(PlaceKind))
    indicators: list[Option] = [(one["kode"], one["navn"], {}) for one in list_indicators(figures) if one["kode"]]
    fields = [
        _build_shapes(choice),
        _build_select("Kommune", Parameter.KOMMUNE, [("", "Hele landet", {}), *kommuner], view.kommune),
        _build_select("Sammenlign med", Parameter.SAMMENLIGN, [("", "Ingen", {}), *others], view.sammenlign),
        html.P(texts.BUILDER_NO_PAIR, id="byg-uden-par", className="byg-note", role="status", hidden=not choice.lacks_pair),
        _build_select("Vis på kortet", Parameter.TAL, indicators, view.tal, registry.roles.main),
        _build_more(choice, figures),
        html.Button(texts.SHOW, type="submit", className="uden-script"),
    ]
    return html.Form(fields, id="byg-form", action=pages.BUILDER, className="byg-form")


def _build_shapes(choice: Choice) -> Element:
    """The shapes, each with a drawing and its heights."""
    rows = [
        html.Label(
            [
                _radio(FrameParameter.FORM, form.value, is_chosen=choice.frame.form is form),
                draw_thumbnail(form),
                html.Span(texts.BUILDER_SHAPES[form], className="form-navn"),
                html.Span(_describe_heights(form), className="form-hoejde"),
            ],
            className="byg-form-valg",
        )
        for form in (Form.BEGGE, Form.KORT, Form.NOEGLETAL, Form.SAMMENLIGNING)
    ]
    return html.Fieldset([html.Legend(texts.BUILDER_SHAPE), html.Div(rows, className="byg-former")])


def _describe_heights(form: Form) -> str:
    narrow, wide = (format_number(HEIGHTS[form][width], 0) for width in (NARROW, WIDE))
    return texts.BUILDER_HEIGHTS.format(smal=narrow, bred=wide)


def _build_more(choice: Choice, figures: Figures) -> Element:
    frame, panels = choice.frame, list_panels(figures.registry)
    shown, with_map = frame.shown(figures.registry.topic_keys)
    width = html.Input(type="number", name=WIDTH, value=choice.width, min="200", max="2000")
    name = html.Input(type="text", name=FrameParameter.ID.value, value=frame.name, maxLength="80", autoComplete="off")
    own = html.Label([_radio(FrameParameter.FORM, OWN, is_chosen=frame.form is None), f" {texts.BUILDER_OWN}"], className="byg-valg")
    content = [
        html.Legend(texts.BUILDER_CONTENT),
        html.P(own),
        *_build_ticks("checkbox", FrameParameter.PANELER, panels, panels if shown is None else shown),
    ]
    map_ticks = _build_ticks("radio", FrameParameter.KORT, {YES: "Ja", NO: "Nej"}, {YES if with_map else NO})
    fields = [
        html.Fieldset(content),
        html.Fieldset([html.Legend("Med kort"), *map_ticks]),
        html.Fieldset([html.Legend("Farve"), *_build_ticks("radio", FrameParameter.FARVE, ACCENTS, {frame.accent})]),
        html.Label([texts.BUILDER_WIDTH, width]),
        html.Label([texts.BUILDER_NAME, name]),
    ]
    is_used = frame.form is None or frame.accent is not Accent.TEGL or bool(choice.width or frame.name)
    return html.Details([html.Summary(texts.BUILDER_MORE), *fields], open=is_used, className="byg-flere", id="byg-flere")


def _list_options(figures: Figures, kinds: list[PlaceKind]) -> list[Option]:
    """Options of the places of these kinds; ``data-navn`` is how the frame's title names a place."""
    found = [place for kind in kinds for place in figures.places.values() if place.kind is kind]
    return [(place.code, place.name, data(navn=place.full_name)) for place in found]


def _build_select(label: str, name: Parameter, options: list[Option], chosen: str | None, first: str = "") -> Element:
    rows = [html.Option(text, value=value, selected=value == (chosen or ""), **more) for value, text, more in options]
    return html.Label([label, html.Select(rows, name=name.value, **data(foerste=first))])


def _radio(name: FrameParameter, value: str, *, is_chosen: bool) -> Element:
    return html.Input(type="radio", name=name.value, value=value, checked=is_chosen)


def _build_ticks(kind: str, name: FrameParameter, options: Mapping[str, str], ticked: Collection[str]) -> list[Element]:
    return [
        html.Label([html.Input(type=kind, name=name.value, value=value, checked=value in ticked), f" {text}"], className="byg-valg")
        for value, text in options.items()
    ]
