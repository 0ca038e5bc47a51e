"""Read spreadsheet files into grids of cells: .xlsx, and .csv with Danish or international numbers."""

import csv
import io
import warnings
from collections.abc import Iterator
from dataclasses import dataclass, replace
from math import isfinite
from pathlib import Path
from typing import Any
from zipfile import ZipFile

from openpyxl import load_workbook
from openpyxl.cell.cell import MergedCell
from openpyxl.cell.rich_text import CellRichText
from openpyxl.utils import get_column_letter

from data.problem import FiguresError
from data.spreadsheet.appearance.conditional import READ, list_hiding
from data.spreadsheet.appearance.hidden import HiddenParts
from data.spreadsheet.appearance.number_format import SIGNIFICANT, describe_shown
from data.spreadsheet.appearance.rich_text import read_rich_text
from data.spreadsheet.appearance.style import Styles
from data.spreadsheet.cell import Cell
from data.spreadsheet.number import NumberFormat
from data.spreadsheet.writing.encoding import decode_danish
from data.spreadsheet.writing.letters import clean

BIGGEST = 20_000_000  # bytes; a filled template is 60 kB
BIGGEST_UNPACKED = 50_000_000  # bytes; a filled template is 400 kB
STRICT = b"http://purl.oclc.org/ooxml/"  # the names that Strict Open XML gives its parts; openpyxl finds no sheet in it
OLD_OFFICE, ZIP = b"\xd0\xcf\x11\xe0", b"PK\x03\x04"  # how .xls and locked workbooks begin; and .xlsx
DELIMITERS = ";\t,|"  # of a CSV file; of two that are as likely, the first
NEWER_FORMATS = "Conditional Formatting extension"  # in openpyxl's warning that it leaves them out
PADDED = 50  # columns; shorter rows are filled up to the width of the sheet, or to this


@dataclass(frozen=True)
class Grid:
    """A sheet.

    Attributes:
        name: its name; of a CSV file that of the file.
        rows: rows of cells, without the empty rows.
        number_format: how numbers in text are written.
        is_hidden: whether nobody sees it who opens the workbook. Such a sheet is never read.
        remarks: sentences on what it may show otherwise than it has, where that is not a cell's own.
    """

    name: str
    rows: list[list[Cell]]
    number_format: NumberFormat
    is_hidden: bool = False
    remarks: tuple[str, ...] = ()


def list_shown(grids: list[Grid]) -> tuple[list[Grid], list[str]]:
    """The sheets that are not hidden; and a sentence for each that is and has something on it, and what is to be said of the others."""
    hidden = [grid for grid in grids if grid.is_hidden and grid.rows]
    remarks = [f"{grid.name}: the sheet is hidden, and is not read; show it (right-click a tab, Unhide) if it should be" for grid in hidden]
    shown = [grid for grid in grids if not grid.is_hidden]
    return shown, [*remarks, *(remark for grid in shown for remark in grid.remarks)]


def cell_at(row: list[Cell], number: int | None) -> Cell | None:
    """A row's cell in a column, counted from 0; None where the row ends before it, or there is no such column."""
    return row[number] if number is not None and number < len(row) else None


def read_grids(path: Path) -> list[Grid]:
    """All sheets of a file; a CSV file has one.

    Raises:
        FiguresError: the file is missing, too large, or can't be read as what its ending says.
    """
    content = _read_file(path)
    match path.suffix.lower():
        case ".xlsx" | ".xlsm":
            return _read_workbook(path.name, content)
        case ".csv" | ".txt":
            return [_read_csv(path.name, content)]
        case other:
            raise FiguresError([f"{path.name} ends in '{other}'; expected .xlsx or .csv: save it as one of them in Excel"])


def _read_file(path: Path) -> bytes:
    if path.is_dir():
        raise FiguresError([f"{path} is a folder; name the filled-in workbook (.xlsx) or a .csv file in it"])
    if not path.is_file():
        raise FiguresError([f"{path} is not there; name the filled-in workbook (.xlsx) or a .csv file"])
    if path.stat().st_size > BIGGEST:
        raise FiguresError([f"{path.name} has {path.stat().st_size:,} bytes; a filled-in workbook is far smaller: give that"])
    try:
        return path.read_bytes()
    except OSError as error:
        raise FiguresError([f"{path.name} can't be opened ({error.strerror}); close it elsewhere, or ask for leave to read it"]) from error


def _read_workbook(name: str, content: bytes) -> list[Grid]:
    if content.startswith(OLD_OFFICE):
        raise FiguresError([f"{name} has a password, or is an old .xls file; open it in Excel and save it as .xlsx without a password"])
    try:
        archive = ZipFile(io.BytesIO(content))
        unpacked = sum(part.file_size for part in archive.infolist())
        is_strict = unpacked <= BIGGEST_UNPACKED and STRICT in archive.read("_rels/.rels")
        if unpacked <= BIGGEST_UNPACKED and not is_strict:
            (shown, told), (written, _) = (_open(content, data_only=data_only) for data_only in (True, False))
            styles = Styles()
            grids = [_make_grid(sheet, written[sheet.title], styles) for sheet in shown.worksheets]
            return _add_remark(grids, name) if any(NEWER_FORMATS in each for each in told) else grids
    except Exception as error:  # openpyxl and the zip reader below it raise anything at a broken file
        cause = f"{type(error).__name__}: {error}".splitlines()[0]
        raise FiguresError([f"{name} can't be read as a workbook ({cause}); open it in Excel and save it as .xlsx"]) from error
    if is_strict:
        remedy = "open it in Excel and save it as 'Excel Workbook (.xlsx)', which stands above 'Strict Open XML' in the list"
        raise FiguresError([f"{name} is a Strict Open XML workbook, which is not read; {remedy}"])
    raise FiguresError([f"{name} has {unpacked:,} bytes when it is unpacked; copy the sheets with figures to a workbook of their own"])


def _open(content: bytes, *, data_only: bool) -> tuple[Any, list[str]]:
    """The workbook with results, or with formulas, and what openpyxl warns of that it can't keep; nothing is written back."""
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        workbook = load_workbook(io.BytesIO(content), data_only=data_only, rich_text=data_only)
    return workbook, [str(each.message) for each in caught]


def _add_remark(grids: list[Grid], name: str) -> list[Grid]:
    """The grids, of which the first that is shown says that the workbook has formats that were not looked at."""
    first = next((number for number, grid in enumerate(grids) if not grid.is_hidden), 0)
    remark = f"{name} has conditional formats of Excel 2010 and later, which are not looked at: {READ}"
    return [replace(grid, remarks=(*grid.remarks, remark)) if number == first else grid for number, grid in enumerate(grids)]


def _make_grid(shown: Any, written: Any, styles: Styles) -> Grid:
    rows, remarks = list(_read_rows(shown, written, styles)), tuple(list_hiding(shown))
    return Grid(shown.title, rows, NumberFormat.DANISH, shown.sheet_state != "visible", remarks)


def _read_rows(shown: Any, written: Any, styles: Styles) -> Iterator[list[Cell]]:
    """The rows that are not empty. Only cells that the file holds are looked at: a formatted one may lie a million rows down."""
    merged = {place: str(area) for area in shown.merged_cells.ranges for row in area.rows for place in row}
    hidden = HiddenParts.of(shown)
    found: dict[int, dict[int, Cell]] = {}
    for place, source in sorted(written._cells.items()):  # noqa: SLF001 - iter_rows would make all the cells that are not there
        cell = _read_cell(shown[source.coordinate], source, merged.get(place, ""), styles)
        if not cell.is_empty:
            by = hidden.name(*place)
            found.setdefault(place[0], {})[place[1]] = replace(cell, hidden=by) if by else cell
    width = min(PADDED, max((max(row) for row in found.values()), default=0))
    for number, row in found.items():
        blank = (Cell(_locate(shown.title, column, number)) for column in range(1, max(width, *row) + 1))
        yield [row.get(column, cell) for column, cell in enumerate(blank, 1)]


def _locate(sheet: str, column: int, row: int) -> str:
    return f"{sheet}!{get_column_letter(column)}{row}"


def _read_cell(shown: Any, written: Any, merged: str, styles: Styles) -> Cell:
    place = _locate(shown.parent.title, shown.column, shown.row)
    if isinstance(shown, MergedCell):
        return Cell(place, merged=merged)
    formula = str(getattr(written.value, "text", written.value)) if written.data_type == "f" else ""
    is_empty_text = shown.value is None and shown.data_type == "str"  # a formula that gives "", as Excel and LibreOffice store it
    content, fault, remark = ("", "", "") if is_empty_text else _read_content(shown, styles)
    return Cell(place, content, formula, "%" in str(shown.number_format), merged, fault, remark)


def _read_content(shown: Any, styles: Styles) -> tuple[object, str, str]:
    """What a cell of openpyxl's holds; why that is not what it shows; what it shows otherwise."""
    content = shown.value
    if content is None:
        return None, "", ""
    fault = styles.find_fault(shown)
    if isinstance(content, CellRichText):
        text = read_rich_text(content)
        return clean(text.text), text.fault or fault, text.remark
    if isinstance(content, str):
        return clean(content), fault if content.strip() else "", ""
    if type(content) not in {int, float} or not isfinite(content):
        return content, fault, ""
    remark = "0 is shown as nothing; what the cell has is read" if content == 0 and shown.parent.sheet_view.showZeros is False else ""
    number = float(f"{content:.{SIGNIFICANT}g}") if isinstance(content, float) else content
    return number, fault, remark or describe_shown(content, shown.number_format)


def _read_csv(name: str, content: bytes) -> Grid:
    if content.startswith((ZIP, OLD_OFFICE)):
        raise FiguresError([f"{name} is a workbook, whatever its name; give it the ending .xlsx, or save it as CSV in Excel"])
    text = decode_danish(name, content).replace("\0", "")
    delimiter = _find_delimiter(text)
    try:
        lines = list(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter))
    except csv.Error as error:
        raise FiguresError([f"{name} can't be read as CSV ({error}); save it again from the spreadsheet"]) from error
    rows = [
        [Cell(_locate(name, column, number), clean(content).strip()) for column, content in enumerate(line, 1)]
        for number, line in enumerate(lines, 1)
    ]
    filled = [row for row in rows if any(not cell.is_empty for cell in row)]
    return Grid(name, filled, NumberFormat.INTERNATIONAL if delimiter == "," else NumberFormat.DANISH)


def _find_delimiter(text: str) -> str:
    """The delimiter: the one that the typical line has most of. A title above the table may have commas, and so may Danish numbers."""
    lines = [line for line in text.splitlines() if line.strip() and not line.startswith("#")]
    counts = {mark: sorted(line.count(mark) for line in lines) for mark in DELIMITERS}
    return max(DELIMITERS, key=lambda mark: counts[mark][len(lines) // 2] if lines else 0)
