"""BOL201, whose description nobody has seen: every shape that it may have gives residents by age and sex."""

import tomllib

import pytest

from data.profile.profile import add_up
from data.reading import Reason, Status
from tests.data.statbank.fetching import ALMENE, fetch, newest, read
from tests.data.statbank.microdata import count
from tests.data.statbank.tables import OLDEST, make_bol201

AGES = ["personer_boern", "personer_unge", "personer_voksne", "personer_aeldre"]
OURS = ((0, 17), (18, 29), (30, 64), (65, OLDEST))
SHAPES = [
    ({}, OURS),
    ({"ages": "single", "area": "OMRÅDE", "sexes": "12"}, OURS),
    ({"ages": "coarse", "has_totals": True, "asked_for": ("ANVENDELSE", "UDLFORH", "EJER", "OPFØRELSESÅR", "ALDER1", "KOEN")}, OURS),
    ({"ages": "coarse", "asked_for": ("UDLFORH", "ALDER1", "KOEN")}, OURS),
    ({"ages": "five", "has_totals": True, "sexes": "12"}, ((0, 19), (20, 29), (30, 64), (65, OLDEST))),
    ({"ages": "askew"}, ((0, 16), (17, 24), (25, 66), (67, OLDEST))),
    ({"ages": "few"}, ((0, 24), None, None, (25, OLDEST))),
]


def count_ages(ages):
    single = make_bol201("single")
    chosen = {} if ages is None else {"ALDER1": [str(age) for age in range(ages[0], ages[1] + 1)]}
    return count("BOL201", "326", "2026", single, EJER=ALMENE, **chosen)


@pytest.mark.parametrize(("shape", "groups"), SHAPES)
def test_every_shape_gives_the_same_residents(root, statbank, shape, groups):
    address, service = statbank
    service.tables["BOL201"] = make_bol201(**shape)
    assert fetch(root, address, "dst_bol201") == 0
    figures = newest(root)
    everyone = count_ages(None)
    assert read(figures, "personer_almene").value == everyone
    for key, ages in zip(AGES, groups, strict=True):
        reading = read(figures, key)
        assert (reading.value, reading.status) == ((count_ages(ages), Status.OFFICIEL) if ages else (None, Status.MANGLER))
        assert ages or (reading.reason is Reason.IKKE_RELEVANT and "grupper er for brede" in reading.note)
    group = figures.registry.groups["personer_alder"]
    assert add_up(group, [read(figures, key) for key in AGES]).value == everyone
    assert sum(read(figures, key).value for key in ("personer_kvinder", "personer_maend")) == everyone
    assert len(service.asked()) == (1 if shape.get("asked_for") else 3)


def test_groups_of_other_boundaries_have_their_own_names(root, statbank):
    address, service = statbank
    service.tables["BOL201"] = make_bol201("askew")
    assert fetch(root, address, "dst_bol201", "--edition", "a") == 0
    sidecar = tomllib.loads((root / "a" / "dst_bol201.toml").read_text(encoding="utf-8"))
    assert sidecar["labels"]["personer_boern"] == "Personer i almene boliger, 0-16 år"
    assert sidecar["shorts"] == {
        "personer_boern": "0-16 år", "personer_unge": "17-24 år", "personer_voksne": "25-66 år", "personer_aeldre": "67 år og derover",
    }  # fmt: skip
    registry = newest(root).registry
    assert registry["personer_aeldre"].label == "Personer i almene boliger, 67 år og derover"
    assert registry["personer_kvinder"].short == "Kvinder"
    assert fetch(root, address, "personer_almene", "folketal", "--edition", "b") == 0
    assert newest(root).registry["personer_boern"].short == "0-16 år"


def test_groups_that_nest_in_ours_have_the_names_of_the_registry(fetched_whole):
    _, figures, _ = fetched_whole
    assert "labels" not in tomllib.loads((figures.edition.folder / "dst_bol201.toml").read_text(encoding="utf-8"))
    assert figures.registry["personer_boern"].short == "0-17 år"


@pytest.mark.parametrize(
    ("axis", "text", "said"),
    [
        ("KOEN", "Person", "KOEN has no value with 'kvinde' in its text; it has M 'Person', K 'Person'"),
        ("ALDER1", "gammel", "ALDER1 has no value that begins with"),
    ],
)
def test_values_that_can_not_be_told_apart_stop_the_table(root, statbank, axis, text, said, capsys):
    address, service = statbank

    def change(info):
        for one in info["variables"]:
            if one["id"] == axis:
                for number, value in enumerate(one["values"]):
                    value.update(text=text, id=f"0-{17 + number}" if axis == "ALDER1" and number else value["id"])
        return info

    service.change_description = change
    assert fetch(root, address, "dst_bol201") == 1
    assert said in capsys.readouterr().err
