import re

import pytest

from components.wording.summary import describe_fraction, summarise
from data.place import COUNTRY
from data.place_table import load_places
from tests.components.wording.reading import measure_lix, split_sentences
from tests.days import TODAY

NBSP = "\u00a0"
EASY = 40  # LIX below it is easy to middling prose


@pytest.mark.parametrize(
    ("percent", "said"),
    [
        (15.7, "Knap hver sjette bolig"),
        (17.2, "Godt hver sjette bolig"),
        (20.0, "Hver femte bolig"),
        (34.8, "Godt hver tredje bolig"),
        (10.0, "Hver tiende bolig"),
        (4.7, "Knap 5 ud af 100 boliger"),
        (3.4, "Godt 3 ud af 100 boliger"),
        (22.04, "Cirka 22 ud af 100 boliger"),
        (49.9, "Hver anden bolig"),
        (54.5, "Godt hver anden bolig"),
        (46.7, "Knap hver anden bolig"),
        (38.8, "Knap fire ud af ti boliger"),
        (62.0, "Godt seks ud af ti boliger"),
        (0.3, "Mindre end 1 ud af 100 boliger"),
        (0.0, "Ingen boliger"),
    ],
)
def test_a_share_in_words(percent, said):
    assert describe_fraction(percent) == said


def test_no_share_is_called_by_a_fraction_that_it_is_far_from():
    fractions = [50, *range(30, 100, 10), *(100 / number for number in range(3, 11))]
    for tenths in range(1001):
        said = describe_fraction(tenths / 10)
        assert said[0].isupper()
        assert said.endswith((" bolig", " boliger"))
        assert "100" in said or tenths == 0 or any(abs(tenths / 10 / each - 1) <= 0.1 for each in fractions)


def summarise_of(figures, code, **how):
    profile = figures.profile(code)
    return summarise(profile, profile[figures.registry.roles.main], profile[figures.registry.roles.rent], **how)


@pytest.mark.parametrize("code", load_places(TODAY))
def test_every_place_has_a_summary_of_whole_sentences(official, code):
    place = official.places[code]
    text = summarise_of(official, code)
    where = "i Danmark" if code == COUNTRY else place.where
    first, *others = split_sentences(text)
    assert re.fullmatch(rf"(Hver \w+ bolig|(Knap|Godt) hver \w+ bolig) {where} er almen\.|\D.* boliger {where} er almene\.", first)
    assert all(sentence[0].isupper() for sentence in (first, *others))
    assert 1 <= len(others) <= 3
    assert text.endswith(".")
    assert "  " not in text
    assert measure_lix(text) < EASY  # of all that is said at the top: one sentence of nine words, two of them a name, says little


def test_a_summary_by_itself_tells_the_share_exactly(official):
    assert summarise_of(official, "0326", exactly=True).startswith(f"15,7{NBSP}pct. af boligerne i Kalundborg Kommune er almene. Det er ")


def test_the_summary_of_kalundborg(official):
    assert summarise_of(official, "0326").replace(NBSP, " ") == (
        "Knap hver sjette bolig i Kalundborg er almen. Det er 3,7 procentpoint lavere end i landet som helhed, og andelen er "
        "næsten uændret siden 2016. Den almene husleje er 10 pct. lavere pr. m² end den private. De to er opgjort på hver sin måde."
    )


def test_the_country_is_not_compared_with_itself(official):
    assert (
        summarise_of(official, COUNTRY)
        .replace(NBSP, " ")
        .startswith(
            "Knap hver femte bolig i Danmark er almen. Siden 2016 er andelen faldet 0,8 procentpoint. Den almene husleje er 25 pct. lavere"
        )
    )


def test_a_place_like_the_country_says_so(official):
    assert " Det er det samme som i landet som helhed. " in summarise_of(official, "0223")


@pytest.mark.parametrize(
    ("code", "said"),
    [
        ("0326", "10 pct. lavere pr. m² end den private"),
        ("0741", "12 pct. højere pr. m² end den private"),
        ("0760", "omtrent den samme pr. m² som den private"),
    ],
)
def test_rents_are_lower_higher_or_alike(official, code, said):
    assert f"Den almene husleje er {said}. De to er opgjort på hver sin måde." in summarise_of(official, code).replace(NBSP, " ")


def test_the_two_rents_never_stand_together_without_saying_that_they_differ(official):
    for place in official.kommuner:
        text = summarise_of(official, place.code)
        assert ("den private" in text) == ("opgjort på hver sin måde" in text)


def test_missing_private_rent_is_not_mentioned(official):
    assert "privat" not in summarise_of(official, "0825")
