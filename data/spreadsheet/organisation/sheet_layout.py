"""Find the sheet with the list of organisations, and which of its columns has what."""

from collections.abc import Mapping
from dataclasses import dataclass

from data.problem import FiguresError
from data.spreadsheet import header
from data.spreadsheet.cell import Cell
from data.spreadsheet.heading import tidy
from data.spreadsheet.organisation.headings import SHEET, Field, find_fields, is_organisation_row
from data.spreadsheet.sheet import Grid

EXPECTED = f"of headings with '{Field.CODE}' and '{Field.NAME}'"
CSV_ENDINGS = (".csv", ".txt")


@dataclass(frozen=True)
class SheetLayout:
    """The layout of the sheet.

    Attributes:
        grid: the sheet.
        columns: by field, the number of its column, from 0.
        first_row: number of the row below the headings.
        left_out: a sentence for each column, and each other sheet, that is not read.
        problems: a sentence for each field with two columns.
    """

    grid: Grid
    columns: Mapping[Field, int]
    first_row: int
    left_out: list[str]
    problems: list[str]

    @property
    def rows(self) -> list[list[Cell]]:
        """The rows below the headings."""
        return self.grid.rows[self.first_row :]

    def list_cells(self) -> tuple[list[Cell], list[Cell]]:
        """The headings of the columns that are read, and the cells below them."""
        numbers = self.columns.values()
        heading = self.grid.rows[self.first_row - 1]
        return [heading[number] for number in numbers], [row[number] for row in self.rows for number in numbers if number < len(row)]


def find_layout(grids: list[Grid]) -> SheetLayout | None:
    """The layout of the sheet with the list; None if there is no such sheet. The one called as in the template decides between two.

    Raises:
        FiguresError: more than one has the headings, or the one that is called as in the template has not.
    """
    found = [(grid, row) for grid in grids if (row := _find_heading(grid)) is not None]
    named = next((grid for grid in grids if _is_named(grid)), None)
    if named and named.rows and all(grid is not named for grid, _ in found):
        raise FiguresError([f"{named.name}: there is no row {EXPECTED}; write one, or start from 'python -m data template'"])
    if not found:
        return None
    chosen = [(grid, row) for grid, row in found if grid is named] or found
    if len(chosen) > 1:
        raise FiguresError([f"the sheets {', '.join(grid.name for grid, _ in found)} all have organisations; name the right one '{SHEET}'"])
    grid, row = chosen[0]
    others = [f"{other.name}: the sheet has organisations as well, and is left out" for other, _ in found if other is not grid]
    return _read_layout(grid, row, others)


def _is_named(grid: Grid) -> bool:
    name = tidy(grid.name)
    return next((name.removesuffix(ending) for ending in CSV_ENDINGS if name.endswith(ending)), name) == tidy(SHEET)


def _find_heading(grid: Grid) -> int | None:
    if tidy(grid.name) == tidy(header.SHEET):
        return None
    rows = enumerate(grid.rows[: header.SEARCHED])
    return next((number for number, row in rows if is_organisation_row([cell.text for cell in row])), None)


def _read_layout(grid: Grid, heading: int, left_out: list[str]) -> SheetLayout:
    row = grid.rows[heading]
    columns: dict[Field, int] = {}
    problems: list[str] = []
    for number, (cell, field) in enumerate(zip(row, find_fields([cell.text for cell in row]), strict=True)):
        if field in columns:
            problems.append(f"{cell.place}: '{cell.quoted}' is a second column for {field}, beside {row[columns[field]].place}; keep one")
        elif field:
            columns[field] = number
        elif cell.text:
            left_out.append(f"{cell.place}: the column '{cell.quoted}' is none of the list's, and is left out")
    return SheetLayout(grid, columns, heading + 1, left_out, problems)
