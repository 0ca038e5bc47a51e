from bisect import bisect_right
from collections import Counter
from itertools import pairwise

import pytest

from components.map.round_limits import CLASSES, LARGEST, SMALLEST, round_limits
from components.wording.formats import round_half_up
from data.registry.registry import Registry

REGISTRY = Registry.load()


def count(limits, values, decimals):
    members = Counter(bisect_right(limits, round_half_up(value, decimals)) for value in values)
    return [members[number] for number in range(len(limits) + 1)]


@pytest.mark.parametrize(
    ("key", "limits", "sizes"),
    [
        ("almene_andel", (10, 15, 20, 25), [18, 27, 25, 10, 18]),
        ("husleje_almen", (850, 900, 1000, 1050), [19, 19, 25, 13, 22]),
        ("husleje_privat", (800, 1000, 1200, 1400), [8, 32, 20, 9, 26]),
        ("etageboliger", (10, 20, 30, 40), [8, 30, 23, 13, 24]),
    ],
)
def test_limits_of_the_real_figures(official, key, limits, sizes):
    values = [reading.value for place in official.kommuner if (reading := official.reading(place.code, REGISTRY[key])).value is not None]
    assert round_limits(values, REGISTRY[key].decimals) == limits
    assert count(limits, values, REGISTRY[key].decimals) == sizes


@pytest.mark.parametrize("indicator", REGISTRY.mappable(), ids=lambda one: one.key)
def test_limits_rise_and_are_printed_and_leave_no_class_empty(figures, indicator):
    values = [value for place in figures.kommuner if (value := figures.reading(place.code, indicator).value) is not None]
    limits = round_limits(values, indicator.decimals)
    assert all(low < high for low, high in pairwise(limits))
    assert [round(limit, indicator.decimals) for limit in limits] == list(limits)
    assert all(count(limits, values, indicator.decimals)) or not values
    assert len(limits) < CLASSES


@pytest.mark.parametrize(
    ("values", "decimals", "limits"),
    [
        ([], 1, ()),
        ([7.3], 1, ()),
        ([7.3] * 98, 1, ()),
        ([0.0] * 98, 1, ()),
        ([7.26, 7.34], 1, ()),  # both are printed 7,3
        ([7.2, 7.4], 1, (7.4,)),
        ([10, 60], 0, (50,)),
        ([0, 3], 0, (1,)),  # half are zero
        ([5, 15, 25, 35, 45], 0, (10, 20, 30, 40)),
        ([-45, -35, -25, -15, -5], 0, (-40, -30, -20, -10)),
        ([-1, 0, 0, 1, 2], 0, (0, 1, 2)),  # zero is no class of its own where there is less
    ],
)
def test_few_equal_and_negative_values(values, decimals, limits):
    assert round_limits(values, decimals) == limits


def test_zero_is_a_class_of_its_own_from_a_fifth_on():
    values = [0.04] * 20 + [1 + number / 10 for number in range(80)]
    limits = round_limits(values, 1)
    assert limits[0] == 0.1
    assert len(limits) == CLASSES - 1
    assert count(limits, values, 1)[0] == 20
    assert round_limits([*values[1:], 9.0], 1)[0] > 0.1


def test_the_coarsest_step_is_taken_that_leaves_no_class_too_small_or_too_large():
    even = [float(number) for number in range(98)]
    assert round_limits(even, 0) == (20, 40, 60, 80)  # steps of 50 make three classes
    assert count(round_limits(even, 0), even, 0) == [20, 20, 20, 20, 18]
    crowded = [10 + number / 10 for number in range(90)] + [40.0] * 8  # steps of 5 would put 50 of them into one class
    sizes = count(round_limits(crowded, 1), crowded, 1)
    assert all(SMALLEST <= size <= LARGEST for size in sizes)


def test_where_no_step_meets_the_rule_the_nearest_is_taken():
    values = [10.0] * 60 + [20.0] * 19 + [30.0] * 19  # 60 in one class is too many whatever the step
    limits = round_limits(values, 0)
    assert count(limits, values, 0) == [60, 19, 19]


def test_no_limit_is_finer_than_what_is_printed():
    assert round_limits([1, 2, 3, 4, 5], 0) == (2, 3, 4, 5)
    assert round_limits([0.11, 0.12, 0.13, 0.14, 0.15], 1) == (0.2,)
