"""A delivered spreadsheet, read into rows of a figure table. All that is wrong is said at once."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pandas as pd

from data.place import Place, PlaceKind
from data.problem import FiguresError
from data.reading import Status
from data.registry.indicator import Indicator, Unit
from data.registry.registry import Registry
from data.spreadsheet.cell import Cell, CellError, CellValue, read_cell
from data.spreadsheet.colophon import Colophon, read_colophon
from data.spreadsheet.header import Column, SheetHeader, find_sheet, read_header
from data.spreadsheet.place_row import find_places
from data.spreadsheet.sheet import Grid, cell_at, read_grids
from data.store.snapshot import COLUMNS, Snapshot

FEW = 3  # figures, of which nothing is concluded


@dataclass(frozen=True)
class Value:
    """What one cell gave; None where it can't be read."""

    place: Place
    column: Column
    cell: Cell
    given: CellValue | None

    @property
    def is_stated(self) -> bool:
        """Whether somebody wrote something, rather than left the cell empty."""
        return not self.cell.is_empty

    @property
    def is_kommune(self) -> bool:
        """Whether it is a kommune's, and not the country's."""
        return self.place.kind is PlaceKind.KOMMUNE

    def row(self, given: CellValue) -> dict[str, str]:
        """A row of a figure table, without its source."""
        return dict.fromkeys(COLUMNS, "") | {
            "kommune_kode": self.place.code,
            "indikator": self.column.indicator.key,
            "periode": self.column.period,
            "vaerdi": given.value,
            "status": Status.MANGLER if given.reason else Status.OFFICIEL,
            "aarsag": given.reason or "",
            "sted": _locate(self.cell, self.column, self.place),
        }


@dataclass(frozen=True)
class Delivery:
    """What a spreadsheet holds.

    Attributes:
        colophon: who answers for it.
        table: the rows of all cells that can be read.
        columns: the indicators that are delivered.
        remarks: what was left out or read with a guess.
        problems: a sentence for everything that is wrong; the delivery can't be taken in if there is any.
    """

    colophon: Colophon
    table: pd.DataFrame
    columns: list[Column]
    remarks: list[str]
    problems: list[str]

    def snapshot(self, source: str) -> Snapshot:
        """The delivery as a source of its own, under the edition's name."""
        key = f"{source}-{self.colophon.edition}"
        said = {"title": self.colophon.title, "read": self.colophon.read, "responsible": self.colophon.responsible}
        return Snapshot(key, self.table.assign(kilde=key), said | {"method": "Read from the spreadsheet that was delivered."})


def read_delivery(path: Path, registry: Registry, places: Mapping[str, Place], source: str, options: Mapping[str, str]) -> Delivery:
    """Read a filled-in workbook or a CSV file.

    Args:
        path: the file.
        registry: the registry.
        places: all places by code.
        source: the key of the source that delivers.
        options: title, responsible, read and edition where they are not taken from the sheet "Kilde".

    Raises:
        FiguresError: the file can't be read, or no sheet in it has figures. All else that is wrong stands in the delivery.
    """
    grids = read_grids(path)
    problems: list[str] = []
    colophon = read_colophon(grids, options, date.today(), problems)
    try:
        grid, heading = find_sheet(grids, registry, source)
    except FiguresError as error:
        raise FiguresError(problems + error.problems) from error
    head = read_header(grid, heading, registry, source, problems)
    unread: list[str] = []
    values = _read_values(grid, head, places, unread)
    columns = [column for column in head.columns if any(value.is_stated and value.is_kommune for value in values if value.column == column)]
    problems += [*(problem for column in columns for problem in column.problems), *unread]
    if not columns and not problems:
        problems.append(f"{grid.name}: no indicator has any figure; fill in at least one column")
    return Delivery(
        colophon, _tabulate(values, columns), columns, _remark(values, columns, head, grid, registry.delivered(source)), problems
    )


def _tabulate(values: list[Value], columns: list[Column]) -> pd.DataFrame:
    """Rows of the columns that can be told apart: a period that is wrong, or an indicator that stands twice, is told by itself."""
    counts = Counter(column.indicator.key for column in columns)
    sound = [column for column in columns if not column.problems and counts[column.indicator.key] == 1]
    rows = [value.row(value.given) for value in values if value.given and value.column in sound]
    return pd.DataFrame(rows, columns=[*COLUMNS, "sted"])


def _remark(values: list[Value], columns: list[Column], head: SheetHeader, grid: Grid, delivered: list[Indicator]) -> list[str]:
    empty = [f"{column.place}: {_tell_empty(column, values)}" for column in head.columns if column not in columns]
    absent = [one.key for one in delivered if all(one.key != column.indicator.key for column in head.columns)]
    gone = [f"{grid.name}: there is no column for {', '.join(absent)}; what is known of them is left as it was"] if absent else []
    guessed = [
        f"{_locate(value.cell, value.column, value.place)}: {value.given.remark}" for value in values if value.given and value.given.remark
    ]
    return [*empty, *gone, *head.left_out, *guessed, *(remark for column in columns for remark in _doubt_unit(column, values))]


def _tell_empty(column: Column, values: list[Value]) -> str:
    key = column.indicator.key
    if any(value.is_stated for value in values if value.column == column):
        return f"only the country has a figure of {key}, and it is left out: it can't stand beside kommuner of another period"
    return f"{key} is empty, and is left as it was"


def _doubt_unit(column: Column, values: list[Value]) -> Iterator[str]:
    """Shares that may have been written as parts of one."""
    found = [float(value.given.value) for value in values if value.column == column and value.given and value.given.value]
    if column.indicator.unit is Unit.PERCENT and len(found) > FEW and 0 < max(found) <= 1:
        yield f"{column.place}: no figure of {column.indicator.key} is above 1 pct.; write 16 for 16 pct., and not 0.16"


def _read_values(grid: Grid, head: SheetHeader, places: Mapping[str, Place], problems: list[str]) -> list[Value]:
    """A value per kommune and column, also where nothing stands; the country's only where it has a number."""
    rows = find_places(grid, head, places, problems)
    values = []
    for place in rows:
        for column in head.columns:
            cell = cell_at(rows[place], column.number) or Cell(f"{grid.name}, the row of {place.name}")
            value = Value(place, column, cell, _read_given(cell, column, place, grid, problems))
            if value.is_kommune or (value.given and value.given.value):
                values.append(value)
    return values


def _read_given(cell: Cell, column: Column, place: Place, grid: Grid, problems: list[str]) -> CellValue | None:
    try:
        return read_cell(cell, column.indicator, grid.form)
    except CellError as error:
        problems.append(f"{_locate(cell, column, place)}: {error}")
        return None


def _locate(cell: Cell, column: Column, place: Place) -> str:
    return f"{cell.place} ({place.name}, {column.indicator.key})"
