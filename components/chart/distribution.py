"""How an indicator is spread over the kommuner: the values that a swarm or a strip draws, and their scale."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from data.place import COUNTRY, PlaceKind
from data.profile.figures import Figures
from data.profile.profile import Entry
from data.registry.indicator import Indicator

FEWEST = 20  # kommuner: fewer are no distribution
MARKS = 4  # on the scale, at most


@dataclass(frozen=True)
class Distribution:
    """The values of an indicator, and what is marked among them.

    Attributes:
        indicator: what is spread.
        values: by kommunekode, lowest first.
        place: the marked kommune; empty for none.
        national: the country's value; None where it has none.
    """

    indicator: Indicator
    values: dict[str, float]
    place: str
    national: float | None

    @property
    def lowest(self) -> str:
        """The kommune with the lowest value."""
        return next(iter(self.values))

    @property
    def highest(self) -> str:
        """The kommune with the highest value."""
        return next(reversed(self.values))

    @property
    def middle_half(self) -> tuple[float, float]:
        """The values between which half of the kommuner lie: the first and the third quartile, each a value that a kommune has."""
        ordered = list(self.values.values())
        return ordered[len(ordered) // 4], ordered[-1 - len(ordered) // 4]

    @cached_property
    def scale(self) -> Sequence[float]:
        """Round numbers from below the lowest value to above the highest, evenly apart.

        From 3.4 to 54.5 they are 0, 20, 40 and 60.
        """
        low, high = self.values[self.lowest], self.values[self.highest]
        step = _round_up((high - low) / (MARKS - 1) or abs(high) or 1)
        first, last = math.floor(low / step), math.ceil(high / step)
        return [number * step for number in range(first, last + 1)]

    def locate(self, value: float) -> float:
        """Where a value lies on the scale, from 0 to 1."""
        return (value - self.scale[0]) / (self.scale[-1] - self.scale[0])


def _round_up(step: float) -> float:
    """The next larger step that is 1, 2, 2.5 or 5 times a power of ten.

    >>> _round_up(17.0), _round_up(0.3), _round_up(251)
    (20.0, 0.5, 500.0)
    """
    power = 10.0 ** math.floor(math.log10(step))
    return next(factor * power for factor in (1, 2, 2.5, 5, 10) if factor * power >= step * (1 - 1e-9))


def find_distribution(entry: Entry, code: str, figures: Figures) -> Distribution | None:
    """The distribution that a place's figure is seen in; None where kommuner are not compared on it, or too few have it.

    A real figure is never shown among made-up ones, nor ranked among them.

    Args:
        entry: the figure.
        code: of the place: a kommune, which is marked, or a region or the country.
        figures: the edition.
    """
    indicator = entry.indicator
    if entry.reading.value is None or (entry.rank is None and figures.places[code].kind is PlaceKind.KOMMUNE):
        return None
    if indicator not in figures.registry.ranked() or entry.is_provisional:
        return None
    values = figures.list_values(indicator, with_examples=entry.reading.is_example)
    if len(values) < FEWEST:
        return None
    national = entry.reading if code == COUNTRY else entry.national
    ordered = dict(sorted(values.items(), key=lambda pair: (pair[1], pair[0])))
    return Distribution(indicator, ordered, code if code in values else "", national.value if national else None)
