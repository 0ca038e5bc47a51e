"""The sheet "Kilde": source, responsible person, date and edition."""

import pytest
from openpyxl import load_workbook

from tests.data.spreadsheet.workbook import change, newest, run, set_cell


@pytest.mark.parametrize(
    ("place", "value", "said"),
    [
        ("B3", "i går", "Kilde!B3 (Dato): 'i går' is no date; write it like 2026-12-01 or 1. december 2026"),
        ("B3", "2099-01-01", "Kilde!B3 (Dato): the date 2099-01-01 has not come yet"),
        ("B3", "20.11.26", "Kilde!B3 (Dato): '20.11.26' is no date"),
        (
            "B4",
            "2025",
            "Kilde!B4 (Udgave): there is an edition 2025 already, and editions are never changed; write another name, such as 2025-2",
        ),
        ("B4", "Året 2026", "'Året 2026' can't name an edition; write up to 32 small letters"),
    ],
)
def test_the_source_sheet_is_checked(root, filled, place, value, said, capsys):
    change(filled, set_cell(place, value), "Kilde")
    assert run(root, "import", filled) == 1
    assert said in capsys.readouterr().err


@pytest.mark.parametrize("text", ["2026-11-20", "20.11.2026", "20/11 2026", "20. november 2026"])
def test_dates_as_people_write_them(root, filled, text):
    change(filled, set_cell("B3", text), "Kilde")
    assert run(root, "import", filled) == 0
    assert newest(root).registry.sources["bl_kommuneark-2026"].read == "2026-11-20"


def test_options_go_before_the_sheet_and_are_named(root, filled, capsys):
    assert run(root, "import", filled, "--edition", "2025", "--read", "aldrig") == 1
    said = capsys.readouterr().err
    assert "--edition: there is an edition 2025 already" in said
    assert "--read: 'aldrig' is no date" in said


def test_without_the_source_sheet_every_field_is_asked_for(root, filled, capsys):
    book = load_workbook(filled)
    del book["Kilde"]
    book.save(filled)
    assert run(root, "import", filled) == 1
    assert capsys.readouterr().err.count(": nothing is given; write") == 4
