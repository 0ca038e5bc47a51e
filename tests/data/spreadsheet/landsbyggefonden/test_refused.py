"""A workbook of basistabeller that is wrong is refused whole, with every problem at its cell."""

import pytest

from data.place import COUNTRY as COUNTRY_CODE
from tests.data.spreadsheet.landsbyggefonden.workbooks import (
    KINDS,
    kinds_in_headings,
    one_sheet_per_kind,
    read,
    read_tables,
    save,
    set_cell,
    several_years,
)
from tests.data.statbank.fetching import REGISTRY, newest
from tests.data.store.test_edition import contents

pytestmark = pytest.mark.slow


def remove_row(sheet, row):
    return lambda book: book[sheet].delete_rows(row)


def retitle(text):
    """Other words for the rents of one_sheet_per_kind, in headings or in titles."""

    def work(book):
        for sheet in book:
            sheet["B3"] = text

    return work


def name_the_country_twice(book):
    sheet = book["Ældreboliger"]
    sheet["A102"], sheet["A103"], sheet["B103"] = "Danmark", "Hele landet", 900


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (remove_row("Ældreboliger", 4), ["Ældreboliger!A1): 1 kommuner are missing: Albertslund; give a file with all of them"]),
        (set_cell("Ældreboliger", "A5", "Gammelkøbing"), ["Ældreboliger!A5: 'Gammelkøbing' is no kommune", "are missing: Allerød"]),
        (set_cell("Ældreboliger", "A5", "Albertslund"), ["Ældreboliger!A5: Albertslund stands there already", "missing: Allerød"]),
        (name_the_country_twice, ["Ældreboliger!A103: the country stands there already; remove one of the rows"]),
        (set_cell("Ældreboliger", "B9", 72), ["Ældreboliger!B9", "husleje_aeldre): came 72, outside 300 to 3000"]),
        (set_cell("Ældreboliger", "B9", "ca. 800"), ["'ca. 800' is no number; write a number in kr. pr. m² om året"]),
        (set_cell("Ældreboliger", "C9", 12.5), ["came 12.5, but lejemaal_aeldre counts whole boliger"]),
        (set_cell("Ældreboliger", "D9", 7900), ["came 7900, outside 10 to 250 m²"]),
        (retitle("Husleje 2026 pr. måned"), ["husleje_almen: no column has husleje of familie", "'pr. måned' is no rent per m²"]),
        (retitle("Husleje 2026, kr./bolig"), ["husleje_ungdom: no column has", "'/bolig' is no rent per m² and year"]),
        (retitle("Månedlig husleje"), ["'månedlig' is no rent per m² and year"]),
        (retitle("Udgift"), ["no column has husleje of aeldre", "it names neither rent, count nor area"]),
        (retitle("Husleje"), ["Familieboliger!B3 'Husleje' does not say which period it is for; give it with --period, such as 2026"]),
    ],
)
def test_what_is_wrong_or_can_not_be_told_is_refused_and_nothing_is_written(root, tmp_path, change, said, capsys):
    before = contents(root)
    assert read(root, save(one_sheet_per_kind(), tmp_path, change), "lbf_basistabeller") == 1
    error = capsys.readouterr().err
    for one in said:
        assert one in error
    assert contents(root) == before


def test_two_columns_that_could_be_one_figure_are_refused(root, tmp_path, capsys):
    assert read(root, save(several_years(), tmp_path, set_cell("Ark1", "C2", "Husleje 2026"))) == 1
    assert "husleje_almen: it could be Ark1!B2 'Husleje 2026' or Ark1!C2 'Husleje 2026'" in capsys.readouterr().err


def test_a_column_of_two_kinds_together_is_neither(root, tmp_path, capsys):
    assert read(root, save(kinds_in_headings(), tmp_path, set_cell("Kommuner", "E1", "Husleje 2026, familie- og ældreboliger"))) == 1
    error = capsys.readouterr().err
    assert "husleje_aeldre: no column has husleje of aeldre" in error
    assert "'Husleje 2026, familie- og ældreboliger': it is of familie and aeldre together" in error


def test_of_several_totals_none_is_the_country(tmp_path):
    def change(book):
        sheet = book["Ældreboliger"]
        sheet["A103"], sheet["B103"] = "I alt", 900

    found = read_tables(save(one_sheet_per_kind(), tmp_path, change))
    assert COUNTRY_CODE not in set(found.tables["husleje_aeldre"]["kommune_kode"])
    assert COUNTRY_CODE in set(found.tables["husleje_ungdom"]["kommune_kode"])
    assert any("row Ældreboliger!A103 'I alt': no kommune, and not the country" in line for line in found.lines)


def test_all_problems_of_all_blocks_are_told_at_once(root, tmp_path, capsys):
    def change(book):
        for sheet in book:
            sheet["B4"], sheet["A6"] = "mange", "Ukendt"

    assert read(root, save(one_sheet_per_kind(), tmp_path, change)) == 1
    error = capsys.readouterr().err
    assert error.startswith("9 problems; nothing was written:")
    for title in KINDS.values():
        assert f"{title}!B4 (Albertslund, " in error
        assert f"{title}!A6: 'Ukendt' is no kommune" in error


def test_a_code_beside_another_kommune_s_name_is_refused(root, tmp_path, capsys):
    assert read(root, save(one_sheet_per_kind(codes=True), tmp_path, set_cell("Ældreboliger", "A4", 101))) == 1
    assert "Ældreboliger!A4: '101' is not the code of Albertslund, 0165; correct one of them" in capsys.readouterr().err


def test_a_period_that_no_heading_has_is_refused(root, tmp_path, capsys):
    path = save(one_sheet_per_kind(), tmp_path)
    assert read(root, path, "--period", "2027") == 1
    assert "husleje_almen: Familieboliger!B3 'Husleje 2026' is said to be of 2026, but --period is 2027" in capsys.readouterr().err
    assert read(root, path, "--period", "2026K1") == 1
    assert "'2026K1' is no period of " in capsys.readouterr().err


def test_a_period_may_be_given_where_no_heading_has_one(root, tmp_path):
    assert read(root, save(one_sheet_per_kind(), tmp_path, retitle("Husleje")), "--period", "2027") == 0
    assert newest(root).reading("0101", REGISTRY["husleje_ungdom"]).period == "2027"
