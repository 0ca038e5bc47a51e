"""Read a delivered spreadsheet into rows of a figure table, and list all its problems at once."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

import pandas as pd

from data.organisation.organisation import OrganisationList
from data.place import Place, PlaceKind
from data.problem import FiguresError, shorten_list
from data.registry.indicator import Indicator
from data.registry.kind import Unit
from data.registry.registry import Registry
from data.spreadsheet.appearance.notice import list_faults, list_hidden, list_remarks
from data.spreadsheet.cell import Cell, CellError, CellValue, read_cell
from data.spreadsheet.column import Column
from data.spreadsheet.file_row import make_file_row
from data.spreadsheet.header import SheetHeader, find_sheet, read_header
from data.spreadsheet.organisation.read import OrganisationDelivery, read_organisations_sheet
from data.spreadsheet.place_row import find_places
from data.spreadsheet.sheet import Grid, cell_at, list_shown, read_grids
from data.spreadsheet.source_sheet import SourceSheet, read_source_sheet
from data.store.snapshot import COLUMNS, Snapshot

FEW = 3  # figures; from so few no wrong unit is concluded


@dataclass(frozen=True)
class DeliveredCell:
    """A cell below an indicator's heading, in the row of a place; ``result`` is None where it can't be read."""

    place: Place
    column: Column
    cell: Cell
    result: CellValue | None

    @property
    def is_stated(self) -> bool:
        """Whether the cell is not empty."""
        return not self.cell.is_empty

    @property
    def is_kommune(self) -> bool:
        """Whether it is of a kommune, and not of the country."""
        return self.place.kind is PlaceKind.KOMMUNE

    def row(self, value: CellValue) -> dict[str, str]:
        """A row of a figure table, without its source; messages name its figure as well as its cell."""
        row = make_file_row(self.place, self.cell, self.column.indicator, self.column.period, value, source="")
        return row | {"sted": _locate(self.cell, self.column, self.place)}


@dataclass(frozen=True)
class Delivery:
    """The content of a delivered spreadsheet.

    Attributes:
        source_sheet: what it comes from, who answers for it, its date and edition.
        table: the rows of all cells that can be read.
        columns: the indicators that are delivered.
        remarks: a sentence for everything that was left out or read with a guess.
        problems: a sentence for everything that is wrong; a delivery with any is refused.
        organisations: the housing organisations, where the file has a sheet of them.
    """

    source_sheet: SourceSheet
    table: pd.DataFrame
    columns: list[Column]
    remarks: list[str]
    problems: list[str]
    organisations: OrganisationList | None = None

    def snapshot(self, source: str) -> Snapshot:
        """The delivery as a snapshot of its own source: of the edition 2026 it is ``bl_kommuneark-2026``."""
        sheet = self.source_sheet
        key = f"{source}-{sheet.edition}"
        fields = {"title": sheet.title, "read": sheet.read, "responsible": sheet.responsible}
        return Snapshot(key, self.table.assign(kilde=key), fields | {"method": "Read from the spreadsheet that was delivered."})


def read_delivery(path: Path, registry: Registry, places: Mapping[str, Place], source: str, options: Mapping[str, str]) -> Delivery:
    """Read a filled-in workbook or a CSV file: figures, housing organisations, or both.

    Args:
        path: the file.
        registry: the registry.
        places: all places by code.
        source: key of the source that delivers.
        options: title, responsible, read and edition, where they are given on the command line.

    Raises:
        FiguresError: the file can't be read, or no sheet in it has figures or organisations. All other problems are in the delivery.
    """
    grids, hidden = list_shown(read_grids(path))
    delivery = _read_shown(grids, registry, places, source, options, hidden)
    problems = [*delivery.problems, *(hidden if delivery.problems else [])]
    return replace(delivery, remarks=[*delivery.remarks, *hidden], problems=problems)


def _read_shown(
    grids: list[Grid], registry: Registry, places: Mapping[str, Place], source: str, options: Mapping[str, str], hidden: list[str]
) -> Delivery:
    """The content of the sheets that are shown; where none has figures, the hidden ones are named."""
    problems: list[str] = []
    source_sheet = read_source_sheet(grids, options, date.today(), problems)
    listed = read_organisations_sheet(grids, places, source_sheet)
    try:
        grid, heading = find_sheet(grids, registry, source)
    except FiguresError as error:
        if listed is None:
            raise FiguresError(problems + error.problems + hidden) from error
        return _add_organisations(Delivery(source_sheet, _tabulate([], []), [], [], problems), listed)
    head = read_header(grid, heading, registry, source, problems)
    unread: list[str] = []
    cells = _read_cells(grid, head, places, unread)
    columns = [column for column in head.columns if any(one.is_stated and one.is_kommune for one in cells if one.column == column)]
    problems += [*(problem for column in columns for problem in column.problems), *unread]
    if not columns and not problems and listed is None:
        problems.append(f"{grid.name}: no indicator has any figure; fill in at least one column")
    labels = _list_labels(grid, heading, head)
    figures = [one.cell for one in cells]
    problems += [*list_faults(labels), *list_hidden(figures)]
    remarks = [*_list_remarks(cells, columns, head, grid, registry.delivered(source)), *list_remarks(labels)]
    remarks += list_hidden(labels, is_read=True)
    return _add_organisations(Delivery(source_sheet, _tabulate(cells, columns), columns, remarks, problems), listed)


def _list_labels(grid: Grid, heading: int, head: SheetHeader) -> list[Cell]:
    """The cells that say what the figures are: the headings, and what stands below them, of the columns that are read; codes and names."""
    places = [head.code, head.name]
    columns = [*places, *(column.number for column in head.columns)]
    rows = [(row, columns) for row in grid.rows[heading : head.first_row]] + [(row, places) for row in grid.rows[head.first_row :]]
    return [cell for row, numbers in rows for number in numbers if (cell := cell_at(row, number))]


def _add_organisations(figures: Delivery, listed: OrganisationDelivery | None) -> Delivery:
    """The delivery with its organisations, and with all that is to be told of both."""
    if listed is None:
        return figures
    remarks, problems = [*figures.remarks, *listed.remarks], [*figures.problems, *listed.problems]
    return replace(figures, remarks=remarks, problems=problems, organisations=listed.make_list())


def _tabulate(cells: list[DeliveredCell], columns: list[Column]) -> pd.DataFrame:
    """The rows of the columns without problems of their own; each row of the others would only be one more problem."""
    counts = Counter(column.indicator.key for column in columns)
    sound = [column for column in columns if not column.problems and counts[column.indicator.key] == 1]
    rows = [one.row(one.result) for one in cells if one.result and one.column in sound]
    return pd.DataFrame(rows, columns=[*COLUMNS, "sted"])


def _list_remarks(
    cells: list[DeliveredCell], columns: list[Column], head: SheetHeader, grid: Grid, delivered: list[Indicator]
) -> list[str]:
    empty = [f"{column.place}: {_describe_empty(column, cells)}" for column in head.columns if column not in columns]
    absent = [one.key for one in delivered if all(one.key != column.indicator.key for column in head.columns)]
    missing = [f"{grid.name}: there is no column for {', '.join(absent)}; what is known of them is left as it was"] if absent else []
    guessed = [remark for column in columns for remark in shorten_list(_list_guessed(column, cells))]
    return [*empty, *missing, *head.left_out, *guessed, *(remark for column in columns for remark in _check_percentages(column, cells))]


def _list_guessed(column: Column, cells: list[DeliveredCell]) -> list[str]:
    found = [one for one in cells if one.column == column and one.result and one.result.remark]
    return [f"{_locate(one.cell, one.column, one.place)}: {one.result.remark}" for one in found if one.result]


def _describe_empty(column: Column, cells: list[DeliveredCell]) -> str:
    key = column.indicator.key
    if any(one.is_stated for one in cells if one.column == column):
        return f"only the country has a figure of {key}, and it is left out: it can't stand beside kommuner of another period"
    return f"{key} is empty, and is left as it was"


def _check_percentages(column: Column, cells: list[DeliveredCell]) -> Iterator[str]:
    """A remark if the percentages may have been written as parts of 1."""
    found = [float(one.result.value) for one in cells if one.column == column and one.result and one.result.value]
    if column.indicator.unit is Unit.PERCENT and len(found) > FEW and 0 < max(found) <= 1:
        yield f"{column.place}: no figure of {column.indicator.key} is above 1 pct.; write 16 for 16 pct., and not 0.16"


def _read_cells(grid: Grid, head: SheetHeader, places: Mapping[str, Place], problems: list[str]) -> list[DeliveredCell]:
    """A cell per kommune and column, empty ones as well; of the country only those that have a number."""
    rows = find_places(grid, head, places, problems)
    found = []
    for place in rows:
        for column in head.columns:
            cell = cell_at(rows[place], column.number) or Cell(f"{grid.name}, the row of {place.name}")
            one = DeliveredCell(place, column, cell, _read_value(cell, column, place, grid, problems))
            if one.is_kommune or (one.result and one.result.value):
                found.append(one)
    return found


def _read_value(cell: Cell, column: Column, place: Place, grid: Grid, problems: list[str]) -> CellValue | None:
    try:
        return read_cell(cell, column.indicator, grid.number_format)
    except CellError as error:
        problems.append(f"{_locate(cell, column, place)}: {error}")
        return None


def _locate(cell: Cell, column: Column, place: Place) -> str:
    return f"{cell.place} ({place.name}, {column.indicator.key})"
