"""Every sentence about every place, held against what no Danish editor would print."""

import re
from collections.abc import Iterator

import pytest

from components.wording import texts
from components.wording.coverage import list_alike_by, list_unmapped
from components.wording.formats import format_rank
from components.wording.gap import list_gaps, list_only_one
from components.wording.organisation import name_list
from components.wording.source import describe_dates, name_source
from components.wording.standing import compare_to_reference, describe_area_method, describe_definition, describe_standing_in_full
from components.wording.summary import summarise
from components.wording.trend import describe_jumps
from data.place import COUNTRY, PlaceKind
from data.place_table import load_places
from tests.components.wording.reading import measure_lix, split_sentences
from tests.days import TODAY

PLACES = load_places(TODAY)
EASY = 40  # LIX below it is easy to middling prose
FAULTS = {
    "two spaces": re.compile(r"[ \u00a0]{2}"),
    "a space before a mark": re.compile(r"\s[,.;:!?](?!\w)"),
    "two marks": re.compile(r"[,.;:]{2}"),
    "compared by under or over": re.compile(r"procentpoint (under|over)|(under|over) (hele landet|landet|privat)"),
    "a brace": re.compile(r"[{}]"),
    "an empty bracket": re.compile(r"\(\s*\)"),
    "no number": re.compile(r"\bnan\b|None"),
    "one of many": re.compile(r"(?<![\d.,])1[ \u00a0](boliger|personer|husstande)\b"),
    "a former unit": re.compile(r"pr\.[ \u00a0]m²[ \u00a0]pr\.[ \u00a0]år"),
}
RANK = re.compile(r"(delt )?(næst|\d+\.-)?(højeste|laveste) af \d+|midt i feltet, (delt )?nr\.\u00a0\d+ af \d+")


def find_faults(said: str) -> list[str]:
    return [name for name, pattern in FAULTS.items() if pattern.search(said)]


def tell(code, figures) -> Iterator[str]:
    """All that is said in sentences and lines of a place."""
    profile, registry = figures.profile(code), figures.registry
    main, rent = profile[registry.roles.main], profile[registry.roles.rent]
    yield from (summarise(profile, main, rent), summarise(profile, main, rent, exactly=True))
    yield describe_jumps(profile.place.name, main.series, main.indicator)
    yield from list_gaps([profile], registry)
    yield from list_only_one((profile, figures.profile(COUNTRY)))
    if profile.place.kind is PlaceKind.KOMMUNE:
        yield name_list(profile.place)
    for entry in profile.entries.values():
        yield from (describe_standing_in_full(entry), describe_area_method(entry), compare_to_reference(entry, profile))


@pytest.mark.parametrize("code", PLACES)
@pytest.mark.parametrize("which", ["official", "figures"])
def test_no_place_is_told_of_with_a_fault(which, code, request):
    said = [text for text in tell(code, request.getfixturevalue(which)) if text]
    assert len(said) > 3
    assert {text: find_faults(text) for text in said if find_faults(text)} == {}
    assert [text for text in said if text != text.strip()] == []


@pytest.mark.parametrize("code", PLACES)
def test_every_rank_has_a_direction(official, code):
    ranks = [format_rank(entry.rank) for entry in official.profile(code).entries.values() if entry.rank]
    assert [rank for rank in ranks if not RANK.fullmatch(rank)] == []
    assert bool(ranks) == (PLACES[code].kind is PlaceKind.KOMMUNE)


@pytest.mark.parametrize("code", PLACES)
def test_what_is_missing_is_told_in_at_most_two_sentences_of_a_source(official, code):
    (waiting, *stated) = list_gaps([official.profile(code)], official.registry)
    assert len(split_sentences(waiting)) <= 2
    assert all(sentence.endswith(".") for sentence in (waiting, *stated))


def test_registry_and_fixed_texts_have_no_fault(official):
    said = [
        text for one in official.registry.indicators.values() for text in (describe_definition(one), one.note, one.against_note, one.method)
    ]
    said += [f"{name_source(one)}{describe_dates(one)}." for one in official.registry.sources.values()]
    said += [f"{name}: {why}" for name, why, _ in list_unmapped(official)] + [list_alike_by(official.registry)]
    fixed = [value for name, value in vars(texts).items() if name.isupper() and isinstance(value, str)]
    said += [re.sub(r"\{\w+\}", "tal", text) for text in [*fixed, *texts.NOTICES.values()]]
    assert {text: find_faults(text) for text in said if find_faults(text)} == {}


def test_definitions_are_whole_sentences(official):
    for one in official.registry.indicators.values():
        assert re.fullmatch(r"[A-ZÆØÅ].*\.", one.definition), one.key


@pytest.mark.parametrize("which", ["official", "figures", "nothing"])
def test_every_sentence_of_the_lead_is_easily_read(which, request):
    """Each by itself, with the longest names: in a whole lead an easy sentence would pay for a hard one."""
    figures = request.getfixturevalue(which)
    found = {}
    for code in PLACES:
        profile, roles = figures.profile(code), figures.registry.roles
        found |= {said: measure_lix(said) for said in split_sentences(summarise(profile, profile[roles.main], profile[roles.rent]))}
    assert len(found) > len(PLACES)
    assert {said: lix for said, lix in found.items() if lix >= EASY} == {}


def test_the_measure_tells_hard_sentences_from_easy_ones():
    assert measure_lix("Hver ottende bolig i Frederikshavn Kommune er almen.") > EASY  # why the word is left out
    assert (
        measure_lix("Boligorganisationernes repræsentantskabsmedlemmer vedtager kommunalbestyrelsens boligpolitiske handlingsplaner.") > 60
    )


@pytest.mark.parametrize(
    ("said", "fault"),
    [
        ("3,7 procentpoint under hele landet.", "compared by under or over"),
        ("Kun  for Roskilde.", "two spaces"),
        ("regionen 17,5 pct..", "two marks"),
        ("1\u00a0boliger", "one of many"),
        ("904 kr. pr. m² pr. år", "a former unit"),
    ],
)
def test_a_fault_is_found(said, fault):
    assert fault in find_faults(said)
