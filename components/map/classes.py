"""The map's classes: limits at natural breaks or quantiles, rounded so that a reader can keep them in mind."""

from bisect import bisect_right
from dataclasses import dataclass

import ckmeans
import numpy as np

from components.theme import RAMP
from components.wording.formats import format_figure, round_half_up
from data.registry.indicator import Indicator, Scale

CLASSES = len(RAMP)  # at most; fewer where there are fewer distinct values
MISSING_CLASS = -1


@dataclass(frozen=True)
class Classes:
    """Up to five classes of an indicator's values.

    Attributes:
        indicator: what is classed.
        limits: the lowest values of the second and later classes, rising, in the indicator's unit.
    """

    indicator: Indicator
    limits: tuple[float, ...]

    def class_of(self, value: float | None) -> int:
        """The number of a value's class, 0 for the lowest; MISSING_CLASS where there is no value.

        Values are classed as they are printed: 13,36 is printed 13,4 and lies in the class from 13,4. So hover card and legend never
        contradict each other.

        >>> from data.registry.registry import Registry
        >>> classes = Classes(Registry.load().main, (13.4, 21.0))
        >>> classes.class_of(13.3), classes.class_of(13.36), classes.class_of(None)
        (0, 1, -1)
        """
        if value is None:
            return MISSING_CLASS
        return bisect_right(self.limits, round_half_up(value, self.indicator.decimals))

    def labels(self) -> list[str]:
        """The legend's words for each class; a class ends one printed step below the next one's limit. A class of zeros is "0,0".

        >>> from data.registry.registry import Registry
        >>> Classes(Registry.load().main, (13.4, 21.0)).labels()
        ['under 13,4', '13,4-20,9', '21,0 og derover']
        >>> Classes(Registry.load().main, (0.1, 21.0)).labels()
        ['0,0', '0,1-20,9', '21,0 og derover']
        """
        step = 10**-self.indicator.decimals
        starts = [format_figure(limit, self.indicator) for limit in self.limits]
        ends = [format_figure(limit - step, self.indicator) for limit in self.limits]
        if not starts:
            return ["alle"]
        middle = [start if start == end else f"{start}-{end}" for start, end in zip(starts, ends[1:], strict=False)]
        is_zero = round_half_up(self.limits[0], self.indicator.decimals) == step  # figures are never negative: nothing else is below
        return [ends[0] if is_zero else f"under {starts[0]}", *middle, f"{starts[-1]} og derover"]


def make_classes(indicator: Indicator, values: list[float]) -> Classes:
    """Classes for these values, by the method that the indicator's entry in the registry names.

    Natural breaks are optimal one-dimensional clusters (Fisher 1958; Wang and Song 2011); the limits are the roundest
    numbers between two clusters (``ckmeans.breaks``). Quantiles put equally many kommuner in each class, and are rounded
    to two significant digits.

    >>> from data.registry.registry import Registry
    >>> make_classes(Registry.load().main, [1, 2, 11, 12, 21, 22, 31, 32, 41, 42]).limits
    (10.0, 20.0, 30.0, 40.0)
    """
    printed = np.array([round_half_up(value, indicator.decimals) for value in values])
    distinct = len(np.unique(printed))
    if distinct < 2:
        return Classes(indicator, ())
    count = min(CLASSES, distinct)
    limits = ckmeans.breaks(printed, count) if indicator.scale is Scale.NATURAL else _quantiles(printed, count)
    # A limit between two printed numbers is the upper one; the inner rounding keeps 13.400000000000002 from becoming 13.5.
    step = 10.0**-indicator.decimals
    on_grid = {round(np.ceil(round(limit / step, 6)) * step, indicator.decimals) for limit in limits}
    return Classes(indicator, tuple(sorted(float(limit) for limit in on_grid if printed.min() < limit <= printed.max())))


def _quantiles(values: np.ndarray, count: int) -> list[float]:
    return [_round_to_two_digits(limit) for limit in np.quantile(values, np.arange(1, count) / count)]


def _round_to_two_digits(value: float) -> float:
    return float(f"{value:.2g}")
