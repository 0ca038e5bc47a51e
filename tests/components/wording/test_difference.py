from itertools import product

import pytest

from components.wording.difference import describe_difference, summarise_pair
from components.wording.standing import compare_to_reference
from data.place import COUNTRY
from data.place_table import load_places
from tests.components.wording.reading import measure_lix, split_sentences
from tests.days import TODAY

NBSP = "\u00a0"
FIVE = ("0326", "0101", "0825", "0760", "0147")


def compare(figures, key, code, other):
    pair = (figures.profile(code), figures.profile(other))
    return describe_difference(pair[0][key], pair[1][key], pair).replace(NBSP, " ")


@pytest.mark.parametrize(
    ("code", "said"),
    [("0265", "i Roskilde"), ("0101", "i København"), ("0400", "på Bornholm"), ("0825", "på Læsø"), ("0147", "på Frederiksberg"),
     ("0480", "i Nordfyns Kommune"), ("0773", "i Morsø Kommune"), ("1085", "i Region Sjælland"), (COUNTRY, "i landet som helhed")],
)  # fmt: skip
def test_where_something_is_so(code, said):
    assert load_places(TODAY)[code].where == said


@pytest.mark.parametrize(
    ("key", "said"),
    [
        ("almene_andel", "4,3 procentpoint højere i Roskilde"),
        ("boligstoerrelse", "14,0 m² større i Kalundborg"),
        ("fuldfoerte_pr_1000", "3,1 flere pr. 1.000 indbyggere i Kalundborg"),
        ("husstande", "19.505 husstande flere i Roskilde"),
    ],
)
def test_the_higher_place_is_named_whichever_comes_first(official, key, said):
    assert compare(official, key, "0326", "0265") == compare(official, key, "0265", "0326") == said


def test_per_cent_are_of_the_lower_figure(official):
    low, high = (round(official.profile(code)["husleje_almen"].reading.value) for code in ("0326", "0265"))
    said = f"{round(100 * (high - low) / low)} pct. højere i Roskilde"
    assert compare(official, "husleje_almen", "0326", "0265") == compare(official, "husleje_almen", "0265", "0326") == said


def test_a_count_is_a_part_of_that_of_its_own_region_and_the_country(official):
    assert compare(official, "husstande", "0326", COUNTRY) == "1 pct. af tallet for hele landet"
    assert compare(official, "husstande", "0326", "1085") == "6 pct. af tallet for Region Sjælland"


def test_the_same_figure_is_said_to_be_the_same(official):
    assert compare(official, "almene_andel", "0326", "0326") == "det samme begge steder"
    pair = (official.profile("0326"), official.profile("0326"))
    said = f"I Kalundborg er 15,7{NBSP}pct. af alle boliger almene. Det samme gælder i Kalundborg."
    assert summarise_pair(pair, official.registry) == said


def test_a_pair_in_a_sentence(official):
    pair = (official.profile("0825"), official.profile(COUNTRY))
    said = (
        f"I landet som helhed er 19,4{NBSP}pct. af alle boliger almene. På Læsø er det 4,8{NBSP}pct. Det er 14,6{NBSP}procentpoint lavere."
    )
    assert summarise_pair(pair, official.registry) == summarise_pair(pair[::-1], official.registry) == said


def test_a_pair_is_easily_read(official, nothing):
    """Every kommune with the country, its own region, those like it, and the kommuner with the longest names; all sentences together."""
    longest = ("0480", "0760", "0820")
    for place in official.kommuner:
        profile = official.profile(place.code)
        for other in {COUNTRY, place.region, *profile.similar, *longest} - {place.code}:
            said = summarise_pair((profile, official.profile(other)), official.registry)
            assert measure_lix(said) < 40, said
            assert len(split_sentences(said)) == (2 if "Det samme" in said else 3), said
    assert measure_lix(summarise_pair((nothing.profile("0326"), nothing.profile("0265")), nothing.registry)) < 40


def test_rent_beside_the_private_one(official):
    def say(code):
        profile = official.profile(code)
        return compare_to_reference(profile[official.registry.roles.rent], profile).replace(NBSP, " ")

    assert say("0326") == "10 pct. lavere end den private husleje (1.008); de to er opgjort på hver sin måde"
    assert say("0741").startswith("12 pct. højere end den private husleje (")
    assert say("0760") == "omtrent den samme som den private husleje (881); de to er opgjort på hver sin måde"
    assert say("0825") == "Den private husleje: udeladt i kilden af hensyn til fortrolighed"


def test_no_difference_is_told_downwards(official):
    for first, second in product(FIVE, [*load_places(TODAY)]):
        pair = (official.profile(first), official.profile(second))
        for key in pair[0].entries:
            said = describe_difference(pair[0][key], pair[1][key], pair)
            assert not {"lavere", "færre", "over"} & set(said.split())
            assert said.endswith((" steder", pair[0].place.where, pair[1].place.where, f" for {pair[1].place.full_name}")) or not said
