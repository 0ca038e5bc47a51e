"""The head of a delivered sheet: which column is which indicator, and for which period."""

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from data.cell import Cell
from data.problem import FiguresError
from data.registry import Indicator, Registry
from data.sheet import Grid
from data.table import PERIOD_FORMS

SHEET = "Tal"  # as the template names it
CODE_WORDS = {"kommunekode", "kommune_kode", "kode", "kommunenr", "kommunenr.", "kommunenummer"}
NAME_WORDS = {"kommune", "kommunenavn", "navn"}
UNIT_ROW, PERIOD_ROW, KEY_ROW = "enhed", "periode", "nøgle"
DEEPEST = 30  # the head stands within this many rows


@dataclass(frozen=True)
class Column:
    """An indicator's column: its number from 0, and the period of its values."""

    number: int
    indicator: Indicator
    period: str
    place: str


@dataclass(frozen=True)
class Head:
    """Where to find what. ``name`` or ``code`` may be None, not both; ``left_out`` are headings that are no indicator's."""

    code: int | None
    name: int | None
    columns: list[Column]
    first_row: int
    left_out: list[str]


def find_sheet(grids: list[Grid], registry: Registry, source: str) -> tuple[Grid, int]:
    """The sheet that has a column of kommuner and one of an indicator, and the number of its heading row.

    Raises:
        FiguresError: there is none, or more than one and none of them bears the template's name.
    """
    names = name_columns(registry, source)
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


def _find_heading(grid: Grid, names: Mapping[str, str]) -> int | None:
    for number, row in enumerate(grid.rows[:DEEPEST]):
        words = {tidy(cell.text) for cell in row}
        if words & (CODE_WORDS | NAME_WORDS) and any(find_key(word, names) for word in words):
            return number
    return None


def tidy(text: str) -> str:
    """Small letters, single spaces."""
    return " ".join(text.lower().split())


def name_columns(registry: Registry, source: str) -> dict[str, str]:
    """What a column may be called, and the key of its indicator: key, label, and the short name where it is one indicator's only."""
    indicators = registry.delivered(source)
    shorts = Counter(tidy(one.short) for one in indicators)
    names = {tidy(one.short): one.key for one in indicators if shorts[tidy(one.short)] == 1}
    names |= {tidy(one.label): one.key for one in indicators}
    return names | {one.key: one.key for one in indicators}


def find_key(heading: str, names: Mapping[str, str]) -> str:
    """The indicator's key, or nothing. What stands in brackets or after the last comma may be the unit or year."""
    bare = tidy(re.sub(r"\(.*?\)", "", heading))
    return names.get(heading) or names.get(bare) or names.get(bare.rpartition(",")[0]) or ""


def read_head(grid: Grid, heading: int, registry: Registry, source: str) -> Head:
    """The columns of a sheet, in any order.

    Raises:
        FiguresError: with every column that stands twice, contradicts its key or has no sound period.
    """
    row = grid.rows[heading]
    below = _read_below(grid, heading)
    names = name_columns(registry, source)
    columns: list[Column] = []
    left_out: list[str] = []
    problems: list[str] = []
    for number, cell in enumerate(row):
        word = tidy(cell.text)
        key = _agree(cell, find_key(word, names), _at(below.get(KEY_ROW, []), number), names, problems)
        if key:
            columns.append(_read_column(number, registry[key], cell, below, problems))
        elif word and word not in CODE_WORDS | NAME_WORDS:
            left_out.append(cell.text)
    problems += [
        f"{grid.name}: {key} stands in columns {', '.join(one.place for one in columns if one.indicator.key == key)}; keep one of them"
        for key, count in Counter(column.indicator.key for column in columns).items()
        if count > 1
    ]
    if problems:
        raise FiguresError(problems)
    words = [tidy(cell.text) for cell in row]
    return Head(_first(words, CODE_WORDS), _first(words, NAME_WORDS), columns, heading + 1 + len(below), left_out)


def _first(words: list[str], wanted: set[str]) -> int | None:
    return next((number for number, word in enumerate(words) if word in wanted), None)


def _read_below(grid: Grid, heading: int) -> dict[str, list[Cell]]:
    """The rows for unit, period and key, which follow the headings in any order; each has its word in one of the columns."""
    found: dict[str, list[Cell]] = {}
    for row in grid.rows[heading + 1 : heading + 4]:
        word = next((tidy(cell.text) for cell in row if tidy(cell.text) in (UNIT_ROW, PERIOD_ROW, KEY_ROW)), "")
        if not word:
            break
        found[word] = row
    return found


def _at(row: list[Cell], number: int) -> Cell | None:
    return row[number] if number < len(row) else None


def _agree(cell: Cell, key: str, below: Cell | None, names: Mapping[str, str], problems: list[str]) -> str:
    """The key that heading and key row agree on; a heading that was rewritten gives way to the key."""
    said = find_key(tidy(below.text), names) if below else ""
    if key and said and key != said:
        problems.append(f"{cell.place}: the heading '{cell.text}' is {key}, but the key below it is {said}; correct one of them")
    return key or said


def _read_column(number: int, indicator: Indicator, cell: Cell, below: Mapping[str, list[Cell]], problems: list[str]) -> Column:
    _check_unit(_at(below.get(UNIT_ROW, []), number), indicator, problems)
    stated = _at(below.get(PERIOD_ROW, []), number)
    form, sample = PERIOD_FORMS[indicator.period]
    period = stated.text.replace("–", "-").replace(" ", "") if stated else ""
    if not re.fullmatch(form, period):
        where = stated.place if stated else f"{cell.place} ({indicator.key})"
        came = f"'{stated.text}' is no period" if stated else "no period is given: expected a row 'Periode' below the headings"
        problems.append(f"{where}: {came}; write one like {sample}")
    return Column(number, indicator, period, cell.place)


def _check_unit(stated: Cell | None, indicator: Indicator, problems: list[str]) -> None:
    """A column that says another unit is not read as if it said ours."""
    if stated and not stated.is_empty and tidy(stated.text) != indicator.unit:
        problems.append(f"{stated.place}: the unit '{stated.text}' is not that of {indicator.key}; give the figures in {indicator.unit}")
