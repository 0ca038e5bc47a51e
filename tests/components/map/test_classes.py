from collections import Counter
from itertools import pairwise

import pytest

from components.map.classes import CLASSES, MISSING_CLASS, Classes, make_classes
from components.wording.formats import format_figure
from data.registry.registry import Registry
from tests.layers import DEMO, REAL

REGISTRY = Registry.load()
FEWEST, MOST = 5, 40  # kommuner in a class: fewer are a colour that is hardly anywhere, more say "all the same"


def values_of(figures, indicator):
    found = [figures.reading(place.code, indicator).value for place in figures.kommuner]
    return [value for value in found if value is not None]


@pytest.mark.parametrize("key", DEMO)
def test_every_indicator_has_classes_that_hold_all_kommuner(figures, key):
    indicator = figures.registry[key]
    values = values_of(figures, indicator)
    classes = make_classes(indicator, values)
    assert {classes.class_of(value) for value in values} == set(range(len(classes.limits) + 1))
    assert all(low < high for low, high in pairwise(classes.limits))
    assert len(classes.labels()) == len(classes.limits) + 1 <= CLASSES


@pytest.mark.parametrize("key", REAL)
def test_real_figures_have_fixed_round_limits_and_classes_that_are_neither_tiny_nor_all(official, key):
    indicator = official.registry[key]
    assert indicator.limits, "limits are fixed in the registry once the figures are known"
    classes = make_classes(indicator, values_of(official, indicator))
    assert classes.limits == indicator.limits
    counts = Counter(classes.class_of(value) for value in values_of(official, indicator))
    assert set(counts) == set(range(CLASSES))
    assert all(FEWEST <= count <= MOST for count in counts.values()), counts


def test_a_value_is_classed_as_it_is_shown(official):
    """19,96 is shown 20,0 and stands in the class from 20."""
    main = official.registry.main
    counts = Counter(make_classes(main, values_of(official, main)).class_of(value) for value in values_of(official, main))
    assert [counts[number] for number in range(CLASSES)] == [18, 27, 25, 18, 10]
    classes = make_classes(main, [3.0, 54.0])
    assert format_figure(19.96, main) == format_figure(20.0, main)
    assert classes.class_of(19.96) == classes.class_of(20.0) == classes.class_of(19.94) + 1


def test_labels_are_ranges_in_full():
    classes = make_classes(REGISTRY.main, [3.4, 12, 17, 22, 54])
    assert classes.labels() == ["under 10,0", "10,0-14,9", "15,0-19,9", "20,0-29,9", "30,0 og derover"]
    assert classes.class_of(None) == MISSING_CLASS


@pytest.mark.parametrize("values", [[], [5.0], [5.0, 5.0]])
def test_too_few_values_for_classes_make_one(values):
    assert make_classes(REGISTRY.main, values).limits == ()


def test_figures_that_nobody_has_seen_get_limits_by_rule():
    indicator = REGISTRY["almen_del_10_aar"]
    assert not indicator.limits
    limits = make_classes(indicator, [float(number) for number in range(98)]).limits
    assert len(limits) == CLASSES - 1
    assert all(limit % 5 == 0 for limit in limits)


@pytest.mark.parametrize(
    ("key", "limits", "lowest"),
    [("almene_andel", (0.1, 5.0), "0,0"), ("almene_andel", (0.2, 5.0), "under 0,2"), ("fraflytning", (1, 20), "0")],
)
def test_a_class_of_zeros_is_called_zero(key, limits, lowest):
    assert Classes(REGISTRY[key], limits).labels()[0] == lowest
