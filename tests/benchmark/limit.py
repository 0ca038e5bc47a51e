"""What must hold of what was measured."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tests.benchmark.measure import Measure, Medians, ratio


@dataclass(frozen=True)
class Limit:
    """A bound of a figure, or of its ratio to another's.

    Attributes:
        subject: whose.
        measure: what.
        bound: in the measure's unit; of a ratio as a factor.
        of: whose figure it is a ratio to; empty for the figure itself.
        is_least: whether it may be no less instead of no more.
        may_lack: whether the other may be missing: what can't be started on every machine.
    """

    subject: str
    measure: Measure
    bound: float
    of: str = ""
    is_least: bool = False
    may_lack: bool = False

    def find(self, medians: Medians) -> float | None:
        """What is bound: the figure or the ratio; None where it was not measured."""
        if self.of:
            return ratio(medians, self.measure, self.subject, self.of)
        return medians.get(self.subject, {}).get(self.measure)

    def holds(self, medians: Medians) -> bool:
        """Whether it is kept. What was not measured is missed, unless it may lack.

        >>> blocked = Measure("total blocking time", "ms")
        >>> Limit("frame", blocked, 100).holds({"frame": {blocked: 99.0}}), Limit("frame", blocked, 100).holds({})
        (True, False)
        """
        found = self.find(medians)
        if found is None:
            return self.may_lack
        return found >= self.bound if self.is_least else found <= self.bound

    def describe(self) -> str:
        """The bound in words.

        >>> Limit("frame", Measure("click to panel", "ms"), 1 / 3, of="Leaflet").describe()
        'at most 0.333 of Leaflet'
        """
        bound = f"{self.bound:.3g} of {self.of}" if self.of else self.measure.write(self.bound)
        return f"at {'least' if self.is_least else 'most'} {bound}"

    def tell(self, medians: Medians) -> str:
        """What was found beside the bound, as a line.

        >>> blocked = Measure("total blocking time", "ms")
        >>> Limit("frame", blocked, 100).tell({"frame": {blocked: 140.0}})
        'frame, total blocking time: 140 ms, at most 100 ms'
        """
        return f"{self.subject}, {self.measure.name}: {self.write_found(medians)}, {self.describe()}"

    def write_found(self, medians: Medians) -> str:
        """What was found, of a ratio the factor; or that it was not measured."""
        found = self.find(medians)
        if found is None:
            return "not measured"
        return f"{found:,.3g}" if self.of else self.measure.write(found)


def list_missed(limits: Sequence[Limit], medians: Medians) -> Iterator[str]:
    """A line for every limit that is missed."""
    return (limit.tell(medians) for limit in limits if not limit.holds(medians))
