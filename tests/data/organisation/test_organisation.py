"""The list of organisations: by kommune, and by name."""

from dataclasses import FrozenInstanceError, replace

import pytest

from data.organisation.example import make_example_list
from tests.data.organisation.organisations import FEW, FULL, KOMMUNER, make, make_list


def test_a_kommune_has_its_organisations_in_danish_order():
    assert [one.name for one in FEW.of_kommune("0101")] == ["prøvebo Ø", "Zebra Prøvebo", "Aa Prøvebo"]
    assert [one.name for one in FEW.of_kommune("0751")] == ["Prøvebo", "Århus Prøvebo"]
    assert FEW.of_kommune("0326") == (FULL,)
    assert FEW.of_kommune("0492") == ()


def test_the_order_that_they_were_given_in_does_not_count():
    assert make_list(*reversed(FEW.organisations)) == FEW
    assert make_list(*FEW.organisations[1:]) != FEW
    assert [one.kommune for one in FEW.organisations] == sorted(one.kommune for one in FEW.organisations)


def test_a_name_leads_to_all_its_kommuner():
    found = make_list(*FEW.organisations, make("0751", FULL.name), make("0492", FULL.name)).by_name()
    assert found[FULL.name] == ("0326", "0492", "0751")
    assert found["Århus Prøvebo"] == ("0751",)
    assert list(found) == ["Prøvebo", "prøvebo Ø", FULL.name, "Zebra Prøvebo", "Aa Prøvebo", "Århus Prøvebo"]
    assert sum(len(codes) for codes in found.values()) == len(FEW.organisations) + 2


def test_what_a_search_takes_away_is_still_there():
    FEW.by_name().clear()
    assert FEW.by_name()


def test_neither_can_be_changed():
    with pytest.raises(FrozenInstanceError):
        FULL.name = "Andet"
    with pytest.raises(FrozenInstanceError):
        FEW.title = "Andet"


def test_a_list_is_an_example_if_any_of_it_is():
    assert not FEW.is_example
    assert not make_list().is_example
    assert make_list(FULL, replace(FULL, kommune="0101", is_example=True)).is_example


EXAMPLE = make_example_list(KOMMUNER)


def test_examples_are_the_same_each_time_and_whatever_kommuner_are_asked_for():
    assert make_example_list(KOMMUNER) == EXAMPLE
    assert make_example_list(KOMMUNER[:1]).organisations == EXAMPLE.of_kommune(KOMMUNER[0].code)


@pytest.mark.parametrize("place", KOMMUNER, ids=lambda place: place.name)
def test_every_kommune_has_examples(place):
    found = EXAMPLE.of_kommune(place.code)
    assert len(found) == 24 if place.code == "0101" else 2 <= len(found) <= 9
    assert len({one.name for one in found}) == len(found)


def test_nobody_can_take_an_example_for_real():
    for one in EXAMPLE.organisations:
        assert one.is_example
        assert one.name.startswith("Eksempel")
        assert one.website == "" or (one.website.startswith("https://www.eksempel-") and one.website.endswith(".example"))
        assert one.email == "" or (one.email.startswith("kontakt@eksempel-") and one.email.endswith(".example"))
        assert one.phone in ("", "00 00 00 00")
    assert EXAMPLE.title.startswith("Eksempel")
    assert EXAMPLE.is_example


def test_examples_have_gaps_and_names_in_many_kommuner():
    for field in ("website", "phone", "email", "contact"):
        told = [bool(getattr(one, field)) for one in EXAMPLE.organisations]
        assert 0.6 < sum(told) / len(told) < 0.95, field
    assert {one.is_member for one in EXAMPLE.organisations} == {True, False, None}
    assert any(one.dwellings is None for one in EXAMPLE.organisations)
    assert len(EXAMPLE.by_name()) == 40
    assert sum(len(codes) > 40 for codes in EXAMPLE.by_name().values()) == 5
    assert all(len({one.website for one in EXAMPLE.organisations if one.name == name} - {""}) == 1 for name in EXAMPLE.by_name())
