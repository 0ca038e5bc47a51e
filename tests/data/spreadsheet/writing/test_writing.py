"""Names, codes, headings and files as people write them."""

import re
import unicodedata

import pytest

from data.place import PlaceKind
from data.problem import FiguresError
from data.spreadsheet.heading import find_keys
from data.spreadsheet.template import FIRST_ROW
from data.spreadsheet.writing.encoding import decode_danish
from data.spreadsheet.writing.letters import clean
from data.spreadsheet.writing.place_words import find_named, read_place_words
from tests.data.organisation.organisations import PLACES
from tests.data.spreadsheet.workbook import change, run, set_cell


@pytest.mark.parametrize(
    "text",
    [
        unicodedata.normalize("NFD", "Tårnby Ærø"), "Tårn\u00adby Ærø", "\ufeffTårnby Ærø", "Tårnby\u00a0Ærø", "Tårnby\u2003Ærø",
        "\u200eTårnby\u202fÆrø\u200f", "Tårn\u200bby \u2060Ærø", "T\u212brnby Ærø".replace("\u212b", "å"), "Tårnby_x00A0_Ærø",
    ],
)  # fmt: skip
def test_what_cannot_be_seen_does_not_count(text):
    assert clean(text) == "Tårnby Ærø"


@pytest.mark.parametrize(
    "text", ["0326", "326", "326.0", "0326,0", "DK0326", "dk326", "'0326", " 0326 ", "DK-0326"],
)  # fmt: skip
def test_a_code_is_the_same_however_it_is_written(text):
    assert read_place_words(text).code == "0326"


@pytest.mark.parametrize(
    "text", ["Kalundborg (326)", "326 Kalundborg", "0326 - Kalundborg", "Kalundborg, 0326", "DK0326 Kalundborg",
        "Kalundborg [0326]", "Kalundborg Kommune"],
)  # fmt: skip
def test_a_name_may_have_its_code_beside_it(text):
    names = {"kalundborg": next(one for one in PLACES.values() if one.name == "Kalundborg" and one.kind is PlaceKind.KOMMUNE)}
    assert find_named(text, names) is names["kalundborg"]
    assert find_named("Kalundborg (101)", names) is None


@pytest.mark.parametrize(
    "heading",
    [
        "Almene boliger 2026", "2026 Almene boliger", "Almene boliger (antal)", "Almene boliger [2026]", "Almene boliger (antal), 2026",
        "Almene boliger, 2026 (antal)", "Almene boliger (antal),2026", "2026: Almene boliger", "Almene boliger i 2026",
        "Almene boliger, antal", "Almene boliger*", "Almene boliger 1)", "Almene boliger²", "Almene boliger_2026",
        "Almene boliger – 2026 (antal)",
    ],
)  # fmt: skip
def test_a_heading_may_have_its_unit_and_its_year(heading):
    assert find_keys(heading, {"almene boliger": ("boliger",)}) == ("boliger",)


@pytest.mark.parametrize("heading", ["Beboere [2024]", "2024 Beboere", "Beboere i almene boliger, 2024"])
def test_a_year_that_contradicts_the_period_is_refused(root, filled, heading, capsys):
    change(filled, lambda sheet: [set_cell("D1", heading)(sheet), set_cell("D3", "2025")(sheet)])
    assert run(root, "import", filled) == 1
    assert f"Tal!D1: the heading '{heading}' is of 2024, but the period is 2025" in capsys.readouterr().err


@pytest.mark.parametrize("heading", ["Beboere (pct.)", "Beboere [%]", "Beboere, andel", "Beboere (mio. kr.), 2025"])
def test_a_unit_that_contradicts_the_indicator_is_refused(root, filled, heading, capsys):
    change(filled, set_cell("D1", heading))
    assert run(root, "import", filled) == 1
    assert re.search(r"Tal!D1: the heading .* says '.*', but beboere is in personer; correct the heading", capsys.readouterr().err)


@pytest.mark.parametrize("heading", ["Beboere (antal)", "Beboere, antal", "Beboere (nye)"])
def test_a_unit_that_fits_is_no_problem(root, filled, heading):
    change(filled, set_cell("D1", heading))
    assert run(root, "import", filled, "--dry-run") == 0


@pytest.mark.parametrize("code", ["101.0", "DK0101", "0101\u00a0", "101 København", "\u200b0101"])
def test_codes_are_read_from_the_workbook(root, filled, code):
    change(
        filled,
        lambda sheet: next(cell for (cell,) in sheet.iter_rows(FIRST_ROW, 102, 1, 1) if cell.value == "0101").__setattr__("value", code),
    )
    assert run(root, "import", filled, "--dry-run") == 0


@pytest.mark.parametrize(
    ("encoding", "said"), [("mac_roman", "Mac Roman"), ("cp850", "MS-DOS"), ("cp865", "MS-DOS")]
)  # fmt: skip
@pytest.mark.parametrize("text", ["Kommune;Beboere\nKøbenhavn;1\n", "Ærø;1\nTårnby;2\n"])
def test_an_encoding_that_is_not_ours_is_named(encoding, said, text):
    with pytest.raises(FiguresError, match=said):
        decode_danish("ark.csv", text.encode(encoding))
    for ours in ("utf-8", "utf-16", "cp1252"):
        assert decode_danish("ark.csv", text.encode(ours)) == text


def test_windows_quotation_marks_are_no_sign_of_another_encoding():
    assert decode_danish("ark.csv", "BL’s ‘kommuneark’; 1¾".encode("cp1252")) == "BL’s ‘kommuneark’; 1¾"


def test_text_that_was_encoded_twice_is_refused():
    with pytest.raises(FiguresError, match="UTF-8 that was read as something else"):
        decode_danish("ark.csv", "København".encode().decode("cp1252").encode())
