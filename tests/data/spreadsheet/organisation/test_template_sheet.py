"""The sheet that is filled in: explained, open, and read back as it was written."""

import pytest
from openpyxl import Workbook, load_workbook

from data.organisation.example import make_example_list
from data.spreadsheet.header import find_sheet
from data.spreadsheet.organisation.headings import SHEET, Field
from data.spreadsheet.organisation.sheet_layout import find_layout
from data.spreadsheet.organisation.template_sheet import write_organisation_sheet
from data.spreadsheet.sheet import read_grids
from data.spreadsheet.template import write_template
from tests.data.organisation.organisations import FEW, KOMMUNER, PLACES, make, make_list
from tests.data.spreadsheet.organisation.sheets import HEADINGS, read, row
from tests.data.spreadsheet.workbook import REGISTRY


def write(path, current):
    book = Workbook()
    write_organisation_sheet(book.active, PLACES, current)
    book.save(path)
    return path


@pytest.fixture(scope="module")
def empty(tmp_path_factory):
    return write(tmp_path_factory.mktemp("sheet") / "tom.xlsx", None)


def test_each_column_has_its_heading_and_an_explanation(empty):
    sheet = load_workbook(empty)[SHEET]
    assert [cell.value for cell in sheet[1]] == HEADINGS
    assert HEADINGS == ["Kommunekode", "Kommune", "Boligorganisation", "Hjemmeside", "Telefon", "E-mail", "Kontakt (funktion)",
                        "Boliger i kommunen", "Medlem af BL"]  # fmt: skip
    for cell in sheet[1]:
        assert cell.comment.text.startswith(f"{cell.value}\n\n")
        assert len(cell.comment.text) > len(cell.value) + 20
    assert "ikke navnet på en person" in sheet["G1"].comment.text


def test_the_rows_are_open_and_the_headings_are_not(empty):
    sheet = load_workbook(empty)[SHEET]
    assert sheet.max_row == 1501
    assert sheet.protection.sheet
    assert all(cell.protection.locked for cell in sheet[1])
    assert not any(cell.protection.locked or cell.value is not None for cells in sheet.iter_rows(min_row=2) for cell in cells)
    assert (sheet.protection.insertRows, sheet.protection.sort) == (False, False)  # False: it is allowed
    assert {sheet.cell(number, column).number_format for number in (2, 1501) for column in (1, 5)} == {"@"}
    assert sheet["H2"].number_format == "#,##0"


def test_the_sheet_is_made_for_screen_and_paper(empty):
    sheet = load_workbook(empty)[SHEET]
    assert sheet.freeze_panes == "D2"
    assert sheet.print_title_rows == "$1:$1"
    assert (sheet.page_setup.orientation, sheet.sheet_properties.pageSetUpPr.fitToPage) == ("landscape", True)


def test_only_what_can_be_read_may_be_written(empty):
    sheet = load_workbook(empty)[SHEET]
    answer, count = sheet.data_validations.dataValidation
    assert (answer.type, answer.formula1, str(answer.sqref)) == ("list", '"ja,nej"', "I2:I1501")
    assert (count.type, count.operator, count.formula1, count.formula2) == ("whole", "between", "0", "200000")
    assert str(count.sqref) == "H2:H1501"
    assert all(len(one.error) <= 255 and len(one.errorTitle) <= 32 and one.allow_blank for one in (answer, count))  # Excel's limits


def test_an_unfilled_sheet_is_no_list(empty):
    assert find_layout(read_grids(empty)) is not None
    assert read(empty) is None


@pytest.mark.parametrize(
    "current", [FEW, make_list(*(make(place.code, f"Prøvebo {number}") for place in KOMMUNER for number in range(16)))], ids=["few", "1568"]
)
def test_what_was_written_comes_back(tmp_path, current):
    path = write(tmp_path / "ark.xlsx", current)
    found = read(path)
    assert found.problems == []
    assert found.make_list() == current
    sheet = load_workbook(path)[SHEET]
    assert sheet.max_row == 1 + max(1500, len(current.organisations) + 500)
    assert str(sheet.data_validations.dataValidation[0].sqref) == f"I2:I{sheet.max_row}"


def test_what_is_written_can_be_read_by_people(tmp_path):
    sheet = load_workbook(write(tmp_path / "ark.xlsx", FEW))[SHEET]
    assert [cell.value for cell in sheet[5]] == [
        "0326", "Kalundborg", 'Prøvebo, afd. »Øst« & "Vest"', "https://www.prøvebo.example/boliger?by=Svebølle,1", "12 34 56 78",
        "kontakt@prøvebo.example", "Udlejning, Kalundborg", 1234, "ja",
    ]  # fmt: skip
    assert [cell.value for cell in sheet[7]] == ["0751", "Aarhus", "Århus Prøvebo", None, None, None, None, 0, "nej"]
    assert not [cell.coordinate for cells in sheet.iter_rows() for cell in cells if cell.data_type == "f"]


def test_an_example_is_not_filled_in(tmp_path):
    assert read(write(tmp_path / "ark.xlsx", make_example_list(KOMMUNER))) is None


def test_filled_in_by_hand_it_is_the_list(empty, tmp_path):
    book = load_workbook(empty)
    for number, cells in enumerate([row(), row(code=None, name="Andet", phone="+46 8 123", member="nej")], 2):
        for column, content in enumerate(cells, 1):
            book[SHEET].cell(number, column).value = content
    book.save(tmp_path / "ark.xlsx")
    found = read(tmp_path / "ark.xlsx")
    assert found.problems == []
    assert [(one.kommune, one.name, one.phone, one.is_member) for one in found.organisations] == [
        ("0326", "Prøvebo", "12 34 56 78", True), ("0326", "Andet", "+46 8 123", False),
    ]  # fmt: skip


@pytest.mark.parametrize("current", [None, FEW])
def test_beside_the_figures_each_sheet_is_found_as_what_it_is(tmp_path, official, current):
    write_template(tmp_path / "ark.xlsx", official, "bl_kommuneark", with_current=True)
    book = load_workbook(tmp_path / "ark.xlsx")
    del book[SHEET]
    write_organisation_sheet(book.create_sheet(SHEET, 0), PLACES, current)
    book.save(tmp_path / "ark.xlsx")
    grids = read_grids(tmp_path / "ark.xlsx")
    assert grids[0].name == SHEET
    assert find_sheet(grids, REGISTRY, "bl_kommuneark")[0].name == "Tal"
    assert find_layout(grids).grid.name == SHEET
    found = read(tmp_path / "ark.xlsx")
    assert (found.make_list() if found else None) == current


def test_every_field_has_a_width_and_a_note(empty):
    sheet = load_workbook(empty)[SHEET]
    assert all(sheet.column_dimensions[letter].width >= 12 for letter in "ABCDEFGHI")
    assert len(Field) == 9
