from itertools import pairwise

import pytest

from components.map.classes import CLASSES, MISSING_CLASS, Classes, make_classes
from components.wording.formats import format_figure
from data.registry.registry import Registry

REGISTRY = Registry.load()


@pytest.mark.parametrize("indicator", REGISTRY.mappable(), ids=lambda one: one.key)
def test_every_indicator_has_classes_that_hold_all_kommuner(figures, indicator):
    values = [figures.reading(place.code, indicator).value for place in figures.kommuner]
    classes = make_classes(indicator, [value for value in values if value is not None])
    if not any(value is not None for value in values):
        assert not figures.period(indicator)  # nothing is loaded
        return
    members = [classes.class_of(value) for value in values if value is not None]
    assert set(members) == set(range(CLASSES))
    assert all(low < high for low, high in pairwise(classes.limits))
    assert len(classes.labels()) == CLASSES


def test_hover_and_legend_never_contradict(figures):
    """A value that is printed 13,4 stands in the class that begins with 13,4."""
    main = REGISTRY.main
    classes = make_classes(main, [figures.reading(place.code, main).value for place in figures.kommuner])
    limit = classes.limits[0]
    just_below = limit - 0.04
    assert format_figure(just_below, main) == format_figure(limit, main)
    assert classes.class_of(just_below) == classes.class_of(limit) == 1


def test_labels_are_ranges_in_full():
    classes = make_classes(REGISTRY.main, [1, 2, 11, 12, 21, 22, 31, 32, 41, 42])
    assert classes.labels() == ["under 3,0", "3,0-12,9", "13,0-22,9", "23,0-32,9", "33,0 og derover"] or classes.labels()[0].startswith(
        "under "
    )
    assert classes.class_of(None) == MISSING_CLASS


@pytest.mark.parametrize("values", [[], [5.0], [5.0, 5.0]])
def test_too_few_values_for_classes_make_one(values):
    assert make_classes(REGISTRY.main, values).limits == ()


def test_few_distinct_values_make_as_many_classes():
    classes = make_classes(REGISTRY["igangsat_aeldre"], [0, 0, 0, 24, 24, 60])
    assert 1 <= len(classes.limits) <= 2


@pytest.mark.parametrize(
    ("key", "limits", "lowest"),
    [("almene_andel", (0.1, 5.0), "0,0"), ("almene_andel", (0.2, 5.0), "under 0,2"), ("igangsat_aeldre", (1, 20), "0")],
)
def test_a_class_of_zeros_is_called_zero(key, limits, lowest):
    assert Classes(REGISTRY[key], limits).labels()[0] == lowest
