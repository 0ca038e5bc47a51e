"""Landsbyggefonden's basistabeller: every layout gives the same figures; what can't be told is asked for, what is wrong is refused."""

import tomllib

import pytest
from openpyxl.utils import get_column_letter

from data.place import COUNTRY as COUNTRY_CODE
from data.reading import Reason
from tests.data.spreadsheet.landsbyggefonden.workbooks import (
    BLOCKS,
    COUNTRY,
    LAYOUTS,
    below_each_other,
    figure,
    one_sheet_per_kind,
    read,
    read_tables,
    save,
    set_cell,
    several_years,
    side_by_side,
    side_by_side_unmerged,
)
from tests.data.statbank.fetching import KOMMUNER, REGISTRY, newest

pytestmark = pytest.mark.slow


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
