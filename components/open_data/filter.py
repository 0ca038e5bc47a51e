"""The parameters that choose among all rows of the open data, and the rows that they choose."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from components.open_data.field import Row
from components.open_data.rows import list_rows
from components.server.parameters import choose_known
from data.place import COUNTRY, Place, danish_order
from data.profile.figures import Figures
from data.reading import Status


@dataclass(frozen=True)
class Filter:
    """A parameter: what a developer is told, the values that exist, and whether OpenAPI lists them."""

    name: str
    description: str
    values: Callable[[Figures], list[str]]
    is_listed: bool = True


def list_all_places(figures: Figures) -> list[Place]:
    """The kommuner in Danish order, then the regioner of the edition's day and the country."""
    return [*figures.kommuner, *sorted(figures.regions, key=lambda place: danish_order(place.name)), figures.places[COUNTRY]]


def _list_codes(figures: Figures) -> list[str]:
    """Of all places, then of the regioner that begin later, whose rows only those get who ask for them."""
    everywhere = [place.code for place in list_all_places(figures)]
    return [*everywhere, *(code for code in figures.places if code not in everywhere)]


FILTERS = (
    Filter("kommune", "Kun disse kommuner, regioner eller landet; flere med komma imellem", _list_codes),
    Filter("indikator", "Kun disse tal", lambda figures: list(figures.registry.indicators)),
    Filter("periode", "Kun disse perioder, som de står i rækkerne", lambda figures: figures.periods, is_listed=False),
    Filter("status", "Kun tal med denne status", lambda _: list(Status)),
)


KOMMUNER = Filter("kommune", "Kun disse kommuner; flere med komma imellem", lambda figures: [place.code for place in figures.kommuner])


def filter_rows(figures: Figures, asked: Mapping[str, list[str]]) -> Iterator[Row]:
    """All rows, or those that the parameters ask for.

    Args:
        figures: the edition.
        asked: values by parameter, of FILTERS; a parameter without values chooses all.

    Raises:
        RequestError: a value is not known.
    """
    chosen = {one.name: choose_known(one.name, asked[one.name], one.values(figures)) for one in FILTERS if asked.get(one.name)}
    codes = chosen.pop("kommune", [])
    places = [figures.places[code] for code in codes] if codes else list_all_places(figures)
    keys = chosen.pop("indikator", list(figures.registry.indicators))
    rows = list_rows(places, [figures.registry[key] for key in keys], figures)
    return (row for row in rows if all(row[name] in values for name, values in chosen.items()))
