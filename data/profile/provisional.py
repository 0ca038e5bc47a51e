"""Figures that the source itself calls too uncertain yet: the newest quarters of dwellings started."""

from collections.abc import Iterable

from data.period import last_quarter
from data.registry.indicator import Indicator
from data.registry.kind import PeriodKind

BY_QUARTER = {PeriodKind.YEAR, PeriodKind.RANGE, PeriodKind.QUARTERS}


def find_newest_quarter(periods: Iterable[tuple[PeriodKind, str]]) -> int:
    """The number of the newest quarter that a source has figures for; 0 where it has none.

    >>> find_newest_quarter([(PeriodKind.YEAR, "2025"), (PeriodKind.QUARTERS, "2025K3-2026K2")]) == last_quarter("2026K2")
    True
    """
    return max((last_quarter(period) for kind, period in periods if kind in BY_QUARTER), default=0)


def is_provisional(indicator: Indicator, period: str, newest: int) -> bool:
    """Whether a period has one of the newest quarters that the indicator's ``provisional_quarters`` counts.

    With quarters up to 2026K2 and six of them provisional, starts of 2025 are, since 2025K1 is one of the six; those of 2024 are not.
    """
    return bool(period) and bool(indicator.provisional_quarters) and last_quarter(period) > newest - indicator.provisional_quarters
