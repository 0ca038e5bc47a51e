"""The map's classes: limits are round numbers near the quintiles, which a reader can keep in mind."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from components.map.round_limits import round_limits
from components.theme import RAMP
from components.wording.formats import round_half_up
from components.wording.picture import name_classes
from data.registry.indicator import Indicator

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
        """The legend's words for each class, as ``name_classes``."""
        return name_classes(self.limits, self.indicator)


def make_classes(indicator: Indicator, values: Sequence[float]) -> Classes:
    """Classes for these values: by the limits that the registry fixes, so that editions can be compared; by rule where it fixes none.

    A fixed limit that no value reaches, or that all do, is left out: a class without a kommune would be a colour that is nowhere.

    >>> from data.registry.registry import Registry
    >>> make_classes(Registry.load().main, [3.4, 9.9, 12.0, 19.96, 20.0, 54.5]).limits
    (10.0, 15.0, 20.0, 30.0)
    """
    limits = indicator.limits or round_limits(values, indicator.decimals)
    printed = [round_half_up(value, indicator.decimals) for value in values]
    return Classes(indicator, tuple(float(limit) for limit in limits if printed and min(printed) < limit <= max(printed)))
