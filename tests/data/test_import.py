"""BL's spreadsheet, from template to page: real workbooks, filled in as analysts do, imported by the real command."""

import csv
import io
import random
import shutil
import time
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl import Workbook, load_workbook
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
from openpyxl.styles.numbers import BUILTIN_FORMATS

from data.__main__ import main
from data.edition import FOLDER, list_editions
from data.figures import Figures
from data.reading import STATED_REASONS, Status
from data.registry import HERE, Registry
from data.template import FIRST
from tests.data.test_edition import contents, kill_at_every_step

REGISTRY = Registry.load()
DELIVERED = REGISTRY.delivered("bl_kommuneark")
SHARES = {"familietype_enlig_uden_boern": 52, "familietype_enlig_med_boern": 15, "familietype_par_uden_boern": 16,
          "familietype_par_med_boern": 13, "familietype_andre": 4}  # fmt: skip


@pytest.fixture
def root(tmp_path):
    shutil.copytree(FOLDER, tmp_path / "figures")
    return tmp_path / "figures"


def run(root, *arguments):
    return main(["--figures", str(root), *map(str, arguments)])


def plausible(indicator, row):
    """A value that no check objects to, the same for each run."""
    if indicator.key in SHARES:
        return SHARES[indicator.key]
    return random.Random(f"{indicator.key} {row}").randint(5, 20) if indicator.unit == "pct." else 100 + row


@pytest.fixture(scope="session")
def filled_once(tmp_path_factory):
    folder = tmp_path_factory.mktemp("workbook")
    assert run(FOLDER, "template", folder / "ark.xlsx") == 0
    book = load_workbook(folder / "ark.xlsx")
    sheet = book["Tal"]
    for column, indicator in enumerate(DELIVERED, 3):
        for row in range(FIRST, FIRST + 98):
            sheet.cell(row, column).value = plausible(indicator, row)
    for row, text in enumerate(("Kommuneark 2026", "Anna Ørsted, BL", "2026-11-20", "2026"), 1):
        book["Kilde"].cell(row, 2).value = text
    book.save(folder / "ark.xlsx")
    return folder / "ark.xlsx"


@pytest.fixture
def filled(filled_once, tmp_path):
    """A workbook that is right in every cell."""
    return Path(shutil.copy(filled_once, tmp_path / "ark.xlsx"))


def change(path, work, sheet="Tal"):
    book = load_workbook(path)
    work(book[sheet])
    book.save(path)


def column_of(sheet, key):
    return next(cell.column for cell in sheet[4] if cell.value == key)


def newest(root):
    return Figures.load(with_examples=False, edition=list_editions(root)[-1])


# ------------------------------------------------------------------------------------------------ the template


def test_the_template_has_a_locked_row_per_kommune_and_an_explained_column_per_indicator(tmp_path, official):
    assert run(FOLDER, "template", tmp_path / "ark.xlsx") == 0
    book = load_workbook(tmp_path / "ark.xlsx")
    assert book.sheetnames == ["Tal", "Vejledning", "Kilde"]
    sheet = book["Tal"]
    codes = [sheet.cell(row, 1).value for row in range(FIRST, FIRST + 98)]
    assert codes == [place.code for place in official.kommuner]
    assert sheet.protection.sheet
    assert all(sheet.cell(row, column).protection.locked for row in range(1, FIRST + 98) for column in (1, 2))
    for column, indicator in enumerate(DELIVERED, 3):
        head = sheet.cell(1, column)
        assert (head.value, sheet.cell(2, column).value, sheet.cell(4, column).value) == (indicator.label, indicator.unit, indicator.key)
        assert head.comment is not None
        assert indicator.definition in head.comment.text
        assert not sheet.cell(FIRST, column).protection.locked
        assert sheet.cell(FIRST, column).value is None
        assert sheet.cell(FIRST, column).number_format == ("#,##0" if not indicator.decimals else "#,##0.0")
    limits = [limit for limit in sheet.data_validations.dataValidation if limit.type == "custom"]
    assert len(limits) == len(DELIVERED)
    assert "<=100" in limits[0].formula1
    assert len([one for one in sheet.data_validations.dataValidation if one.type == "list"]) == len(DELIVERED)
    reasons = {book["Vejledning"].cell(row, 1).value for row in range(2, 6)}
    assert reasons == set(STATED_REASONS)


def test_the_template_comes_with_what_is_known_on_request(tmp_path, official):
    assert run(FOLDER, "template", tmp_path / "ark.xlsx", "--with-current") == 0
    sheet = load_workbook(tmp_path / "ark.xlsx")["Tal"]
    row = FIRST + [place.code for place in official.kommuner].index("0326")
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
    assert not after.news
    kalundborg = after.profile("0326")
    assert kalundborg["renovering"].reading.note == before.profile("0326")["renovering"].reading.note
    assert "worth a second look" not in capsys.readouterr().err


# ------------------------------------------------------------------------------------------------ a sound import


def test_an_import_makes_an_edition_and_leaves_the_old_one_as_it_was(root, filled, capsys):
    before = contents(root)
    assert run(root, "import", filled) == 0
    said = capsys.readouterr().out
    assert "boliger_familie, 2026: 98 of 98 kommuner have a value" in said
    assert "sum of the kommuner 15,043" in said
    assert "Edition 2026 is made, of 2025; both are kept" in said
    assert {path: content for path, content in contents(root).items() if path.parts[0] == "2025"} == before
    figures = newest(root)
    reading = figures.profile("0101")["boliger_familie"].reading
    assert (reading.value, reading.period, reading.status) == (152, "2026", Status.OFFICIEL)
    source = figures.registry.sources[reading.source]
    assert (source.title, source.read, source.responsible) == ("Kommuneark 2026", "2026-11-20", "Anna Ørsted, BL")
    assert figures.profile("0326")["almene_andel"].reading.source == "dst_bol101"
    assert [other.reading.source for other in figures.profile("0101")["almene_andel"].alternatives] == ["bl_kommuneark-2026"]


def test_no_example_is_left_where_official_figures_came(root, filled):
    assert run(root, "import", filled) == 0
    figures = Figures.load(with_examples=True, edition=list_editions(root)[-1])
    for place in figures.kommuner:
        for indicator in DELIVERED:
            assert not figures.reading(place.code, indicator).is_example


def test_a_dry_run_reports_the_same_and_writes_nothing(root, filled, capsys):
    before = contents(root)
    assert run(root, "import", filled, "--dry-run") == 0
    assert "Nothing was written" in capsys.readouterr().out
    assert contents(root) == before


def test_the_summary_has_the_five_largest_changes(root, filled, capsys):
    run(root, "import", filled)
    change(filled, lambda sheet: [sheet.cell(FIRST + number, column_of(sheet, "beboere"), 1000 * (number + 1)) for number in range(7)])
    assert run(root, "import", filled, "--edition", "2026-2") == 0
    lines = capsys.readouterr().out.split("beboere, 2026")[-1].splitlines()[2:7]
    assert [line.split(":")[0].strip() for line in lines] == ["Brøndby", "Bornholm", "Billund", "Ballerup", "Assens"]
    assert lines[0].endswith("111 (2026) -> 7,000 (2026) (+6206.3%)")


def test_a_98_row_workbook_takes_no_time_worth_a_cup_of_coffee(root, filled):
    start = time.process_time()
    assert run(root, "import", filled) == 0
    assert time.process_time() - start < 60  # a loop gone wrong, not a speed claim; 1.2 s where this was written


# ------------------------------------------------------------------------------------------------ shapes of a sheet


def as_csv(path, mark=";", point=","):
    sheet = load_workbook(path)["Tal"]
    lines = io.StringIO()
    writer = csv.writer(lines, delimiter=mark)
    for row in sheet.iter_rows(values_only=True):
        writer.writerow([str(cell).replace(".", point) if isinstance(cell, float) else cell for cell in row])
    return lines.getvalue()


OPTIONS = ("--title", "Kommuneark 2026", "--responsible", "Anna", "--read", "20.11.2026", "--edition", "2026")


@pytest.mark.parametrize(("mark", "point"), [(";", ","), (",", "."), ("\t", ",")])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
def test_csv_of_any_make_gives_the_same_figures(root, filled, tmp_path, mark, point, encoding):
    change(filled, lambda sheet: sheet.cell(FIRST, column_of(sheet, "fraflytning"), 12.5))
    (tmp_path / "ark.csv").write_bytes(as_csv(filled, mark, point).encode(encoding))
    assert run(root, "import", tmp_path / "ark.csv", *OPTIONS) == 0
    figures = newest(root)
    assert figures.reading(figures.kommuner[0].code, REGISTRY["fraflytning"]).value == 12.5
    assert figures.reading("0101", REGISTRY["boliger_familie"]).value == 152


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


def test_an_empty_column_leaves_what_was_there(root, filled, capsys):
    def empty(sheet):
        for row in range(FIRST, FIRST + 98):
            sheet.cell(row, column_of(sheet, "boliger_familie")).value = None

    change(filled, empty)
    assert run(root, "import", filled) == 0
    assert "boliger_familie is empty, and is left as it was" in capsys.readouterr().err
    reading = newest(root).reading("0326", REGISTRY["boliger_familie"])
    assert (reading.value, reading.period, reading.source) == (3372, "2025", "bl_kommuneark")


def test_rows_may_be_known_by_name_alone_and_a_footer_is_no_row(root, filled):
    def by_name(sheet):
        for row in range(FIRST, FIRST + 98):
            sheet.cell(row, 1).value = None
        sheet.cell(FIRST + 100, 1).value = "Kilde: BL"
        for row in range(FIRST, FIRST + 98):
            sheet.cell(row, 2).value = sheet.cell(row, 2).value.replace("Aarhus", "Århus Kommune").replace("Høje-", "Høje ")

    change(filled, by_name)
    assert run(root, "import", filled) == 0
    assert newest(root).coverage(REGISTRY["beboere"]) == 98


def test_the_country_s_own_figure_is_taken_where_it_stands(root, filled):
    change(filled, lambda sheet: sheet.cell(FIRST + 98, column_of(sheet, "beboere"), 1_001_000))
    assert run(root, "import", filled) == 0
    figures = newest(root)
    assert figures.reading("0000", REGISTRY["beboere"]).value == 1_001_000
    assert figures.reading("0000", REGISTRY["boliger_familie"]).status is Status.BEREGNET


# ------------------------------------------------------------------------------------------------ what is wrong


def put(key, value, row=FIRST, **style):
    def work(sheet):
        cell = sheet.cell(row, column_of(sheet, key))
        cell.value = value
        for name, setting in style.items():
            setattr(cell, name, setting)

    return work


def delete_row(sheet):
    sheet.delete_rows(FIRST)


def merge(sheet):
    sheet.merge_cells("C5:C6")


def repeat_heading(sheet):
    sheet.cell(4, 21, "beboere")
    sheet.cell(1, 21, "Beboere i almene boliger")
    sheet.cell(3, 21, "2026")


def set_cell(place, value):
    def work(sheet):
        sheet[place] = value

    return work


@pytest.mark.parametrize(
    ("work", "said"),
    [
        (put("beboere", "-"), "Tal!D5 (Albertslund, beboere): '-' may mean zero or missing; write 0"),
        (put("beboere", "=SUM(D6:D7)"), "Tal!D5 (Albertslund, beboere): the formula =SUM(D6:D7) has no stored result"),
        (put("beboere", 0.16, number_format=BUILTIN_FORMATS[9]), "the cell is formatted as per cent, but beboere is in personer"),
        (put("boliger_familie", __import__("datetime").datetime(3720, 3, 1)), "came the date 3720-03-01: Excel makes dates"),
        (put("fraflytning", 99), "99 is read as 99, outside 0 to 60 pct."),
        (merge, "Tal!C5 (Albertslund, almene_andel): the cells C5:C6 are merged"),
        (delete_row, "Tal: 1 kommuner have no row: Albertslund; add the rows"),
        (set_cell("A5", "0326"), "Tal!A5: the code 0326 is Kalundborg, but the name is Albertslund; correct one of them"),
        (set_cell("A5", "0999"), "Tal!A5: '0999 Albertslund' is no kommune, but the row has figures; write a kommunekode"),
        (repeat_heading, "Tal: beboere stands in columns Tal!D1, Tal!U1; keep one of them"),
        (
            set_cell("D1", "Almene familieboliger"),
            "the heading 'Almene familieboliger' is boliger_familie, but the key below it is beboere",
        ),
        (set_cell("D3", "forrige år"), "Tal!D3: 'forrige år' is no period; write one like 2025"),
        (set_cell("D3", None), "Tal!D3: '' is no period; write one like 2025"),
        (set_cell("D3", 2099), "the period 2099 of beboere lies in the future; correct the row 'Periode'"),
        (set_cell("D2", "pct."), "Tal!D2: the unit 'pct.' is not that of beboere; give the figures in personer"),
        (put("familietype_andre", 40), "the parts of familietyper for 0165 add up to 136, not 100 pct.; correct them"),
        (put("beboere", 40_000), "40000 is more than folketal"),
    ],
)
def test_what_is_wrong_is_named_by_cell_and_nothing_is_written(root, filled, work, said, capsys):
    before = contents(root)
    change(filled, work)
    assert run(root, "import", filled) == 1
    assert said in capsys.readouterr().err
    assert contents(root) == before


def test_all_problems_come_at_once(root, filled, capsys):
    change(filled, lambda sheet: [put(one.key, "x", FIRST + number)(sheet) for number, one in enumerate(DELIVERED)])
    change(filled, set_cell("B4", ""), "Kilde")
    assert run(root, "import", filled) == 1
    said = capsys.readouterr().err
    assert said.startswith(f"{len(DELIVERED) + 1} problems; nothing was written:")
    assert "sheet 'Kilde', the cell beside 'Udgave': nothing is given; write the name of the edition, such as 2026" in said


@pytest.mark.parametrize(
    ("place", "value", "said"),
    [
        ("B3", "i går", "'i går' is no date; write it like 2026-12-01 or 1. december 2026"),
        ("B3", "2099-01-01", "the date 2099-01-01 has not come yet"),
        ("B4", "2025", "there is an edition 2025 already, and editions are never changed; write another name, such as 2025-2"),
        ("B4", "Året 2026", "'Året 2026' can't name an edition; write up to 32 small letters"),
    ],
)
def test_the_colophon_is_checked(root, filled, place, value, said, capsys):
    change(filled, set_cell(place, value), "Kilde")
    assert run(root, "import", filled) == 1
    assert said in capsys.readouterr().err


@pytest.mark.parametrize("text", ["2026-11-20", "20.11.2026", "20/11 2026", "20. november 2026"])
def test_dates_as_people_write_them(root, filled, text):
    change(filled, set_cell("B3", text), "Kilde")
    assert run(root, "import", filled) == 0
    assert newest(root).registry.sources["bl_kommuneark-2026"].read == "2026-11-20"


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("ark.xlsx", b"no workbook", "ark.xlsx can't be read as a workbook (BadZipFile"),
        ("ark.xls", b"x", "ends in '.xls'; expected .xlsx or .csv: save it as one of them in Excel"),
        ("ark.csv", b"", "no sheet has a row of headings with 'Kommunekode' and at least one of the indicators' names"),
        ("ark.csv", b"kommunekode;beboere\n0101;5\n", "no period is given: expected a row 'Periode' below the headings"),
    ],
)
def test_a_file_that_is_none_is_refused(root, tmp_path, name, content, said, capsys):
    (tmp_path / name).write_bytes(content)
    assert run(root, "import", tmp_path / name, *OPTIONS) == 1
    assert said in capsys.readouterr().err


def test_a_file_that_is_not_there_is_named(root, capsys):
    assert run(root, "import", "nowhere.xlsx") == 1
    assert "nowhere.xlsx is not there; name the filled-in workbook" in capsys.readouterr().err


def test_warnings_stand_apart_and_do_not_stop_the_import(root, filled, capsys):
    def doubtful(sheet):
        put("familietype_andre", 8)(sheet)
        put("fraflytning", "undertrykt", FIRST + 41)(sheet)

    change(filled, doubtful)
    assert run(root, "import", filled) == 0
    said = capsys.readouterr().err
    assert "worth a second look:" in said
    assert "Albertslund, familietyper: the parts add up to 104 pct., not 100" in said
    assert "Kalundborg, boliger_familie: 149 (2026) is -96% from the last edition's 3,372 (2025)" in said


def test_a_value_that_goes_missing_and_a_jump_in_rank_are_worth_a_second_look(root, filled, capsys):
    run(root, "import", filled)
    change(filled, put("beboere", None))
    change(filled, put("huslejeomsaetning", 105 + 60))
    capsys.readouterr()
    assert run(root, "import", filled, "--edition", "2026-2") == 0
    said = capsys.readouterr().err
    assert "Albertslund, beboere: 105 (2026) in the last edition, no value now (ikke_offentliggjort)" in said
    assert "Albertslund, huslejeomsaetning: moves from place 98 to place 38" in said


# ------------------------------------------------------------------------------------------------ whatever comes


def import_filled(folder):
    main(["--figures", folder, "import", str(Path(folder).parent / "ark.xlsx")])


def test_killed_at_any_step_of_an_import_there_is_the_old_edition_or_the_new_one(root, filled, tmp_path):
    left = kill_at_every_step(root, tmp_path, import_filled, stride=4)
    found = [[edition.name for edition in list_editions(folder)] for folder in left]
    assert found == sorted(found)
    assert (found[0], found[-1]) == (["2025"], ["2025", "2026"])
    for folder in left:
        assert newest(folder).coverage(REGISTRY["almene_andel"]) == 98


TEXT = st.text(max_size=20).filter(lambda text: not ILLEGAL_CHARACTERS_RE.search(text))  # no workbook can hold them
CONTENT = st.one_of(st.none(), TEXT, st.integers(), st.floats(), st.dates(), st.booleans())
ANY = settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


@ANY
@given(st.lists(st.tuples(st.integers(1, FIRST + 100), st.integers(1, 22), CONTENT), max_size=8))
def test_any_cells_are_imported_or_refused_and_nothing_is_half_written(filled_once, tmp_path_factory, changes):
    folder = tmp_path_factory.mktemp("any")
    shutil.copytree(FOLDER, folder / "figures")
    book = load_workbook(filled_once)
    for row, column, content in changes:
        book["Tal"].cell(row, column).value = content
    book.save(folder / "ark.xlsx")
    check_whole(folder, folder / "ark.xlsx")


@ANY
@given(st.one_of(st.binary(max_size=400), st.text(max_size=400).map(lambda text: f"kommunekode;beboere\nPeriode;2026\n{text}".encode())))
@pytest.mark.parametrize("name", ["ark.csv", "ark.xlsx"])
def test_any_bytes_are_refused_with_a_sentence(tmp_path_factory, name, content):
    folder = tmp_path_factory.mktemp("any")
    shutil.copytree(FOLDER, folder / "figures")
    (folder / name).write_bytes(content)
    assert check_whole(folder, folder / name, *OPTIONS) == 1


def check_whole(folder, path, *options):
    """Import, and look that the editions are whole whatever came of it; gives what the command returned."""
    done = run(folder / "figures", "import", path, *options)
    assert sorted(one.name for one in (folder / "figures").iterdir()) == (["2025"] if done else ["2025", "2026"])
    assert newest(folder / "figures").coverage(REGISTRY["folketal"]) == 98
    return done


# ------------------------------------------------------------------------------------------------ changes between editions


def test_changes_lists_what_changed_per_kommune(root, filled, capsys):
    run(root, "import", filled)
    capsys.readouterr()
    assert run(root, "changes", "2025", "2026") == 0
    lines = capsys.readouterr().out.splitlines()
    assert "0326 Kalundborg" in lines
    assert "  boliger_familie: 3,372 (2025) -> 149 (2026)" in lines[lines.index("0326 Kalundborg") :]
    assert "  beboere: no value -> 105 (2026)" in lines[lines.index("0165 Albertslund") :]
    assert lines[-1].endswith("between 2025 and 2026")


def test_an_edition_that_is_not_there_is_named(root, capsys):
    assert run(root, "changes", "2024", "2025") == 1
    assert "there is no edition 2024; the editions are 2025" in capsys.readouterr().err


def test_an_older_edition_still_loads_when_the_registry_has_lost_an_indicator(root, filled, tmp_path):
    run(root, "import", filled)
    entries = (HERE / "indikatorer.toml").read_text(encoding="utf-8").split("[[indicator]]")
    (tmp_path / "i.toml").write_text("[[indicator]]".join(one for one in entries if 'key = "renovering"' not in one), encoding="utf-8")
    registry = Registry.load(tmp_path / "i.toml")
    older = Figures.load(with_examples=False, edition=list_editions(root)[0], registry=registry)
    assert older.reading("0326", registry["boliger_familie"]).value == 3372


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
