"""Rents from files: Landsbyggefonden's workbook and boligstat.dk's table."""

import pytest
from openpyxl import Workbook
from openpyxl.styles import Font

from data.__main__ import main
from data.reading import Reason
from tests.data.statbank.fetching import KOMMUNER, REGISTRY, newest
from tests.data.store.test_edition import contents

pytestmark = pytest.mark.slow


def from_file(root, key, path, *more):
    return main(["--figures", str(root), "fetch", key, "--file", str(path), "--period", "2027", "--edition", "husleje", *more])


def write_rents(path, change=lambda sheet: None):
    """A sheet laid out as Landsbyggefonden's: spanning headings, names without codes, totals and notes below."""
    book = Workbook()
    sheet = book.active
    sheet.title = "Tabel 7"
    sheet.append(["Tabel 7. Husleje pr. m² efter kommune"])
    sheet.append([None, "Alle boliger", None, None, "Familieboliger", None])
    sheet.append(["Kommune", "Antal", "Husleje 2027", "Ændring", "Antal ", "Husleje 2027"])
    for number, place in enumerate(KOMMUNER):
        sheet.append([place.name.replace("Aarhus", "Århus"), 10, 1500, 0.02, 9, 700 + number])
    sheet.append(["I alt", 980, 1500, 0.02, 900, 960])
    sheet.append(["Kilde: Huslejeregisteret"])
    change(sheet)
    book.save(path)
    return path


def test_landsbyggefonden_s_workbook_gives_the_rent_of_family_dwellings(root, tmp_path):
    assert from_file(root, "husleje_almen", write_rents(tmp_path / "lbf.xlsx")) == 0
    figures = newest(root)
    for number, place in enumerate(figures.kommuner):
        reading = figures.reading(place.code, REGISTRY["husleje_almen"])
        assert (reading.value, reading.period) == (700 + number, "2027")


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (lambda sheet: sheet.delete_rows(2), "which column has the rents can't be told from 'Kommune', 'Antal', 'Husleje 2027', 'Ændring'"),
        (lambda sheet: sheet.delete_rows(5), "1 kommuner are missing: Allerød; give a file with all of them"),
        (lambda sheet: sheet.cell(5, 1, "Gammelkøbing"), "Tabel 7!A5: 'Gammelkøbing' is no kommune; correct the name"),
        (lambda sheet: sheet.cell(5, 6, "12"), "Tabel 7!F5 (Allerød, husleje_almen): '12' is read as 12, outside 300 to 3000"),
        (lambda sheet: sheet.cell(5, 6, "=E5*100"), "Tabel 7!F5 (Allerød, husleje_almen): the formula =E5*100 has no stored result"),
        (lambda sheet: sheet.cell(5, 1, "Albertslund"), "Albertslund stands there already; remove one of the rows"),
        (lambda sheet: sheet.cell(3, 1, "Sted"), "0 rows begin with 'Kommune'; expected one"),
    ],
)
def test_a_rent_workbook_with_another_layout_is_refused(root, tmp_path, change, said, capsys):
    before = contents(root)
    assert from_file(root, "husleje_almen", write_rents(tmp_path / "lbf.xlsx", change)) == 1
    assert said in capsys.readouterr().err
    assert contents(root) == before


def test_a_column_can_be_named_by_its_letter(root, tmp_path):
    path = write_rents(tmp_path / "lbf.xlsx", lambda sheet: sheet.cell(3, 4, "Husleje 2027"))
    assert from_file(root, "husleje_almen", path, "--column", "f") == 0
    assert newest(root).reading("0101", REGISTRY["husleje_almen"]).value == 700 + [place.code for place in KOMMUNER].index("0101")


def test_rents_of_another_year_than_is_said_are_refused(root, tmp_path, capsys):
    path = write_rents(tmp_path / "lbf.xlsx", lambda sheet: sheet.cell(3, 6, "Husleje 2026"))
    assert from_file(root, "husleje_almen", path) == 1
    assert "Tabel 7: the rents are said to be of 2026, but --period is 2027; correct one of them" in capsys.readouterr().err


def test_rents_of_an_earlier_year_leave_the_later_ones(root, tmp_path):
    path = write_rents(tmp_path / "lbf.xlsx", lambda sheet: sheet.cell(3, 6, "Husleje 2025"))
    before = newest(root).reading("0101", REGISTRY["husleje_almen"])
    assert main(["--figures", str(root), "fetch", "husleje_almen", "--file", str(path), "--period", "2025"]) == 0
    assert newest(root).reading("0101", REGISTRY["husleje_almen"]) == before
    assert [period for period, _ in newest(root).profile("0101")["husleje_almen"].series] == ["2025", "2026"]


def test_the_column_can_be_named(root, tmp_path):
    path = write_rents(tmp_path / "lbf.xlsx", lambda sheet: sheet.cell(3, 6, "Kr. pr. m², familie"))
    assert from_file(root, "husleje_almen", path, "--column", "Kr. pr. m², familie") == 0


def test_boligstat_s_table_writes_what_is_hidden_as_zero(root, tmp_path):
    hidden = {"Ærø", "Fanø", "Læsø"}
    rows = []
    for number, place in enumerate(KOMMUNER):
        name = place.name.removesuffix("s") if place.code in {"0480", "0820"} else place.name
        rows.append(f"{name};{0 if place.name in hidden else f'1.{number + 100}'}")
    (tmp_path / "boligstat.csv").write_text("\n".join(["Kommune;Husleje", *rows, "Hele landet;1.277"]), encoding="utf-8")
    assert from_file(root, "husleje_privat", tmp_path / "boligstat.csv") == 0
    figures = newest(root)
    assert figures.coverage(REGISTRY["husleje_privat"]) == 95
    assert figures.reading("0825", REGISTRY["husleje_privat"]).reason is Reason.UNDERTRYKT
    assert figures.reading("0000", REGISTRY["husleje_privat"]).value == 1277


@pytest.mark.parametrize(
    ("hidden", "total", "note"), [("–", "Danmark", "* Skøn"), ("—", "Landet", "1) Familieboliger"), ("..", "Total", "Note")]
)
def test_signs_totals_and_notes_are_read_as_in_landsbyggefonden_s_tables(root, tmp_path, hidden, total, note):
    rows = [f"{place.name};{hidden if place.code == '0825' else 1000 + number}" for number, place in enumerate(KOMMUNER)]
    (tmp_path / "boligstat.csv").write_text("\n".join(["Kommune;Husleje", *rows, f"{total};1277", f"{note};2"]), encoding="utf-8")
    assert from_file(root, "husleje_privat", tmp_path / "boligstat.csv") == 0
    figures = newest(root)
    assert figures.reading("0825", REGISTRY["husleje_privat"]).reason is Reason.UNDERTRYKT
    if total != "Total":
        assert figures.reading("0000", REGISTRY["husleje_privat"]).value == 1277


def test_boligstat_s_table_may_be_copied_from_the_page_without_headings(root, tmp_path):
    rows = [f"{place.name}|{0 if place.code == '0825' else f'1.{number + 100}'}" for number, place in enumerate(KOMMUNER)]
    head = ["# boligstat.dk, Opgørelsesår 2027, alle kommuner", "# 0 = skjult; kr./m²/år"]
    (tmp_path / "boligstat.txt").write_text("\n".join([*head, *rows, "Hele landet|1.277", ""]), encoding="utf-8")
    assert from_file(root, "husleje_privat", tmp_path / "boligstat.txt") == 0
    figures = newest(root)
    assert figures.reading(KOMMUNER[0].code, REGISTRY["husleje_privat"]).value == 1100
    assert figures.reading("0825", REGISTRY["husleje_privat"]).reason is Reason.UNDERTRYKT
    assert figures.reading("0000", REGISTRY["husleje_privat"]).value == 1277


@pytest.mark.parametrize(
    ("cell", "reason"),
    [
        ("..", Reason.UNDERTRYKT),
        ("-", Reason.UNDERTRYKT),
        (0, Reason.UNDERTRYKT),
        ("", Reason.IKKE_OFFENTLIGGJORT),
        ("n/a", Reason.IKKE_OFFENTLIGGJORT),
        ("ikke_entydig", Reason.IKKE_ENTYDIG),
    ],
)
def test_a_rent_that_is_not_there_has_its_reason(root, tmp_path, cell, reason):
    path = write_rents(tmp_path / "lbf.xlsx", lambda sheet: setattr(sheet.cell(5, 6), "value", cell))
    assert from_file(root, "husleje_almen", path) == 0
    reading = newest(root).reading(KOMMUNER[1].code, REGISTRY["husleje_almen"])
    assert (reading.value, reading.reason) == (None, reason)


def test_a_column_without_any_rent_is_refused(root, tmp_path, capsys):
    rows = [f"{place.name};0" for place in KOMMUNER]
    (tmp_path / "boligstat.csv").write_text("\n".join(["Kommune;Husleje", *rows]), encoding="utf-8")
    assert from_file(root, "husleje_privat", tmp_path / "boligstat.csv") == 1
    assert "boligstat.csv: no place has a rent in that column; name another with --column" in capsys.readouterr().err


def test_a_period_of_another_format_is_refused_once(root, tmp_path, capsys):
    path = write_rents(tmp_path / "lbf.xlsx")
    assert main(["--figures", str(root), "fetch", "husleje_almen", "--file", str(path), "--period", "2027K1"]) == 1
    assert (
        "1 problem; nothing was written:\n  '2027K1' is no period of husleje_almen; give it with --period, such as"
        in capsys.readouterr().err
    )


def test_the_period_of_the_rents_must_be_given(root, tmp_path, capsys):
    path = write_rents(tmp_path / "lbf.xlsx")
    assert main(["--figures", str(root), "fetch", "husleje_almen", "--file", str(path)]) == 1
    assert "does not say which period husleje_almen is for; give it with --period, such as 2026" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("style", "said"),
    [
        (lambda sheet: sheet["F5"].__setattr__("font", Font(strike=True)), "Tabel 7!F5 (Allerød, husleje_almen): the cell is struck out"),
        (lambda sheet: [sheet.cell(5, 6, ".."), sheet["F5"].__setattr__("font", Font(strike=True))], "the cell is struck out"),
        (lambda sheet: sheet["F3"].__setattr__("font", Font(strike=True)), "Tabel 7!F3: the cell is struck out"),
        (lambda sheet: sheet["E2"].__setattr__("font", Font(strike=True)), "Tabel 7!E2: the cell is struck out"),
        (lambda sheet: sheet["A5"].__setattr__("font", Font(color="FFFFFF")), "Tabel 7!A5: the text has the colour of its cell"),
        (lambda sheet: sheet.column_dimensions["F"].__setattr__("hidden", True), "Tabel 7: column F is hidden"),
    ],
)
def test_what_a_rent_workbook_shows_otherwise_is_refused(root, tmp_path, style, said, capsys):
    assert from_file(root, "husleje_almen", write_rents(tmp_path / "lbf.xlsx", style)) == 1
    assert said in capsys.readouterr().err


def test_rents_that_are_shown_rounded_are_told(root, tmp_path, capsys):
    def round_rents(sheet):
        for row in range(4, 102):
            sheet.cell(row, 6).value += 0.4
            sheet.cell(row, 6).number_format = "#,##0"

    assert from_file(root, "husleje_almen", write_rents(tmp_path / "lbf.xlsx", round_rents), "--dry-run") == 0
    told = capsys.readouterr().err
    assert "Tabel 7!F4: 700.4 is shown as 700; what the cell has is read" in told
    assert "and 93 more of the kind" in told
