import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.place_table import load_places
from data.welcome.council import load_councils
from data.welcome.placeholder import fill_in, find_mistakes, longest_words, name_words
from tests.days import TODAY

COUNCILS = load_councils(load_places(TODAY))
KNOWN = name_words(COUNCILS["0326"])
PIECES = st.one_of(st.text(max_size=12), st.sampled_from([f"{{{word}}}" for word in KNOWN]), st.sampled_from(["{", "}", "{}", "{{", "{x}"]))


@pytest.mark.parametrize(
    ("code", "text", "filled"),
    [
        ("0326", "Tillykke med pladsen i {raad}", "Tillykke med pladsen i Kalundborgs byråd"),
        ("0101", "Tillykke med pladsen i {raad}", "Tillykke med pladsen i Københavns Borgerrepræsentation"),
        ("0101", "Som {raadsmedlem} i {kommune}", "Som medlem af Borgerrepræsentationen i Københavns Kommune"),
        ("0400", "{kommune_i_genitiv} forvaltning", "Bornholms Regionskommunes forvaltning"),
        ("0751", "{navn_i_genitiv} boliger", "Aarhus' boliger"),
        ("0147", "{Raadet} og {raadets} udvalg", "Kommunalbestyrelsen og kommunalbestyrelsens udvalg"),
        ("0326", "{Raadsmedlem}", "Byrådsmedlem"),
    ],
)
def test_words_are_the_kommune_s_own(code, text, filled):
    assert find_mistakes(text, KNOWN) == []
    assert fill_in(text, name_words(COUNCILS[code])) == filled


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("i {by}", f"{{by}} is no word that can be filled in; write one of {', '.join(f'{{{word}}}' for word in KNOWN if word.islower())}"),
        ("i {kommune", "a brace stands without its other half; write {word}"),
        ("i kommune}", "a brace stands without its other half; write {word}"),
        ("{raadet} mødes", "{raadet} begins a sentence; write {Raadet}"),
        ("Ja. {raadsmedlem} er du", "{raadsmedlem} begins a sentence; write {Raadsmedlem}"),
    ],
)  # fmt: skip
def test_mistakes_are_told_with_the_remedy(text, said):
    assert find_mistakes(text, KNOWN) == [said]


@given(st.lists(PIECES, max_size=8).map("".join))
def test_a_text_without_mistakes_never_leaves_a_brace(text):
    if find_mistakes(text, KNOWN):
        return
    for name in COUNCILS.values():
        assert not {"{", "}"} & set(fill_in(text, name_words(name)))


@given(st.lists(st.sampled_from([f"{{{word}}}" for word in KNOWN]), max_size=5).map(" og ".join))
def test_no_kommune_s_words_are_longer_than_the_longest(text):
    longest = len(fill_in(text, longest_words(COUNCILS.values())))
    assert all(len(fill_in(text, name_words(name))) <= longest for name in COUNCILS.values())
