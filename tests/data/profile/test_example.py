import pytest

from data.profile.example import PERIODS, split
from data.profile.figures import Figures
from data.registry.kind import GroupKind, PeriodKind
from data.registry.registry import Registry

REGISTRY = Registry.load()


def examples(figures):
    return {
        (place.code, key): entry.reading
        for place in figures.kommuner
        for key, entry in figures.profile(place.code).entries.items()
        if entry.reading.is_example
    }


def test_examples_are_the_same_every_time(figures):
    assert examples(figures) == examples(Figures.load(with_examples=True))


def test_an_example_of_every_kind_of_period_has_one():
    assert set(PERIODS) == set(PeriodKind)


def test_only_what_bl_delivers_is_made_up_and_kalundborg_is_not(figures):
    made = examples(figures)
    assert {key for _, key in made} == {one.key for one in REGISTRY.indicators.values() if one.example}
    assert "0326" not in {code for code, _ in made}
    assert {code for code, _ in made} == {place.code for place in figures.kommuner} - {"0326"}


def test_examples_fit_the_kommune(figures):
    for place in figures.kommuner:
        if place.code == "0326":
            continue
        profile = figures.profile(place.code)
        dwellings = profile[REGISTRY.roles.main].reading.value / 100 * profile[REGISTRY.roles.households].reading.value
        assert profile["beboere"].reading.value < profile[REGISTRY.roles.population].reading.value
        assert profile.whole(REGISTRY.groups["boligtype"]).value == pytest.approx(dwellings, abs=1)
        for group in REGISTRY.groups.values():
            if group.kind is GroupKind.SHARES:
                assert sum(entry.reading.value for entry in profile.in_group(group)) == 100
        for entry in profile.entries.values():
            assert entry.reading.value is None or entry.indicator.low <= entry.reading.value <= entry.indicator.high


def test_parts_add_up_exactly():
    assert split(10, [1, 1, 1]) == [4, 3, 3]
    assert sum(split(98, [0.79, 0.14, 0.07])) == 98
    assert split(0, [1, 2]) == [0, 0]
