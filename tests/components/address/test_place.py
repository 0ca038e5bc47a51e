import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from components.address.place import PREFIX, find_kommune, list_spellings, place_address
from data.place import Place, PlaceKind
from data.place_table import load_places
from tests.days import TODAY

PLACES = load_places(TODAY)
KOMMUNER = [place for place in PLACES.values() if place.kind is PlaceKind.KOMMUNE]


def test_each_kommune_has_one_plain_address():
    addresses = [place_address(place) for place in KOMMUNER]
    assert len(set(addresses)) == 98
    assert all(re.fullmatch(r"/kommune/0\d{3}-[a-z]+(-[a-z]+)*", address) for address in addresses)
    assert place_address(PLACES["0326"]) == "/kommune/0326-kalundborg"
    assert place_address(PLACES["0825"]) == "/kommune/0825-laesoe"


@pytest.mark.parametrize("place", KOMMUNER, ids=lambda place: place.name)
def test_a_kommune_is_found_by_code_and_by_every_spelling_of_its_name(place):
    own = place_address(place).removeprefix(PREFIX)
    short, name = place.code.lstrip("0"), place.name
    spellings = {own, place.code, short, f"{short}-hvad-som-helst", own.upper(), name, name.lower(), name.upper(), place.full_name}
    for old, new in (("aa", "å"), ("å", "aa"), ("ø", "oe"), ("æ", "ae"), (" ", "-"), (" ", "+"), (" ", "_"), ("-", " ")):
        spellings |= {name.lower().replace(old, new), place.full_name.lower().replace(old, new)}
    for written in spellings:
        assert find_kommune(written, PLACES) == place, written


@pytest.mark.parametrize(
    ("written", "code"),
    [("kbh", "0101"), ("Århus", "0751"), ("Aarhus", "0751"), ("åbenrå", "0580"), ("Aabenraa", "0580"), ("nordfyn", "0480"),
     ("bornholms-regionskommune", "0400"), ("BORNHOLM", "0400"), ("laesoe", "0825"), ("læsø", "0825"), ("Ærø", "0492"), ("aeroe", "0492")],
)  # fmt: skip
def test_old_and_everyday_names_are_understood(written, code):
    assert find_kommune(written, PLACES) == PLACES[code]


@pytest.mark.parametrize("written", ["", "-", "0000", "1085", "hele-landet", "region-sjaelland", "9999", "9999-kalundborg", "0326x", "²"])
def test_an_unknown_name_is_no_kommune(written):
    assert find_kommune(written, PLACES) is None


@given(st.text() | st.from_regex(r"\d{0,5}-?\w*"))
def test_any_text_is_a_kommune_or_none(written):
    found = find_kommune(written, PLACES)
    assert found is None or (isinstance(found, Place) and found.kind is PlaceKind.KOMMUNE)


def test_each_spelling_leads_to_the_one_kommune_that_it_names():
    spellings = list_spellings(PLACES)
    assert all(find_kommune(spelling, PLACES) == place for spelling, place in spellings.items())
    assert {place.code for place in spellings.values()} == {place.code for place in KOMMUNER}


def test_a_spelling_that_two_share_names_neither():
    twins = {code: Place(code, name, name, PlaceKind.KOMMUNE, "", "byen") for code, name in (("0001", "A"), ("0002", "B"))}
    assert find_kommune("byen", twins) is None
    assert find_kommune("a", twins) == twins["0001"]


@pytest.mark.parametrize(
    "written", ["0326", "326", "kalundborg", "Kalundborg", "0326-kalundborg/", "0326-gammelt-navn", "kalundborg-kommune"]
)
def test_every_other_spelling_is_redirected_to_the_lasting_address(client, written):
    response = client.get(f"/kommune/{written}")
    assert (response.status_code, response.headers["Location"]) == (301, "/kommune/0326-kalundborg")


def test_an_edition_goes_along(client, archive):
    newest, *older = archive.editions
    assert client.get(f"/kommune/kalundborg?udgave={newest}").headers["Location"] == "/kommune/0326-kalundborg"
    for edition in older:
        assert client.get(f"/kommune/kalundborg?udgave={edition}").headers["Location"].endswith(f"?udgave={edition}")
    page = client.get("/kommune/0326-kalundborg?udgave=1999")
    assert (page.status_code, "udgave, som ikke findes" in page.text) == (200, True)


@pytest.mark.parametrize("written", ["9999", "1085-region-sjaelland", "findes-ikke", "a/b"])
def test_an_address_of_no_kommune_is_404(client, written):
    assert client.get(f"/kommune/{written}").status_code == 404


def test_an_address_that_no_page_can_have_is_400(client):
    assert client.get("/kommune/%00").status_code == 400
