import pytest

from components.wording.summary import describe_fraction, summarise
from data.place_table import load_places
from tests.days import TODAY


@pytest.mark.parametrize(
    ("percent", "said"),
    [(15.7, "Knap hver sjette bolig"), (17.2, "Godt hver sjette bolig"), (20.0, "Hver femte bolig"), (34.8, "Godt hver tredje bolig"),
     (10.0, "Hver tiende bolig"), (4.7, "Omkring en af 21 boliger"), (49.9, "Hver anden bolig")],
)  # fmt: skip
def test_a_share_in_words(percent, said):
    assert describe_fraction(percent) == said


@pytest.mark.parametrize("code", load_places(TODAY))
def test_every_place_has_a_summary_of_whole_sentences(official, code):
    profile = official.profile(code)
    text = summarise(profile, profile[official.registry.roles.main], profile[official.registry.roles.rent])
    assert profile.place.full_name in text
    assert text.endswith(".")
    assert "  " not in text


def test_the_two_rents_never_stand_together_without_saying_that_they_differ(official):
    for place in official.kommuner:
        profile = official.profile(place.code)
        text = summarise(profile, profile[official.registry.roles.main], profile[official.registry.roles.rent])
        assert ("privat leje" in text) == ("ikke opgjort på samme måde" in text)


def test_missing_private_rent_is_not_mentioned(official):
    profile = official.profile("0825")
    assert "privat" not in summarise(profile, profile[official.registry.roles.main], profile[official.registry.roles.rent])
