"""Rows and columns of a sheet that are hidden or filtered away."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from openpyxl.utils import get_column_letter, range_boundaries

THINNEST = 0.5  # points of a row, letters of a column: what is thinner shows nothing


@dataclass(frozen=True)
class HiddenParts:
    """The hidden rows and columns of a sheet by number, and what messages call each: "column F", "the filtered row 17"."""

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
