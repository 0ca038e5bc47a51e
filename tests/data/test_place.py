import pytest

from data.place import danish_order, normalise_code
from data.place_table import load_places
from tests.days import TODAY

PLACES = load_places(TODAY)


def test_danish_order_puts_aa_with_å_last():
    names = ["Ærø", "Aabenraa", "Vejle", "Ødsted", "Albertslund"]
    assert sorted(names, key=danish_order) == ["Albertslund", "Vejle", "Ærø", "Ødsted", "Aabenraa"]


@pytest.mark.parametrize(
    ("code", "typed"),
    [("0580", "aabenraa"), ("0580", "åbenrå"), ("0101", "kbh"), ("0326", "326"), ("0326", "0326"), ("0101", "koebenhavn"),
     ("0825", "laesoe"), ("0760", "skjern"), ("0492", "aeroe"), ("0851", "ålborg")],
)  # fmt: skip
def test_a_kommune_is_found_by_every_plausible_spelling(code, typed):
    assert typed in PLACES[code].search_words.split()


NAMES = {
    "0101": "Københavns Kommune",
    "0400": "Bornholms Regionskommune",
    "0751": "Aarhus Kommune",
    "0820": "Vesthimmerlands Kommune",
    "0326": "Kalundborg Kommune",
}


@pytest.mark.parametrize(("code", "name"), NAMES.items())
def test_names_decline_by_table(code, name):
    assert PLACES[code].full_name == name


@pytest.mark.parametrize(
    ("typed", "code"), [("326", "0326"), ("0326", "0326"), ("1", "0001"), ("x", "x"), ("", ""), ("12345", "12345"), ("٣", "٣")]
)
def test_codes_have_four_digits(typed, code):
    assert normalise_code(typed) == (code if typed else "")
