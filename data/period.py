"""Periods as the tables write them: the days that they stand for, and days in Danish."""

from datetime import date

from data.registry.kind import PeriodKind

MONTHS = (
    "januar", "februar", "marts", "april", "maj", "juni",
    "juli", "august", "september", "oktober", "november", "december",
)  # fmt: skip
QUARTERS = 4  # in a year
MONTHS_A_QUARTER = 3
LATEST_AHEAD = 1  # years: figures may be for 1 January of next year, no more


def lies_ahead(year: int, today: date) -> bool:
    """Whether nothing can have been counted in a year yet.

    >>> lies_ahead(2027, date(2026, 11, 24)), lies_ahead(2028, date(2026, 11, 24))
    (False, True)
    """
    return year > today.year + LATEST_AHEAD


def describe_day(day: date) -> str:
    r"""A day in Danish.

    >>> describe_day(date(2026, 7, 1))
    '1.\xa0juli 2026'
    """
    return f"{day.day}.\u00a0{MONTHS[day.month - 1]} {day.year}"


def find_middle(kind: PeriodKind, period: str) -> date:
    """The day that a figure of a period is compared with others on: the day that it counts on, or the middle of the time that it counts.

    >>> find_middle(PeriodKind.YEAR, "2025"), find_middle(PeriodKind.QUARTER_START, "2026K3")
    (datetime.date(2025, 7, 1), datetime.date(2026, 7, 1))
    """
    match kind:
        case PeriodKind.PRIMO:
            return date(int(period), 1, 1)
        case PeriodKind.YEAR:
            return date(int(period), 7, 1)
        case PeriodKind.QUARTER_START:
            return _start_of(count_quarters(period))
        case PeriodKind.RANGE | PeriodKind.QUARTERS:
            first, last = first_quarter(period), last_quarter(period)
            return _start_of((first + last + 1) // 2)


def count_quarters(quarter: str) -> int:
    """A quarter as a number, so that they can be subtracted.

    >>> count_quarters("2026K2") - count_quarters("2025K1")
    5
    """
    year, _, number = quarter.partition("K")
    return QUARTERS * int(year) + int(number) - 1


def first_quarter(period: str) -> int:
    """The number of the first quarter of a period of years or quarters."""
    first = period.partition("-")[0]
    return count_quarters(first if "K" in first else f"{first}K1")


def last_quarter(period: str) -> int:
    """The number of the last quarter of a period of years or quarters.

    >>> last_quarter("2025") == last_quarter("2025K1-2025K4") == last_quarter("2021-2025")
    True
    """
    last = period.rpartition("-")[2]
    return count_quarters(last if "K" in last else f"{last}K4")


def _start_of(quarters: int) -> date:
    year, number = divmod(quarters, QUARTERS)
    return date(year, number * MONTHS_A_QUARTER + 1, 1)
