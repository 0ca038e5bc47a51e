"""Landsbyggefonden's basistabeller: every layout gives the same figures; what can't be told is asked for, what is wrong is refused."""

import tomllib

import pytest
from openpyxl.utils import get_column_letter

from data.place import COUNTRY as COUNTRY_CODE
from data.place import load_places
from data.reading import Reason
from data.registry.registry import Registry
from data.spreadsheet.landsbyggefonden.basistabeller import Request, list_kinds, read_basistabeller
from data.spreadsheet.landsbyggefonden.choice import Names
from data.spreadsheet.landsbyggefonden.layout import find_blocks
from data.spreadsheet.sheet import read_grids
from tests.data.spreadsheet.basistabeller import (
    BLOCKS,
    COUNTRY,
    KINDS,
    LAYOUTS,
    below_each_other,
    figure,
    fill,
    headings_in_two_rows,
    kinds_in_headings,
    list_figures,
    list_headings,
    one_sheet_per_kind,
    read,
    save,
    several_years,
    side_by_side,
    side_by_side_unmerged,
    start,
)
from tests.data.spreadsheet.test_rents import write_rents
from tests.data.statbank.fetching import KOMMUNER, REGISTRY, newest
from tests.data.store.test_edition import contents

pytestmark = pytest.mark.slow
PLACES = load_places()


def read_tables(path, period=None, **names):
    wanted = [one for one in REGISTRY.indicators.values() if one.block]
    required = {one.key for one in wanted if one.block.measure == "husleje"}
    return read_basistabeller(path.name, read_grids(path), Request(wanted, required, period, Names(**names)), REGISTRY, PLACES)


def set_cell(sheet, address, value):
    def work(book):
        book[sheet][address] = value

    return work


@pytest.mark.parametrize("codes", [False, True], ids=["names", "codes"])
@pytest.mark.parametrize("layout", LAYOUTS)
def test_every_layout_gives_every_figure_of_every_kommune_and_the_country(tmp_path, layout, codes):
    found = read_tables(save(layout(codes=codes), tmp_path))
    assert found.tables.keys() == BLOCKS.keys()
    for key, (kind, measure) in BLOCKS.items():
        table = found.tables[key]
        values = dict(zip(table["kommune_kode"], table["vaerdi"].astype(float), strict=True))
        expected = {place.code: figure(kind, measure, number) for number, place in enumerate(KOMMUNER)}
        assert values == expected | {COUNTRY_CODE: COUNTRY[measure]}
        assert set(table["periode"]) == {"2026"}
        assert set(table["kilde"]) == {"lbf_basistabeller"}


@pytest.mark.parametrize("layout", LAYOUTS)
def test_columns_in_any_order_and_place_give_the_same_figures(tmp_path, layout):
    """The whole sheet two rows down and three columns to the right."""

    def move(book):
        for sheet in book:
            areas = [str(area) for area in sheet.merged_cells.ranges]
            for area in areas:
                sheet.unmerge_cells(area)
            sheet.move_range(sheet.dimensions, rows=2, cols=3)
            for area in areas:
                first, last = ([*map(str, part)] for part in area.split(":"))
                sheet.merge_cells(f"{shift(''.join(first))}:{shift(''.join(last))}")

    plain, moved = read_tables(save(layout(), tmp_path)), read_tables(save(layout(), tmp_path, move))
    for key, table in plain.tables.items():
        assert table.drop(columns="sted").equals(moved.tables[key].drop(columns="sted"))


def shift(address):
    letters, row = address.rstrip("0123456789"), int(address.lstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ"))
    column = sum((ord(letter) - 64) * 26**place for place, letter in enumerate(reversed(letters)))
    return f"{get_column_letter(column + 3)}{row + 2}"


def test_without_a_key_the_file_is_told_by_its_shape_and_figures_come_out(root, tmp_path, capsys):
    assert read(root, save(below_each_other(), tmp_path)) == 0
    said = capsys.readouterr().out
    column = "column 'Husleje, kr. pr. m² pr. år' (B, Ark1!B109)"
    assert f"husleje_aeldre, 2026: block 'Ældreboliger' (Ark1!A108), {column}; {KOMMUNER[17].name} 817\n" in said
    assert "row Ark1!A104 'Region Sjælland': no kommune, and not the country" in said
    figures = newest(root)
    for group in ("lejemaal", "lejemaal_areal", "husleje"):
        for one in (one for one in REGISTRY.in_group(group) if one.block):
            kind, measure = BLOCKS[one.key]
            reading = figures.reading("0326", one)
            assert (one.key, reading.period, reading.status) == (one.key, "2026", "officiel")
            if reading.source == "lbf_basistabeller":
                assert reading.value == figure(kind, measure, [place.code for place in KOMMUNER].index("0326"))
    assert figures.reading("0000", REGISTRY["lejemaal_aeldre"]).value == COUNTRY["lejemål"]
    assert figures.reading("0000", REGISTRY["areal_ungdom"]).value == COUNTRY["areal"]
    assert all(figures.coverage(one) == 98 for one in REGISTRY.in_group("lejemaal"))


def test_the_rent_of_family_dwellings_stands_beside_that_of_table_7(root, tmp_path):
    before = newest(root).reading("0326", REGISTRY["husleje_almen"])
    assert read(root, save(side_by_side(), tmp_path), "lbf_basistabeller") == 0
    entry = newest(root).profile("0326")["husleje_almen"]
    assert entry.reading == before
    (alternative,) = entry.alternatives
    assert alternative.reading.source == "lbf_basistabeller"
    assert alternative.reading.value == figure("familie", "husleje", [place.code for place in KOMMUNER].index("0326"))


def test_the_sidecar_says_where_each_figure_stood(root, tmp_path):
    assert read(root, save(side_by_side_unmerged(), tmp_path)) == 0
    sidecar = tomllib.loads((root / "ny" / "lbf_basistabeller.toml").read_text(encoding="utf-8"))
    assert len(sidecar["query"]) == len(BLOCKS)
    assert any(
        "file basistabeller.xlsx, block" in one and "column 'Ungdomsboliger / Husleje 2026' (O, Tabel 7!O3)" in one
        for one in sidecar["query"]
    )


def test_the_same_file_again_is_nothing_new(root, tmp_path, capsys):
    path = save(one_sheet_per_kind(), tmp_path)
    assert read(root, path) == 0
    assert read(root, path, "--edition", "igen") == 0
    assert "Nothing is new since edition ny; no edition was made" in capsys.readouterr().out


def test_the_named_figures_only_are_read(root, tmp_path, capsys):
    path = save(one_sheet_per_kind(), tmp_path, set_cell("Ungdomsboliger", "B4", "mange"))
    assert read(root, path, "husleje_almen", "lejemaal_familie") == 0
    assert newest(root).reading("0101", REGISTRY["lejemaal_familie"]).value is not None
    assert newest(root).reading("0101", REGISTRY["lejemaal_aeldre"]).value is None
    assert "Ældreboliger!B3 'Husleje 2026': husleje of aeldre, 2026" in capsys.readouterr().out


def test_an_older_period_is_read_where_it_is_asked_for(tmp_path):
    found = read_tables(save(several_years(), tmp_path), "2025")
    assert found.tables.keys() == {"husleje_almen", "husleje_aeldre", "husleje_ungdom"}
    assert found.tables["husleje_aeldre"].set_index("kommune_kode").loc["0101", "vaerdi"] == str(
        figure("aeldre", "husleje", [place.code for place in KOMMUNER].index("0101"), 2025)
    )
    assert any("lejemaal_aeldre: Ark1!D105 'Lejemål 2026' is said to be of 2026, but --period is 2025" in line for line in found.lines)


@pytest.mark.parametrize("count", [0, None, "-", 12])
@pytest.mark.parametrize(
    ("cell", "reason"),
    [(0, "undertrykt"), ("-", "undertrykt"), ("..", "undertrykt"), (None, "ikke_offentliggjort"), ("ikke_entydig", "ikke_entydig")],
)
def test_a_rent_is_not_relevant_only_where_the_file_counts_no_dwellings(tmp_path, count, cell, reason):
    def change(book):
        sheet = book["Ungdomsboliger"]
        sheet["B4"], sheet["C4"], sheet["D4"] = cell, count, cell

    found = read_tables(save(one_sheet_per_kind(), tmp_path, change))
    row, area, counted = (found.tables[key].iloc[0] for key in ("husleje_ungdom", "areal_ungdom", "lejemaal_ungdom"))
    expected = Reason.IKKE_RELEVANT if count == 0 and cell != "ikke_entydig" else Reason(reason)
    assert counted["kommune_kode"] == KOMMUNER[0].code
    assert (row["vaerdi"], row["aarsag"], row["status"]) == ("", expected, "mangler")
    assert area["aarsag"] == expected
    assert (counted["vaerdi"], counted["aarsag"]) == {
        0: ("0", ""), 12: ("12", ""), "-": ("", Reason.UNDERTRYKT), None: ("", Reason.IKKE_OFFENTLIGGJORT)
    }[count]  # fmt: skip


def test_the_counts_tell_what_is_not_relevant_also_where_they_are_not_asked_for(root, tmp_path):
    path = save(
        one_sheet_per_kind(),
        tmp_path,
        lambda book: [set_cell("Ungdomsboliger", "B4", "-")(book), set_cell("Ungdomsboliger", "C4", 0)(book)],
    )
    assert read(root, path, "husleje_ungdom") == 0
    assert newest(root).reading(KOMMUNER[0].code, REGISTRY["husleje_ungdom"]).reason is Reason.IKKE_RELEVANT


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
        (set_cell("Ældreboliger", "B9", "ca. 800"), ["'ca. 800' is no number; write a number in kr. pr. m² pr. år"]),
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
