"""What Excel shows is not what the file holds: refused or told by cell, row, column or sheet, and never taken silently."""

import re
from zipfile import ZipFile

import pytest
from openpyxl import load_workbook
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.styles import Font, PatternFill
from openpyxl.styles.colors import Color

from data.spreadsheet.template import FIRST_ROW
from tests.data.spreadsheet.workbook import FIRST_SHEET, REGISTRY, change, column_of, newest, put, rewrite, run, set_cell
from tests.data.store.test_edition import contents

F = f"D{FIRST_ROW}"  # the first kommune's beboere


ACCOUNTING = '_-* #,##0_-;-* #,##0_-;_-* "-"_-;_-@_-'  # Excel's own


def marked(before, part, after="", **font):
    return CellRichText([before, TextBlock(InlineFont(**font), part), after] if after else [before, TextBlock(InlineFont(**font), part)])


def styled(place, **style):
    def work(sheet):
        for name, setting in style.items():
            setattr(sheet[place], name, setting)

    return work


def hide_column(sheet):
    sheet.column_dimensions["D"].hidden = True


def narrow_column(sheet):
    sheet.column_dimensions["D"].width = 0.1


def show_no_zeros(sheet):
    sheet.sheet_view.showZeros = False
    put("fraflytning", 0)(sheet)


def hide_row(sheet):
    sheet.row_dimensions[FIRST_ROW].hidden = True


def filter_row(sheet):
    sheet.auto_filter.ref = "A4:S102"
    sheet.auto_filter.add_filter_column(0, ["0147"])
    hide_row(sheet)


@pytest.mark.parametrize(
    ("work", "said"),
    [
        pytest.param(set_cell(F, marked("27", "3", vertAlign="superscript")), f"Tal!{F} .*: the '3' in '273' is raised", id="raised mark"),
        pytest.param(set_cell(F, marked("27", "3", vertAlign="subscript")), "the '3' in '273' is lowered", id="lowered mark"),
        pytest.param(set_cell(F, marked("27 ", "1)", vertAlign="superscript")), "is raised", id="mark with a bracket after a space"),
        pytest.param(set_cell(F, marked("27", "5", "0", strike=True)), "the '5' in '2750' is struck out", id="struck out in part"),
        pytest.param(set_cell("D3", marked("202", "6", vertAlign="superscript")), "Tal!D3: the '6' in '2026' is raised", id="period"),
        pytest.param(set_cell(f"A{FIRST_ROW}", marked("010", "1", vertAlign="superscript")), "in '0101' is raised", id="code"),
        pytest.param(set_cell(f"B{FIRST_ROW}", marked("København", " By", strike=True)), "' By' in 'København By' is struck", id="name"),
        pytest.param(set_cell("D1", marked("Beboere", " gl.", strike=True)), "Tal!D1: the ' gl.' in 'Beboere gl.' is struck", id="heading"),
        pytest.param(styled(F, font=Font(strike=True)), f"Tal!{F} .*: the cell is struck out", id="wholly struck out"),
        pytest.param(styled(F, font=Font(vertAlign="superscript")), "the cell is raised like a note mark", id="wholly raised"),
        pytest.param(styled(F, font=Font(color="FFFFFF")), "has the colour of its cell and can't be seen", id="white on white"),
        pytest.param(
            styled(F, font=Font(color="FFF4E0C6"), fill=PatternFill("solid", fgColor="F4E0C6")),
            "the colour of its cell",
            id="the fill's colour",
        ),
        pytest.param(styled(F, font=Font(size=1)), "the text is 1 points high and can't be seen", id="too small"),
        pytest.param(styled(F, font=Font(color=Color(theme=0))), "the colour of its cell", id="the theme's ground"),
        pytest.param(narrow_column, "Tal: column D is hidden", id="column without width"),
        pytest.param(styled(F, number_format=";;;"), "the number format ';;;' hides what the cell has", id="format that hides"),
        pytest.param(hide_column, "Tal: column D is hidden, but has 98 cells that would be read", id="hidden column"),
        pytest.param(hide_row, f"Tal: row {FIRST_ROW} is hidden", id="hidden row"),
        pytest.param(filter_row, f"Tal: the filtered row {FIRST_ROW} is hidden", id="filtered row"),
    ],
)
def test_what_is_shown_otherwise_is_refused_by_its_place(root, filled, work, said, capsys):
    before = contents(root)
    change(filled, work)
    assert run(root, "import", filled) == 1
    assert re.search(said, capsys.readouterr().err)
    assert contents(root) == before


@pytest.mark.parametrize(
    ("work", "said"),
    [
        (put("fraflytning", 12.46, number_format="0.0"), r"fraflytning\): 12\.46 is shown as 12\.5; what the cell has is read"),
        (put("fraflytning", 0.124, number_format="0%"), r"12\.4 % is shown as 12 %"),
        (put("fraflytning", 12.46, number_format="0E+00"), r"12\.46 is shown as 1E\+1; what the cell has is read"),
        (put("fraflytning", 12.5, number_format="# ?/?"), r"12\.5 is shown as a fraction"),
        (put("fraflytning", 0, number_format=ACCOUNTING), "0 is shown as '-'; what the cell has is read"),
        (put("fraflytning", 0, number_format="0;-0;;@"), "0 is shown as nothing; what the cell has is read"),
        (put("fraflytning", 7, number_format='[<10]"under 10";0'), "7 is shown as 'under 10'; what the cell has is read"),
        (show_no_zeros, "0 is shown as nothing; what the cell has is read"),
        (put("beboere", 4000, number_format="#,##0,"), "4000 is shown as 4; what the cell has is read"),
        (set_cell("D1", marked("Beboere i almene boliger", "2", vertAlign="superscript")), "Tal!D1: the raised '2' in .* is left out"),
        (lambda sheet: sheet.row_dimensions.__getitem__(4).__setattr__("hidden", True), "Tal: row 4 is hidden, but what stands in"),
    ],
    ids=[
        "rounded",
        "rounded per cent",
        "with a power of ten",
        "as a fraction",
        "zero as a dash",
        "zero as nothing",
        "as words",
        "no zeros on the sheet",
        "in thousands",
        "note mark in a heading",
        "hidden row of keys",
    ],
)
def test_what_is_read_all_the_same_is_told(root, filled, work, said, capsys):
    change(filled, work)
    assert run(root, "import", filled, "--dry-run") == 0
    assert re.search(said, capsys.readouterr().err)


@pytest.mark.parametrize(
    ("work", "said"),
    [
        (styled("B1", font=Font(strike=True)), "Kilde!B1: the cell is struck out"),
        (set_cell("B4", marked("202", "6", vertAlign="superscript")), "Kilde!B4: the '6' in '2026' is raised"),
        (lambda sheet: sheet.row_dimensions.__getitem__(3).__setattr__("hidden", True), "Kilde: row 3 is hidden"),
        (styled("B2", font=Font(color="FFFFFF"), fill=PatternFill("solid", fgColor="FFFFFF")), "Kilde!B2: the text has the colour"),
    ],
)
def test_the_sheet_of_the_source_is_looked_at_as_well(root, filled, work, said, capsys):
    change(filled, work, "Kilde")
    assert run(root, "import", filled) == 1
    assert said in capsys.readouterr().err


def test_text_that_stands_in_the_cell_itself_is_looked_at_as_well(root, filled, capsys):
    """Other programs than Excel write it so, without the table of shared texts."""
    rich = '<is><r><t>27</t></r><r><rPr><vertAlign val="superscript"/></rPr><t>3</t></r></is>'
    change(filled, set_cell(F, 273))
    with ZipFile(filled) as book:
        sheet = book.read(FIRST_SHEET).decode()
    cell = re.search(rf'<c r="{F}"[^>]*?>.*?</c>', sheet)[0]
    rewrite(filled, cell, re.sub(r' t="\w+"', "", re.match("<c[^>]*", cell)[0]) + f' t="inlineStr">{rich}</c>')
    assert run(root, "import", filled) == 1
    assert "the '3' in '273' is raised" in capsys.readouterr().err


@pytest.mark.parametrize("state", ["hidden", "veryHidden"])
def test_a_hidden_sheet_is_named_and_never_read(root, filled, state, capsys):
    book = load_workbook(filled)
    shown, old = book["Tal"], book.copy_worksheet(book["Tal"])
    shown.title, old.title = "Nye tal", "gammel"
    old.title, old.sheet_state = "Tal", state
    old[F] = 9999
    book.save(filled)
    assert run(root, "import", filled) == 0
    assert "Tal: the sheet is hidden, and is not read" in capsys.readouterr().err
    assert newest(root).reading("0101", REGISTRY["beboere"]).value != 9999


def test_figures_on_a_hidden_sheet_alone_are_refused(root, filled, capsys):
    book = load_workbook(filled)
    book["Tal"].sheet_state = "hidden"
    book.save(filled)
    assert run(root, "import", filled) == 1
    assert "Tal: the sheet is hidden, and is not read; show it" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("key", "stored", "value"),
    [
        ("beboere", 314.00000000000006, 314),
        ("beboere", 313.99999999999994, 314),
        ("fraflytning", 16.900000000000002, 16.9),
        ("fraflytning", 0.1 + 0.2, 0.3),
        ("fraflytning", 12.299999999999999, 12.3),
        ("fraflytning", "16,900000000000002", 16.9),
    ],
)
def test_the_noise_of_sums_is_not_read(root, filled, key, stored, value):
    change(filled, lambda sheet: sheet.cell(FIRST_ROW, column_of(sheet, key), stored))
    assert run(root, "import", filled) == 0
    code = load_workbook(filled)["Tal"].cell(FIRST_ROW, 1).value
    assert newest(root).reading(code, REGISTRY[key]).value == value
