"""The map in sentences: true by figures counted anew, in whole Danish sentences, for every map there is."""

import random
import re
from dataclasses import replace
from statistics import median

import pytest

from components.wording.formats import format_figure, format_value, round_half_up
from components.wording.spoken.map import MapWords, describe_map
from components.wording.spoken.pattern import describe_pattern
from data.place import COUNTRY, PlaceKind
from data.place_table import load_places
from data.reading import Reason
from tests.components.wording.reading import split_sentences
from tests.components.wording.test_grammar import find_faults
from tests.days import TODAY

PLACES = load_places(TODAY)
KOMMUNER = [code for code, place in PLACES.items() if place.kind is PlaceKind.KOMMUNE]
SHUFFLES = 300


def words_of(figures, indicator):
    entries = {place.code: figures.profile(place.code)[indicator.key] for place in figures.kommuner}
    return MapWords(indicator, entries, figures.places, figures.profile(COUNTRY)[indicator.key])


def change(words, values, reason=Reason.UNDERTRYKT):
    """The same with other values: a number, or None for one that is missing."""
    entries = {
        code: replace(entry, reading=replace(entry.reading, value=values[code], reason=reason if values[code] is None else None))
        for code, entry in words.entries.items()
    }
    return replace(words, entries=entries)


@pytest.mark.parametrize("which", ["official", "figures"])
def test_every_map_is_described_without_a_fault(which, request):
    figures = request.getfixturevalue(which)
    for indicator in figures.mappable:
        told = describe_map(words_of(figures, indicator))
        assert 4 <= len(told) <= 6
        assert {text: find_faults(text) for text in told if find_faults(text)} == {}
        for text in told:
            assert text == text.strip()
            assert text.endswith(".")
            assert not re.search(r"\b(i i|på på|i på)\b|\bi (Læsø|Samsø|Fanø|Ærø|Bornholm|Frederiksberg)\b", text), text
            assert all(sentence[0].isupper() for sentence in split_sentences(text)), text


def test_range_middle_and_ends_are_those_of_the_figures(official):
    """Of the official maps, on none of which five values are shared by more than eight kommuner."""
    for indicator in official.mappable:
        words = words_of(official, indicator)
        values = official.list_values(indicator, with_examples=False)
        first, highest, lowest, *_ = (text.replace("\u00a0", " ") for text in describe_map(words))
        printed = {code: round_half_up(value, indicator.decimals) for code, value in values.items()}
        for value in (min(values.values()), median(values.values()), max(values.values())):
            assert format_value(value, indicator).replace("\u00a0", " ") in first
        for end, said, sign in ((highest, "Højest", -1), (lowest, "Lavest", 1)):
            head, _, listed = end.removesuffix(".").partition(": ")
            assert head == f"{said} ({indicator.unit})"
            fifth = sorted(sign * value for value in printed.values())[4]
            expected = {
                f"{PLACES[code].name} {format_figure(values[code], indicator)}" for code in printed if sign * printed[code] <= fifth
            }
            assert set(listed.split("; ")) == expected
            assert len(expected) in range(5, 9)
            alone = [code for code, value in printed.items() if sign * value == min(sign * each for each in printed.values())]
            assert len(alone) > 1 or PLACES[alone[0]].where in first


def test_the_almene_share_s_map_word_for_word(official):
    shown, *ends, pattern = (text.replace("\u00a0", " ") for text in describe_map(words_of(official, official.registry.main)))
    assert shown == (
        "Kortet viser almene boligers andel af alle boliger, 1. januar 2026. Tallet går fra 3,4 pct. på Samsø til 54,5 pct. i Brøndby. "
        "Medianen, tallet i midten, er 15,6 pct. Hele landet har 19,4 pct."
    )
    assert ends == [
        "Højest (pct.): Brøndby 54,5; Herlev 53,8; Albertslund 53,2; Ballerup 50,2; Ishøj 46,7.",
        "Lavest (pct.): Samsø 3,4; Gentofte 4,7; Læsø 4,8; Stevns 6,3; Rebild 6,4.",
    ]
    assert pattern == (
        "Blandt de 24 højeste er 13 af de 29 kommuner i Region Hovedstaden. "
        "Blandt de 24 laveste er 7 af de 11 kommuner i Region Nordjylland."
    )


def test_values_that_many_share_are_counted_and_missing_ones_named_with_their_reason(official):
    words = words_of(official, official.registry.main)
    values = {code: float(number // 20) for number, code in enumerate(KOMMUNER)} | {KOMMUNER[0]: None, KOMMUNER[-1]: 9.0}
    first, highest, lowest, pattern, missing = (text.replace("\u00a0", " ") for text in describe_map(change(words, values)))
    assert "Tallet går fra 0,0 pct. i 19 kommuner til 9,0 pct. " in first
    assert highest == f"Højest (pct.): {PLACES[KOMMUNER[-1]].name} 9,0; 17 kommuner med 4,0."
    assert lowest == "Lavest (pct.): 19 kommuner med 0,0."
    assert pattern.startswith("De højeste tal deles af så mange kommuner, at de ikke peger på bestemte regioner. ")
    assert missing == f"{PLACES[KOMMUNER[0]].name} har intet tal: udeladt i kilden af hensyn til fortrolighed."
    two = {code: None if code in KOMMUNER[:2] else 1.0 for code in KOMMUNER}
    first, missing = (text.replace("\u00a0", " ") for text in describe_map(change(words, two)))
    assert " Alle 96 kommuner med et tal har 1,0 pct. " in first
    names = [place.name for place in official.kommuner if place.code in KOMMUNER[:2]]
    assert missing.startswith(f"{names[0]} og {names[1]} har intet tal: ")
    few = {code: 1.0 if code in KOMMUNER[:3] else None for code in KOMMUNER}
    first, missing = describe_map(change(words, few))
    assert first.endswith(" Tre kommuner har et tal. Det er for få til at beskrive et mønster.")
    assert missing.startswith("95 kommuner har intet tal: ")


@pytest.mark.parametrize("day", [TODAY, "2027-01-01"])
def test_a_region_is_named_where_values_lie_in_it_and_seldom_by_chance(day):
    """Also where there are four regioner, of which one has nearly half of all kommuner."""
    places = load_places(day)
    regions = [place for place in places.values() if place.kind is PlaceKind.REGION]
    for region in regions:
        ordered = sorted(KOMMUNER, key=lambda code: code in region.members)  # a region's kommuner have the highest values
        said = describe_pattern({code: float(number) for number, code in enumerate(ordered)}, places)
        inside = min(24, len(region.members))
        assert f"Blandt de 24 højeste er {inside} af de {len(region.members)} kommuner i {region.name}." in said
    named = 0
    for seed in range(SHUFFLES):
        shuffled = random.Random(seed).sample(KOMMUNER, len(KOMMUNER))
        said = describe_pattern({code: float(number) for number, code in enumerate(shuffled)}, places)
        named += "Blandt" in said
        assert "Blandt" in said or said == "Både de 24 højeste og de 24 laveste er spredt over flere regioner."
    assert named <= SHUFFLES * 0.13
