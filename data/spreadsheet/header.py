"""Read the header of a delivered sheet: which column is which indicator, and for which period."""

from collections import Counter
from dataclasses import dataclass

from data.problem import FiguresError
from data.registry.registry import Registry
from data.spreadsheet.cell import Cell
from data.spreadsheet.column import KEY_ROW, PERIOD_ROW, UNIT_ROW, Column, read_column
from data.spreadsheet.heading import Names, find_keys, list_bare, list_column_names, suggest_key, tidy
from data.spreadsheet.organisation.headings import is_organisation_row
from data.spreadsheet.sheet import Grid, cell_at

SHEET = "Tal"  # as the template names it
CODE_WORDS = {"kommunekode", "kommune_kode", "kode", "kommunenr", "kommunenr.", "kommunenummer"}
NAME_WORDS = {"kommune", "kommunenavn", "navn"}
SEARCHED = 30  # rows in which the heading row is looked for


@dataclass(frozen=True)
class SheetHeader:
    """The layout of a sheet.

    Attributes:
        code: number of the column of kommunekoder, or None.
        name: number of the column of names, or None; one of the two is there.
        columns: those of the indicators.
        first_row: number of the row below the header.
        left_out: a sentence for each column that is no indicator's.
    """

    code: int | None
    name: int | None
    columns: list[Column]
    first_row: int
    left_out: list[str]


def find_sheet(grids: list[Grid], registry: Registry, source: str) -> tuple[Grid, int]:
    """The sheet that has a column of kommuner and one of an indicator, and the number of its heading row.

    Raises:
        FiguresError: there is none, or more than one and none of them is called as in the template.
    """
    names = list_column_names(registry, source)
    found = [(grid, row) for grid in grids if (row := _find_heading(grid, names)) is not None]
    if len(found) > 1:
        found = [(grid, row) for grid, row in found if tidy(grid.name) == tidy(SHEET)] or found
    if not found:
        sheets = ", ".join(grid.name for grid in grids)
        expected = "a row of headings with 'Kommunekode' and at least one of the indicators' names"
        raise FiguresError([f"{sheets}: no sheet has {expected}; start from 'python -m data template'"])
    if len(found) > 1:
        raise FiguresError([f"the sheets {', '.join(grid.name for grid, _ in found)} all have figures; name the right one '{SHEET}'"])
    return found[0]


def _find_heading(grid: Grid, names: Names) -> int | None:
    for number, row in enumerate(grid.rows[:SEARCHED]):
        words = {word for cell in row for word in list_bare(cell.text)}
        if is_organisation_row(words) and tidy(grid.name) != tidy(SHEET):
            return None  # the list of organisations, also where a column of it is called as an indicator
        if words & (CODE_WORDS | NAME_WORDS) and any(find_keys(word, names) for word in words):
            return number
    return None


def read_header(grid: Grid, heading: int, registry: Registry, source: str, problems: list[str]) -> SheetHeader:
    """The layout of a sheet, whose columns may have any order.

    Args:
        grid: the sheet.
        heading: number of its heading row.
        registry: the registry.
        source: key of the source that delivers.
        problems: gets a sentence for each indicator with two columns, and each heading that contradicts the key below it.
    """
    row = grid.rows[heading]
    below = _read_below(grid, heading)
    names = list_column_names(registry, source)
    columns: list[Column] = []
    left_out: list[str] = []
    for number, cell in enumerate(row):
        key = _find_key(cell, cell_at(below.get(KEY_ROW, []), number), names, problems)
        if key:
            columns.append(read_column(number, registry[key], cell, below))
        elif cell.text and not _is_one_of(cell, CODE_WORDS | NAME_WORDS) and not find_keys(tidy(cell.text), names):
            hint = suggest_key(cell, names)
            left_out.append(f"{cell.place}: the column '{cell.quoted}' is none of the indicators, and is left out{hint}")
    problems += _find_doubles(columns)
    return SheetHeader(_find_first(row, CODE_WORDS), _find_first(row, NAME_WORDS), columns, heading + 1 + len(below), left_out)


def _find_doubles(columns: list[Column]) -> list[str]:
    counts = Counter(column.indicator.key for column in columns)
    places = {key: [column.place for column in columns if column.indicator.key == key] for key, count in counts.items() if count > 1}
    return [f"{where[0]}: {key} stands in columns {', '.join(where)}; keep one of them" for key, where in places.items()]


def _find_first(row: list[Cell], wanted: set[str]) -> int | None:
    return next((number for number, cell in enumerate(row) if _is_one_of(cell, wanted)), None)


def _is_one_of(cell: Cell, wanted: set[str]) -> bool:
    return any(word in wanted for word in list_bare(cell.text))


def _read_below(grid: Grid, heading: int) -> dict[str, list[Cell]]:
    """The rows of units, periods and keys, which follow the headings in any order; each has its label in one of the columns."""
    found: dict[str, list[Cell]] = {}
    for row in grid.rows[heading + 1 : heading + 4]:
        word = next((tidy(cell.text) for cell in row if tidy(cell.text) in (UNIT_ROW, PERIOD_ROW, KEY_ROW)), "")
        if not word:
            break
        found[word] = row
    return found


def _find_key(cell: Cell, below: Cell | None, names: Names, problems: list[str]) -> str:
    """The key of a column's indicator: that in the key row, else that of the heading; they must not contradict each other."""
    by_heading, by_key = find_keys(tidy(cell.text), names), find_keys(tidy(below.text), names) if below else ()
    if len(by_key) == 1:
        if by_heading and by_key[0] not in by_heading:
            problems.append(
                f"{cell.place}: the heading '{cell.quoted}' is {by_heading[0]}, but the key below it is {by_key[0]}; correct one of them"
            )
        return by_key[0]
    if len(by_heading) > 1:
        problems.append(f"{cell.place}: the heading '{cell.quoted}' may be {' or '.join(by_heading)}; write the one that it is")
        return ""
    return by_heading[0] if by_heading else ""
