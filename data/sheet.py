"""Spreadsheet files as grids of cells: .xlsx, and .csv in Danish or international form."""

import csv
import io
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from openpyxl import load_workbook
from openpyxl.cell.cell import MergedCell
from openpyxl.utils import get_column_letter

from data.cell import Cell
from data.number import Form
from data.problem import FiguresError

ENCODINGS = {b"\xef\xbb\xbf": "utf-8-sig", b"\xff\xfe": "utf-16", b"\xfe\xff": "utf-16"}
BIGGEST = 20_000_000  # bytes; a filled template is 60 kB


@dataclass(frozen=True)
class Grid:
    """A sheet: rows of cells, empty rows at the end left out. ``form`` is how numbers in text are written."""

    name: str
    rows: list[list[Cell]]
    form: Form


def read_grids(path: Path) -> list[Grid]:
    """All sheets of a file; a CSV file is one.

    Raises:
        FiguresError: the file is missing, too large, or can't be read as what its name says.
    """
    if not path.is_file():
        raise FiguresError([f"{path} is not there; name the filled-in workbook (.xlsx) or a .csv file"])
    if path.stat().st_size > BIGGEST:
        raise FiguresError([f"{path.name} has {path.stat().st_size:,} bytes; a filled-in workbook is far smaller: give that"])
    match path.suffix.lower():
        case ".xlsx" | ".xlsm":
            return _read_workbook(path)
        case ".csv" | ".txt":
            return [_read_csv(path)]
        case other:
            raise FiguresError([f"{path.name} ends in '{other}'; expected .xlsx or .csv: save it as one of them in Excel"])


def _read_workbook(path: Path) -> list[Grid]:
    try:
        shown, written = (load_workbook(path, data_only=data_only) for data_only in (True, False))
        return [Grid(sheet.title, _trim(list(_read_rows(sheet, written[sheet.title]))), Form.DANISH) for sheet in shown.worksheets]
    except Exception as error:  # openpyxl and the zip reader below it raise anything at a broken file
        what = f"{type(error).__name__}: {error}".splitlines()[0]
        raise FiguresError([f"{path.name} can't be read as a workbook ({what}); open it in Excel and save it as .xlsx"]) from error


def _read_rows(shown: Any, written: Any) -> Iterator[list[Cell]]:
    merged = {place: str(area) for area in shown.merged_cells.ranges for row in area.rows for place in row}
    for values, sources in zip(shown.iter_rows(), written.iter_rows(), strict=True):
        yield [_read_one(shown.title, value, source, merged) for value, source in zip(values, sources, strict=True)]


def _read_one(sheet: str, shown: Any, written: Any, merged: dict[tuple[int, int], str]) -> Cell:
    place = f"{sheet}!{get_column_letter(shown.column)}{shown.row}"
    area = merged.get((shown.row, shown.column), "")
    if isinstance(shown, MergedCell):
        return Cell(place, merged=area)
    formula = str(getattr(written.value, "text", written.value)) if written.data_type == "f" else ""
    return Cell(place, shown.value, formula, "%" in str(shown.number_format), area)


def _trim(rows: list[list[Cell]]) -> list[list[Cell]]:
    while rows and all(cell.is_empty for cell in rows[-1]):
        rows.pop()
    return rows


def _read_csv(path: Path) -> Grid:
    text = decode(path.read_bytes())
    first = next((line for line in text.split("\n") if line.strip() and not line.startswith("#")), "")
    mark = max(";\t,|", key=first.count)
    form = Form.INTERNATIONAL if mark == "," else Form.DANISH
    try:
        lines = list(csv.reader(io.StringIO(text.replace("\0", ""), newline=""), delimiter=mark))
    except csv.Error as error:
        raise FiguresError([f"{path.name} can't be read as CSV ({error}); save it again from the spreadsheet"]) from error
    rows = [
        [Cell(f"{path.name}!{get_column_letter(column)}{number}", content.strip()) for column, content in enumerate(line, 1)]
        for number, line in enumerate(lines, 1)
    ]
    return Grid(path.name, _trim(rows), form)


def decode(content: bytes) -> str:
    """Text as Excel saves it: UTF-8, UTF-16 with its mark, or else the Windows code page."""
    marked = next((encoding for mark, encoding in ENCODINGS.items() if content.startswith(mark)), "")
    for encoding in (marked, "utf-8"):
        try:
            return content.decode(encoding) if encoding else content.decode("utf-8")
        except UnicodeDecodeError:
            continue
    return content.decode("cp1252", errors="replace")
