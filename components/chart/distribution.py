"""How an indicator is spread over the kommuner: the values that a swarm or a strip draws, and their scale."""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from components.wording.picture import describe_distribution, describe_swarm
from data.place import COUNTRY, Place, PlaceKind
from data.profile.figures import Figures
from data.profile.profile import Entry
from data.registry.indicator import Indicator
from data.sentence import capitalise

FEWEST = 20  # kommuner: fewer are no distribution
MARKS = 4  # on the scale, at most


@dataclass(frozen=True)
class Distribution:
    """The values of an indicator, and what is marked among them.

    Attributes:
        indicator: what is spread.
        values: by kommunekode, lowest first.
        place: code of the marked place; empty for none.
        own: the marked place's value; None for none. A region's lies among the kommuner's and is none of them.
        national: the country's value; None where it has none.
        with_examples: whether made-up values are among them.
    """

    indicator: Indicator
    values: Mapping[str, float]
    place: str = ""
    own: float | None = None
    national: float | None = None
    with_examples: bool = False

    @property
    def name(self) -> str:
        """The indicator's key, by which a page's drawings point at the dots and lines that it has once for all places."""
        return self.indicator.key + "-eksempel" * self.with_examples

    @property
    def lowest(self) -> str:
        """The kommune with the lowest value."""
        return next(iter(self.values))

    @property
    def highest(self) -> str:
        """The kommune with the highest value."""
        return [*self.values][-1]

    @property
    def middle_half(self) -> tuple[float, float]:
        """The values between which half of the kommuner lie: the first and the third quartile, each a value that a kommune has."""
        ordered = list(self.values.values())
        return ordered[len(ordered) // 4], ordered[-1 - len(ordered) // 4]

    def list_marked(self, places: Mapping[str, Place]) -> list[tuple[str, float]]:
        """Name and value of the marked place, and of the country."""
        own = [] if self.own is None else [(places[self.place].name, self.own)]
        return [*own, *([] if self.national is None else [(capitalise(places[COUNTRY].full_name), self.national)])]

    def describe_spread(self, places: Mapping[str, Place]) -> str:
        """From where to where the kommuner go, as ``describe_distribution``."""
        return describe_distribution(self.indicator, self.values, self.middle_half, places)

    def describe(self, places: Mapping[str, Place]) -> str:
        """A drawing of it in words, as ``describe_swarm``."""
        return describe_swarm(self.list_marked(places), self.describe_spread(places), self.indicator)

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

    def locate_in_range(self, value: float) -> float:
        """Where a value lies between the lowest (0) and the highest (1); a half where all are the same."""
        low, high = self.values[self.lowest], self.values[self.highest]
        return min(1.0, max(0.0, (value - low) / (high - low))) if high > low else 0.5


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
        code: of the place: a kommune or a region, which is marked, or the country.
        figures: the edition.
    """
    value = entry.reading.value
    if value is None or (entry.rank is None and figures.places[code].kind is PlaceKind.KOMMUNE) or entry.is_provisional:
        return None
    spread = spread_indicator(entry.indicator, figures, with_examples=entry.reading.is_example)
    if spread is None:
        return None
    national = entry.reading if code == COUNTRY else entry.national
    is_country = code == COUNTRY
    return replace(
        spread, place="" if is_country else code, own=None if is_country else value, national=national.value if national else None
    )


def spread_indicator(indicator: Indicator, figures: Figures, *, with_examples: bool) -> Distribution | None:
    """An indicator's values without any place marked; None where kommuner are not compared on it, or too few have it."""
    if not indicator.is_ranked:
        return None
    values = figures.list_values(indicator, with_examples=with_examples)
    return Distribution(indicator, values, with_examples=with_examples) if len(values) >= FEWEST else None
