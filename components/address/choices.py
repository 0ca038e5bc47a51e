"""What an address may name."""

from collections.abc import Collection
from dataclasses import dataclass

from data.place import PlaceKind
from data.profile.figures import Figures
from data.registry.registry import Registry


@dataclass(frozen=True)
class Choices:
    """What an address may name: kommunekoder, codes of regioner and country, indicator keys (the default first), editions."""

    kommuner: Collection[str]
    areas: Collection[str]
    indicators: list[str]
    editions: Collection[str] = ()


def list_choices(figures: Figures, editions: Collection[str] = ()) -> Choices:
    """What an address may name."""
    kommuner = [place.code for place in figures.kommuner]
    areas = [code for code, place in figures.places.items() if place.kind is not PlaceKind.KOMMUNE]
    return Choices(kommuner, areas, list_layers(figures.registry), editions)


def list_layers(registry: Registry) -> list[str]:
    """The keys of the indicators that may stand on the map, the main one first."""
    keys = [indicator.key for indicator in registry.mappable()]
    return sorted(keys, key=lambda key: key != registry.roles.main)
