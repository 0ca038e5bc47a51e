"""The map's classes: limits at natural breaks or quantiles, in numbers that a reader can keep in mind."""

from bisect import bisect_right
from dataclasses import dataclass

import ckmeans
import numpy as np

from components.theme import RAMP
from components.wording.formats import format_figure, round_half_up
from data.registry.indicator import Indicator, Scale

CLASSES = len(RAMP)
MISSING_CLASS = -1


@dataclass(frozen=True)
class Classes:
    """Up to five classes: ``limits`` are the lowest values of the second and later ones, in the indicator's unit."""

    indicator: Indicator
    limits: tuple[float, ...]

    def of(self, value: float | None) -> int:
        """The class of a value, 0 for the lowest; MISSING_CLASS where there is none.

        Values are classed as they are printed, so that hover and legend never contradict one another.
        """
        if value is None:
            return MISSING_CLASS
        return bisect_right(self.limits, round_half_up(value, self.indicator.decimals))

    def labels(self) -> list[str]:
        """What the legend says of each class: "under 13,4", "13,4-20,9", "43,0 og derover"."""
        step = 10**-self.indicator.decimals
        starts = [format_figure(limit, self.indicator) for limit in self.limits]
        ends = [format_figure(limit - step, self.indicator) for limit in self.limits]
        if not starts:
            return ["alle"]
        middle = [start if start == end else f"{start}-{end}" for start, end in zip(starts, ends[1:], strict=False)]
        return [f"under {starts[0]}", *middle, f"{starts[-1]} og derover"]


def make_classes(indicator: Indicator, values: list[float]) -> Classes:
    """Classes for these values.

    Natural breaks are optimal one-dimensional clusters (Fisher 1958; Wang and Song 2011); the limits are the roundest
    numbers between two clusters (``ckmeans.breaks``). Quantiles put equally many kommuner in each class, and are rounded
    to two figures.
    """
    printed = np.array([round_half_up(value, indicator.decimals) for value in values])
    distinct = len(np.unique(printed))
    if distinct < 2:
        return Classes(indicator, ())
    count = min(CLASSES, distinct)
    limits = ckmeans.breaks(printed, count) if indicator.scale is Scale.NATURAL else _quantiles(printed, count)
    step = 10.0**-indicator.decimals
    on_grid = {round(np.ceil(round(limit / step, 6)) * step, indicator.decimals) for limit in limits}
    return Classes(indicator, tuple(sorted(float(limit) for limit in on_grid if printed.min() < limit <= printed.max())))


def _quantiles(values: np.ndarray, count: int) -> list[float]:
    return [_two_figures(limit) for limit in np.quantile(values, np.arange(1, count) / count)]


def _two_figures(value: float) -> float:
    return float(f"{value:.2g}")
