"""Limits of classes by one rule: round numbers near the quintiles, or near the quartiles above zero where many have nothing."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import pairwise
from math import floor

import numpy as np

from components.theme import RAMP
from components.wording.formats import round_half_up

CLASSES = len(RAMP)  # at most; fewer where there are fewer distinct values
SMALLEST, LARGEST = 5, 40  # how many of KOMMUNER values a class should have
KOMMUNER = 98
MANY_ZEROS = 0.2  # of all values: from here on zero is a class of its own
MANTISSAS = (50, 25, 20, 10)  # of steps in printed units, times a power of ten; below them are 5, 2 and 1, since 2.5 units can't be printed


def round_limits(values: Sequence[float], decimals: int) -> tuple[float, ...]:
    """The lowest values of the second and later classes, rising: up to four multiples of one round step near the quintiles.

    The step is 1, 2, 2.5 or 5 times a power of ten, and no finer than what is printed. Of all steps it is the coarsest that gives four
    limits and no class with fewer than 5 or more than 40 of 98 values (of fewer values, as many in proportion). Where none does, it is the
    one nearest to it: with the fewest values too few or too many, all classes taken together; a class that is missing lacks 5.

    A limit is the multiple nearest to its quintile, or, where that is another limit's, the one on the other side. No more than five
    distinct values may have a class each.

    Where a fifth or more of the values is printed as zero, zero is a class of its own, and the rule holds for the others with quartiles.

    Args:
        values: in any order.
        decimals: that are printed; values are classed as printed.

    >>> round_limits([3.1, 7.9, 12.2, 16.4, 21.7, 24.3, 31.0, 35.8, 44.1, 46.9], 1)
    (10.0, 20.0, 30.0, 40.0)
    >>> round_limits([0, 0, 0.04, 1.2, 2.6, 3.1, 4.4], 1)
    (0.1, 2.0, 3.0, 4.0)
    """
    unit = 10**decimals
    printed = sorted(round(round_half_up(value, decimals) * unit) for value in values)
    return tuple(round(limit / unit, decimals) for limit in _find_limits(printed))


def _find_limits(printed: list[int]) -> list[int]:
    """The same in units of what is printed, so that no limit has the noise of floats."""
    if not printed or printed[0] == printed[-1]:
        return []
    above = [value for value in printed if value]
    zeros = len(printed) - len(above)
    if printed[0] == 0 and zeros >= MANY_ZEROS * len(printed):
        return [1, *_choose(above, CLASSES - 1)]
    return _choose(printed, CLASSES)


def _choose(printed: list[int], classes: int) -> list[int]:
    """The limits by the coarsest of the steps that are nearest to the rule."""
    distinct = sorted(set(printed))
    count = min(classes, len(distinct))
    quantiles = np.quantile(printed, np.arange(1, count) / count).tolist()
    candidates = [_round(quantiles, step, printed) for step in _list_steps(max(map(abs, printed)))]
    if len(distinct) == count:
        candidates.append(distinct[1:])
    return min(candidates, key=lambda limits: _miss(limits, printed, count))


def _list_steps(highest: int) -> Iterator[int]:
    """From one that is coarser than all values to a single printed unit."""
    for power in range(len(str(highest)) - 1, -1, -1):
        yield from (mantissa * 10**power for mantissa in MANTISSAS)
    yield from (5, 2, 1)


def _round(quantiles: list[float], step: int, printed: list[int]) -> list[int]:
    """Multiples of the step near the quantiles, without those that would leave a class empty."""
    limits: list[int] = []
    for limit in sorted({multiple * step for multiple in _spread([quantile / step for quantile in quantiles])}):
        if bisect_left(printed, limits[-1] if limits else printed[0]) < bisect_left(printed, limit) < len(printed):
            limits.append(limit)
    return limits


def _spread(quantiles: list[float]) -> list[int]:
    """The nearest whole number to each; of two that share one, the farther takes the whole number on its other side, if that is free.

    >>> _spread([2.04, 2.8, 3.43, 4.79]), _spread([2.0, 2.9, 3.4, 4.0])
    ([2, 3, 4, 5], [2, 3, 3, 4])
    """
    near = [floor(quantile + 0.5) for quantile in quantiles]
    for place in range(len(near) - 1):
        if near[place] == near[place + 1]:
            farther = max(place + 1, place, key=lambda each: abs(quantiles[each] - near[each]))
            other = near[farther] + (1 if quantiles[farther] > near[farther] else -1)
            near[farther] = near[farther] if other in near else other
    return near


def _miss(limits: list[int], printed: list[int], classes: int) -> float:
    """How many values the classes have too few or too many, all taken together; 0 where the rule is met."""
    scale = min(1, len(printed) / KOMMUNER)
    smallest, largest = SMALLEST * scale, LARGEST * scale
    sizes = _count(limits, printed)
    missing = smallest * (classes - len(sizes))
    return missing + sum(max(0, smallest - size) + max(0, size - largest) for size in sizes)


def _count(limits: list[int], printed: list[int]) -> list[int]:
    return [end - start for start, end in pairwise([0, *(bisect_left(printed, limit) for limit in limits), len(printed)])]
