"""A delivered spreadsheet, read into rows of a figure table. All that is wrong is said at once."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pandas as pd

from data.cell import Cell, CellError, Given, read_cell
from data.colophon import Colophon, read_colophon
from data.header import Column, Head, find_sheet, read_head
from data.place import Place, PlaceKind, name_key, normalise_code
from data.problem import FiguresError
from data.reading import Status
from data.registry import Registry
from data.sheet import Grid, read_grids
from data.snapshot import COLUMNS, Snapshot

LATEST_AHEAD = 1  # years: a delivery may be for 1 January of next year, no more
Progress = Callable[[list[Place]], Iterable[Place]]


@dataclass(frozen=True)
class Value:
    """What one cell gave."""

    place: Place
    column: Column
    cell: Cell
    given: Given

    @property
    def is_stated(self) -> bool:
        """Whether somebody wrote something, rather than left the cell empty."""
        return not self.cell.is_empty

    def row(self) -> dict[str, str]:
        """A row of a figure table, without its source."""
        return dict.fromkeys(COLUMNS, "") | {
            "kommune_kode": self.place.code,
            "indikator": self.column.indicator.key,
            "periode": self.column.period,
            "vaerdi": self.given.value,
            "status": Status.MANGLER if self.given.reason else Status.OFFICIEL,
            "aarsag": self.given.reason or "",
            "sted": self.cell.place,
        }


@dataclass(frozen=True)
class Delivery:
    """What a spreadsheet holds. ``remarks`` is what was left out or read with a guess, ``columns`` what is delivered."""

    colophon: Colophon
    table: pd.DataFrame
    columns: list[Column]
    remarks: list[str]

    def snapshot(self, source: str) -> Snapshot:
        """The delivery as a source of its own, under the edition's name."""
        key = f"{source}-{self.colophon.edition}"
        said = {"title": self.colophon.title, "read": self.colophon.read, "responsible": self.colophon.responsible}
        return Snapshot(key, self.table.assign(kilde=key), said | {"method": "Read from the spreadsheet that was delivered."})


def read_delivery(
    path: Path, registry: Registry, places: Mapping[str, Place], source: str, options: Mapping[str, str], progress: Progress = iter
) -> Delivery:
    """Read a filled-in workbook or a CSV file.

    Args:
        path: the file.
        registry: the registry.
        places: all places by code.
        source: the key of the source that delivers.
        options: title, responsible, read and edition where they are not taken from the sheet "Kilde".
        progress: is handed the kommuner that are about to be read, and gives them on one by one.

    Raises:
        FiguresError: with a sentence for every cell that can't be read.
    """
    grids = read_grids(path)
    problems: list[str] = []
    colophon = read_colophon(grids, options, date.today(), problems)
    try:
        grid, heading = find_sheet(grids, registry, source)
        head = read_head(grid, heading, registry, source)
    except FiguresError as error:
        raise FiguresError(problems + error.problems) from error
    values = _read_values(grid, head, places, problems, progress)
    columns = [column for column in head.columns if any(value.is_stated for value in values if value.column == column)]
    problems += _check_periods(columns)
    if not columns and not problems:
        problems.append(f"{grid.name}: no indicator has any figure; fill in at least one column")
    if problems or colophon is None:
        raise FiguresError(problems)
    rows = [value.row() for value in values if value.column in columns]
    return Delivery(colophon, pd.DataFrame(rows), columns, _remark(values, columns, head, grid))


def _remark(values: list[Value], columns: list[Column], head: Head, grid: Grid) -> list[str]:
    empty = [f"{column.place}: {column.indicator.key} is empty, and is left as it was" for column in head.columns if column not in columns]
    unknown = [f"{grid.name}: the column '{heading}' is none of the indicators, and is left out" for heading in head.left_out]
    guessed = [f"{_locate(value.cell, value.column, value.place)}: {value.given.remark}" for value in values if value.given.remark]
    return empty + unknown + guessed


def _check_periods(columns: list[Column]) -> list[str]:
    newest = date.today().year + LATEST_AHEAD
    return [
        f"{column.place}: the period {column.period} of {column.indicator.key} lies in the future; correct the row 'Periode'"
        for column in columns
        if any(int(year[:4]) > newest for year in column.period.split("-"))
    ]


def _read_values(grid: Grid, head: Head, places: Mapping[str, Place], problems: list[str], progress: Progress) -> list[Value]:
    """A value per kommune and column, also where nothing stands; the country's only where it has a number."""
    rows = _find_places(grid, head, places, problems)
    values = []
    for place in progress(list(rows)):
        for column in head.columns:
            cell = _at(rows[place], column.number) or Cell(f"{grid.name}, the row of {place.name}")
            try:
                given = read_cell(cell, column.indicator, grid.form)
            except CellError as error:
                problems.append(f"{_locate(cell, column, place)}: {error}")
                continue
            if given.value or place.kind is PlaceKind.KOMMUNE:
                values.append(Value(place, column, cell, given))
    return values


def _locate(cell: Cell, column: Column, place: Place) -> str:
    return f"{cell.place} ({place.name}, {column.indicator.key})"


def _at(row: list[Cell], number: int | None) -> Cell | None:
    return row[number] if number is not None and number < len(row) else None


def _find_places(grid: Grid, head: Head, places: Mapping[str, Place], problems: list[str]) -> dict[Place, list[Cell]]:
    """The cells of every place. A row without a place is passed over if nothing stands where figures do."""
    known = {place.code: place for place in places.values() if place.kind is not PlaceKind.REGION}
    found: dict[Place, list[Cell]] = {}
    for row in grid.rows[head.first_row :]:
        place = _identify(row, head, known, problems)
        if place in found:
            problems.append(f"{row[0].place}: {place.name} stands in {found[place][0].place} already; remove one of the rows")
        elif place:
            found[place] = row
    missing = [place.name for place in known.values() if place not in found and place.kind is PlaceKind.KOMMUNE]
    if missing:
        without = f"{len(missing)} kommuner have no row: {', '.join(missing)}"
        problems.append(f"{grid.name}: {without}; add the rows, and leave empty what is not known")
    return found


def _identify(row: list[Cell], head: Head, known: Mapping[str, Place], problems: list[str]) -> Place | None:
    """The place of a row, by its code and its name; where both are given they must agree."""
    code, name = (cell.text if cell else "" for cell in (_at(row, head.code), _at(row, head.name)))
    by_code = known.get(normalise_code(code))
    by_name = next((place for place in known.values() if name and name_key(name) == name_key(place.name)), None)
    if by_code and name and by_name != by_code:
        problems.append(f"{row[0].place}: the code {code} is {by_code.name}, but the name is {name}; correct one of them")
    place = by_code or (by_name if not code else None)
    has_figures = any(cell and not cell.is_empty for cell in (_at(row, column.number) for column in head.columns))
    if not place and has_figures:
        came = " ".join(part for part in (code, name) if part) or "no kommune"
        problems.append(f"{row[0].place}: '{came}' is no kommune, but the row has figures; write a kommunekode, or remove the row")
    return place
