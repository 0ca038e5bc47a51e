"""The values that an address may have: known places, indicators and editions."""

from collections.abc import Collection
from dataclasses import dataclass

from data.place import PlaceKind
from data.profile.figures import Figures


@dataclass(frozen=True)
class Choices:
    """The known values of an address's parameters.

    Attributes:
        kommuner: kommunekoder.
        areas: codes of the regioner and the country, which may be compared with.
        indicators: keys of those that may stand on the map, the default first.
        editions: their names.
    """

    kommuner: Collection[str]
    areas: Collection[str]
    indicators: list[str]
    editions: Collection[str] = ()


def list_choices(figures: Figures, editions: Collection[str] = ()) -> Choices:
    """The values that an address may have with these figures."""
    kommuner = [place.code for place in figures.kommuner]
    areas = [code for code, place in figures.places.items() if place.kind is not PlaceKind.KOMMUNE]
    return Choices(kommuner, areas, list_layers(figures), editions)


def list_layers(figures: Figures) -> list[str]:
    """The keys of the indicators that may stand on the map of an edition, the main one first."""
    return [indicator.key for indicator in figures.mappable]
