"""Read rents per kommune from a file: Landsbyggefonden's workbook, or boligstat.dk's table saved as a file.

Neither publisher has an API, and neither gives kommunekoder. Landsbyggefonden's sheet "Tabel 7" has a row of headings that begins
with "Kommune", and several columns "Husleje …", of which that of the family dwellings is wanted; totals are called "I alt".
boligstat.dk writes a suppressed rent as 0 and the country as "Hele landet". Its table has no download and is copied from the page:
two columns without headings, names and numbers, separated by a tab, ";" or "|", are enough, also below lines that begin with "#".
"""

import re
from collections.abc import Collection, Mapping
from pathlib import Path

import pandas as pd

from data.place import COUNTRY, Place, PlaceKind, index_by_name, name_key
from data.problem import FiguresError
from data.reading import Reason, Status
from data.registry.indicator import Indicator
from data.spreadsheet.appearance.notice import list_faults, list_hidden, list_remarks, list_rounded
from data.spreadsheet.cell import Cell, CellError, CellValue, read_cell
from data.spreadsheet.file_row import make_file_row
from data.spreadsheet.heading import tidy
from data.spreadsheet.landsbyggefonden.area import COUNTRY_NAMES, TOTALS
from data.spreadsheet.landsbyggefonden.layout import FOOTNOTES
from data.spreadsheet.landsbyggefonden.values import HIDDEN as SUPPRESSED
from data.spreadsheet.sheet import Grid, cell_at, list_shown, read_grids
from data.spreadsheet.writing.place_words import find_named
from data.store.check import PERIOD_FORMATS

ABOVE = 3  # rows above the headings in which a spanning heading may name the kind of dwelling of several columns
RENT = "husleje"  # in the heading of a column of rents
FAMILY = "famil"  # in the spanning heading of the family dwellings
HIDDEN = SUPPRESSED | {"0"}  # no rent is 0
PLAIN = 2  # columns of a table without headings: name and rent


def read_rents(
    path: Path, indicator: Indicator, places: Mapping[str, Place], period: str | None, column: str | None
) -> tuple[pd.DataFrame, list[str]]:
    """The rents as rows of a figure table; and what is shown otherwise than it was read.

    Args:
        path: .xlsx or .csv.
        indicator: the rent that the file has.
        places: all places by code.
        period: the period of the rents; the files do not have it.
        column: heading or letter of the wanted column, where several may be it.

    Raises:
        FiguresError: with all problems of the file.
    """
    period = _check_period(path, indicator, period)
    grids, hidden = list_shown(read_grids(path))
    known = index_by_name(place for place in places.values() if place.kind in {PlaceKind.KOMMUNE, PlaceKind.COUNTRY})
    grid, heading, number = _find_plain(grids, known) or _find_table(grids, path, column, hidden)
    rows: dict[Place, dict[str, str]] = {}
    labels, rents = _list_cells(grid, heading, number)
    problems = [*_check_year(grid, heading, number, period), *list_faults(labels), *list_hidden(rents)]
    for row in grid.rows[heading + 1 :]:
        name = row[0].text if row else ""
        place = places[COUNTRY] if tidy(name) in COUNTRY_NAMES else find_named(name, known)
        if place in rows:
            problems.append(f"{row[0].place}: {place.name} stands there already; remove one of the rows")
        elif place:
            rows[place] = _read_row(place, row[number] if number < len(row) else Cell(row[0].place), indicator, period, grid, problems)
        elif name and tidy(name) not in TOTALS and not FOOTNOTES.match(name) and len(row) > number and row[number].text:
            problems.append(f"{row[0].place}: '{name}' is no kommune; correct the name, or remove the row")
    if problems := problems + _check_complete(grid, rows, known.values()):
        raise FiguresError(problems)
    return pd.DataFrame(list(rows.values())), [*list_remarks(labels), *list_rounded(rents)]


def _list_cells(grid: Grid, heading: int, number: int) -> tuple[list[Cell], list[Cell]]:
    """The cells that say what the rents are, names and headings; and those of the rents."""
    above = [cell for row in grid.rows[max(0, heading - ABOVE) : max(0, heading)] for cell in row if FAMILY in tidy(cell.text)]
    own = [cell for row in grid.rows[heading : heading + 1] if heading >= 0 and (cell := cell_at(row, number))]
    names, rents = ([cell for row in grid.rows[heading + 1 :] if (cell := cell_at(row, column))] for column in (0, number))
    return [*above, *own, *names], rents


def _check_period(path: Path, indicator: Indicator, period: str | None) -> str:
    pattern, sample = PERIOD_FORMATS[indicator.period]
    if re.fullmatch(pattern, period or ""):
        return str(period)
    problem = f"'{period}' is no period of {indicator.key}" if period else f"{path.name} does not say which period {indicator.key} is for"
    raise FiguresError([f"{problem}; give it with --period, such as {sample}"])


def _check_complete(grid: Grid, rows: Mapping[Place, Mapping[str, str]], places: Collection[Place]) -> list[str]:
    """All kommuner must be there, and some of them must have a rent: a column without any is the wrong one."""
    missing = [place.name for place in places if place not in rows and place.kind is PlaceKind.KOMMUNE]
    if missing:
        return [f"{grid.name}: {len(missing)} kommuner are missing: {', '.join(missing)}; give a file with all of them"]
    hidden = all(row["status"] == Status.MANGLER for row in rows.values())
    return [f"{grid.name}: no place has a rent in that column; name another with --column"] if hidden else []


def _find_plain(grids: list[Grid], names: Collection[str]) -> tuple[Grid, int, int] | None:
    """The first sheet with a table of two columns without headings: the row number before the first one, and the column of rents."""
    for grid in grids:
        rows = [(number, row) for number, row in enumerate(grid.rows) if row and row[0].text and not row[0].text.startswith("#")]
        if rows and all(len(row) == PLAIN for _, row in rows) and name_key(rows[0][1][0].text) in names:
            return grid, rows[0][0] - 1, PLAIN - 1
    return None


def _check_year(grid: Grid, heading: int, number: int, period: str) -> list[str]:
    """A problem if the column's heading, or else the rows above, name years and the period is none of them."""
    own = [grid.rows[heading][number]] if heading >= 0 and number < len(grid.rows[heading]) else []
    above = [cell for row in grid.rows[: heading + 1] for cell in row]
    for cells in (own, above):
        years = [year for cell in cells for year in re.findall(r"\b20\d\d\b", cell.text)]
        if years:
            mismatch = f"{grid.name}: the rents are said to be of {', '.join(dict.fromkeys(years))}, but --period is {period}"
            return [] if period in years else [f"{mismatch}; correct one of them"]
    return []


def _find_table(grids: list[Grid], path: Path, column: str | None, hidden: list[str]) -> tuple[Grid, int, int]:
    try:
        grid, heading = _find_heading(grids, path)
    except FiguresError as error:
        raise FiguresError(error.problems + hidden) from error
    return grid, heading, _find_column(grid, heading, column)


def _find_heading(grids: list[Grid], path: Path) -> tuple[Grid, int]:
    """The sheet with a row that begins with "Kommune", and the number of that row; "Tabel 7" if several have one."""
    found = [
        (grid, number) for grid in grids for number, row in enumerate(grid.rows) if row and tidy(row[0].text) in {"kommune", "kommuner"}
    ]
    tables = [(grid, number) for grid, number in found if tidy(grid.name) == "tabel 7"] or found
    if len(tables) != 1:
        raise FiguresError(
            [f"{path.name}: {len(tables)} rows begin with 'Kommune'; expected one, above the kommuner: keep that sheet only"]
        )
    return tables[0]


def _find_column(grid: Grid, heading: int, column: str | None) -> int:
    """The column of rents: the named one; else the only one with "husleje" in its heading; else that of the family dwellings."""
    row = grid.rows[heading]
    texts = [tidy(cell.text) for cell in row]
    if column:
        letters = [re.sub(r"\d+$", "", cell.place.rpartition("!")[2]) for cell in row]
        found = [number for number, text in enumerate(texts) if text == tidy(column)]
        found = found if len(found) == 1 else [number for number, letter in enumerate(letters) if letter == column.upper()]
    else:
        rents = [number for number, text in enumerate(texts) if RENT in text]
        found = (
            rents if len(rents) == 1 else [number for number in rents if FAMILY in _find_spanning(grid, heading, number) + texts[number]]
        )
    if len(found) != 1:
        headings = ", ".join(f"'{cell.text}'" for cell in row if cell.text)
        raise FiguresError(
            [f"{grid.name}: which column has the rents can't be told from {headings}; name its heading or its letter with --column"]
        )
    return found[0]


def _find_spanning(grid: Grid, heading: int, number: int) -> str:
    """The heading above a column that spans several columns; it is written in the first of them."""
    for row in reversed(grid.rows[max(0, heading - ABOVE) : heading]):
        filled = [tidy(cell.text) for cell in row[: number + 1] if cell.text]
        if len(filled) > 1 or (filled and FAMILY in filled[-1]):
            return filled[-1]
    return ""


def _read_row(place: Place, cell: Cell, indicator: Indicator, period: str, grid: Grid, problems: list[str]) -> dict[str, str]:
    rent = CellValue("", Reason.UNDERTRYKT)
    if cell.text not in HIDDEN or cell.fault:
        try:
            rent = read_cell(cell, indicator, grid.number_format)
        except CellError as error:
            problems.append(f"{cell.place} ({place.name}, {indicator.key}): {error}")
    return make_file_row(place, cell, indicator, period, rent, indicator.sources[0])
