"""Everything fetched at once, as whoever first has the real service does it."""

import json
import tomllib

import pytest

from data.place import COUNTRY, PlaceKind
from data.profile.answer import find_answer
from data.profile.figures import Figures
from data.profile.profile import add_up
from data.registry.kind import Base
from data.store.edition import list_editions
from tests.data.statbank.fetching import ALMENE, LIVED_IN, REGISTRY, read
from tests.data.statbank.microdata import count
from tests.data.statbank.tables import TABLES

FETCHED = [indicator for indicator in REGISTRY.indicators.values() if indicator.fetch]


def test_all_is_one_edition_with_its_provenance(fetched_whole):
    root, figures, _ = fetched_whole
    older, edition = list_editions(root)
    assert (older.name, edition.name) == ("2025", figures.edition.name)
    sidecar = tomllib.loads((edition.folder / "dst_bol101.toml").read_text(encoding="utf-8"))
    assert sidecar["updated"] == "2026-11-12"
    assert {json.loads(query)["table"] for query in sidecar["query"]} == {"BOL101"}
    assert len(sidecar["read"]) == len("2026-11-24")
    assert sidecar["licence"] == "Fri genbrug med kildeangivelse"
    assert {"method", "rows", "sha256"} < sidecar.keys()
    assert figures.registry.sources["dst_bol101"].read == sidecar["read"]
    assert figures.edition.title.startswith("Offentlig statistik hentet ")
    assert not (root / ".fetched").exists()


def test_indicators_of_the_same_variables_share_a_question(fetched_whole):
    _, _, service = fetched_whole
    assert sorted(question["table"] for question in service.asked("/tableinfo")) == sorted(TABLES)
    asked = [(question["table"], frozenset(one["code"] for one in question["variables"])) for question in service.asked()]
    assert len(set(asked)) == len(asked) < len(FETCHED) / 2


@pytest.mark.parametrize("indicator", FETCHED, ids=lambda one: one.key)
def test_every_kommune_region_and_the_country_has_every_figure(fetched_whole, indicator):
    _, figures, _ = fetched_whole
    assert figures.coverage(indicator) == 98
    for place in figures.places.values():
        if place.kind is PlaceKind.COMING:  # the tables have what is, and it is computed what will be
            assert read(figures, indicator.key, place.code).status == "beregnet"
        else:
            assert read(figures, indicator.key, place.code).status == "officiel"


def test_almene_boliger_and_their_residents_are_those_of_the_tables(fetched_whole):
    _, figures, _ = fetched_whole
    expected = {
        "almene_boliger": count("BOL101", "326", "2026", EJER=ALMENE, BEBO=LIVED_IN),
        "bygning_raekke": count("BOL101", "326", "2026", EJER=ALMENE, BEBO=LIVED_IN, ANVENDELSE=["130"]),
        "opfoert_uoplyst": count("BOL101", "326", "2026", EJER=ALMENE, BEBO=LIVED_IN, OPFØRELSESÅR=["UOPL"]),
        "opfoert_foer_1940": count(
            "BOL101", "326", "2026", EJER=ALMENE, BEBO=LIVED_IN, OPFØRELSESÅR=["-1899", "1900-1919", "1920-1929", "1930-1939"]
        ),
        "personer_almene": count("BOL201", "326", "2026", EJER=ALMENE),
        "personer_kvinder": count("BOL201", "326", "2026", EJER=ALMENE, KOEN=["K"]),
        "folketal": count("FOLK1A", "326", "2026K3"),
    }
    assert {key: read(figures, key).value for key in expected} == expected


@pytest.mark.parametrize(
    "group", [one for one in REGISTRY.groups.values() if one.agrees and one.agrees.within == 0], ids=lambda one: one.key
)
def test_parts_add_up_to_what_their_group_says(fetched_whole, group):
    _, figures, _ = fetched_whole
    for place in figures.places:
        parts = [read(figures, indicator.key, place) for indicator in REGISTRY.in_group(group.key)]
        assert add_up(group, parts).value == read(figures, group.agrees.key, place).value


def test_every_topic_of_every_kommune_is_answered_about_almene_boliger(fetched_whole):
    _, figures, _ = fetched_whole
    bases = []
    for place in figures.kommuner:
        profile = figures.profile(place.code)
        for topic in figures.registry.topics:
            answer = find_answer(profile, topic, figures.registry)
            bases.append(answer and answer.entry.indicator.base)
    assert bases == [Base.ALMENE] * 98 * 4


def test_older_editions_still_load(fetched_whole):
    root, _, _ = fetched_whole
    older = Figures.load(with_examples=False, edition=list_editions(root)[0])
    assert older.reading(COUNTRY, REGISTRY["husstande"]).value == 2_878_104
