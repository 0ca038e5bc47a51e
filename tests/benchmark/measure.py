"""What is measured, of whom, and the medians of it."""

import math
import statistics
from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Measure:
    """Something that is measured.

    Attributes:
        name: as the tables have it.
        unit: "ms", "kB", "MB", "s", "a second", or nothing.
        decimals: that are told.
    """

    name: str
    unit: str = ""
    decimals: int = 0

    def write(self, value: float) -> str:
        """A value with its unit.

        >>> Measure("bytes", "kB", 1).write(1234.56)
        '1,234.6 kB'
        """
        return f"{value:,.{self.decimals}f} {self.unit}".strip()


Medians = Mapping[str, Mapping[Measure, float]]  # by whom


@dataclass
class Samples:
    """What was found, by whom and what, in the order in which it came."""

    found: dict[str, dict[Measure, list[float]]] = field(default_factory=dict)

    def add(self, subject: str, values: Mapping[Measure, float]) -> None:
        """Note what one look at a subject gave."""
        for measure, value in values.items():
            self.found.setdefault(subject, {}).setdefault(measure, []).append(value)

    def medians(self) -> Medians:
        """The median of each.

        >>> samples = Samples()
        >>> for value in (3.0, 9.0, 4.0):
        ...     samples.add("frame", {Measure("click", "ms"): value})
        >>> samples.medians()["frame"][Measure("click", "ms")]
        4.0
        """
        return {subject: {measure: statistics.median(values) for measure, values in each.items()} for subject, each in self.found.items()}


def ratio(medians: Medians, measure: Measure, subject: str, other: str) -> float | None:
    """How many times the other's a subject's figure is; infinite where the other's is 0, None where one of the two was not measured.

    >>> click = Measure("click", "ms")
    >>> ratio({"frame": {click: 30.0}, "Leaflet": {click: 120.0}}, click, "frame", "Leaflet")
    0.25
    """
    own, theirs = medians.get(subject, {}).get(measure), medians.get(other, {}).get(measure)
    if own is None or theirs is None:
        return None
    return own / theirs if theirs else math.inf
