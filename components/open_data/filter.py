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


FILTERS = (
    Filter("kommune", "Kun disse kommuner, regioner eller landet; flere med komma imellem", lambda figures: list(figures.places)),
    Filter("indikator", "Kun disse tal", lambda figures: list(figures.registry.indicators)),
    Filter("periode", "Kun disse perioder, som de står i rækkerne", lambda figures: figures.periods, is_listed=False),
    Filter("status", "Kun tal med denne status", lambda _: list(Status)),
)


KOMMUNER = Filter("kommune", "Kun disse kommuner; flere med komma imellem", lambda figures: [place.code for place in figures.kommuner])


def list_all_places(figures: Figures) -> list[Place]:
    """The kommuner in Danish order, then the regioner of the edition's day and the country."""
    return [*figures.kommuner, *sorted(figures.regions, key=lambda place: danish_order(place.name)), figures.places[COUNTRY]]


def filter_rows(figures: Figures, asked: Mapping[str, list[str]]) -> Iterator[Row]:
    """All rows, or those that the parameters ask for.

    Args:
        figures: the edition.
        asked: values by parameter, of FILTERS; a parameter without values chooses all.

    Raises:
        RequestError: a value is not known.
    """
    everywhere = [place.code for place in list_all_places(figures)]
    coming = [code for code in figures.places if code not in everywhere]  # only for those who ask for one
    codes = choose_known("kommune", asked["kommune"], [*everywhere, *coming]) if asked.get("kommune") else everywhere
    keys = choose_known("indikator", asked.get("indikator", []), figures.registry.indicators)
    known: dict[str, list[str]] = {"periode": figures.periods, "status": list(Status)}
    wanted = {name: choose_known(name, asked[name], values) for name, values in known.items() if asked.get(name)}
    rows = list_rows([figures.places[code] for code in codes], [figures.registry[key] for key in keys], figures)
    return (row for row in rows if all(row[name] in values for name, values in wanted.items()))
