"""The workbook's sheet "Kilde", written and read: what a delivery comes from, who answers for it, its date and its edition."""

import itertools
import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from openpyxl.styles import Alignment
from openpyxl.worksheet.datavalidation import DataValidation

from data.period import MONTHS
from data.problem import shorten
from data.spreadsheet.appearance.notice import list_faults, list_hidden
from data.spreadsheet.cell import Cell
from data.spreadsheet.heading import tidy
from data.spreadsheet.sheet import Grid
from data.spreadsheet.template_style import LOCKED_FONT, OPEN, OPEN_FILL, WORD_FONT, fit_paper

SHEET = "Kilde"
FIELDS = {"title": "Kilde", "responsible": "Ansvarlig", "read": "Dato", "edition": "Udgave"}  # field, and its label in the sheet
HINTS = {
    "title": "Hvad tallene kommer fra, som det skal stå ved dem, f.eks. Kommuneark 2026",
    "responsible": "Navn og mail på den, der svarer for tallene",
    "read": "Hvornår tallene er gjort op, f.eks. 2026-12-01",
    "edition": "Udgavens navn i adresser: små bogstaver, tal og bindestreg, f.eks. 2026",
}
FIRST_DAY = "36526"  # 1 January 2000, as spreadsheets count days
YEAR_DIGITS = 4
EARLIEST = 1990  # an earlier year is one that was written with two digits


@dataclass(frozen=True)
class SourceSheet:
    """The content of the sheet, or the options of the command line that replace it. A field is empty where nothing sound was given.

    Attributes:
        title: what the figures come from.
        responsible: the person who answers for them.
        read: their date, ISO.
        edition: the name of the new edition.
        edition_place: where that name was given, for messages: "Kilde!B4 (Udgave)" or "--edition".
    """

    title: str
    responsible: str
    read: str
    edition: str
    edition_place: str


def read_source_sheet(grids: list[Grid], options: Mapping[str, str], today: date, problems: list[str]) -> SourceSheet:
    """Read the sheet.

    Args:
        grids: all sheets of the file; the one called "Kilde" is read, if there is one.
        options: fields given on the command line, which take precedence over the sheet.
        today: the date may not be later.
        problems: gets a sentence for each field that is missing or wrong.
    """
    sheet = next((grid for grid in grids if tidy(grid.name) == tidy(SHEET)), None)
    cells = _find_cells(sheet) if sheet else {}
    given = {field: value for field, value in options.items() if value}
    places = {field: f"{cell.place} ({FIELDS[field]})" for field, cell in cells.items() if field not in given}
    found = {field: _read_text(cell) for field, cell in cells.items()} | given
    problems += [
        f"{places.get(field, f'--{field}')}: nothing is given; write {_describe_field(field)}, or give --{field}"
        for field in FIELDS
        if not found.get(field)
    ]
    used = [cell for field, cell in cells.items() if field not in given]
    problems += [*list_faults(used), *list_hidden(used)]
    found["read"] = _read_date(found.get("read", ""), today, places.get("read", "--read"), problems)
    return SourceSheet(**{field: found.get(field, "") for field in FIELDS}, edition_place=places.get("edition", "--edition"))


def _describe_field(field: str) -> str:
    return {
        "title": "what the figures come from, such as 'Kommuneark 2026'",
        "responsible": "who answers for the figures",
        "read": "the date of the figures, such as 2026-12-01",
        "edition": "the name of the edition, such as 2026",
    }[field]


def _find_cells(sheet: Grid) -> dict[str, Cell]:
    """The cell to the right of each field's label."""
    words = {tidy(word): field for field, word in FIELDS.items()}
    pairs = [pair for row in sheet.rows for pair in itertools.pairwise([*row, Cell(f"beside {row[-1].place}")])]
    return {words[tidy(cell.text)]: right for cell, right in reversed(pairs) if tidy(cell.text) in words}


def _read_text(cell: Cell) -> str:
    return cell.content.date().isoformat() if isinstance(cell.content, datetime) else cell.text


def _read_date(text: str, today: date, place: str, problems: list[str]) -> str:
    """An ISO date from "2026-12-01", "1.12.2026", "1/12 2026" or "1. december 2026"; a problem if it is none, or later than today.

    >>> _read_date("1. december 2026", date(2026, 12, 31), "Kilde!B3", [])
    '2026-12-01'
    """
    if not text:
        return ""
    words = re.findall(r"\d+|[a-zæøå]+", text.lower())
    parts = [str(MONTHS.index(word) + 1) if word in MONTHS else word for word in words]
    year_first = bool(parts) and len(parts[0]) == YEAR_DIGITS
    try:
        year, month, day = (int(part) for part in (parts if year_first else parts[::-1]))
        found = date(year, month, day)
    except ValueError:
        found = date.min
    if found.year < EARLIEST:
        problems.append(f"{place}: '{shorten(text)}' is no date; write it like 2026-12-01 or 1. december 2026")
    elif found > today:
        problems.append(f"{place}: the date {found} has not come yet; write the day when the figures were made up")
    return found.isoformat()


def write_source_sheet(sheet: Any) -> None:
    """Write the sheet, to be filled in: labels, open cells and hints."""
    for row, (field, word) in enumerate(FIELDS.items(), 1):
        sheet.cell(row, 1, word).font = WORD_FONT
        sheet.cell(row, 2).protection, sheet.cell(row, 2).fill = OPEN, OPEN_FILL
        sheet.cell(row, 3, HINTS[field]).font = LOCKED_FONT
    sheet["B3"].number_format = "yyyy-mm-dd"
    sheet["B3"].alignment = Alignment(horizontal="left")
    sheet["B4"].number_format = "@"
    day = DataValidation(type="date", operator="between", formula1=FIRST_DAY, formula2="TODAY()", allow_blank=True, showErrorMessage=True)
    day.error = "Skriv en dato, der er gået, f.eks. 2026-12-01."
    day.add("B3")
    sheet.add_data_validation(day)
    for letter, width in zip("ABC", (14, 44, 76), strict=True):
        sheet.column_dimensions[letter].width = width
    sheet.protection.enable()
    fit_paper(sheet)
