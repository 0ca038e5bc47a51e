"""Rows as files: CSV for machines, CSV for Danish Excel, xlsx."""

import csv
import io
from collections.abc import Iterable, Sequence
from datetime import date, datetime, time
from typing import Any

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Font
from openpyxl.utils import get_column_letter
from openpyxl.writer.excel import ExcelWriter

from components.open_data.field import Row
from components.open_data.reproducible_zip import EPOCH, ReproducibleZip

BOM = "\ufeff"
FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")
WIDTHS = {"definition": 60, "kilde_titel": 50, "note": 40, "navn": 40}


def write_csv(rows: Iterable[Row], names: Sequence[str], *, danish: bool) -> str:
    r"""The rows with a heading.

    Args:
        rows: a value for every name, None where there is none.
        names: the columns, in order.
        danish: semicolon, decimal comma and a byte order mark, as Danish Excel opens it; else comma and point.

    >>> write_csv([{"sted": "Kalundborg", "vaerdi": 15.67, "note": None}], ["sted", "vaerdi", "note"], danish=False)
    'sted,vaerdi,note\nKalundborg,15.67,\n'
    >>> write_csv([{"sted": "Kalundborg", "vaerdi": 15.67}], ["sted", "vaerdi"], danish=True)
    '\ufeffsted;vaerdi\r\nKalundborg;15,67\r\n'
    """
    lines = io.StringIO(newline="")
    writer = csv.writer(lines, delimiter=";" if danish else ",", lineterminator="\r\n" if danish else "\n")
    writer.writerow(names)
    writer.writerows([_write(row[name], danish=danish) for name in names] for row in rows)
    return (BOM if danish else "") + lines.getvalue()


def _write(value: Any, *, danish: bool) -> str:
    match value:
        case None:
            return ""
        case bool():
            return ("ja" if value else "nej") if danish else str(value).lower()
        case float():
            text = repr(value).removesuffix(".0")
            return text.replace(".", ",") if danish else text
        case str() if danish and value.startswith(FORMULA_STARTS):
            return f"'{value}"  # a spreadsheet would run it as a formula
        case _:
            return str(value)


def write_xlsx(rows: Iterable[Row], names: Sequence[str], about: Sequence[tuple[str, str]], made: date | None) -> bytes:
    """A workbook with the rows on a sheet "Tal" (codes as text, numbers as numbers) and what they are on a sheet "Om".

    Args:
        rows: a value for every name, None where there is none.
        names: the columns, in order.
        about: word and text of each line of the sheet "Om".
        made: the day that the workbook bears: the same rows give the same bytes, so that an export of the same figures changes no file.
    """
    book = Workbook(write_only=True)
    sheet = book.create_sheet("Tal")
    sheet.freeze_panes = "A2"
    for column, name in enumerate(names, 1):
        sheet.column_dimensions[get_column_letter(column)].width = WIDTHS.get(name, 16)
    sheet.append([_bold(sheet, name) for name in names])
    count = 1
    for row in rows:
        sheet.append([_as_cell(row[name]) for name in names])
        count += 1
    sheet.auto_filter.ref = f"A1:{get_column_letter(len(names))}{count}"
    sheet = book.create_sheet("Om")
    sheet.column_dimensions["A"].width, sheet.column_dimensions["B"].width = 16, 100
    for word, text in about:
        sheet.append([_bold(sheet, word), text])
    book.properties.created = book.properties.modified = datetime.combine(made or date(*EPOCH[:3]), time())
    content = io.BytesIO()
    ExcelWriter(book, ReproducibleZip(content, "w")).save()  # Workbook.save would write the time of day
    return content.getvalue()


def _bold(sheet: Any, text: str) -> Any:
    cell = WriteOnlyCell(sheet, text)
    cell.font = Font(bold=True)
    return cell


def _as_cell(value: Any) -> Any:
    if isinstance(value, bool):
        return "ja" if value else "nej"
    return f"'{value}" if isinstance(value, str) and value.startswith("=") else value
