"""The command ``import`` with the housing organisations: beside figures or alone, all of them or nothing."""

import csv

import pytest
from openpyxl import load_workbook

from data.intake.organisations import find_too_many_dwellings
from data.organisation.organisation_file import read_organisations
from data.profile.figures import Figures
from data.spreadsheet.organisation.headings import SHEET
from data.store.edition import list_editions
from tests.data.organisation.organisations import CODES, make, make_list
from tests.data.spreadsheet.workbook import OPTIONS, newest, run

HEADINGS = (
    "Kommunekode",
    "Boligorganisation",
    "Hjemmeside",
    "Telefon",
    "E-mail",
    "Kontakt (funktion)",
    "Boliger i kommunen",
    "Medlem af BL",
)


def make_rows(count):
    """Rows of made-up organisations, spread over all kommuner."""
    return [
        (CODES[number % 98], f"Prøvebo {number // 98 + 1}", f"www.proevebo-{number}.example", "12 34 56 78",
         f"kontakt@proevebo-{number}.example", "Udlejning", 5, "ja" if number % 3 else "nej")
        for number in range(count)
    ]  # fmt: skip


def fill(workbook, rows):
    """Write the rows into the workbook's own sheet, whose first two columns are code and name of the kommune."""
    book = load_workbook(workbook)
    for number, (code, *told) in enumerate(rows, 2):
        for column, content in enumerate([code, None, *told], 1):
            book[SHEET].cell(number, column, content)
    book.save(workbook)
    return workbook


def write_csv(path, rows):
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file, delimiter=";").writerows([HEADINGS, *rows])
    return path


def listed(root):
    return read_organisations(list_editions(root)[-1].folder, CODES)


def test_seven_hundred_organisations_go_in_with_the_figures_as_one_edition(root, filled_whole, capsys):
    assert run(root, "import", fill(filled_whole, make_rows(700))) == 0
    said = capsys.readouterr()
    assert "boligorganisationer: 700 organisations in 98 of 98 kommuner; no list before" in said.out
    assert "boliger_familie, 2026: 98 of 98 kommuner have a value" in said.out
    assert [edition.name for edition in list_editions(root)] == ["2025", "2026"]
    assert list_editions(root)[-1].changed.endswith("Ny liste over boligorganisationer.")
    found = listed(root)
    assert len(found.organisations) == 700
    assert (found.title, found.read, found.responsible) == ("Kommuneark 2026", "2026-11-20", "Anna Ørsted, BL")
    figures = newest(root)
    assert figures.organisations == found
    assert figures.profile("0101")["boliger_familie"].reading.value == 152


def test_a_file_of_organisations_alone_leaves_every_figure_as_it_was(root, tmp_path, capsys):
    before = newest(root)
    path = write_csv(tmp_path / "boligorganisationer.csv", make_rows(98))
    assert run(root, "import", path, *OPTIONS) == 0
    assert "98 organisations in 98 of 98 kommuner" in capsys.readouterr().out
    after = newest(root)
    assert list_editions(root)[-1].changed == "Ny liste over boligorganisationer."
    for place in after.kommuner:
        for indicator in after.registry.indicators.values():
            assert after.reading(place.code, indicator) == before.reading(place.code, indicator)


def test_problems_of_both_sheets_are_told_at_once_and_nothing_is_written(root, filled_whole, capsys):
    rows = make_rows(4)
    rows[0] = ("9999", *rows[0][1:])
    rows[1] = (*rows[1][:2], "javascript:alert(1)", *rows[1][3:])
    rows[3] = rows[2]
    book = load_workbook(fill(filled_whole, rows))
    book["Tal"]["F17"] = "mange"
    book.save(filled_whole)
    assert run(root, "import", filled_whole) == 1
    said = capsys.readouterr().err
    for where in (f"{SHEET}!A2", f"{SHEET}!D3", f"{SHEET}!C5", "Tal!F17"):
        assert where in said, where
    assert [edition.name for edition in list_editions(root)] == ["2025"]


def test_a_new_list_takes_the_place_of_the_old_one_and_says_what_is_new_and_gone(root, tmp_path, capsys):
    run(root, "import", write_csv(tmp_path / "a.csv", make_rows(98)), *OPTIONS)
    rows = [*make_rows(98)[1:], ("0326", "Nyebo", "", "", "", "", "", "")]
    options = [word if word != "2026" else "2026-2" for word in OPTIONS]
    capsys.readouterr()
    assert run(root, "import", write_csv(tmp_path / "b.csv", rows), *options) == 0
    said = capsys.readouterr().out
    assert "98 organisations in 97 of 98 kommuner; before 98" in said
    assert "  new: Nyebo (Kalundborg)" in said
    assert "  gone: Prøvebo 1 (" in said
    assert [one.name for one in listed(root).of_kommune("0326")] == ["Nyebo", "Prøvebo 1"]
    main_before = list_editions(root)[-2]
    assert len(read_organisations(main_before.folder, CODES).organisations) == 98  # editions are never changed
    capsys.readouterr()
    assert run(root, "changes", "2026", "2026-2") == 0
    assert "new: Nyebo (Kalundborg)" in capsys.readouterr().out


def test_figures_that_come_afterwards_leave_the_list_in_place(root, filled, tmp_path):
    run(root, "import", write_csv(tmp_path / "a.csv", make_rows(98)), *[word if word != "2026" else "liste" for word in OPTIONS])
    before = listed(root)
    assert run(root, "import", filled) == 0
    assert list_editions(root)[-1].name == "2026"
    assert listed(root) == before


def test_more_dwellings_than_there_are_get_a_second_look(rehearsed_editions):
    figures = Figures.load(with_examples=False, edition=list_editions(rehearsed_editions)[-1])
    there_are = int(figures.reading("0326", figures.registry[figures.registry.roles.dwellings]).value)
    few, many = (make_list(make("0326", "A", dwellings=there_are // 2), make("0326", "B", dwellings=count)) for count in (10, there_are))
    assert list(find_too_many_dwellings(few, figures)) == []
    (said,) = find_too_many_dwellings(many, figures)
    assert said.startswith(f"Kalundborg: the organisations have {there_are // 2 + there_are:,} dwellings together, but ")


@pytest.mark.parametrize("word", ["i morgen", "2027-13-01", "1.1.2027"])
def test_a_day_that_is_none_is_refused(root, filled, word, capsys):
    with pytest.raises(SystemExit):
        run(root, "import", filled, "--as-of", word)
    assert f"'{word}' is no day; write one such as 2027-01-01" in capsys.readouterr().err


@pytest.mark.parametrize(("day", "regions"), [("2026-12-31", 5), ("2027-01-01", 4)])
def test_an_edition_says_as_of_which_day_it_speaks(root, filled, day, regions):
    assert run(root, "import", filled, "--as-of", day) == 0
    assert list_editions(root)[-1].day == day
    assert len(newest(root).regions) == regions
