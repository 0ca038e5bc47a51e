"""What basistabeller show otherwise than they hold is told or refused, as in table 7 and in BL's workbook."""

import pytest
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.formatting.rule import CellIsRule
from openpyxl.styles import Font

from tests.data.spreadsheet.landsbyggefonden.workbooks import one_sheet_per_kind, read, save, set_cell
from tests.data.store.test_edition import contents

pytestmark = pytest.mark.slow
SHEET = "Ældreboliger"


def add_hidden_sheet(book):
    copy = book.copy_worksheet(book[SHEET])
    copy.title, copy.sheet_state = "Gammel", "veryHidden"


def round_rent(book):
    book[SHEET]["B9"], book[SHEET]["B9"].number_format = 817.4, "0"


def hide(what, which):
    return lambda book: setattr(getattr(book[SHEET], what)[which], "hidden", True)


def strike(book):
    book[SHEET]["B9"].font = Font(strike=True)


def whiten(book):
    book[SHEET].conditional_formatting.add("B4:B20", CellIsRule("lessThan", ["900"], font=Font(color="FFFFFF")))


def raised(before, mark):
    return CellRichText([before, TextBlock(InlineFont(vertAlign="superscript"), mark)])


def mark_name(book):
    book[SHEET]["A9"] = raised(book[SHEET]["A9"].value, "1")


@pytest.mark.parametrize(
    ("change", "said"),
    [
        pytest.param(round_rent, f"{SHEET}!B9: 817.4 is shown as 817; what the cell has is read", id="rounded"),
        pytest.param(add_hidden_sheet, "Gammel: the sheet is hidden, and is not read", id="hidden sheet"),
        pytest.param(whiten, f"{SHEET}: a conditional format of B4:B20 (text in the colour of its cell) can hide", id="conditional format"),
        pytest.param(mark_name, f"{SHEET}!A9: the raised '1' in ", id="note mark"),
    ],
)
def test_what_is_read_all_the_same_is_told(root, tmp_path, change, said, capsys):
    assert read(root, save(one_sheet_per_kind(), tmp_path, change)) == 0
    captured = capsys.readouterr()
    assert said in captured.out + captured.err


@pytest.mark.parametrize(
    ("change", "said"),
    [
        pytest.param(hide("column_dimensions", "B"), f"{SHEET}: column B is hidden", id="hidden column"),
        pytest.param(hide("row_dimensions", 9), f"{SHEET}: row 9 is hidden", id="hidden row"),
        pytest.param(strike, f"{SHEET}!B9", id="struck out"),
        pytest.param(set_cell(SHEET, "B9", raised("81", "7")), "the '7' in '817' is raised", id="raised mark"),
    ],
)
def test_what_is_shown_otherwise_is_refused(root, tmp_path, change, said, capsys):
    before = contents(root)
    assert read(root, save(one_sheet_per_kind(), tmp_path, change)) == 1
    assert said in capsys.readouterr().err
    assert contents(root) == before
