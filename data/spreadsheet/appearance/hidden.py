"""Rows and columns of a sheet that are hidden or filtered away."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from openpyxl.utils import get_column_letter, range_boundaries

THINNEST = 0.5  # points of a row, letters of a column: what is thinner shows nothing


@dataclass(frozen=True)
class HiddenParts:
    """The hidden rows and columns of a sheet by number, and what messages call each: "column F", "the filtered row 17".

    Rows that are hidden by default (``zeroHeight``) are those that the file does not have, so none with a cell.
    """

    rows: dict[int, str]
    columns: dict[int, str]

    @staticmethod
    def of(sheet: Any) -> "HiddenParts":
        """Those of a worksheet of openpyxl's."""
        filtered = list(_find_filtered(sheet))
        rows = {
            number: f"{'the filtered row' if any(number in area for area in filtered) else 'row'} {number}"
            for number, row in sheet.row_dimensions.items()
            if row.hidden or (row.height is not None and row.height < THINNEST)
        }
        columns = {
            number: f"column {get_column_letter(number)}"
            for column in sheet.column_dimensions.values()
            if column.hidden or column.width < THINNEST
            for number in range(column.min or 0, (column.max or -1) + 1)
        }
        standard = sheet.sheet_format  # rows and columns that say nothing of their own are as high and wide as this
        if standard.defaultColWidth is not None and standard.defaultColWidth < THINNEST:
            own = {number for each in sheet.column_dimensions.values() for number in range(each.min or 0, (each.max or -1) + 1)}
            columns |= {number: f"column {get_column_letter(number)}" for number in range(1, sheet.max_column + 1) if number not in own}
        if standard.defaultRowHeight is not None and standard.defaultRowHeight < THINNEST:
            own = {number for number, row in sheet.row_dimensions.items() if row.height is not None}
            rows |= {number: f"row {number}" for number, _ in sheet._cells if number not in own}  # noqa: SLF001 - as in sheet.py
        return HiddenParts(rows, columns)

    def name(self, row: int, column: int) -> str:
        """What hides a cell; empty where it can be seen."""
        return self.columns.get(column) or self.rows.get(row, "")


def _find_filtered(sheet: Any) -> Iterator[range]:
    """The rows of each filter that has a condition."""
    for one in (sheet.auto_filter, *(table.autoFilter for table in sheet.tables.values())):
        if one is not None and one.ref and one.filterColumn:
            _, first, _, last = range_boundaries(one.ref)
            yield range(int(first or 1), int(last or 1) + 1)
