"""Tables that have changed since the registry was written."""

import pytest

from tests.data.statbank.fetching import ALMENE, LIVED_IN, compute_share, fetch, newest, read
from tests.data.statbank.tables import TENURE
from tests.data.store.test_edition import contents


def without(name):
    def change(info):
        info["variables"] = [one for one in info["variables"] if one["id"] != name]
        return info

    return change


def renamed(name, code, text):
    def change(info):
        for one in info["variables"]:
            for value in one["values"]:
                if (one["id"], value["id"]) == (name, code):
                    value["text"] = text
        return info

    return change


def recoded(name, code, other):
    def change(info):
        for one in info["variables"]:
            if one["id"] == name:
                one["values"] = [{"id": other, "text": other} if value["id"] == code else value for value in one["values"]]
        return info

    return change


def kept(name):
    def change(info):
        for one in info["variables"]:
            one["elimination"] = one["elimination"] and one["id"] != name
        return info

    return change


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (without("EJER"), "BOL101, almene_andel: the variable EJER is gone; it has OMRÅDE, BEBO, ANVENDELSE, UDLFORH, OPFØRELSESÅR, TID"),
        (without("OMRÅDE"), "no variable has the kommuner"),
        (without("Tid"), "no variable is marked as time"),
        (recoded("EJER", "20", "21"), "EJER has no value 20 any more; it has 10, 21, 30, 41, SK, UOP2"),
        (
            renamed("EJER", "20", "Alle boligselskaber"),
            "EJER 20 is called 'Alle boligselskaber', where something with 'almene' was expected",
        ),
        (recoded("EJER", "UOP2", "TOT"), "EJER has TOT 'TOT', which is not among the values that are divided by"),
        (recoded("OMRÅDE", "326", "999"), "OMRÅDE has kommuner that kommuner.csv has not: 999 999"),
        (recoded("OMRÅDE", "326", "999"), "OMRÅDE lacks the kommuner 326"),
        (renamed("BEBO", "2000", "Fritidshuse uden CPR tilmeldte personer"), "where something with 'boliger uden' was expected"),
    ],
)
def test_a_table_that_has_changed_stops_the_fetch_before_any_figure_is_asked_for(root, statbank, change, said, capsys):
    address, service = statbank
    before = contents(root)
    service.change_description = change
    assert fetch(root, address, "almene_andel") == 1
    err = capsys.readouterr().err
    assert said in err
    assert "correct 'fetch' of almene_andel in indikatorer.toml" in err
    assert contents(root) == before
    assert not [path for path, *_ in service.questions if path.endswith("/data")]


def test_what_the_service_does_not_add_up_is_asked_for_and_added_up(root, statbank):
    address, service = statbank
    service.change_description = kept("UDLFORH")
    assert fetch(root, address, "almene_andel") == 0
    (question,) = service.asked()
    assert {one["code"]: one["values"] for one in question["variables"]}["UDLFORH"] == list(TENURE)
    expected = compute_share("BOL101", "326", "2026", {"EJER": ALMENE, "BEBO": LIVED_IN}, {"BEBO": LIVED_IN})
    assert read(newest(root), "almene_andel").value == expected


def test_a_table_without_regioner_is_fetched_without_them(root, statbank):
    address, service = statbank
    regions = {"081", "082", "083", "084", "085"}

    def change(info):
        for one in info["variables"]:
            one["values"] = [value for value in one["values"] if value["id"] not in regions]
        return info

    service.change_description = change
    assert fetch(root, address, "husstande") == 0
    assert read(newest(root), "husstande", "1085").status == "beregnet"
