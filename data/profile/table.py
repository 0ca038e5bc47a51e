"""Figure tables, reshaped: joined to one table, to one value per kommune and indicator, and to readings."""

import math
from collections.abc import Hashable, Iterable, Mapping
from typing import Any

import pandas as pd

from data.reading import Reading, Reason, Status
from data.registry.registry import Registry
from data.store.snapshot import Snapshot


def join_tables(snapshots: Mapping[str, Snapshot], registry: Registry | None = None) -> pd.DataFrame:
    """The rows of all snapshots in one table.

    Args:
        snapshots: by source.
        registry: leave out the rows of indicators that it does not have: an older edition may have some that are gone.
    """
    table = pd.concat([snapshot.table for snapshot in snapshots.values()], ignore_index=True)
    return table if registry is None else table[table["indikator"].isin(registry.indicators)].reset_index(drop=True)


def add_provenance(registry: Registry, snapshots: Mapping[str, Snapshot]) -> Registry:
    """The registry with what an edition's snapshots say of themselves: of their sources, and of what their figures are called."""
    wording = {key: words for snapshot in snapshots.values() for key, words in snapshot.wording().items()}
    return registry.with_provenance({key: snapshot.source_fields() for key, snapshot in snapshots.items()}, wording)


def latest_values(table: pd.DataFrame, periods: Mapping[str, str], codes: Iterable[str], keys: Iterable[str]) -> pd.DataFrame:
    """One value per kommune and indicator, in the period that kommuner are compared in; NaN where it is missing.

    >>> columns = ["kommune_kode", "indikator", "periode", "vaerdi"]
    >>> rows = [("0101", "folketal", "2025", 1.0), ("0101", "folketal", "2026", 2.0), ("0326", "folketal", "2025", 3.0)]
    >>> wide = latest_values(pd.DataFrame(rows, columns=columns), {"folketal": "2026"}, ["0101", "0326"], ["folketal"])
    >>> wide["folketal"].to_dict()
    {'0101': 2.0, '0326': nan}

    Args:
        table: rows of a figure table, one source per indicator, ``vaerdi`` as float.
        periods: the period by indicator key.
        codes: the rows of the result.
        keys: the columns of the result.
    """
    current = table[table["periode"].eq(table["indikator"].map(periods))]
    wide = current.pivot(index="kommune_kode", columns="indikator", values="vaerdi")
    return wide.reindex(index=list(codes), columns=list(keys)).astype(float)


def group_readings(table: pd.DataFrame) -> dict[tuple[str, str], list[Reading]]:
    """Readings by kommunekode and indicator key, oldest period first.

    ::

        group_readings(table)["0326", "folketal"]  # [Reading(47650.0, "2026K2", …), Reading(47822.0, "2026K3", …)]
    """
    readings: dict[tuple[str, str], list[Reading]] = {}
    for row in table.sort_values("periode", kind="stable").to_dict("records"):
        readings.setdefault((row["kommune_kode"], row["indikator"]), []).append(_read_row(row))
    return readings


def _read_row(row: Mapping[Hashable, Any]) -> Reading:
    value = None if math.isnan(row["vaerdi"]) else float(row["vaerdi"])
    reason = Reason(row["aarsag"]) if row["aarsag"] else None
    return Reading(value, row["periode"], Status(row["status"]), row["kilde"], reason, row["note"])
