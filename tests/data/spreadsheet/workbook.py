"""Helpers for tests with the filled-in workbook: run the command, and change cells."""

import random
from zipfile import ZIP_DEFLATED, ZipFile

from openpyxl import load_workbook

from data.__main__ import main
from data.profile.figures import Figures
from data.registry.registry import Registry
from data.spreadsheet.template import FIRST_ROW
from data.store.edition import list_editions

FIRST_SHEET = "xl/worksheets/sheet1.xml"
REGISTRY = Registry.load()
DELIVERED = REGISTRY.delivered("bl_kommuneark")
SHARES = {"familietype_enlig_uden_boern": 52, "familietype_enlig_med_boern": 15, "familietype_par_uden_boern": 16,
          "familietype_par_med_boern": 13, "familietype_andre": 4}  # fmt: skip
OPTIONS = ("--title", "Kommuneark 2026", "--responsible", "Anna", "--read", "20.11.2026", "--edition", "2026")


def run(root, *arguments):
    return main(["--figures", str(root), *map(str, arguments)])


def plausible(indicator, row):
    """A value that passes every check, the same for each run."""
    if indicator.key in SHARES:
        return SHARES[indicator.key]
    return random.Random(f"{indicator.key} {row}").randint(5, 20) if indicator.unit == "pct." else 100 + row


def change(path, work, sheet="Tal"):
    book = load_workbook(path)
    work(book[sheet])
    book.save(path)


def rewrite(path, old, new):
    """Replace text in the XML of the sheet of figures, to make what openpyxl can't write but Excel does."""
    with ZipFile(path) as book:
        parts = {one: book.read(one) for one in book.namelist()}
    assert old.encode() in parts[FIRST_SHEET]
    parts[FIRST_SHEET] = parts[FIRST_SHEET].replace(old.encode(), new.encode(), 1)
    with ZipFile(path, "w", ZIP_DEFLATED) as book:
        for one, content in parts.items():
            book.writestr(one, content)


def column_of(sheet, key):
    return next(cell.column for cell in sheet[4] if cell.value == key)


def newest(root):
    return Figures.load(with_examples=False, edition=list_editions(root)[-1])


def put(key, value, row=FIRST_ROW, **style):
    def work(sheet):
        cell = sheet.cell(row, column_of(sheet, key))
        cell.value = value
        for name, setting in style.items():
            setattr(cell, name, setting)

    return work


def set_cell(place, value):
    def work(sheet):
        sheet[place] = value

    return work
