"""Join the periods of a StatBank table, such as quarters, to those of an indicator, such as years."""

import re
from collections.abc import Collection, Iterator
from datetime import date

from data.period import lies_ahead
from data.problem import shorten
from data.registry.statbank_query import QUARTERS, Join

YEARS = {Join.FIVE_YEARS: 5, Join.TEN_YEARS: 10}
YEAR_LENGTH = 4
WRITTEN = re.compile(r"[0-9]{4}(K[1-4])?")
Series = dict[str, float | None]  # values by period


def check_periods(periods: Collection[str], today: date) -> Iterator[str]:
    """Sentences for periods that are none, are of two kinds, or lie in the future.

    >>> list(check_periods(["2026K1", "2026K5"], date(2026, 11, 24)))
    ["TID has '2026K5', where a year such as 2026 or a quarter such as 2026K3 was expected"]
    >>> list(check_periods(["2099"], date(2026, 11, 24)))
    ['the period 2099 lies in the future']
    """
    known = sorted(periods)
    wrong = [period for period in known if not WRITTEN.fullmatch(period)]
    yield from (f"TID has '{shorten(one)}', where a year such as 2026 or a quarter such as 2026K3 was expected" for one in wrong[:1])
    if not wrong and len({len(period) for period in known}) > 1:
        yield f"TID has years and quarters, {known[0]} and {known[1]}, which would be added up together"
    if not wrong:
        yield from (f"the period {one} lies in the future" for one in known if lies_ahead(int(one[:YEAR_LENGTH]), today))


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
    >>> join_periods({str(year): 1 for year in range(2019, 2026)}, Join.FIVE_YEARS)
    {'2021-2025': 5}
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
            return {year: _sum([series[one] for one in parts]) for year, parts in find_whole_years(series).items()}
        case Join.FIVE_YEARS | Join.TEN_YEARS:
            return _join_years(series, YEARS[join])


def find_whole_years(periods: Collection[str]) -> dict[str, list[str]]:
    """The periods of each year that has all of them: itself, or its four quarters.

    >>> find_whole_years(["2025K1", "2025K2", "2025K3", "2025K4", "2026K1"])
    {'2025': ['2025K1', '2025K2', '2025K3', '2025K4']}
    """
    years: dict[str, list[str]] = {}
    for period in sorted(periods):
        years.setdefault(period[:YEAR_LENGTH], []).append(period)
    return {year: parts for year, parts in years.items() if parts == [year] or len(parts) == QUARTERS}


def choose_periods(periods: Collection[str], join: Join, since: str) -> list[str]:
    """The periods of a table to ask for: from a year on; and all of those that are joined to one, also where the first are older.

    >>> choose_periods(["2024", "2025", "2026"], Join.EACH, "2025")
    ['2025', '2026']
    >>> choose_periods(["2025K2", "2025K3", "2025K4", "2026K1", "2026K2"], Join.FOUR, "2026")
    ['2025K3', '2025K4', '2026K1', '2026K2']
    """
    known = sorted(periods)
    chosen = [period for period in known if period[:YEAR_LENGTH] >= since]
    match join:
        case Join.EACH | Join.YEAR:
            return chosen
        case Join.NEWEST:
            return chosen[-1:]
        case Join.FOUR:
            return known[-QUARTERS:] if chosen else []
        case Join.FIVE_YEARS | Join.TEN_YEARS:
            years = list(find_whole_years(known).values())[-YEARS[join] :]
            return [period for year in years for period in year] if chosen else []


def _join_years(series: Series, count: int) -> Series:
    """The newest whole years together, if there are as many and none is missing between them."""
    years = find_whole_years(series)
    newest = list(years)[-count:]
    if len(newest) < count or int(newest[-1]) - int(newest[0]) != count - 1:
        return {}
    return {f"{newest[0]}-{newest[-1]}": _sum([series[period] for year in newest for period in years[year]])}


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
