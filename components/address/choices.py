"""The values that an address may have: known places, indicators and editions."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from data.place import PlaceKind
from data.place_table import load_place_table
from data.profile.figures import Figures
from data.store.edition import Edition

NEWEST = ""  # how ``moved`` names the edition that is shown where an address names none


@dataclass(frozen=True)
class Choices:
    """The known values of an address's parameters.

    Attributes:
        kommuner: kommunekoder.
        areas: codes of the country and of the regioner of all days, which may be compared with.
        indicators: keys of those that may stand on the map, the default first.
        editions: their names.
        moved: by edition, the regioner that ended before its day, each with the code of the one that it is part of on it.
        topics: keys of the panels that can be open or closed.
    """

    kommuner: Collection[str]
    areas: Collection[str]
    indicators: list[str]
    editions: Collection[str] = ()
    moved: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    topics: Collection[str] = ()


def list_choices(figures: Figures, editions: Mapping[str, Edition] = MappingProxyType({})) -> Choices:
    """The values that an address may have.

    Args:
        figures: of the newest edition.
        editions: all that an address may name, by name.
    """
    kommuner = [place.code for place in figures.kommuner]
    areas = [code for code, place in figures.places.items() if place.kind is not PlaceKind.KOMMUNE]
    former = {name: load_place_table().former_on(edition.day) for name, edition in editions.items()} | {NEWEST: figures.former}
    moved = {name: {code: place.successor for code, place in ended.items()} for name, ended in former.items() if ended}
    return Choices(kommuner, [*areas, *figures.former], list_layers(figures), list(editions), moved, figures.registry.topic_keys)


def list_layers(figures: Figures) -> list[str]:
    """The keys of the indicators that may stand on the map of an edition, the main one first."""
    return [indicator.key for indicator in figures.mappable]
