"""Check that nothing that was fetched is more than it can be, such as more residents than inhabitants."""

from collections.abc import Iterator, Mapping, Sequence

import pandas as pd

from data.problem import shorten_list
from data.statbank.area import Areas
from data.statbank.rows import Fetched


def find_too_large(fetched: Sequence[Fetched], known: Mapping[str, pd.DataFrame], areas: Areas) -> dict[str, list[str]]:
    """Sentences by indicator for what is more than it can be (``at_most``), such as more residents than inhabitants.

    Args:
        fetched: the new figures.
        known: figure tables by source, for a bound that was not fetched.
        areas: the places.
    """
    tables = {one.indicator.key: one.table for one in fetched}
    problems: dict[str, list[str]] = {}
    for one in fetched:
        bound = one.indicator.at_most
        older = [table[table["indikator"] == bound] for table in known.values()] if bound else []
        for table in [tables[bound]] if bound in tables else [table for table in older if len(table)]:
            found = shorten_list(_compare_latest(one, table, areas))
            problems |= {one.indicator.key: found} if found else {}
    return problems


def _compare_latest(one: Fetched, bound: pd.DataFrame, areas: Areas) -> Iterator[str]:
    most, own = _find_latest(bound), _find_latest(one.table)
    for code, (period, value) in own.items():
        if code in most and value > most[code][1]:
            limit = f"{one.indicator.at_most}, {most[code][1]:,.10g} ({most[code][0]})"
            yield f"{areas.name_figure(code, period)}: {one.indicator.key} is {value:,.10g}, more than {limit}"


def _find_latest(table: pd.DataFrame) -> dict[str, tuple[str, float]]:
    rows = table[table["vaerdi"] != ""].sort_values("periode")[["kommune_kode", "periode", "vaerdi"]].itertuples(index=False)
    return {code: (period, float(value)) for code, period, value in rows}
