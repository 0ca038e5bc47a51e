"""The story's sentences with a kommune's own figures."""

from dataclasses import replace

import pytest

from components.wording.story.tell import Run, fill, list_parts, tell_theme
from data.welcome.story import load_story


@pytest.fixture
def tell(official):
    """All sentences of a kommune, as a reader sees them, with plain spaces."""

    def tell(code, figures=official):
        told = [
            sentence for theme in load_story(figures.registry) for sentence in tell_theme(theme, figures.profile(code), figures.registry)
        ]
        return ["".join(run.text for run in sentence).replace("\u00a0", " ") for sentence in told]

    return tell


def test_a_kommune_with_bl_s_figures_is_told_them(tell):
    assert tell("0326")[:2] == [
        "Kalundborg Kommune har 4.004 almene boliger: 3.372 familieboliger, 602 ældreboliger og 30 ungdomsboliger (2025).",
        "I 2022-2024 blev 24 boliger sat i gang i den almene sektor, alle ældreboliger.",
    ]


def test_a_kommune_without_them_is_told_public_ones_that_say_what_they_speak_of(tell):
    assert tell("0825")[:2] == [
        "Ser man på alle boliger i Læsø Kommune, ligger 3,8 pct. af dem i etagehuse, mod 41,1 pct. i hele landet (1. januar 2026).",
        "Nybyggeriet gav 1 bolig i 2025, når alle bygherrer regnes med.",
    ]


def test_every_kommune_is_told_whole_sentences(tell, official, figures):
    for shown in (official, figures):
        for place in shown.kommuner:
            for sentence in tell(place.code, shown):
                assert sentence.endswith(".")
                assert not any(wrong in sentence for wrong in ("..", "{", "  ", "None", " ,"))
                assert shown is figures or "eksempel" not in sentence


def test_a_figure_stands_out_and_a_stop_is_not_doubled():
    assert fill("Det er {tal}.", {"tal": "14 pct."}) == [Run("Det er "), Run("14 pct.", is_figure=True)]
    assert fill("{periode}.", {"periode": "2025"}) == [Run("2025"), Run(".")]


def test_parts_are_told_as_people_do(official):
    profile = official.profile("0326")
    group = next(each for each in official.registry.groups.values() if each.whole == "igangsatte almene boliger i alt")
    entries = profile.in_group(group)

    def say(*values):
        parts = [replace(entry, reading=replace(entry.reading, value=value)) for entry, value in zip(entries, values, strict=True)]
        return list_parts(parts, group, replace(profile.whole(group), value=sum(values)))

    assert say(0.0, 24.0, 0.0) == ", alle ældreboliger"
    assert say(1.0, 0.0, 2.0) == ": 1 familiebolig og 2 ungdomsboliger"
    assert say(0.0, 1.0, 0.0) == ": 1 ældrebolig"
    assert say(0.0, 0.0, 0.0) == ""
