"""StatBank answers while two regioner become one: with the old ones, the new one, both, and with areas that nobody knows."""

from dataclasses import replace

import pytest

from data.place import PlaceKind
from data.place_table import load_places
from data.store.edition import list_editions
from tests.data.statbank.fetching import fetch, newest, read
from tests.data.statbank.tables import AREA_MEMBERS, AREAS, TABLES
from tests.days import FIRST_OF_FOUR, LAST_OF_FIVE
from tests.two_days import NEW, OLD

OLD_CODES, NEW_CODE = tuple(code[1:] for code in OLD), NEW[1:]
EAST = [code[1:] for code in load_places(FIRST_OF_FOUR)[NEW].members]
DAYS = {LAST_OF_FIVE: 5, FIRST_OF_FOUR: 4}


def areas_with(added=None, removed=()):
    """The variable of areas with other regioner: code and text of those that are added, with their kommuner."""
    values = {code: text for code, text in AREAS.items() if code not in removed} | (added or {})
    members = {code: found for code, found in AREA_MEMBERS.items() if code not in removed} | dict.fromkeys(added or {}, EAST)
    return replace(TABLES["FAM55N"][0], values=values, members=members)


ANSWERS = {
    "old": areas_with(),
    "new": areas_with({NEW_CODE: "Region Østdanmark"}, OLD_CODES),
    "both": areas_with({NEW_CODE: "Region Østdanmark"}),
    "neither": areas_with({}, OLD_CODES),
    "another code": areas_with({"087": "Region Østdanmark"}, OLD_CODES),
    "strangers": areas_with({"998": "Uoplyst", "901": "Færøerne", "099": "Storbyer", "1086": "Provinsen Øst"}),
}


@pytest.fixture(params=ANSWERS)
def kind(request):
    return request.param


@pytest.mark.parametrize("day", DAYS)
def test_every_answer_is_taken_on_both_sides_of_the_day(root, statbank, kind, day, capsys):
    address, service = statbank
    service.tables["FAM55N"] = [ANSWERS[kind], *TABLES["FAM55N"][1:]]
    assert fetch(root, address, "husstande", "--since", "2020", "--edition", "ny", "--as-of", day) == 0
    figures = newest(root)
    assert len(figures.regions) == DAYS[day]
    of_kommuner = sum(read(figures, "husstande", code).value for code in figures.places[NEW].members)
    new = read(figures, "husstande", NEW)
    assert new.value == of_kommuner
    assert new.status == ("officiel" if kind in {"new", "both"} else "beregnet")
    assert len(figures.history(NEW, figures.registry["husstande"])) > 3
    for code in OLD if day == LAST_OF_FIVE else ():
        assert read(figures, "husstande", code).status == ("officiel" if kind in {"old", "both", "strangers"} else "beregnet")
    assert figures.places.keys().isdisjoint(OLD) == (day == FIRST_OF_FOUR)
    told = capsys.readouterr().err
    wrong_code = "087 Region Østdanmark of OMRÅDE is passed over: regioner.csv has Region Østdanmark as 1086"
    assert (wrong_code in told) == (kind == "another code")
    for stranger in ("998 Uoplyst", "901 Færøerne", "099 Storbyer"):
        assert (f"{stranger} of OMRÅDE is passed over" in told) == (kind == "strangers")


@pytest.mark.parametrize(
    ("areas", "said"),
    [
        (areas_with({"888": "Nyby"}), "OMRÅDE has kommuner that kommuner.csv has not: 888 Nyby"),
        (areas_with({}, ("326",)), "OMRÅDE lacks the kommuner 326"),
        (areas_with({"327": "Vestsjælland"}, ("326", *OLD_CODES)), "OMRÅDE lacks the kommuner 326"),
    ],
    ids=["new", "missing", "another"],
)
def test_a_kommune_that_is_missing_or_new_stops_the_fetch(root, statbank, areas, said, capsys):
    address, service = statbank
    service.tables["FAM55N"] = [areas, *TABLES["FAM55N"][1:]]
    assert fetch(root, address, "husstande", "--edition", "ny") == 1
    assert said in capsys.readouterr().err


def test_what_was_published_of_the_old_regioner_stays_in_editions_after_the_day(root, statbank):
    address, service = statbank
    assert fetch(root, address, "husstande", "--edition", "foer", "--as-of", LAST_OF_FIVE) == 0
    old = {code: read(newest(root), "husstande", code).value for code in OLD}
    service.tables["FAM55N"] = [ANSWERS["new"], *TABLES["FAM55N"][1:]]
    service.change_answer = lambda text: text
    assert fetch(root, address, "husstande", "boligstoerrelse", "--edition", "efter", "--as-of", FIRST_OF_FOUR) == 0
    after = newest(root)
    assert read(after, "husstande", NEW).status == "officiel"
    assert read(after, "husstande", NEW).value == sum(old.values())
    assert [place.kind for place in after.places.values()].count(PlaceKind.COMING) == 0


def test_other_regioner_are_reason_enough_for_an_edition(root, statbank, capsys):
    address, _ = statbank
    assert fetch(root, address, "husstande", "--edition", "foer", "--as-of", LAST_OF_FIVE) == 0
    assert fetch(root, address, "husstande", "--edition", "samme", "--as-of", LAST_OF_FIVE) == 0
    assert "Nothing is new since edition foer" in capsys.readouterr().out
    assert fetch(root, address, "husstande", "--edition", "efter", "--as-of", FIRST_OF_FOUR) == 0
    assert [edition.name for edition in list_editions(root)] == ["2025", "foer", "efter"]
    changed = list_editions(root)[-1].changed
    assert changed == "De viste tal er de samme som i udgaven før. Kommuner og regioner er dem, der gælder fra 1. januar 2027."
    assert len(newest(root).regions) == 4
