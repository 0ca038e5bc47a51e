"""Figures that were fetched, put among those of an edition; and whether they say anything new."""

from collections.abc import Iterable, Mapping
from datetime import date

import pandas as pd

from data.registry.registry import Registry
from data.statbank.rows import Fetched
from data.store.snapshot import Snapshot

METHOD = "Fetched by python -m data fetch. Shares are computed from the table, with two decimals: see indikatorer.toml."
FROM_FILE = "Read by python -m data fetch from the publisher's file; rents by kommune as they stand there."


def merge(fetched: list[Fetched], old: dict[str, Snapshot], registry: Registry) -> list[Snapshot]:
    """Per source: the rows that were fetched, and of the old ones those of other indicators and of periods before or after.

    A period between the first and the last that were fetched is gone if it is not among them: the source has taken it back.
    """
    merged = []
    for source in dict.fromkeys(one.indicator.sources[0] for one in fetched):
        mine = [one for one in fetched if one.indicator.sources[0] == source]
        tables = [one.table for one in mine]
        provenance = {
            "read": date.today().isoformat(),
            "method": METHOD if mine[0].indicator.fetch else FROM_FILE,
            "licence": registry.sources[source].licence,
            "query": [one.query for one in mine],
        }
        updated = max(one.updated for one in mine)
        if source in old:
            kept = old[source].table
            for one in mine:
                within = kept["periode"].between(one.table["periode"].min(), one.table["periode"].max())
                kept = kept[(kept["indikator"] != one.indicator.key) | ~within]
            tables.append(kept)
            if len(kept):
                provenance["earlier"] = f"{len(kept)} rows are as they were read {old[source].provenance.get('read', 'before')}."
        merged.append(Snapshot(source, pd.concat(tables, ignore_index=True), provenance | ({"updated": updated} if updated else {})))
    return merged


def is_same(new: Snapshot, old: Mapping[str, Snapshot]) -> bool:
    """Whether it says the same as the edition's own snapshot."""
    return new.source in old and _say(new) == _say(old[new.source])


def is_new(fetched: Fetched, snapshots: Iterable[Snapshot], old: Mapping[str, Snapshot]) -> bool:
    """Whether a figure of the indicator is another than in the edition; ``snapshots`` are those that go into the next one."""
    after, before = (_say_of(fetched, given) for given in (snapshots, old.values()))
    return bool(after) and after != before


def _say_of(fetched: Fetched, snapshots: Iterable[Snapshot]) -> set[tuple[str, ...]]:
    key, source = fetched.indicator.key, fetched.indicator.sources[0]
    return {row for snapshot in snapshots if snapshot.source == source for row in _say(snapshot) if row[0] == key}


def _say(snapshot: Snapshot) -> set[tuple[str, ...]]:
    """What a snapshot says, without its words: indicator, kommune, period, value and why there is none."""
    return {tuple(row) for row in snapshot.table[["indikator", "kommune_kode", "periode", "vaerdi", "aarsag"]].itertuples(index=False)}
