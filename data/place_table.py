"""Which kommuner and regioner there are on which day, from three tables with the days from and to which each row holds.

``kommuner.csv`` has the kommuner, their names, and how a sentence says where something is so (``hvor``); ``regioner.csv`` the
regioner and what came after them; ``kommuners_region.csv`` which region each kommune lies in. A row holds from ``gyldig_fra`` to
``gyldig_til``, both days included; an empty day is no limit.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

from data.place import COUNTRY, Place, PlaceKind, danish_order
from data.problem import ProblemsError
from data.project_file import explain, read_rows

HERE = Path(__file__).parent
KOMMUNER = 98
DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
Row = Mapping[str, str]


class PlaceTableError(ProblemsError):
    """The tables of places contradict themselves; the message says where."""


def holds_on(row: Row, day: str) -> bool:
    """Whether a row holds on a day.

    >>> row = {"gyldig_fra": "2007-01-01", "gyldig_til": "2026-12-31"}
    >>> [holds_on(row, day) for day in ("2006-12-31", "2007-01-01", "2026-12-31", "2027-01-01")]
    [False, True, True, False]
    """
    return row["gyldig_fra"] <= day and (not row["gyldig_til"] or day <= row["gyldig_til"])


@dataclass(frozen=True)
class PlaceTable:
    """The rows of the three tables."""

    kommuner: tuple[Row, ...]
    regions: tuple[Row, ...]
    memberships: tuple[Row, ...]

    @classmethod
    def load(cls, folder: Path) -> "PlaceTable":
        """Read the tables.

        Raises:
            ProblemsError: a file can't be read.
            PlaceTableError: a day is none, a code has two rows on one day, ``hvor`` has another name, or a region's successor is unknown.
        """
        names = ("kommuner.csv", "regioner.csv", "kommuners_region.csv")
        kommuner, regions, memberships = (read_rows(folder / name) for name in names)
        for name, rows, key in zip(names, (kommuner, regions, memberships), ("kode", "kode", "kommune_kode"), strict=True):
            with explain(folder / name):
                _check_days(name, rows, key)
        with explain(folder / names[0]):
            _check_where(kommuner)
        unknown = {row["afloest_af"] for row in regions} - {row["kode"] for row in regions} - {""}
        if unknown:
            raise PlaceTableError([f"regioner.csv: afloest_af names {', '.join(sorted(unknown))}, which has no row; add it"])
        return cls(kommuner, regions, memberships)

    @property
    def codes(self) -> set[str]:
        """Every code that a place has on any day."""
        return {COUNTRY, *(row["kode"] for row in (*self.kommuner, *self.regions))}

    @property
    def all_regions(self) -> list[Place]:
        """The regioner of all days, whether they are, have been or will be."""
        return [_make_region(row, PlaceKind.REGION) for row in self.regions]

    def on(self, day: str) -> dict[str, Place]:
        """The places of a day by code: the country, the regioner, those that begin later, and the kommuner in Danish order of name.

        ::

            table.on("2026-12-31")[code].kind  # PlaceKind.COMING for a region of next year, with the kommuner that it will have

        Raises:
            PlaceTableError: there are not 98 kommuner, each in one region of that day.
        """
        regions = [self._describe_region(row, day) for row in self.regions if not row["gyldig_til"] or day <= row["gyldig_til"]]
        kommuner = sorted(self._list_kommuner(day), key=lambda place: danish_order(place.name))
        known = {place.code for place in regions if place.kind is PlaceKind.REGION}
        without = [place.name for place in kommuner if place.region not in known]
        if len(kommuner) != KOMMUNER or without:
            content = f"{len(kommuner)} kommuner, without a region: {', '.join(without) or 'none'}"
            raise PlaceTableError([f"kommuner.csv has on {day} {content}; expected {KOMMUNER}, each in a region of regioner.csv"])
        regions.sort(key=lambda place: place.kind is PlaceKind.COMING)
        country = Place(COUNTRY, "Hele landet", "hele landet", PlaceKind.COUNTRY, where="i landet som helhed")
        return {place.code: place for place in (country, *regions, *kommuner)}

    def former_on(self, day: str) -> dict[str, Place]:
        """The regioner that ended before a day, by code, each with the one that it is part of on that day as its successor."""
        ended = [row for row in self.regions if row["gyldig_til"] and row["gyldig_til"] < day]
        found = {row["kode"]: self._find_successor(row, day) for row in ended}
        return {
            row["kode"]: replace(_make_region(row, PlaceKind.REGION), successor=after["kode"], next_name=after["navn"])
            for row in ended
            if (after := found[row["kode"]])
        }

    def _find_successor(self, row: Row, day: str) -> Row | None:
        """What a region is part of on a day; None where nothing came after it."""
        rows = {one["kode"]: one for one in self.regions}
        while row["afloest_af"] and row["gyldig_til"] and row["gyldig_til"] < day:
            row = rows[row["afloest_af"]]
        return None if row["gyldig_til"] and row["gyldig_til"] < day else row

    def _describe_region(self, row: Row, day: str) -> Place:
        """A region of a day, or one that begins later, with the kommuner that it begins with."""
        is_coming = day < row["gyldig_fra"]
        on = max(day, row["gyldig_fra"])
        members = tuple(one["kommune_kode"] for one in self.memberships if one["region_kode"] == row["kode"] and holds_on(one, on))
        before = [one for one in self.regions if self._leads_to(one, row["kode"])]
        place = _make_region(row, PlaceKind.COMING if is_coming else PlaceKind.REGION)
        return replace(
            place,
            members=members,
            takes_over=tuple(one["kode"] for one in before),
            other_names=tuple(one["navn"] for one in before),
            next_name=next((one["navn"] for one in self.regions if one["kode"] == row["afloest_af"]), ""),
        )

    def _leads_to(self, row: Row, code: str) -> bool:
        """Whether a region became part of another, at once or by way of a third."""
        following = {one["kode"]: one["afloest_af"] for one in self.regions}
        after = row["afloest_af"]
        while after and after != code:
            after = following[after]
        return after == code

    def _list_kommuner(self, day: str) -> Iterator[Place]:
        regions = {row["kommune_kode"]: row["region_kode"] for row in self.memberships if holds_on(row, day)}
        for row in self.kommuner:
            if holds_on(row, day):
                same = [one for one in self.kommuner if one["kode"] == row["kode"]]
                later = min((one for one in same if one["gyldig_fra"] > day), key=lambda one: one["gyldig_fra"], default=None)
                yield Place(
                    row["kode"],
                    row["navn"],
                    row["fuldt_navn"],
                    PlaceKind.KOMMUNE,
                    regions.get(row["kode"], ""),
                    row["ogsaa_kendt_som"],
                    row["hvor"],
                    other_names=tuple(dict.fromkeys(one["navn"] for one in same if one["navn"] != row["navn"])),
                    valid_from=row["gyldig_fra"],
                    valid_to=row["gyldig_til"],
                    successor=row["kode"] if later else "",
                    next_name=later["navn"] if later else "",
                )


def _make_region(row: Row, kind: PlaceKind) -> Place:
    name = row["navn"]
    return Place(
        row["kode"],
        name,
        name,
        kind,
        where=f"i {name}",
        valid_from=row["gyldig_fra"],
        valid_to=row["gyldig_til"],
        successor=row["afloest_af"],
    )


def _check_days(name: str, rows: Iterable[Row], key: str) -> None:
    """Check that days are days, and that no code has two rows on one day.

    Raises:
        PlaceTableError: with the row.
    """
    until: dict[str, str] = {}
    for row in sorted(rows, key=lambda row: row["gyldig_fra"]):
        wrong = [day for day in (row["gyldig_fra"], row["gyldig_til"]) if day and not DAY.fullmatch(day)]
        if wrong:
            raise PlaceTableError([f"{name}, {row[key]}: '{wrong[0]}' is no day; write it like 2026-12-31, or leave it empty"])
        before = until.get(row[key])
        if before is not None and (not before or row["gyldig_fra"] <= before):
            raise PlaceTableError(
                [f"{name}: {row[key]} has two rows on {row['gyldig_fra'] or 'the first day'}; end one before the other begins"]
            )
        until[row[key]] = row["gyldig_til"]


def _check_where(kommuner: Iterable[Row]) -> None:
    """Check that ``hvor`` is a preposition and the row's own name, which a renamed kommune's could fail to be.

    Raises:
        PlaceTableError: with the row.
    """
    for row in kommuner:
        name, where = row["navn"], row["hvor"]
        known = (f"i {name}", f"på {name}", f"i {row['fuldt_navn']}")
        if where not in known:
            raise PlaceTableError([f"kommuner.csv, {row['kode']}: hvor is '{where}'; write one of {', '.join(known)}"])


@cache
def load_place_table() -> PlaceTable:
    """The project's own tables."""
    return PlaceTable.load(HERE)


def load_places(day: str) -> dict[str, Place]:
    """The places of a day by code, from the project's own tables: ``load_places("2026-12-31")["0326"].name`` is Kalundborg."""
    return load_place_table().on(day)
