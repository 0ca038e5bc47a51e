"""Places to go on to: neighbouring kommuner, and suggested comparisons with the most similar kommuner, the region and the country."""

from components.address.view import link
from components.markup import html
from components.markup.html import Element
from components.wording.coverage import list_alike_by
from components.wording.validity import name_with_validity
from data.place import COUNTRY, Place, PlaceKind
from data.profile.figures import Figures
from data.profile.profile import KommuneProfile
from geodata.drawing import Drawing

COMPARE = "sammenlign"  # id of the suggested comparisons


def list_neighbours(code: str, figures: Figures, drawing: Drawing) -> list[Place]:
    """The kommuner that share a land border with this one, in Danish order; none for an island, a region or the country."""
    neighbours = drawing.neighbours.get(code, ())
    return [place for place in figures.kommuner if place.code in neighbours]


def build_suggestions(profile: KommuneProfile, figures: Figures, with_place: Place | None = None) -> list[Element]:
    """Links to comparisons of a kommune; nothing for a region or the country.

    Args:
        profile: of the kommune.
        figures: the edition.
        with_place: what it is compared with already; where that is a kommune, the first link exchanges the two.
    """
    place = profile.place
    if place.kind is not PlaceKind.KOMMUNE:
        return []
    codes = [code for code in (*profile.similar, *list_areas(place, figures)) if with_place is None or code != with_place.code]
    links = [_build_link(place, figures.places[code]) for code in codes]
    if with_place and with_place.kind is PlaceKind.KOMMUNE:
        swap = html.A("Byt om på A og B", href=link(kommune=with_place.code, sammenlign=place.code), className="byt")
        links = [html.Li(swap), *links]
    method = [] if with_place else [html.P(_state_method(place, figures), className="panel-note")]
    content = [html.H3("Sammenlign med"), html.Ul(links, className="forslag"), *method]
    return [html.Section(content, id=COMPARE, tabIndex="-1", className="panel panel--sammenlign")]


def _build_link(place: Place, other: Place) -> Element:
    return html.Li(html.A(name_with_validity(other), href=link(kommune=place.code, sammenlign=other.code)))


def list_areas(place: Place, figures: Figures) -> list[str]:
    """The codes of what a kommune is part of: its region, one that it will be part of, and the country."""
    coming = [area.code for area in figures.places.values() if area.kind is PlaceKind.COMING and place.code in area.members]
    return [place.region, *coming, COUNTRY]


def _state_method(place: Place, figures: Figures) -> str:
    """What the similar kommuner were found by, in a sentence; how they were is said in Kilder og metode."""
    return f"De tre kommuner minder mest om {place.name}, målt på {list_alike_by(figures.registry)}."
