"""The sheet is found by its headings, and is never the one with the figures."""

import pytest

from data.problem import FiguresError
from data.spreadsheet.header import find_sheet, read_header
from data.spreadsheet.heading import list_column_names
from data.spreadsheet.organisation.headings import BARE_NAME, SHEET, WORDS, Field, find_field, is_organisation_row
from data.spreadsheet.organisation.sheet_layout import find_layout
from data.spreadsheet.sheet import read_grids
from data.spreadsheet.template import write_template
from tests.data.spreadsheet.organisation.sheets import HEADINGS, read, read_rows, row, save_csv, save_workbook
from tests.data.spreadsheet.workbook import DELIVERED, REGISTRY

OWNER = "bl_kommuneark"
FIGURES = [["Kommunekode", "Kommune", "Beboere"], ["", "Enhed", "personer"], ["", "Periode", "2026"], ["0326", "Kalundborg", 6000]]


def find(path):
    return find_layout(read_grids(path))


def test_the_words_of_two_fields_are_never_the_same():
    words = [word for words in WORDS.values() for word in words]
    assert len(words) == len(set(words))
    assert BARE_NAME not in words
    assert all(find_field(field.value) is field for field in Field)


def test_no_indicator_is_called_like_a_field():
    names = list_column_names(REGISTRY, OWNER)
    assert not [name for name in names if find_field(name)]
    assert not [word for words in WORDS.values() for word in words if word in names]
    assert len(names) >= len(DELIVERED)


@pytest.mark.parametrize(
    "headings",
    [
        HEADINGS,
        ["Organisation", "Kommune"],
        ["KOMMUNEKODE", "Boligorganisationens navn (fulde)"],
        ["Kommunenr.", "Navn", "Hjemmeside"],
        ["kommune_kode", "navn", "hjemmeside", "telefon", "mail", "kontakt", "boliger", "medlem_af_bl"],
        ["Bemærkning", "Mail", "Navn", "Kommune"],
        ["Kommune", " Boligselskab "],
    ],
)
def test_a_row_with_a_kommune_and_an_organisation_is_the_list_s(tmp_path, headings):
    layout = find(save_workbook(tmp_path / "x.xlsx", headings, title="Ark1"))
    assert layout is not None
    assert {Field.NAME} < set(layout.columns)


@pytest.mark.parametrize(
    "headings",
    [
        ["Boligorganisation", "Hjemmeside", "Telefon"],
        ["Kommunekode", "Kommune", "Hjemmeside"],
        ["Kommunekode", "Navn", "Beboere"],
        ["Kommunekode", "Navn"],
        ["Kommune", "Antal organisationer"],
        FIGURES[0],
        ["Kilde", "Kommuneark 2026"],
    ],
)
def test_another_row_is_not(tmp_path, headings):
    assert not is_organisation_row(headings)
    assert find(save_workbook(tmp_path / "x.xlsx", headings, row(), title="Ark1")) is None


def test_headings_may_stand_below_a_title_and_in_any_order(tmp_path):
    order = [4, 2, 8, 0, 7, 1, 3, 6, 5]
    rows = [["Boligorganisationer i kommunerne"], [], [HEADINGS[i] for i in order], [row()[i] for i in order]]
    found = read(save_workbook(tmp_path / "x.xlsx", *rows, title="Ark1"))
    assert found.problems == []
    assert found.organisations == read_rows(tmp_path, row()).organisations
    assert found.organisations[0].email == "post@prøvebo.example"


@pytest.mark.parametrize(("above", "is_found"), [(29, True), (30, False)])
def test_headings_are_looked_for_in_thirty_rows(tmp_path, above, is_found):
    path = save_workbook(tmp_path / "x.xlsx", *[["Note"]] * above, HEADINGS, row(), title="Ark1")
    assert (find(path) is not None) is is_found


def test_a_bare_name_is_the_kommune_s_where_the_organisation_has_another_heading(tmp_path):
    found = read_rows(tmp_path, ["0326", "Kalundborg", "Prøvebo"], headings=["Kode", "Navn", "Boligorganisation"])
    assert (found.problems, found.organisations[0].name) == ([], "Prøvebo")
    wrong = read_rows(tmp_path, ["0326", "Holbæk", "Prøvebo"], headings=["Kode", "Navn", "Boligorganisation"])
    assert wrong.problems == ["Boligorganisationer!A2: the code 0326 is Kalundborg, but the name is Holbæk; correct one of them"]


def test_an_unknown_column_is_left_out_with_a_remark(tmp_path):
    found = read_rows(tmp_path, [*row(), "Hanne", "ja"], headings=[*HEADINGS, "Kontaktperson", "Bemærkning"])
    assert found.problems == []
    assert found.remarks[:2] == [
        "Boligorganisationer!J1: the column 'Kontaktperson' is none of the list's, and is left out",
        "Boligorganisationer!K1: the column 'Bemærkning' is none of the list's, and is left out",
    ]
    assert found.organisations[0].contact == "Kundeservice"


def test_a_field_has_one_column(tmp_path):
    found = read_rows(tmp_path, [*row(), "87654321"], headings=[*HEADINGS, "Tlf."])
    assert found.problems == ["Boligorganisationer!J1: 'Tlf.' is a second column for Telefon, beside Boligorganisationer!E1; keep one"]


def test_the_name_decides_between_two_sheets(tmp_path):
    other = [HEADINGS, row(name="Et andet")]
    found = read(save_workbook(tmp_path / "x.xlsx", HEADINGS, row(), Gammelt=other))
    assert [one.name for one in found.organisations] == ["Prøvebo"]
    assert "Gammelt: the sheet has organisations as well, and is left out" in found.remarks
    last = read(save_workbook(tmp_path / "x.xlsx", *other, title="Gammelt", boligorganisationer=[HEADINGS, row()]))
    assert [one.name for one in last.organisations] == ["Prøvebo"]


def test_two_sheets_without_the_name_are_a_question(tmp_path):
    path = save_workbook(tmp_path / "x.xlsx", HEADINGS, row(), title="Øst", Vest=[HEADINGS, row()])
    said = "the sheets Øst, Vest all have organisations; name the right one 'Boligorganisationer'"
    with pytest.raises(FiguresError, match=said):
        find(path)
    assert read(path).problems == [said]


@pytest.mark.parametrize("name", ["boligorganisationer.xlsx", "Boligorganisationer.csv"])
def test_a_sheet_with_the_name_and_other_headings_is_not_passed_over(tmp_path, name):
    save = save_workbook if name.endswith("xlsx") else save_csv
    found = read(save(tmp_path / name, ["Nr.", "Selskab", "Adresse"], ["1", "Prøvebo", "Vej 1"]))
    assert len(found.problems) == 1
    assert "there is no row of headings with 'Kommunekode' and 'Boligorganisation'; write one, or start from" in found.problems[0]


def test_an_empty_sheet_with_the_name_is_passed_over(tmp_path):
    assert read(save_workbook(tmp_path / "x.xlsx")) is None


def test_a_sheet_of_figures_is_never_the_list(tmp_path, official):
    write_template(tmp_path / "ark.xlsx", official, OWNER, with_current=True)
    grids = read_grids(tmp_path / "ark.xlsx")
    assert find_layout(grids).grid.name == SHEET
    assert find_layout([grid for grid in grids if grid.name != SHEET]) is None
    assert find_sheet(grids, REGISTRY, OWNER)[0].name == "Tal"


def test_figures_with_a_column_for_the_organisation_stay_figures_where_the_sheet_says_so(tmp_path):
    rows = [[*cells, extra] for cells, extra in zip(FIGURES, ["Organisation", "", "", "BL"], strict=True)]
    grids = read_grids(save_workbook(tmp_path / "x.xlsx", *rows, title="Tal"))
    assert find_layout(grids) is None
    grid, heading = find_sheet(grids, REGISTRY, OWNER)
    problems = []
    assert [one.indicator.key for one in read_header(grid, heading, REGISTRY, OWNER, problems).columns] == ["beboere"]
    assert problems == []


@pytest.mark.parametrize("extra", [[], ["Beboere"]])
def test_the_list_is_never_taken_for_figures(tmp_path, extra):
    """Also where one of its columns is called as an indicator is."""
    listed = [[*HEADINGS, *extra], [*row(), *[6000 for _ in extra]]]
    alone = read_grids(save_workbook(tmp_path / "x.xlsx", *listed))
    with pytest.raises(FiguresError, match="no sheet has a row of headings"):
        find_sheet(alone, REGISTRY, OWNER)
    both = read_grids(save_workbook(tmp_path / "x.xlsx", *FIGURES, title="Ark1", Ark2=listed))
    assert find_sheet(both, REGISTRY, OWNER)[0].name == "Ark1"
    assert find_layout(both).grid.name == "Ark2"
