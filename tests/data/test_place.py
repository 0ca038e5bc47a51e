import pytest

from data.place import PlaceKind, danish_order, load_places, normalise_code

PLACES = load_places()


def test_there_are_98_kommuner_in_five_regions():
    kommuner = [place for place in PLACES.values() if place.kind is PlaceKind.KOMMUNE]
    assert len(kommuner) == 98
    assert {PLACES[place.region].kind for place in kommuner} == {PlaceKind.REGION}
    assert len({place.region for place in kommuner}) == 5


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


def test_a_missing_kommune_is_an_error(tmp_path):
    (tmp_path / "regioner.csv").write_text("kode,navn\n1085,Region Sjælland\n", encoding="utf-8")
    (tmp_path / "kommuner.csv").write_text(
        "kode,navn,fuldt_navn,region_kode,ogsaa_kendt_som\n0326,Kalundborg,Kalundborg Kommune,1085,\n", encoding="utf-8"
    )
    with pytest.raises(ValueError, match=r"kommuner.csv: 1 rows, .* expected 98 kommuner"):
        load_places(tmp_path)
