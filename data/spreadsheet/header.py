"""Read the header of a delivered sheet: which column is which indicator, and for which period."""

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from difflib import get_close_matches

from data.problem import FiguresError
from data.registry.indicator import Indicator
from data.registry.registry import Registry
from data.spreadsheet.cell import Cell
from data.spreadsheet.sheet import Grid, cell_at
from data.store.check import PERIOD_FORMATS

SHEET = "Tal"  # as the template names it
CODE_WORDS = {"kommunekode", "kommune_kode", "kode", "kommunenr", "kommunenr.", "kommunenummer"}
NAME_WORDS = {"kommune", "kommunenavn", "navn"}
UNIT_ROW, PERIOD_ROW, KEY_ROW = "enhed", "periode", "nøgle"
SEARCHED = 30  # rows in which the heading row is looked for
EARLIEST = 1990  # first year that a period may have
LATEST_AHEAD = 1  # years: a delivery may be for 1 January of next year, no more
Names = Mapping[str, tuple[str, ...]]  # by what a column may be called, the keys of the indicators that it may be


@dataclass(frozen=True)
class Column:
    """An indicator's column: its number from 0, the period of its values, its heading's place, and the problems of unit and period."""

    number: int
    indicator: Indicator
    period: str
    place: str
    problems: tuple[str, ...] = ()


@dataclass(frozen=True)
class SheetHeader:
    """The layout of a sheet.

    Attributes:
        code: number of the column of kommunekoder, or None.
        name: number of the column of names, or None; one of the two is there.
        columns: those of the indicators.
        first_row: number of the row below the header.
        left_out: a sentence for each column that is no indicator's.
    """

    code: int | None
    name: int | None
    columns: list[Column]
    first_row: int
    left_out: list[str]


def find_sheet(grids: list[Grid], registry: Registry, source: str) -> tuple[Grid, int]:
    """The sheet that has a column of kommuner and one of an indicator, and the number of its heading row.

    Raises:
        FiguresError: there is none, or more than one and none of them is called as in the template.
    """
    names = list_column_names(registry, source)
    found = [(grid, row) for grid in grids if (row := _find_heading(grid, names)) is not None]
    if len(found) > 1:
        found = [(grid, row) for grid, row in found if grid.name == SHEET] or found
    if not found:
        sheets = ", ".join(grid.name for grid in grids)
        expected = "a row of headings with 'Kommunekode' and at least one of the indicators' names"
        raise FiguresError([f"{sheets}: no sheet has {expected}; start from 'python -m data template'"])
    if len(found) > 1:
        raise FiguresError([f"the sheets {', '.join(grid.name for grid, _ in found)} all have figures; name the right one '{SHEET}'"])
    return found[0]


def _find_heading(grid: Grid, names: Names) -> int | None:
    for number, row in enumerate(grid.rows[:SEARCHED]):
        words = {tidy(cell.text) for cell in row}
        if words & (CODE_WORDS | NAME_WORDS) and any(find_keys(word, names) for word in words):
            return number
    return None


def tidy(text: str) -> str:
    """A text in small letters and with single spaces, as headings and sheet names are compared.

    >>> tidy(" Almene  Boliger ")
    'almene boliger'
    """
    return " ".join(text.lower().split())


def list_column_names(registry: Registry, source: str) -> Names:
    """What an indicator's column may be called: its label, short name or key. Two indicators may share a short name."""
    indicators = registry.delivered(source)
    shorts: dict[str, tuple[str, ...]] = {}
    for one in indicators:
        shorts[tidy(one.short)] = (*shorts.get(tidy(one.short), ()), one.key)
    return shorts | {tidy(one.label): (one.key,) for one in indicators} | {one.key: (one.key,) for one in indicators}


def find_keys(heading: str, names: Names) -> tuple[str, ...]:
    """The keys of the indicators that a tidy heading may mean; brackets, and a part after the last comma, may be its unit or year.

    >>> find_keys("beboere, 2026", {"beboere": ("beboere",)})
    ('beboere',)
    """
    bare = tidy(re.sub(r"\(.*?\)", "", heading))
    return names.get(heading) or names.get(bare) or names.get(bare.rpartition(",")[0]) or ()


def _suggest(heading: Cell, names: Names) -> str:
    """A hint where a heading may be a misspelt indicator."""
    close = get_close_matches(tidy(heading.text), names, n=1, cutoff=0.8)
    return f"; if it is {names[close[0]][0]}, write that" if close else ""


def read_header(grid: Grid, heading: int, registry: Registry, source: str, problems: list[str]) -> SheetHeader:
    """The layout of a sheet, whose columns may have any order.

    Args:
        grid: the sheet.
        heading: number of its heading row.
        registry: the registry.
        source: key of the source that delivers.
        problems: gets a sentence for each indicator with two columns, and each heading that contradicts the key below it.
    """
    row = grid.rows[heading]
    below = _read_below(grid, heading)
    names = list_column_names(registry, source)
    columns: list[Column] = []
    left_out: list[str] = []
    for number, cell in enumerate(row):
        key = _find_key(cell, cell_at(below.get(KEY_ROW, []), number), names, problems)
        if key:
            columns.append(_read_column(number, registry[key], cell, below))
        elif cell.text and tidy(cell.text) not in CODE_WORDS | NAME_WORDS and not find_keys(tidy(cell.text), names):
            left_out.append(f"{cell.place}: the column '{cell.quoted}' is none of the indicators, and is left out{_suggest(cell, names)}")
    words = [tidy(cell.text) for cell in row]
    problems += _find_doubles(columns)
    return SheetHeader(_find_first(words, CODE_WORDS), _find_first(words, NAME_WORDS), columns, heading + 1 + len(below), left_out)


def _find_doubles(columns: list[Column]) -> list[str]:
    counts = Counter(column.indicator.key for column in columns)
    places = {key: [column.place for column in columns if column.indicator.key == key] for key, count in counts.items() if count > 1}
    return [f"{where[0]}: {key} stands in columns {', '.join(where)}; keep one of them" for key, where in places.items()]


def _find_first(words: list[str], wanted: set[str]) -> int | None:
    return next((number for number, word in enumerate(words) if word in wanted), None)


def _read_below(grid: Grid, heading: int) -> dict[str, list[Cell]]:
    """The rows of units, periods and keys, which follow the headings in any order; each has its label in one of the columns."""
    found: dict[str, list[Cell]] = {}
    for row in grid.rows[heading + 1 : heading + 4]:
        word = next((tidy(cell.text) for cell in row if tidy(cell.text) in (UNIT_ROW, PERIOD_ROW, KEY_ROW)), "")
        if not word:
            break
        found[word] = row
    return found


def _find_key(cell: Cell, below: Cell | None, names: Names, problems: list[str]) -> str:
    """The key of a column's indicator: that in the key row, else that of the heading; they must not contradict each other."""
    by_heading, by_key = find_keys(tidy(cell.text), names), find_keys(tidy(below.text), names) if below else ()
    if len(by_key) == 1:
        if by_heading and by_key[0] not in by_heading:
            problems.append(
                f"{cell.place}: the heading '{cell.quoted}' is {by_heading[0]}, but the key below it is {by_key[0]}; correct one of them"
            )
        return by_key[0]
    if len(by_heading) > 1:
        problems.append(f"{cell.place}: the heading '{cell.quoted}' may be {' or '.join(by_heading)}; write the one that it is")
        return ""
    return by_heading[0] if by_heading else ""


def _read_column(number: int, indicator: Indicator, cell: Cell, below: Mapping[str, list[Cell]]) -> Column:
    stated = cell_at(below.get(PERIOD_ROW, []), number)
    period = stated.text.replace("–", "-").replace(" ", "") if stated else ""
    where = stated.place if stated else f"{cell.place} ({indicator.key})"
    found = [
        *_check_unit(cell_at(below.get(UNIT_ROW, []), number), indicator),
        *(f"{where}: {problem}" for problem in [_check_period(stated, period, indicator)] if problem),
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
    first, *_, last = [*period.split("-"), *period.split("-")]
    if first > last:
        return f"the period {period} ends before it begins; write one like {sample}"
    return _check_years(int(first[:4]), int(last[:4]), period, indicator)


def _check_years(first: int, last: int, period: str, indicator: Indicator) -> str:
    subject = f"the period {period} of {indicator.key} lies"
    if last > date.today().year + LATEST_AHEAD:
        return f"{subject} in the future; correct the row 'Periode'"
    return f"{subject} before {EARLIEST}; correct the row 'Periode'" if first < EARLIEST else ""
