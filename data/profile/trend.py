"""Percentages over the years: where they jump, from when a change may be told, and whether there is any to speak of."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

JUMP = 1.2  # percentage points from one year to the next: so much is seldom built or sold in a year
STEADY = 0.5  # percentage points over all years that are told: less is hardly a change
PRECISION = 6  # decimals of a change: 13.2 - 12.0 is 1.1999999999999993

Series = Sequence[tuple[str | int, float | None]]  # a year and its value, oldest first, as Entry.series and TrendLine.points have them
Point = tuple[int, float]


@dataclass(frozen=True, slots=True)
class Jump:
    """A change from one year to the next that is too large to be told as one without an explanation."""

    before: Point
    after: Point


def list_known(series: Series) -> tuple[Point, ...]:
    """The years that have a value.

    >>> list_known((("2020", 15.5), ("2021", None), ("2023", 15.6)))
    ((2020, 15.5), (2023, 15.6))
    """
    return tuple((int(period), value) for period, value in series if value is not None)


def find_jumps(series: Series) -> tuple[Jump, ...]:
    """The jumps between two published years of which one follows the other, oldest first.

    What happened over unpublished years happened in nobody knows how many steps, and is none.

    >>> find_jumps((("2020", 15.0), ("2021", None), ("2022", 17.0), ("2023", 19.0)))
    (Jump(before=(2022, 17.0), after=(2023, 19.0)),)
    """
    pairs = pairwise(list_known(series))
    return tuple(
        Jump(one, next_one) for one, next_one in pairs if next_one[0] == one[0] + 1 and abs(measure_change((one, next_one))) >= JUMP
    )


def tell_from_last_jump(series: Series) -> tuple[Point, ...]:
    """The years over which a change may be told: all, or those after the last jump, if there are two of them at least.

    >>> tell_from_last_jump((("2022", 17.0), ("2023", 19.0), ("2024", 19.1)))
    ((2023, 19.0), (2024, 19.1))
    """
    jumps = find_jumps(series)
    start = jumps[-1].after[0] if jumps else 0
    told = tuple(point for point in list_known(series) if point[0] >= start)
    return told if len(told) > 1 else ()


def measure_change(points: Sequence[Point]) -> float:
    """From the first year to the last, in percentage points: 15.5 and 15.6 make 0.1.

    >>> measure_change(((2020, 15.5), (2022, 14.0), (2023, 15.6)))
    0.1
    """
    return round(points[-1][1] - points[0][1], PRECISION)


def is_steady(points: Sequence[Point]) -> bool:
    """Whether the last value is nearly the first.

    >>> is_steady(((2020, 15.5), (2023, 15.9))), is_steady(((2020, 15.5), (2023, 15.0)))
    (True, False)
    """
    return abs(measure_change(points)) < STEADY
