"""An indicator's column of a delivered sheet, and the checks of the unit and the period that are written above its figures."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from data.period import lies_ahead
from data.registry.indicator import Indicator
from data.spreadsheet.cell import Cell
from data.spreadsheet.heading import find_measures, find_years, tidy
from data.spreadsheet.sheet import cell_at
from data.store.check import PERIOD_FORMATS

UNIT_ROW, PERIOD_ROW, KEY_ROW = "enhed", "periode", "nøgle"  # labels of the rows below the headings
EARLIEST = 1990  # first year that a period may have


@dataclass(frozen=True)
class Column:
    """An indicator's column: its number from 0, the period of its values, its heading's place, and the problems of unit and period."""

    number: int
    indicator: Indicator
    period: str
    place: str
    problems: tuple[str, ...] = ()


def read_column(number: int, indicator: Indicator, cell: Cell, below: Mapping[str, list[Cell]]) -> Column:
    """The column of an indicator.

    Args:
        number: of the column, from 0.
        indicator: the indicator.
        cell: its heading.
        below: the rows below the headings, by their labels.
    """
    stated = cell_at(below.get(PERIOD_ROW, []), number)
    period = stated.text.replace("–", "-").replace(" ", "") if stated else ""
    where = stated.place if stated else f"{cell.place} ({indicator.key})"
    found = [
        *_check_unit(cell_at(below.get(UNIT_ROW, []), number), indicator),
        *(f"{where}: {problem}" for problem in [_check_period(stated, period, indicator)] if problem),
        *_check_heading(cell, period, indicator),
    ]
    return Column(number, indicator, period, cell.place, tuple(found))


def _check_unit(stated: Cell | None, indicator: Indicator) -> list[str]:
    """A problem if the column's unit is another than the indicator's."""
    if not stated or stated.is_empty or tidy(stated.text) == indicator.unit:
        return []
    return [f"{stated.place}: the unit '{stated.quoted}' is not that of {indicator.key}; give the figures in {indicator.unit}"]


def _check_period(stated: Cell | None, period: str, indicator: Indicator) -> str:
    """What is wrong with a period, or an empty text."""
    pattern, sample = PERIOD_FORMATS[indicator.period]
    if stated is None:
        return f"no period is given: expected a row 'Periode' below the headings; write one like {sample}"
    if stated.merged:
        return f"the cells {stated.merged} are merged; unmerge them and write a period in each"
    if not re.fullmatch(pattern, period):
        problem = f"'{stated.quoted}' is no period" if stated.text else "no period is given"
        return f"{problem}; write one like {sample}"
    ends = period.split("-")  # one, or the first and the last
    first, last = ends[0], ends[-1]
    if first > last:
        return f"the period {period} ends before it begins; write one like {sample}"
    return _check_years(int(first[:4]), int(last[:4]), period, indicator)


def _check_heading(heading: Cell, period: str, indicator: Indicator) -> list[str]:
    """Problems if the heading names other years than the period, or another unit; what the indicator's own label has is neither."""
    subject = f"{heading.place}: the heading '{heading.quoted}'"
    own = find_measures(f"{indicator.label}, {indicator.short}")
    others = [word for word, units in find_measures(heading.text).items() if indicator.unit not in units and word not in own]
    problems = [
        f"{subject} says '{word}', but {indicator.key} is in {indicator.unit}; correct the heading or the figures" for word in others
    ]
    years = find_years(heading.text) - find_years(f"{indicator.label} {indicator.short}")
    stated = find_years(period)
    if years and stated and years != stated:
        problems.append(f"{subject} is of {'-'.join(sorted(years))}, but the period is {period}; correct one of them")
    return problems


def _check_years(first: int, last: int, period: str, indicator: Indicator) -> str:
    subject = f"the period {period} of {indicator.key} lies"
    if lies_ahead(last, date.today()):
        return f"{subject} in the future; correct the row 'Periode'"
    return f"{subject} before {EARLIEST}; correct the row 'Periode'" if first < EARLIEST else ""
