"""What the open data has: one table, over which the router, OpenAPI, the data package, the static export and the page loop."""

import re
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from components.address.open_data import EVERYTHING
from components.open_data import field as columns
from components.open_data.answer import Answer
from components.open_data.filter import FILTERS, KOMMUNER, Filter
from components.open_data.find import (
    Asked,
    find_everything,
    find_indicator,
    find_indicators,
    find_organisations,
    find_pair,
    find_place,
    find_places,
)
from data.profile.figures import Figures

PLACEHOLDER = re.compile(r"\{(\w+)\}")


@dataclass(frozen=True)
class PathParameter:
    """A word in an address that varies: what it means, and the words that exist, or a pattern where there are too many."""

    description: str
    values: Callable[[Figures], list[str]] = lambda _: []
    pattern: str = ""


PATH_PARAMETERS = {
    "kode": PathParameter("Kommunekode; også en regions kode eller 0000 for hele landet", lambda figures: list(figures.places)),
    "par": PathParameter("To kommunekoder med bindestreg imellem, som 0326-0101", pattern="^[0-9]{4}-[0-9]{4}$"),
    "indikator": PathParameter("Et tals nøgle", lambda figures: list(figures.registry.indicators)),
}


@dataclass(frozen=True)
class Resource:
    """A table of the open data, which comes in every file format.

    Attributes:
        path: its address within the API without the ending, such as ``kommuner/{kode}``.
        title: what is in it.
        schema: what a row is called in OpenAPI.
        columns: of its rows.
        find: makes the rows, from the edition, the word of the address that varies, and the values of the filters.
        word: the key of the rows in JSON.
        filters: the parameters that choose among the rows.
        package_title: its title in the data package; only resources without a varying word are in it.
        keys: primary and foreign keys in the data package.
    """

    path: str
    title: str
    schema: str
    columns: Sequence[columns.Field]
    find: Callable[[Figures, str, Asked], Answer]
    word: str = EVERYTHING
    filters: Collection[Filter] = ()
    package_title: str = ""
    keys: Mapping[str, Any] = field(default_factory=dict)

    @property
    def parameter(self) -> str:
        """The name of the word that varies; empty where none does."""
        return next(iter(PLACEHOLDER.findall(self.path)), "")

    def match(self, path: str) -> str | None:
        """The varying word of an address that is this resource's, empty if none varies; None if the address is another's.

        ``kommuner/{kode}`` matches ``kommuner/0326`` with ``0326``.
        """
        found = re.fullmatch(PLACEHOLDER.sub("([^/]+)", self.path), path)
        return None if found is None else "".join(found.groups())

    def list_paths(self, figures: Figures, pairs: Collection[str] = ()) -> Iterator[str]:
        """Every path that there is, without its ending; ``pairs`` are the comparisons that there are."""
        if not self.parameter:
            yield self.path
            return
        known = PATH_PARAMETERS[self.parameter]
        for word in pairs if known.pattern else known.values(figures):
            yield PLACEHOLDER.sub(word, self.path)


def _refer(column: str, table: str, key: str) -> dict[str, Any]:
    """A column whose values all stand in another table; "" is the same table."""
    return {"fields": [column], "reference": {"resource": table, "fields": [key]}}


RESOURCES = (
    Resource(
        EVERYTHING,
        "Alle tal for alle kommuner, regioner og landet",
        "Noegletal",
        columns.FIGURES,
        find_everything,
        filters=FILTERS,
        package_title="Alle tal",
        keys={"foreignKeys": [_refer("kommune_kode", "kommuner", "kommune_kode"), _refer("indikator", "indikatorer", "indikator")]},
    ),
    Resource(
        "kommuner",
        "Kommuner, regioner og landet",
        "Sted",
        columns.PLACES,
        find_places,
        word="kommuner",
        package_title="Kommuner, regioner og landet",
        keys={"primaryKey": ["kommune_kode"], "foreignKeys": [_refer("region_kode", "", "kommune_kode")]},
    ),
    Resource("kommuner/{kode}", "Alle tal for ét sted", "Noegletal", columns.FIGURES, find_place),
    Resource("sammenligning/{par}", "Alle tal for to steder", "Noegletal", columns.FIGURES, find_pair),
    Resource(
        "indikatorer",
        "Hvad tallene er, og hvor de kommer fra",
        "Indikator",
        columns.INDICATORS,
        find_indicators,
        word="indikatorer",
        package_title="Hvad tallene er",
        keys={"primaryKey": ["indikator"]},
    ),
    Resource(
        "boligorganisationer",
        "Boligorganisationerne i hver kommune",
        "Boligorganisation",
        columns.ORGANISATIONS,
        find_organisations,
        word="boligorganisationer",
        filters=(KOMMUNER,),
        package_title="Boligorganisationer",
        keys={"foreignKeys": [_refer("kommune_kode", "kommuner", "kommune_kode")]},
    ),
    Resource("indikatorer/{indikator}", "Ét tal for alle steder", "Noegletal", columns.FIGURES, find_indicator),
)
