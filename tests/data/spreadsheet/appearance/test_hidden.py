"""Hidden by a conditional format, by a sheet's own standard, by an outline, under a merged area: told or refused, never silent."""

import re
from zipfile import ZipFile

import pytest
from openpyxl import load_workbook
from openpyxl.formatting.rule import CellIsRule, DataBarRule, FormulaRule, IconSetRule, Rule
from openpyxl.styles import Font, PatternFill
from openpyxl.styles.differential import DifferentialStyle
from openpyxl.styles.numbers import NumberFormat

from data.spreadsheet.template import FIRST_ROW
from tests.data.spreadsheet.workbook import REGISTRY, change, newest, run, set_cell

F = f"D{FIRST_ROW}"  # the first kommune's beboere
AREA = f"{F}:D102"
WHITE = Font(color="FFFFFF")
RED = PatternFill(bgColor="8C2F23")
NOTHING = DifferentialStyle(numFmt=NumberFormat(numFmtId=200, formatCode=";;;"))


def conditional(rule, area=AREA):
    return lambda sheet: sheet.conditional_formatting.add(area, rule)


def fill(colour, rule):
    def work(sheet):
        for (cell,) in sheet[AREA]:
            cell.fill = PatternFill("solid", fgColor=colour)
        sheet.conditional_formatting.add(AREA, rule)

    return work


@pytest.mark.parametrize(
    ("work", "how"),
    [
        pytest.param(conditional(Rule("expression", formula=["TRUE"], dxf=NOTHING)), "number format ';;;'", id="number format"),
        pytest.param(conditional(CellIsRule("lessThan", ["5"], font=WHITE)), "text in the colour of its cell", id="white text"),
        pytest.param(
            conditional(FormulaRule(["D5<5"], font=Font(color="8C2F23"), fill=RED)),
            "text in the colour of its cell",
            id="text like the fill",
        ),
        pytest.param(
            fill("F4E0C6", CellIsRule("equal", ["0"], font=Font(color="F4E0C6"))), "text in the colour of its cell", id="text like the cell"
        ),
        pytest.param(conditional(CellIsRule("equal", ["0"], font=Font(strike=True))), "struck out", id="struck out"),
        pytest.param(conditional(DataBarRule("min", None, "max", None, "8C2F23", showValue=False)), "a bar without its number", id="bar"),
        pytest.param(conditional(IconSetRule("3Arrows", "percent", [0, 33, 67], showValue=False)), "a sign without its number", id="sign"),
    ],
)
def test_a_conditional_format_that_can_hide_is_told_with_its_range(root, filled, work, how, capsys):
    change(filled, work)
    assert run(root, "import", filled, "--dry-run") == 0
    assert f"Tal: a conditional format of {AREA} ({how}) can hide what its cells have" in capsys.readouterr().err


NEWER = """<extLst><ext uri="{78C0D931-6437-407D-A8EE-F0AAD7539E65}" xmlns:x14="http://schemas.microsoft.com/office/spreadsheetml/2009/9/main">
<x14:conditionalFormattings/></ext></extLst></worksheet>"""


def test_conditional_formats_that_are_not_looked_at_are_told(root, filled, capsys):
    """Those of Excel 2010 and later stand in an extension of the file, which is not read."""
    with ZipFile(filled) as workbook:
        parts = {name: workbook.read(name) for name in workbook.namelist()}
    with ZipFile(filled, "w") as workbook:
        for name, part in parts.items():
            is_figures = name.startswith("xl/worksheets/") and b"</worksheet>" in part
            workbook.writestr(name, part.replace(b"</worksheet>", NEWER.encode()) if is_figures else part)
    assert run(root, "import", filled, "--dry-run") == 0
    assert capsys.readouterr().err.count("has conditional formats of Excel 2010 and later, which are not looked at") == 1


@pytest.mark.parametrize(
    "work",
    [
        pytest.param(conditional(CellIsRule("lessThan", ["5"], font=Font(color="FF0000"))), id="red text"),
        pytest.param(conditional(CellIsRule("lessThan", ["5"], fill=RED, font=WHITE)), id="white on red"),
        pytest.param(conditional(CellIsRule("lessThan", ["5"], fill=RED)), id="fill"),
        pytest.param(conditional(DataBarRule("min", None, "max", None, "8C2F23")), id="bar with its number"),
        pytest.param(conditional(CellIsRule("lessThan", ["5"], font=WHITE), "AZ900:AZ1048576"), id="nothing in the range"),
        pytest.param(lambda sheet: setattr(sheet.sheet_format, "zeroHeight", True), id="rows that the file does not have"),
    ],
)
def test_what_hides_nothing_is_not_told(root, filled, work, capsys):
    change(filled, work)
    assert run(root, "import", filled, "--dry-run") == 0
    assert "hid" not in capsys.readouterr().err


def outline(kind):
    def work(sheet):
        if kind == "row":
            sheet.row_dimensions.group(FIRST_ROW, FIRST_ROW + 2, hidden=True)
        else:
            sheet.column_dimensions.group("D", "E", hidden=True)

    return work


def no_width(sheet):
    sheet.column_dimensions.clear()
    sheet.sheet_format.defaultColWidth = 0


def no_height(sheet):
    for row in sheet.row_dimensions.values():
        row.height = None
    sheet.sheet_format.defaultRowHeight = 0


@pytest.mark.parametrize(
    ("work", "said"),
    [
        pytest.param(outline("row"), f"Tal: row {FIRST_ROW + 1} is hidden", id="collapsed rows"),
        pytest.param(outline("column"), "Tal: column E is hidden", id="collapsed columns"),
        pytest.param(no_width, "Tal: column D is hidden", id="standard width of nothing"),
        pytest.param(no_height, f"Tal: row {FIRST_ROW} is hidden", id="standard height of nothing"),
        pytest.param(
            lambda sheet: setattr(sheet.row_dimensions[FIRST_ROW], "height", 0.2), f"Tal: row {FIRST_ROW} is hidden", id="no height"
        ),
        pytest.param(
            lambda sheet: sheet.merge_cells(f"C{FIRST_ROW}:{F}"), f"the cells C{FIRST_ROW}:{F} are merged", id="under a merged area"
        ),
        pytest.param(set_cell(F, "'314"), f"Tal!{F} .*'314'", id="an apostrophe that is a letter"),
    ],
)
def test_what_is_hidden_by_standard_outline_or_area_is_refused(root, filled, work, said, capsys):
    change(filled, work)
    assert run(root, "import", filled) == 1
    assert re.search(said, capsys.readouterr().err)


def test_a_number_after_an_apostrophe_is_text_that_shows_the_number(root, filled):
    """Excel keeps the apostrophe in the style of the cell (``quotePrefix``), not in the text."""

    def work(sheet):
        sheet[F] = "314"
        sheet[F].number_format = "@"
        sheet[F].quotePrefix = True

    change(filled, work)
    assert run(root, "import", filled) == 0
    code = load_workbook(filled)["Tal"].cell(FIRST_ROW, 1).value
    assert newest(root).reading(code, REGISTRY["beboere"]).value == 314
