"""The values in a chosen column, as rows of a figure table; each that is missing has its reason."""

from collections.abc import Mapping

import pandas as pd

from data.place import Place
from data.reading import Reason
from data.registry.kind import Measure
from data.spreadsheet.cell import Cell, CellError, CellValue, read_cell
from data.spreadsheet.file_row import make_file_row
from data.spreadsheet.landsbyggefonden.choice import Choice
from data.spreadsheet.sheet import cell_at

HIDDEN = {"..", "-", "–", "—"}  # a suppressed figure, of any measure
NONE = "0"  # a suppressed rent or area, since no dwelling has none; of a count it is a count


def read_values(choice: Choice, rows: Mapping[Place, list[Cell]], source: str, none_of_it: set[Place], problems: list[str]) -> pd.DataFrame:
    """The indicator's rows, of the kommuner and of the country where the block has it.

    A rent or an area that has no number is ``ikke_relevant`` where the file counts no such dwelling in that kommune. Where it has no
    count, or the count is no number either, the file does not say that there are none: an empty cell is ``ikke_offentliggjort``, a dash
    or ".." is ``undertrykt``, and so is a rent or an area of 0. A count of 0 is 0, an empty one is never read as 0.

    Args:
        choice: the column and what it has.
        rows: the block's rows by place.
        source: key of the source.
        none_of_it: the places that have no dwelling of the kind, as their count of the same period says.
        problems: gets a sentence for each cell that can't be read.
    """
    made = []
    for place, row in rows.items():
        cell = cell_at(row, choice.seen.column.number) or Cell(row[0].place)
        value = CellValue("")
        try:
            value = _read_value(cell, choice, is_count=choice.measure is Measure.COUNT, has_none=place in none_of_it)
        except CellError as error:
            problems.append(f"{cell.place} ({place.name}, {choice.indicator.key}): {error}")
        made.append(make_file_row(place, cell, choice.indicator, choice.period, value, source))
    if not any(row["vaerdi"] for row in made):
        problems.append(
            f"{choice.seen.describe()}: no place has a value of {choice.indicator.key} in that column; name another with --column"
        )
    return pd.DataFrame(made)


def find_none(table: pd.DataFrame, places: Mapping[str, Place]) -> set[Place]:
    """The places whose count is 0 in the rows of a count."""
    return {places[code] for code in table.loc[table["vaerdi"].eq(NONE), "kommune_kode"]}


def _read_value(cell: Cell, choice: Choice, *, is_count: bool, has_none: bool) -> CellValue:
    is_hidden = not cell.fault and (cell.text in HIDDEN or (cell.text == NONE and not is_count))
    if not cell.merged and has_none and (is_hidden or cell.is_empty):
        return CellValue("", Reason.IKKE_RELEVANT)
    if is_hidden:
        return CellValue("", Reason.UNDERTRYKT)
    return read_cell(cell, choice.indicator, choice.seen.block.grid.number_format)
