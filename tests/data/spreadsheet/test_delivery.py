"""Rows and cells of a delivered sheet: each is read, or named with its remedy."""

from datetime import datetime

import pytest
from openpyxl.styles.numbers import BUILTIN_FORMATS

from data.profile.figures import Figures
from data.reading import Reason, Status
from data.spreadsheet.template import FIRST_ROW
from data.store.edition import list_editions
from tests.data.spreadsheet.workbook import REGISTRY, change, column_of, newest, put, run, set_cell
from tests.data.store.test_edition import contents


def delete_row(sheet):
    sheet.delete_rows(FIRST_ROW)


def repeat_row(sheet):
    for column in range(1, 20):
        sheet.cell(FIRST_ROW + 99, column).value = sheet.cell(FIRST_ROW, column).value


def add_total(sheet):
    sheet.cell(FIRST_ROW + 99, 2).value = "I alt"
    put("beboere", 1_000_000, FIRST_ROW + 99)(sheet)


def merge(sheet):
    sheet.merge_cells("C5:C6")


def test_an_empty_column_leaves_what_was_there(root, filled, capsys):
    def empty(sheet):
        for row in range(FIRST_ROW, FIRST_ROW + 98):
            sheet.cell(row, column_of(sheet, "boliger_familie")).value = None

    change(filled, empty)
    assert run(root, "import", filled) == 0
    assert "boliger_familie is empty, and is left as it was" in capsys.readouterr().err
    reading = newest(root).reading("0326", REGISTRY["boliger_familie"])
    assert (reading.value, reading.period, reading.source) == (3372, "2025", "bl_kommuneark")


def test_an_empty_column_needs_no_period(root, filled):
    def empty(sheet):
        for row in (3, *range(FIRST_ROW, FIRST_ROW + 98)):
            sheet.cell(row, column_of(sheet, "fraflytning")).value = None

    change(filled, empty)
    assert run(root, "import", filled) == 0


def test_codes_may_have_lost_their_zero(root, filled):
    def shorten(sheet):
        for row in range(FIRST_ROW, FIRST_ROW + 98):
            sheet.cell(row, 1).value = int(sheet.cell(row, 1).value)

    change(filled, shorten)
    assert run(root, "import", filled) == 0
    assert newest(root).reading("0101", REGISTRY["boliger_familie"]).value == 152


def test_rows_may_be_known_by_name_alone_and_a_footer_is_no_row(root, filled):
    def by_name(sheet):
        for row in range(FIRST_ROW, FIRST_ROW + 98):
            sheet.cell(row, 1).value = None
        sheet.cell(FIRST_ROW + 100, 1).value = "Kilde: BL"
        for row in range(FIRST_ROW, FIRST_ROW + 98):
            sheet.cell(row, 2).value = sheet.cell(row, 2).value.replace("Aarhus", "Århus Kommune").replace("Høje-", "Høje ")

    change(filled, by_name)
    assert run(root, "import", filled) == 0
    assert newest(root).coverage(REGISTRY["beboere"]) == 98


def test_the_country_s_own_figure_is_taken_where_it_stands(root, filled):
    change(filled, lambda sheet: sheet.cell(FIRST_ROW + 98, column_of(sheet, "beboere"), 1_001_000))
    assert run(root, "import", filled) == 0
    figures = newest(root)
    assert figures.reading("0000", REGISTRY["beboere"]).value == 1_001_000
    assert figures.reading("0000", REGISTRY["boliger_familie"]).status is Status.BEREGNET


def test_the_country_s_figure_alone_is_left_out(root, filled, capsys):
    def only_country(sheet):
        for row in range(FIRST_ROW, FIRST_ROW + 98):
            sheet.cell(row, column_of(sheet, "beboere")).value = None
        put("beboere", 1_001_000, FIRST_ROW + 98)(sheet)

    change(filled, only_country)
    assert run(root, "import", filled) == 0
    assert "Tal!D1: only the country has a figure of beboere, and it is left out" in capsys.readouterr().err
    assert newest(root).reading("0326", REGISTRY["beboere"]).value == 6000


def test_a_column_of_which_one_kommune_is_filled_in_says_of_the_others_that_they_have_none(root, filled, capsys):
    def all_but_one(sheet):
        for row in range(FIRST_ROW + 1, FIRST_ROW + 98):
            sheet.cell(row, column_of(sheet, "beboere")).value = None

    change(filled, all_but_one)
    assert run(root, "import", filled) == 0
    said = capsys.readouterr()
    assert "beboere, 2026: 1 of 98 kommuner have a value" in said.out
    assert "Kalundborg, beboere: 6,000 (2025) in the last edition, now no value (ikke_offentliggjort)" in said.err
    figures = Figures.load(with_examples=True, edition=list_editions(root)[-1])
    assert figures.reading("0165", REGISTRY["beboere"]).value == 105
    assert figures.reading("0326", REGISTRY["beboere"]).reason is Reason.IKKE_OFFENTLIGGJORT
    assert not figures.ranks["beboere"]


def test_percentages_written_as_parts_of_one_get_a_remark(root, filled, capsys):
    change(filled, lambda sheet: [put("fraflytning", 0.14, row)(sheet) for row in range(FIRST_ROW, FIRST_ROW + 98)])
    assert run(root, "import", filled) == 0
    assert "Tal!E1: no figure of fraflytning is above 1 pct.; write 16 for 16 pct., and not 0.16" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("work", "said"),
    [
        (put("beboere", "-"), "Tal!D5 (Albertslund, beboere): '-' may mean zero or missing; write 0"),
        (put("beboere", "=SUM(D6:D7)"), "Tal!D5 (Albertslund, beboere): the formula =SUM(D6:D7) has no stored result"),
        (put("beboere", 0.16, number_format=BUILTIN_FORMATS[9]), "the cell is formatted as per cent, but beboere is in personer"),
        (put("boliger_familie", datetime(3720, 3, 1)), "came the date 3720-03-01: Excel makes dates"),
        (put("fraflytning", 99), "came 99, outside 0 to 60 pct."),
        (merge, "Tal!C5 (Albertslund, almene_andel): the cells C5:C6 are merged"),
        (delete_row, "Tal: 1 kommune has no row: Albertslund; add the rows"),
        (repeat_row, "Tal!A104: Albertslund stands in Tal!A5 already; remove one of the rows"),
        (add_total, "Tal!A104: 'I alt' is no kommune, but the row has figures; write a kommunekode, or remove the row"),
        (set_cell("A5", "0326"), "Tal!A5: the code 0326 is Kalundborg, but the name is Albertslund; correct one of them"),
        (set_cell("A5", "0999"), "Tal!A5: the name is Albertslund, but the code 0999 is no kommune's; correct one of them"),
        (
            put("familietype_andre", 40),
            "Tal!M5 (Albertslund, familietype_andre): the parts of familietype for 0165 add up to 136, not 100 pct.; correct them",
        ),
        (put("beboere", 40_000), "Tal!D5 (Albertslund, beboere): 40000 is more than folketal"),
    ],
)
def test_what_is_wrong_is_named_by_cell_and_nothing_is_written(root, filled, work, said, capsys):
    before = contents(root)
    change(filled, work)
    assert run(root, "import", filled) == 1
    assert said in capsys.readouterr().err
    assert contents(root) == before
