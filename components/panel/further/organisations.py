"""The housing organisations of a kommune: who they are, and how they are reached."""

from components.markup import html
from components.markup.attribute import aria
from components.markup.html import Element
from components.panel.key_figure import build_example_mark
from components.wording.organisation import FIND_AT, LIST_ADDRESS, Line, cite_list, describe_absence, list_lines, name_list
from data.place import Place, PlaceKind
from data.profile.figures import Figures
from data.sentence import decapitalise

SHOWN = 6  # more are folded away


def build_organisations(place: Place, figures: Figures) -> list[Element]:
    """The list of a kommune, closed until it is asked for or something in it is found; nothing for a region or the country.

    Until the list has come it is one line with a link to BL's own.
    """
    if place.kind is not PlaceKind.KOMMUNE:
        return []
    organisations = figures.organisations
    if absence := describe_absence(place, organisations):
        said = html.P([f"{absence} ", html.A(FIND_AT, href=LIST_ADDRESS), "."], className="panel-note")
        return [_build_section([html.H3(name_list(place)), said])]
    lines = list_lines(place, organisations)
    heading = html.H3([name_list(place), html.Span(f" ({len(lines)})", className="antal"), html.Span(className="vinkel")])
    source = [html.P(cite_list(organisations), className="panel-note")] if organisations else []
    return [_build_section([html.Details([html.Summary(heading), *_build_list(lines, name_list(place)), *source])])]


def _build_section(content: list[Element]) -> Element:
    return html.Section(content, id="boligorganisationer", className="panel panel--boligorganisationer")


def _build_list(lines: list[Line], title: str) -> list[Element]:
    first, more = (html.Ul([_build_line(line) for line in part], className="organisationer") for part in (lines[:SHOWN], lines[SHOWN:]))
    words = f"Vis {len(lines) - SHOWN} mere"
    summary = html.Summary(words, **aria(label=f"{words}: {decapitalise(title)}"))
    folded = html.Details([summary, more], className="kilde flere")
    return [first, *([folded] if len(lines) > SHOWN else [])]


def _build_line(line: Line) -> Element:
    name = html.A(line.name, href=line.website) if line.website else html.Span(line.name)
    phone = html.A(line.phone, href=f"tel:{line.phone.replace(' ', '')}") if line.phone else None
    email = html.A(line.email, href=f"mailto:{line.email}") if line.email else None
    reach = [one for one in (phone, email) if one]
    return html.Li(
        [
            html.Strong(name),
            *build_example_mark(line.is_example),
            *([html.Span(line.facts, className="oplysninger")] if line.facts else []),
            *([html.Span(reach, className="kontakt")] if reach else []),
        ]
    )
