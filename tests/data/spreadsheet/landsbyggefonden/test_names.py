"""What can't be told of basistabeller is listed, and can be named by the command line."""

import pytest

from data.registry.registry import Registry
from data.spreadsheet.landsbyggefonden.basistabeller import list_kinds
from data.spreadsheet.landsbyggefonden.layout import find_blocks
from data.spreadsheet.sheet import read_grids
from tests.data.spreadsheet.landsbyggefonden.workbooks import (
    BLOCKS,
    KINDS,
    PLACES,
    below_each_other,
    figure,
    fill,
    headings_in_two_rows,
    list_figures,
    list_headings,
    one_sheet_per_kind,
    read,
    save,
    set_cell,
    several_years,
    side_by_side,
    start,
)
from tests.data.spreadsheet.test_rents import write_rents
from tests.data.statbank.fetching import KOMMUNER, REGISTRY, newest

pytestmark = pytest.mark.slow


def without_kinds():
    """Three blocks below each other of which nothing says the kind."""
    book = start()
    sheet = book.create_sheet("Ark1")
    row = 1
    for number, kind in enumerate(KINDS, 1):
        sheet.cell(row, 1, f"Tabel {number}")
        row = 2 + fill(sheet, row + 1, 1, list_headings(), list_figures(kind), first=number)
    return book


def test_blocks_that_say_no_kind_are_listed_and_can_be_named(root, tmp_path, capsys):
    path = save(without_kinds(), tmp_path)
    assert read(root, path) == 1
    assert (
        "which figures it has can't be told from its shape; name them, one of husleje_almen, husleje_privat, lbf_basis"
        in capsys.readouterr().err
    )
    assert read(root, path, "lbf_basistabeller") == 1
    error = capsys.readouterr().err
    assert "block 'Tabel 2' (Ark1!A104)" in error
    assert "Ark1!B105 'Husleje 2026': husleje of no kind that its headings say, 2026" in error
    assert "--block familie='Ark1!A1'; name a column by that of its heading, such as --column husleje_almen='Ark1!B2'" in error
    assert read(root, path, "--block", "familie=Ark1!A1", "--block", "aeldre=ark1!b105", "--block", "ungdom=Ark1!A300") == 0
    for key in ("husleje_aeldre", "lejemaal_ungdom", "areal_familie"):
        assert newest(root).reading(KOMMUNER[7].code, REGISTRY[key]).value == figure(*BLOCKS[key], 7)


def test_of_two_blocks_of_a_kind_one_can_be_named(root, tmp_path, capsys):
    def copy(book):
        book.copy_worksheet(book["Ældreboliger"]).title = "Ældreboliger (2)"
        book["Ældreboliger (2)"]["B4"] = 1234

    path = save(one_sheet_per_kind(), tmp_path, copy)
    assert read(root, path) == 1
    assert "husleje_aeldre: it could be Ældreboliger!B3 'Husleje 2026' or Ældreboliger (2)!B3 'Husleje 2026'" in capsys.readouterr().err
    assert read(root, path, "--block", "aeldre=Ældreboliger (2)") == 0
    assert newest(root).reading(KOMMUNER[0].code, REGISTRY["husleje_aeldre"]).value == 1234


def test_a_column_can_be_named(root, tmp_path):
    path = save(one_sheet_per_kind(), tmp_path, set_cell("Ældreboliger", "B3", "Udgift 2026"))
    assert read(root, path, "--column", "husleje_aeldre=Ældreboliger!B3") == 0
    assert newest(root).reading(KOMMUNER[7].code, REGISTRY["husleje_aeldre"]).value == figure("aeldre", "husleje", 7)


def test_columns_without_headings_of_their_own_are_named_by_the_row_above_them(root, tmp_path, capsys):
    """The headings stand above the first block only."""
    book = start()
    sheet = book.create_sheet("Ark1")
    for kind, title in KINDS.items():
        sheet.append([title])
        if kind == "familie":
            sheet.append(["Kommune", "Husleje 2026"])
        for number, place in enumerate(KOMMUNER):
            sheet.append([place.name, figure(kind, "husleje", number)])
    path = save(book, tmp_path)
    assert read(root, path, "lbf_basistabeller") == 1
    assert "block 'Ældreboliger' (Ark1!A101)\n      Ark1!B101 'without a heading': it names neither" in capsys.readouterr().err
    named = ("--column", "husleje_aeldre=Ark1!B101", "--column", "husleje_ungdom=Ark1!B200", "--period", "2026")
    assert read(root, path, "lbf_basistabeller", *named) == 0
    assert newest(root).reading(KOMMUNER[7].code, REGISTRY["husleje_ungdom"]).value == figure("ungdom", "husleje", 7)


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--column", "husleje_aeldre=Ark1!F105"], "Ark1!F105 'Husleje 2026 pr. md.' says that it is pr. md, not husleje of aeldre"),
        (["--column", "husleje_aeldre=Ark1!B2"], "Ark1!B2 'Husleje 2026' says that it is husleje of familie, not husleje of aeldre"),
        (["--column", "husleje_aeldre=Ark1!D105"], "says that it is lejemål of aeldre, not husleje of aeldre"),
        (["--column", "husleje_aeldre=Q9"], "husleje_aeldre: --column 'Q9' names 0 columns; write the address of one heading"),
        (["--column", "husleje_aeldre=B"], "husleje_aeldre: --column 'B' names 3 columns"),
        (["--column", "folketal=Ark1!B2"], "--column 'folketal': it is not in such a file; write one of lejemaal_familie"),
        (["--column", "B"], "--column 'B' does not say of what it is the place; write KEY=ADDRESS"),
        (["--block", "aeldre=Q9"], "--block aeldre='Q9' names 0 blocks; write an address in one of them"),
        (["--block", "aeldre=Ark1"], "--block aeldre='Ark1' names 3 blocks"),
        (["--block", "pleje=Ark1!A1"], "--block 'pleje': there is no such kind; write one of familie, aeldre, ungdom"),
        (["--block", "aeldre=A1", "--block", "aeldre=A2"], "--block 'aeldre=A2' is there twice; write KIND=ADDRESS"),
        (["--block", "aeldre=Ark1!A1"], "husleje_aeldre: no column has husleje of aeldre"),
        (["husleje_privat", "lejemaal_familie"], "husleje_privat is in no file together with lejemaal_familie; read one file at a time"),
        (["husleje_almen", "--block", "familie=Ark1!A1"], "husleje_almen is one column of rents; leave out --block"),
        (["husleje_almen", "husleje_privat"], "but 2 are asked for; name one of husleje_almen, husleje_privat"),
    ],
)  # fmt: skip
def test_names_that_do_not_fit_are_refused(root, tmp_path, arguments, said, capsys):
    assert read(root, save(several_years(), tmp_path), *arguments) == 1
    assert said in capsys.readouterr().err


def test_a_file_of_one_rent_needs_its_key_and_is_read_as_before(root, tmp_path, capsys):
    path = write_rents(tmp_path / "lbf.xlsx")
    assert read(root, path, "--period", "2027") == 1
    assert "lbf.xlsx: which figures it has can't be told from its shape; name them, one of husleje_almen" in capsys.readouterr().err
    assert read(root, path, "husleje_almen", "--period", "2027") == 0
    assert newest(root).reading(KOMMUNER[3].code, REGISTRY["husleje_almen"]).value == 703


def test_a_workbook_without_kommuner_is_refused(root, tmp_path, capsys):
    book = start()
    book.create_sheet("Ark1").append(["Region", "Husleje 2026, familieboliger"])
    assert read(root, save(book, tmp_path), "lbf_basistabeller") == 1
    assert "the file has no column with the names of kommuner below each other" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("layout", "count"), [(one_sheet_per_kind, 3), (below_each_other, 3), (side_by_side, 1), (headings_in_two_rows, 3), (without_kinds, 3)]
)
def test_blocks_are_found_once_each(tmp_path, layout, count):
    assert len(find_blocks(read_grids(save(layout(), tmp_path)), PLACES, list_kinds(Registry.load()))) == count
