"""The workbook that BL fills in."""

from dataclasses import replace

import pytest
from openpyxl import load_workbook

from data.profile.archive import Archive
from data.profile.figures import Figures
from data.profile.table import join_tables
from data.reading import STATED_REASONS
from data.registry.kind import PeriodKind
from data.spreadsheet.template import FIRST_ROW, write_template
from data.store.check import check_table
from data.store.edition import FOLDER, read_snapshots
from tests.data.spreadsheet.workbook import DELIVERED, column_of, newest, run

pytestmark = pytest.mark.slow


def test_the_template_has_a_locked_row_per_kommune_and_an_explained_column_per_indicator(tmp_path, official):
    assert run(FOLDER, "template", tmp_path / "ark.xlsx") == 0
    book = load_workbook(tmp_path / "ark.xlsx")
    assert book.sheetnames == ["Tal", "Vejledning", "Boligorganisationer", "Kilde"]
    sheet = book["Tal"]
    codes = [sheet.cell(row, 1).value for row in range(FIRST_ROW, FIRST_ROW + 98)]
    assert codes == [place.code for place in official.kommuner]
    assert sheet.protection.sheet
    assert all(sheet.cell(row, column).protection.locked for row in range(1, FIRST_ROW + 98) for column in (1, 2))
    for column, indicator in enumerate(DELIVERED, 3):
        head = sheet.cell(1, column)
        assert (head.value, sheet.cell(2, column).value, sheet.cell(4, column).value) == (indicator.label, indicator.unit, indicator.key)
        assert head.comment is not None
        for part in (indicator.label, f"Enhed: {indicator.unit}", "Periode: ", indicator.definition):
            assert part in head.comment.text
        assert not sheet.cell(FIRST_ROW, column).protection.locked
        assert sheet.cell(FIRST_ROW, column).value is None
        assert sheet.cell(FIRST_ROW, column).number_format == ("#,##0" if not indicator.decimals else "#,##0.0")
    limits = [limit for limit in sheet.data_validations.dataValidation if limit.type == "custom"]
    assert len(limits) == len(DELIVERED)
    assert limits[0].formula1.startswith("OR(AND(ISNUMBER(C5),C5>=0,C5<=100),COUNTIF(Vejledning!")
    assert limits[1].formula1.startswith("OR(AND(ISNUMBER(D5),D5>=0,D5<=1100000,D5=INT(D5)),")
    assert "Skriv hele tal fra 0 til 1.100.000 (personer), eller en af grundene" in limits[1].error
    assert all(len(limit.error) <= 255 for limit in limits)  # Excel refuses a file with more
    assert all(book[name].protection.sheet for name in book.sheetnames)
    assert len([one for one in sheet.data_validations.dataValidation if one.type == "list"]) == len(DELIVERED)
    reasons = {book["Vejledning"].cell(row, 1).value for row in range(2, 6)}
    assert reasons == set(STATED_REASONS)


def test_the_template_comes_with_what_is_known_on_request(tmp_path, official):
    assert run(FOLDER, "template", tmp_path / "ark.xlsx", "--with-current") == 0
    sheet = load_workbook(tmp_path / "ark.xlsx")["Tal"]
    row = FIRST_ROW + [place.code for place in official.kommuner].index("0326")
    found = {sheet.cell(4, column).value: (sheet.cell(3, column).value, sheet.cell(row, column).value) for column in range(3, 20)}
    assert found["boliger_familie"] == ("2025", 3372)
    assert found["renovering"] == ("2020-2024", "ikke_entydig")
    assert found["almene_andel"] == ("2025", 16)


@pytest.mark.parametrize(("name", "said"), [("ark.csv", "a workbook ends in .xlsx"), ("nowhere/ark.xlsx", "is not there; make it")])
def test_a_template_that_can_not_be_written_is_refused(tmp_path, name, said, capsys):
    assert run(FOLDER, "template", tmp_path / name) == 1
    assert said in capsys.readouterr().err


def test_what_the_template_gave_comes_back_unchanged(root, tmp_path, capsys):
    run(root, "template", tmp_path / "ark.xlsx", "--with-current")
    options = ["--title", "Kommuneark", "--responsible", "A", "--read", "2026-11-01", "--edition", "2026"]
    before = newest(root)
    assert run(root, "import", tmp_path / "ark.xlsx", *options) == 0
    after = newest(root)
    assert Archive(with_examples=False, root=root).news(None).changes == {}
    kalundborg = after.profile("0326")
    assert kalundborg["renovering"].reading.note == before.profile("0326")["renovering"].reading.note
    assert "worth a second look" not in capsys.readouterr().err


def test_a_filled_in_workbook_is_not_written_over_by_mistake(tmp_path, capsys):
    assert run(FOLDER, "template", tmp_path / "ark.xlsx") == 0
    before = (tmp_path / "ark.xlsx").read_bytes()
    assert run(FOLDER, "template", tmp_path / "ark.xlsx") == 1
    assert "is there already, perhaps filled in; name another file, or give --overwrite" in capsys.readouterr().err
    assert (tmp_path / "ark.xlsx").read_bytes() == before
    assert run(FOLDER, "template", tmp_path / "ark.xlsx", "--with-current", "--overwrite") == 0
    assert [path.name for path in tmp_path.iterdir()] == ["ark.xlsx"]


@pytest.mark.parametrize(("kind", "periods"), [("quarter_start", "2026K3,2027K3,2028K3"), ("range", "2022-2024,2023-2025,2024-2026")])
def test_an_indicator_of_any_period_has_a_column(official, tmp_path, kind, periods):
    """Also one without any known figure."""
    entry = replace(DELIVERED[0], key="ny", label="Ny", period=PeriodKind(kind))
    registry = replace(official.registry, indicators=official.registry.indicators | {"ny": entry})
    figures = Figures(check_table(join_tables(read_snapshots(official.edition)), official.registry, official.places), registry,
                      official.places, with_examples=False)  # fmt: skip
    write_template(tmp_path / "ark.xlsx", figures, "bl_kommuneark", with_current=False)
    sheet = load_workbook(tmp_path / "ark.xlsx")["Tal"]
    column = column_of(sheet, "ny")
    assert sheet.cell(3, column).value is None
    assert f'"{periods}"' in [one.formula1 for one in sheet.data_validations.dataValidation]


def test_the_guide_explains_topics_bases_and_the_public_figures(tmp_path, official):
    assert run(FOLDER, "template", tmp_path / "ark.xlsx") == 0
    sheet = load_workbook(tmp_path / "ark.xlsx")["Vejledning"]
    guide = {row[0]: row[1] for row in sheet.iter_rows(max_col=2, values_only=True) if row[0]}
    for topic in official.registry.topics:
        assert guide[topic.title].startswith("1. ")
    assert guide["Boligtyper"].endswith("Boliger i etagehuse (alle boliger)")
    for indicator in official.registry.indicators.values():
        of_bl = indicator in DELIVERED
        name = f"{indicator.label}, om {indicator.base}"
        found = [text for word, text in guide.items() if word == name or (of_bl and str(word).startswith(f"{name} ("))]
        assert len(found) == 1, indicator.key
        assert found[0].startswith(indicator.definition)
