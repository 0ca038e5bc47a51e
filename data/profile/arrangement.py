"""A checked figure table, arranged once for all places: which rows are shown, in which period, beside which computed and example ones."""

from collections.abc import Mapping
from dataclasses import dataclass

import pandas as pd

from data.place import Place
from data.profile.choice import find_periods, mark_shown
from data.profile.computed.ratio import add_ratios
from data.profile.example import make_examples
from data.profile.table import group_readings, latest_values
from data.reading import Reading, Status
from data.registry.registry import Registry


@dataclass(frozen=True)
class Arrangement:
    """The figures of an edition, arranged.

    Attributes:
        periods: by indicator key, the period that kommuner are compared in.
        official: real values, kommunekode by indicator key.
        latest: the values that are shown, the same way.
        is_example: whether each of them is an example.
        readings: shown readings by kommunekode and indicator key, oldest first.
        other_readings: those of other sources than the shown one.
        all_periods: every period that a figure has, oldest first.
        used_sources: the keys of all sources that have a figure.
    """

    periods: Mapping[str, str]
    official: pd.DataFrame
    latest: pd.DataFrame
    is_example: pd.DataFrame
    readings: Mapping[tuple[str, str], list[Reading]]
    other_readings: Mapping[tuple[str, str], list[Reading]]
    all_periods: list[str]
    used_sources: list[str]


def arrange(table: pd.DataFrame, registry: Registry, kommuner: list[Place], *, with_examples: bool) -> Arrangement:
    """Arrange a checked table.

    Args:
        table: as ``check_table`` returns it.
        registry: the registry.
        kommuner: all of them.
        with_examples: fill in example figures where a kommune has no row at all for an indicator.
    """
    codes = [place.code for place in kommuner]
    table, shown = _add_computed(table, registry)
    periods = find_periods(table[shown], kommuner)
    official = latest_values(table[shown], periods, codes, registry.indicators)
    if with_examples:
        table, periods = _add_examples(table, official, periods, registry)
        shown = mark_shown(table, registry)
    marked = table.assign(vaerdi=table["status"].eq(Status.EKSEMPEL).astype(float))
    all_periods, used_sources = (list(dict.fromkeys(table[name].sort_values())) for name in ("periode", "kilde"))
    return Arrangement(
        periods=periods,
        official=official,
        latest=latest_values(table[shown], periods, codes, registry.indicators),
        is_example=latest_values(marked[shown], periods, codes, registry.indicators).eq(1),
        readings=group_readings(table[shown]),
        other_readings=group_readings(table[~shown]),
        all_periods=all_periods,
        used_sources=used_sources,
    )


def _add_computed(table: pd.DataFrame, registry: Registry) -> tuple[pd.DataFrame, pd.Series]:
    """The table with what is computed from its shown rows, and which rows are shown."""
    shown = mark_shown(table, registry)
    computed = add_ratios(table[shown], registry)
    if computed.empty:
        return table, shown
    together = pd.concat([table, computed], ignore_index=True)
    return together, mark_shown(together, registry)


def _add_examples(
    table: pd.DataFrame, official: pd.DataFrame, periods: Mapping[str, str], registry: Registry
) -> tuple[pd.DataFrame, dict[str, str]]:
    """The table with example rows, and the periods with theirs."""
    known = set(zip(table["kommune_kode"], table["indikator"], strict=True))
    examples = make_examples(official, periods, registry)
    new = [pair not in known for pair in zip(examples["kommune_kode"], examples["indikator"], strict=True)]
    drawn = {str(key): str(period) for key, period in examples.groupby("indikator")["periode"].max().items()}
    return pd.concat([table, examples[new]], ignore_index=True), drawn | dict(periods)
