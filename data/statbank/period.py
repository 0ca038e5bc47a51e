"""Join the periods of a StatBank table, such as quarters, to those of an indicator, such as years."""

from collections.abc import Collection

from data.registry.statbank_query import QUARTERS, Join

Series = dict[str, float | None]  # values by period


def join_periods(series: Series, join: Join) -> Series:
    """The values of the table's periods, joined to the indicator's periods.

    >>> quarters = {"2025K1": 1, "2025K2": 2, "2025K3": 3, "2025K4": 4, "2026K1": 5}
    >>> join_periods(quarters, Join.YEAR)
    {'2025': 10}
    >>> join_periods(quarters, Join.FOUR)
    {'2025K2-2026K1': 14}
    >>> join_periods(quarters, Join.NEWEST)
    {'2026K1': 5}
    >>> join_periods(quarters | {"2025K3": None}, Join.YEAR)
    {'2025': None}
    """
    match join:
        case Join.EACH:
            return series
        case Join.NEWEST:
            return dict(list(series.items())[-1:])
        case Join.FOUR:
            newest = list(series)[-QUARTERS:]
            return {f"{newest[0]}-{newest[-1]}": _sum([series[one] for one in newest])} if _are_a_year(newest) else {}
        case Join.YEAR:
            years = sorted({period[:4] for period in series})
            parts = {year: [value for period, value in series.items() if period.startswith(year)] for year in years}
            return {year: _sum(values) for year, values in parts.items() if len(values) == QUARTERS}


def list_periods(periods: Collection[str], join: Join) -> list[str]:
    """The indicator's periods that a table's periods are joined to.

    >>> list_periods(["2025K1", "2025K2", "2025K3", "2025K4", "2026K1"], Join.YEAR)
    ['2025']
    """
    return list(join_periods(dict.fromkeys(sorted(periods), 0.0), join))


def _are_a_year(quarters: list[str]) -> bool:
    """Whether they are four consecutive quarters."""
    numbers = [QUARTERS * int(year) + int(quarter) for year, _, quarter in (one.partition("K") for one in quarters)]
    return numbers == list(range(numbers[0], numbers[0] + QUARTERS))


def _sum(values: list[float | None]) -> float | None:
    known = [value for value in values if value is not None]
    return sum(known) if len(known) == len(values) else None
