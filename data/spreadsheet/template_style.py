"""Colours and fonts of the workbook that BL fills in: cells to fill in have a warm colour, locked ones are grey."""

from typing import Any

from openpyxl.comments import Comment
from openpyxl.styles import Alignment, Border, Font, PatternFill, Protection, Side
from openpyxl.worksheet.page import PageMargins

INK, DIM, SOFT, ACCENT, GREY = "20262B", "6B6660", "F4E0C6", "8C2F23", "F5F3F0"
FACE = "Calibri"
AUTHOR = "Danmarkskortet"
HEAD_FONT, HEAD_FILL = Font(name=FACE, bold=True, color="FFFFFF"), PatternFill("solid", fgColor=ACCENT)
LOCKED_FONT, LOCKED_FILL = Font(name=FACE, color=DIM, italic=True), PatternFill("solid", fgColor=GREY)
SMALL_FONT = Font(name=FACE, color=DIM, italic=True, size=8)
OPEN_FONT, OPEN_FILL = Font(name=FACE, color=INK, bold=True), PatternFill("solid", fgColor=SOFT)
TEXT_FONT, WORD_FONT = Font(name=FACE, color=INK), Font(name=FACE, bold=True, color=ACCENT)
LINE = Border(bottom=Side(style="hair", color="B9B5AF"))
LINE_ABOVE = Border(top=Side(style="thin", color=ACCENT))
WRAPPED, TO_THE_RIGHT = Alignment(wrap_text=True, vertical="top"), Alignment(horizontal="right")
OPEN = Protection(locked=False)
LINE_HEIGHT = 15  # points
A4 = 9


def make_note(text: str) -> Comment:
    """A comment in a box as large as its text."""
    note = Comment(text, AUTHOR)
    lines = sum(len(line) // 45 + 1 for line in text.split("\n"))
    note.width, note.height = 340, 30 + 18 * lines  # pixels
    return note


def fit_paper(sheet: Any) -> None:
    """Make a sheet print as wide as the paper."""
    sheet.page_setup.paperSize = A4
    sheet.page_margins = PageMargins(left=0.4, right=0.4, top=0.5, bottom=0.5)
    sheet.page_setup.orientation, sheet.page_setup.fitToHeight = "landscape", 0
    sheet.sheet_properties.pageSetUpPr.fitToPage = True
