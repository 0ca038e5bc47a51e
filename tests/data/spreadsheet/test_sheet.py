"""Files of every kind are read as grids, or refused with a sentence."""

import csv
import io
import re
from html import escape
from zipfile import ZipFile

import pytest
from openpyxl import load_workbook

from data.spreadsheet.sheet import OLD_OFFICE, ZIP
from data.spreadsheet.template import FIRST_ROW
from tests.data.spreadsheet.workbook import FIRST_SHEET, OPTIONS, REGISTRY, change, column_of, newest, rewrite, run


@pytest.fixture
def common_limit():
    """Python's own limit for a cell of a CSV file: a library that another test imports lifts it for the whole process."""
    before = csv.field_size_limit(128 * 1024)
    yield
    csv.field_size_limit(before)


@pytest.fixture(scope="module")
def grid(filled_once):
    """The cells of the filled-in workbook, with one figure that has a decimal."""
    sheet = load_workbook(filled_once)["Tal"]
    sheet.cell(FIRST_ROW, column_of(sheet, "fraflytning"), 12.5)
    return list(sheet.iter_rows(values_only=True))


def as_csv(grid, delimiter=";", point=","):
    lines = io.StringIO()
    writer = csv.writer(lines, delimiter=delimiter)
    for row in grid:
        writer.writerow([str(cell).replace(".", point) if isinstance(cell, float) else cell for cell in row])
    return lines.getvalue()


@pytest.mark.parametrize(  # every encoding and every delimiter, and those that Excel writes together
    ("encoding", "delimiter", "point"),
    [
        ("utf-8", ",", "."),
        ("utf-8", "\t", ","),
        ("utf-8-sig", ";", ","),
        ("cp1252", ";", ","),
        ("cp1252", "\t", ","),
        ("utf-16", "\t", ","),
        ("utf-16", ",", "."),
    ],
)
def test_csv_with_any_delimiter_and_encoding_gives_the_same_figures(root, grid, tmp_path, delimiter, point, encoding):
    (tmp_path / "ark.csv").write_bytes(as_csv(grid, delimiter, point).encode(encoding))
    assert run(root, "import", tmp_path / "ark.csv", *OPTIONS) == 0
    figures = newest(root)
    assert figures.reading(figures.kommuner[0].code, REGISTRY["fraflytning"]).value == 12.5
    assert figures.reading("0101", REGISTRY["boliger_familie"]).value == 152


def test_a_title_with_commas_above_a_danish_table_is_no_sign_of_an_international_one(root, grid, tmp_path):
    title = "Kommuneark 2026, tal fra BL, Landsbyggefonden, Danmarks Statistik, og andre\n"
    (tmp_path / "ark.csv").write_text(title + as_csv(grid), encoding="utf-8")
    assert run(root, "import", tmp_path / "ark.csv", *OPTIONS) == 0
    assert newest(root).reading("0165", REGISTRY["fraflytning"]).value == 12.5


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("ark.xlsx", b"no workbook", "ark.xlsx can't be read as a workbook (BadZipFile"),
        ("ark.xlsx", b"", "ark.xlsx can't be read as a workbook (BadZipFile"),
        ("ark.xlsx", OLD_OFFICE + bytes(2000), "ark.xlsx has a password, or is an old .xls file; open it in Excel and save it as .xlsx"),
        ("ark.xls", b"x", "ends in '.xls'; expected .xlsx or .csv: save it as one of them in Excel"),
        ("ark.ods", b"x", "ends in '.ods'; expected .xlsx or .csv"),
        ("ark", b"x", "ends in ''; expected .xlsx or .csv"),
        ("ark.csv", ZIP + bytes(2000), "ark.csv is a workbook, whatever its name; give it the ending .xlsx"),
        ("ark.csv", b'kommunekode;beboere\n"' + b"x" * 200_000, "ark.csv can't be read as CSV (field larger than field limit"),
        ("ark.csv", b"", "no sheet has a row of headings with 'Kommunekode' and at least one of the indicators' names"),
        ("ark.csv", b"kommunekode;beboere\n0101;5\n", "no period is given: expected a row 'Periode' below the headings"),
    ],
)
@pytest.mark.usefixtures("common_limit")
def test_a_file_of_another_kind_than_its_name_says_is_refused(root, tmp_path, name, content, said, capsys):
    (tmp_path / name).write_bytes(content)
    assert run(root, "import", tmp_path / name, *OPTIONS) == 1
    assert said in capsys.readouterr().err


def test_a_file_that_is_not_there_is_named(root, tmp_path, capsys):
    assert run(root, "import", "nowhere.xlsx") == 1
    assert "nowhere.xlsx is not there; name the filled-in workbook" in capsys.readouterr().err
    assert run(root, "import", tmp_path) == 1
    assert f"{tmp_path} is a folder; name the filled-in workbook" in capsys.readouterr().err


def test_a_file_that_may_not_be_read_is_named(root, filled, monkeypatch, capsys):
    def refuse(path):
        raise PermissionError(13, "Permission denied", str(path))

    monkeypatch.setattr("pathlib.Path.read_bytes", refuse)
    assert run(root, "import", filled) == 1
    assert "ark.xlsx can't be opened (Permission denied); close it elsewhere" in capsys.readouterr().err


@pytest.mark.parametrize(("limit", "said"), [("BIGGEST", "bytes; a filled-in workbook is far smaller"), ("BIGGEST_UNPACKED", "unpacked")])
def test_a_file_that_is_far_too_large_is_not_read(root, filled, monkeypatch, limit, said, capsys):
    monkeypatch.setattr(f"data.spreadsheet.sheet.{limit}", 1000)
    assert run(root, "import", filled) == 1
    assert said in capsys.readouterr().err


def test_a_workbook_that_is_cut_short_is_refused(root, filled, capsys):
    filled.write_bytes(filled.read_bytes()[:-1000])
    assert run(root, "import", filled) == 1
    assert "ark.xlsx can't be read as a workbook (BadZipFile" in capsys.readouterr().err


def test_a_cell_a_million_rows_down_costs_nothing(root, filled):
    """Excel keeps whatever was once formatted; looking at each cell up to there took four minutes."""

    def stray(sheet):
        sheet.cell(1_048_576, 16_384).number_format = "0.0"
        sheet.cell(1_048_576, 1).value = " "
        sheet.cell(900_000, 30).value = "husk"

    change(filled, stray)
    assert run(root, "import", filled) == 0
    assert newest(root).reading("0101", REGISTRY["boliger_familie"]).value == 152


def test_what_excel_adds_to_a_workbook_is_passed_over_without_a_word(root, filled, capsys):
    """Excel keeps a list that another sheet holds as an extension, of which openpyxl warns."""
    uri = "{CCE6A557-97BC-4b89-ADB6-D9C93CAAB3DF}"
    rewrite(filled, "</worksheet>", f'<extLst><ext uri="{uri}"/></extLst></worksheet>')
    assert run(root, "import", filled) == 0
    assert "extension" not in capsys.readouterr().err


def test_formulas_give_their_stored_results(root, filled):
    change(filled, lambda sheet: [sheet.cell(FIRST_ROW + number, 6, "formula") for number in range(2)])
    for row, kind, formula, result in ((FIRST_ROW, "n", "C5+1", "3372"), (FIRST_ROW + 1, "str", 'IF(TRUE,"","x")', "")):
        (cell,) = re.findall(rf'<c r="F{row}"[^>]*>.*?</c>', ZipFile(filled).read(FIRST_SHEET).decode())
        rewrite(filled, cell, f'<c r="F{row}" t="{kind}"><f>{escape(formula)}</f><v>{result}</v></c>')
    assert run(root, "import", filled) == 0
    figures = newest(root)
    assert figures.reading("0165", REGISTRY["boliger_familie"]).value == 3372
    assert figures.reading("0201", REGISTRY["boliger_familie"]).value is None
