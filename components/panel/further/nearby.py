"""Places to go on to: neighbouring kommuner, and suggested comparisons with the most similar kommuner, the region and the country."""

from dash import html
from dash.development.base_component import Component

from components.address.view import link
from components.wording.coverage import list_alike_by
from components.wording.validity import name_with_validity
from data.place import COUNTRY, Place, PlaceKind
from data.profile.figures import Figures
from data.profile.profile import KommuneProfile
from geodata.drawing import Drawing


def list_neighbours(code: str, figures: Figures, drawing: Drawing) -> list[Place]:
    """The kommuner that share a land border with this one, in Danish order; none for an island, a region or the country."""
    neighbours = drawing.neighbours.get(code, ())
    return [place for place in figures.kommuner if place.code in neighbours]


def build_suggestions(profile: KommuneProfile, figures: Figures) -> list[Component]:
    """Links to comparisons of a kommune; nothing for a region or the country."""
    if profile.place.kind is not PlaceKind.KOMMUNE:
        return []
    codes = [*profile.similar, *list_areas(profile.place, figures)]
    links = [_build_link(profile.place, figures.places[code]) for code in codes]
    return [
        html.Section(
            [
                html.H3("Sammenlign med"),
                html.Ul(links, className="forslag"),
                html.P(_state_method(profile.place, figures), className="panel-note"),
            ],
            className="panel panel--sammenlign",
        )
    ]


def _build_link(place: Place, other: Place) -> Component:
    return html.Li(html.A(name_with_validity(other), href=link(kommune=place.code, sammenlign=other.code)))


def list_areas(place: Place, figures: Figures) -> list[str]:
    """The codes of what a kommune is part of: its region, one that it will be part of, and the country."""
    coming = [area.code for area in figures.places.values() if area.kind is PlaceKind.COMING and place.code in area.members]
    return [place.region, *coming, COUNTRY]


def _state_method(place: Place, figures: Figures) -> str:
    """What the similar kommuner were found by, in a sentence; how they were is said in Kilder og metode."""
    return f"De tre kommuner minder mest om {place.name}, målt på {list_alike_by(figures.registry)}."
