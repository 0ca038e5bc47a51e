"""The checks that figure tables must pass before anything is shown.

A table has one row per kommune, indicator, period and source, with the columns of ``snapshot.COLUMNS``, all read as text.
"""

import math
import re
from collections.abc import Collection, Hashable, Iterable, Iterator, Mapping
from typing import Any

import pandas as pd

from data.problem import FiguresError
from data.reading import STATED_REASONS, Status
from data.registry.indicator import Indicator
from data.registry.kind import WHOLE_PERCENT, GroupKind, PeriodKind
from data.registry.registry import Registry

KEY = ["kommune_kode", "indikator", "periode", "kilde"]
PERIOD_FORMATS = {  # by kind of period: a regular expression and an example
    PeriodKind.PRIMO: (r"\d{4}", "2026"),
    PeriodKind.YEAR: (r"\d{4}", "2025"),
    PeriodKind.RANGE: (r"\d{4}-\d{4}", "2022-2024"),
    PeriodKind.QUARTER_START: (r"\d{4}K[1-4]", "2026K3"),
    PeriodKind.QUARTERS: (r"\d{4}K[1-4]-\d{4}K[1-4]", "2025K3-2026K2"),
}
Row = Mapping[Hashable, Any]
ROUNDING = 3  # pct. points: percentages rounded to whole numbers may miss 100 by this much; an import warns of more
MOST_OFF = 10  # pct. points: percentages that miss 100 by more are not the parts of one whole, and are refused


def check_table(table: pd.DataFrame, registry: Registry, codes: Collection[str]) -> pd.DataFrame:
    """The same table with ``vaerdi`` as float (NaN where missing), if it is sound.

    Args:
        table: columns ``snapshot.COLUMNS`` and ``sted`` (file and row), all text.
        registry: its indicators and sources are those that a row may name.
        codes: of all places, also of those that are there on other days than the edition's (``PlaceTable.codes``).

    Raises:
        FiguresError: with a sentence for every row that is wrong: where it is, what it has, what was expected and what to do.
    """
    rows = table.to_dict("records")
    problems = [problem for row in rows for problem in _check_row(row, registry, codes)]
    problems += [_describe_duplicate(row) for row in table[table.duplicated(KEY)].to_dict("records")]
    if not problems:
        table = table.assign(vaerdi=table["vaerdi"].map(lambda text: float(text) if text else math.nan))
        problems = [*check_shares(rows, registry), *check_bounds(rows, registry)]
    if problems:
        raise FiguresError(problems)
    return table


def _describe_duplicate(row: Row) -> str:
    figure = f"{row['kommune_kode']}, {row['indikator']}, {row['periode']}"
    return f"{row['sted']}: {figure} has a value from {row['kilde']} already; remove one of the rows"


def _check_row(row: Row, registry: Registry, codes: Collection[str]) -> Iterator[str]:
    where = row["sted"]
    indicator = registry.indicators.get(row["indikator"])
    yield from _check_word(where, "kommune_kode", row["kommune_kode"], codes, "a code of kommuner.csv, regioner.csv or 0000")
    yield from _check_word(where, "kilde", row["kilde"], registry.sources, "a source of kilder.toml")
    yield from _check_word(where, "status", row["status"], list(Status), "one of " + ", ".join(Status))
    if indicator is None:
        yield f"{where}, column indikator: '{row['indikator']}' is not in the registry; write a key of indikatorer.toml"
        return
    pattern, sample = PERIOD_FORMATS[indicator.period]
    if not re.fullmatch(pattern, row["periode"]):
        yield f"{where}, column periode: '{row['periode']}' is not a period of {indicator.key}; write it like {sample}"
    if row["status"] == Status.MANGLER:
        yield from _check_word(
            where, "aarsag", row["aarsag"], STATED_REASONS, "why the value is missing, one of " + ", ".join(STATED_REASONS)
        )
        if row["vaerdi"]:
            yield f"{where}, column vaerdi: '{row['vaerdi']}' stands in a row with status mangler; leave it empty or change the status"
    else:
        yield from _check_value(where, row["vaerdi"], indicator)


def _check_word(where: str, column: str, word: str, known: Collection[str], expected: str) -> Iterator[str]:
    if word not in known:
        yield f"{where}, column {column}: '{word}' is unknown; write {expected}"


def _check_value(where: str, text: str, indicator: Indicator) -> Iterator[str]:
    if not re.fullmatch(r"-?\d+(\.\d+)?", text):
        remedy = "write it with digits and a decimal point, or status mangler with a reason"
        yield f"{where}, column vaerdi: '{text}' is not a number; {remedy}"
    elif not indicator.low <= float(text) <= indicator.high:
        remedy = "correct the value, or the range in indikatorer.toml"
        yield f"{where}, column vaerdi: {text} is outside {indicator.plausible} for {indicator.key}; {remedy}"


def check_shares(rows: Iterable[Row], registry: Registry) -> Iterator[str]:
    """Problems with the SHARES groups: their percentages must add up to 100 where a place has all of them."""
    for group in registry.groups.values():
        if group.kind is not GroupKind.SHARES:
            continue
        keys = {indicator.key for indicator in registry.in_group(group.key)}
        for parts in _group_parts(rows, keys):
            total = sum(float(part["vaerdi"]) for part in parts)
            if abs(total - WHOLE_PERCENT) > MOST_OFF:
                where = parts[-1]["sted"]
                yield f"{where}: the parts of {group.key} for {parts[-1]['kommune_kode']} add up to {total:g}, not 100 pct.; correct them"


def _group_parts(rows: Iterable[Row], keys: set[str]) -> Iterator[list[Row]]:
    groups: dict[tuple[str, str, str], list[Row]] = {}
    for row in rows:
        if row["indikator"] in keys and row["vaerdi"]:
            groups.setdefault((row["kommune_kode"], row["periode"], row["kilde"]), []).append(row)
    return (parts for parts in groups.values() if len(parts) == len(keys))


def check_bounds(rows: Iterable[Row], registry: Registry) -> Iterator[str]:
    """Problems with ``at_most``: a part of a population can't be larger than the population."""
    latest = {(row["kommune_kode"], row["indikator"]): row for row in sorted(rows, key=lambda row: row["periode"]) if row["vaerdi"]}
    for (code, key), row in latest.items():
        bound = latest.get((code, registry[key].at_most))
        if bound and float(row["vaerdi"]) > float(bound["vaerdi"]):
            more = f"{row['vaerdi']} is more than {bound['indikator']}, {bound['vaerdi']} ({bound['sted']})"
            yield f"{row['sted']}: {more}; correct one of the two"
