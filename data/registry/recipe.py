"""How a figure is made where it is not simply read, and what it is compared with: parts of an entry of the registry."""

from dataclasses import dataclass

from data.registry.kind import Dwelling, ExampleBase, Measure


@dataclass(frozen=True)
class Example:
    """How example figures are made: ``base`` times a random factor between ``low`` and ``high``; see data/profile/example.py.

    ``part`` is set where the indicator is a part of its group's whole: its share of it, before the factor.
    """

    base: ExampleBase
    low: float
    high: float
    part: float | None = None


@dataclass(frozen=True)
class Ratio:
    """A figure computed from two counts: ``of`` divided by ``per``, both keys of indicators, times ``times``.

    306 completed dwellings and 47,822 inhabitants, times 1000, are 6.4 dwellings per 1,000 inhabitants (data/profile/computed/ratio.py).
    """

    of: str
    per: str
    times: float


@dataclass(frozen=True)
class Block:
    """Where Landsbyggefonden's workbook has a figure: the kind of dwelling (a part of its block's heading) and the column's measure."""

    dwelling: Dwelling
    measure: Measure


@dataclass(frozen=True)
class Agreement:
    """Another indicator that should say the same, and how far it may differ, as a part of its value.

    Where ``within`` is 0 the two are the same count taken apart in two ways: a fetch refuses a table in which they differ. Where it is
    more the definitions differ, and an import warns of what they don't explain.
    """

    key: str
    within: float
