from dataclasses import replace

from components.wording.standing import describe_area_method, describe_standing_in_full, say_plainly
from data.registry.registry import Registry

NBSP = "\u00a0"


def find_plain(official):
    return [entry for entry in official.profile("0326").entries.values() if entry.indicator.plainly]


def test_a_figure_that_is_easily_misread_is_said_plainly(official):
    (moves,) = find_plain(official)
    assert say_plainly(moves) == "omkring 14 fraflytninger pr. 100 lejemål om året"
    assert describe_standing_in_full(moves) == "2024 · omkring 14 fraflytninger pr. 100 lejemål om året"
    assert say_plainly(replace(moves, reading=replace(moves.reading, value=None))) == ""


def test_plain_words_have_the_number_in_them():
    assert all("{tal}" in one.plainly for one in Registry.load().indicators.values() if one.plainly)


def test_an_area_that_is_computed_says_how_in_a_sentence(official):
    said = describe_area_method(official.profile("0326")[official.registry.roles.main])
    assert said.startswith("Tallet for regionen er beregnet: kommunernes andele vægtet med antal husstande")
    said = describe_area_method(official.profile("0326")[official.registry.roles.similarity[1]])
    assert said.startswith("Tallene for hele landet og regionen er beregnet: kommunernes ")
