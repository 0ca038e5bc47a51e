"""Which column is which indicator, however the sheet was rearranged."""

import pytest
from openpyxl import Workbook, load_workbook

from tests.data.spreadsheet.workbook import DELIVERED, OPTIONS, REGISTRY, change, newest, run, set_cell
from tests.data.store.test_edition import contents


def repeat_heading(sheet):
    sheet.cell(4, 21, "beboere")
    sheet.cell(1, 21, "Beboere i almene boliger")
    sheet.cell(3, 21, "2026")


def test_columns_in_another_order_with_other_headings_and_more_of_them(root, filled, capsys):
    def rearrange(sheet):
        rows = [list(row) for row in sheet.iter_rows(values_only=True)]
        sheet.delete_cols(1, sheet.max_column)
        for number, row in enumerate(rows, 1):
            for column, value in enumerate([*reversed(row), "Bemærkninger" if number == 1 else "se bilag"], 1):
                sheet.cell(number, column, value)
        for cell in sheet[1]:
            if cell.value == "Almene ungdomsboliger":
                cell.value = "Ungdom (opgjort af Anna)"  # the key row still says which it is
            if cell.value == "Beboere i almene boliger":
                cell.value = "BEBOERE i almene  boliger (personer)"

    change(filled, rearrange)
    assert run(root, "import", filled) == 0
    assert "the column 'Bemærkninger' is none of the indicators, and is left out" in capsys.readouterr().err
    assert newest(root).reading("0101", REGISTRY["boliger_familie"]).value == 152


def test_a_workbook_with_two_sheets_of_figures_is_read_by_name(root, filled, capsys):
    book = load_workbook(filled)
    book.copy_worksheet(book["Tal"]).title = "Kopi"
    book.save(filled)
    assert run(root, "import", filled, "--dry-run") == 0
    book["Tal"].title = "Ark1"
    book.save(filled)
    assert run(root, "import", filled, "--dry-run") == 1
    assert "the sheets Ark1, Kopi all have figures; name the right one 'Tal'" in capsys.readouterr().err


def test_an_empty_workbook_is_refused(root, tmp_path, capsys):
    Workbook().save(tmp_path / "ark.xlsx")
    assert run(root, "import", tmp_path / "ark.xlsx", *OPTIONS) == 1
    assert "Sheet: no sheet has a row of headings" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("work", "said"),
    [
        (repeat_heading, "Tal!D1: beboere stands in columns Tal!D1, Tal!U1; keep one of them"),
        (
            set_cell("D1", "Almene familieboliger"),
            "the heading 'Almene familieboliger' is boliger_familie, but the key below it is beboere",
        ),
        (set_cell("D3", "forrige år"), "Tal!D3: 'forrige år' is no period; write one like 2025"),
        (set_cell("D3", None), "Tal!D3: no period is given; write one like 2025"),
        (set_cell("D3", 2099), "the period 2099 of beboere lies in the future; correct the row 'Periode'"),
        (set_cell("D3", "1925"), "Tal!D3: the period 1925 of beboere lies before 1990; correct the row 'Periode'"),
        (set_cell("R3", "2024-2020"), "Tal!R3: the period 2024-2020 ends before it begins; write one like 2022-2024"),
        (lambda sheet: sheet.merge_cells("D3:E3"), "Tal!E3: the cells D3:E3 are merged; unmerge them and write a period in each"),
        (set_cell("D2", "pct."), "Tal!D2: the unit 'pct.' is not that of beboere; give the figures in personer"),
    ],
)
def test_what_is_wrong_above_the_figures_is_named_by_cell(root, filled, work, said, capsys):
    before = contents(root)
    change(filled, work)
    assert run(root, "import", filled) == 1
    assert said in capsys.readouterr().err
    assert contents(root) == before


def without_keys(sheet):
    sheet.delete_rows(4)


def test_columns_may_be_called_by_key_or_by_a_short_name_that_is_one_indicator_s_only(root, filled, capsys):
    def rename(sheet):
        for column, indicator in enumerate(DELIVERED, 3):
            sheet.cell(1, column).value = indicator.key if column % 2 else indicator.short
        without_keys(sheet)
        sheet["F1"], sheet["H1"], sheet["N1"], sheet["P1"] = "boliger_familie", "boliger_ungdom", "igangsat_familie", "igangsat_ungdom"

    change(filled, rename)
    assert run(root, "import", filled) == 0
    assert "left out" not in capsys.readouterr().err


def test_a_short_name_that_two_indicators_have_is_asked_about(root, filled, capsys):
    change(filled, lambda sheet: [without_keys(sheet), set_cell("G1", "Familieboliger")(sheet)])
    assert run(root, "import", filled) == 1
    said = capsys.readouterr().err
    assert "Tal!G1: the heading 'Familieboliger' may be boliger_familie or igangsat_familie; write the one that it is" in said


def test_a_misspelt_heading_is_named_with_what_it_may_be(root, filled, capsys):
    change(filled, lambda sheet: [without_keys(sheet), set_cell("D1", "Beboer i almene bolger")(sheet)])
    assert run(root, "import", filled) == 0
    said = capsys.readouterr().err
    assert "Tal!D1: the column 'Beboer i almene bolger' is none of the indicators, and is left out; if it is beboere, write that" in said
    assert "Tal: there is no column for beboere; what is known of them is left as it was" in said
