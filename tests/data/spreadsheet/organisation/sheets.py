"""Workbooks and CSV files with a list of organisations, as a spreadsheet program saves them."""

import csv

from openpyxl import Workbook

from data.organisation.organisation_file import ANSWERS
from data.spreadsheet.organisation.headings import SHEET, Field
from data.spreadsheet.organisation.read import read_organisations_sheet
from data.spreadsheet.sheet import read_grids
from data.spreadsheet.source_sheet import SourceSheet
from tests.data.organisation.organisations import PLACES

HEADINGS = [str(field) for field in Field]
ROW = ["0326", "Kalundborg", "Prøvebo", "www.prøvebo.example", "12345678", "post@prøvebo.example", "Kundeservice", 1234, "ja"]
SOURCE = SourceSheet("Boligorganisationer 2026", "Anna Ørsted, BL", "2026-12-01", "2026", "Kilde!B4 (Udgave)")


def row(**changed):
    """A sound row; fields are named as in ``Field``."""
    return [changed.get(field.name.lower(), content) for field, content in zip(Field, ROW, strict=True)]


def to_row(one):
    """The row of an organisation, by its code alone."""
    told = one.name, one.website, one.phone, one.email, one.contact, one.dwellings, ANSWERS[one.is_member]
    return [one.kommune, "", *told]


def save_workbook(path, *rows, title=SHEET, work=None, **others):
    """A workbook with a sheet of these rows, and others by name; ``work`` changes the first sheet before it is saved."""
    book = Workbook()
    book.remove(book.active)
    for name, content in {title: rows, **others}.items():
        sheet = book.create_sheet(name)
        for cells in content:
            sheet.append(cells)
    if work:
        work(book.worksheets[0])
    book.save(path)
    return path


def save_csv(path, *rows, delimiter=";", encoding="utf-8-sig"):
    with path.open("w", encoding=encoding, newline="") as file:
        csv.writer(file, delimiter=delimiter).writerows(rows)
    return path


def read(path):
    """What is read from a file."""
    return read_organisations_sheet(read_grids(path), PLACES, SOURCE)


def read_rows(tmp_path, *rows, headings=HEADINGS, **more):
    """What is read from a workbook with these rows below the headings."""
    return read(save_workbook(tmp_path / "liste.xlsx", headings, *rows, **more))
