"""Merge fetched figures into the snapshots of an edition, and find out whether anything in them is new."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date

import pandas as pd

from data.registry.registry import Registry
from data.statbank.rows import Fetched
from data.store.snapshot import WORDING, Snapshot

METHOD = "Fetched by python -m data fetch. Shares are computed from the table, with two decimals: see indikatorer.toml."
FROM_FILE = "Read by python -m data fetch from the publisher's file; figures by kommune as they stand there."


def merge(fetched: list[Fetched], old: dict[str, Snapshot], registry: Registry) -> list[Snapshot]:
    """A snapshot per source: the fetched rows, and those of the old ones that are of other indicators or of periods before or after.

    An old period between the first and the last fetched one that was not fetched is dropped: the source has withdrawn it::

        old      2016  2020  2024
        fetched        2020        2025
        merged   2016  2020        2025
    """
    merged = []
    for source in dict.fromkeys(one.indicator.sources[0] for one in fetched):
        own = [one for one in fetched if one.indicator.sources[0] == source]
        tables = [one.table for one in own]
        provenance = {
            "read": date.today().isoformat(),
            "method": METHOD if own[0].indicator.fetch else FROM_FILE,
            "licence": registry.sources[source].licence,
            "query": list(dict.fromkeys(one.query for one in own)),
            **_merge_wording(own, old.get(source)),
        }
        updated = max(one.updated for one in own)
        if source in old:
            kept = old[source].table
            for one in own:
                within = kept["periode"].between(one.table["periode"].min(), one.table["periode"].max())
                kept = kept[(kept["indikator"] != one.indicator.key) | ~within]
            tables.append(kept)
            if len(kept):
                provenance["earlier"] = f"{len(kept)} rows are as they were read {old[source].provenance.get('read', 'before')}."
        merged.append(Snapshot(source, pd.concat(tables, ignore_index=True), provenance | ({"updated": updated} if updated else {})))
    return merged


def _merge_wording(own: list[Fetched], old: Snapshot | None) -> dict[str, dict[str, str]]:
    """The words of what was fetched, and of what is kept from the old snapshot, as the provenance has them."""
    kept = old.wording() if old else {}
    words = kept | {one.indicator.key: dict(one.wording) for one in own}
    tables = {table: {key: given[name] for key, given in words.items() if name in given} for name, table in WORDING.items()}
    return {table: given for table, given in tables.items() if given}


def is_same(new: Snapshot, old: Mapping[str, Snapshot]) -> bool:
    """Whether a snapshot has the same figures as the edition's snapshot of the same source, under the same names."""
    before = old.get(new.source)
    return before is not None and _compared_rows(new) == _compared_rows(before) and new.wording() == before.wording()


def is_new(fetched: Fetched, snapshots: Iterable[Snapshot], old: Mapping[str, Snapshot]) -> bool:
    """Whether a figure of the fetched indicator differs from the edition's; ``snapshots`` are those that replace the edition's."""
    after, before = (_indicator_rows(fetched, given) for given in (snapshots, old.values()))
    return bool(after) and after != before


def _indicator_rows(fetched: Fetched, snapshots: Iterable[Snapshot]) -> set[tuple[str, ...]]:
    key, source = fetched.indicator.key, fetched.indicator.sources[0]
    own = [replace(one, table=one.table[one.table["indikator"] == key]) for one in snapshots if one.source == source]
    return {row for snapshot in own for row in _compared_rows(snapshot)}


def _compared_rows(snapshot: Snapshot) -> set[tuple[str, ...]]:
    """The rows of a snapshot as they are compared: indicator, kommune, period, value and reason for missing; not the notes."""
    return {tuple(row) for row in snapshot.table[["indikator", "kommune_kode", "periode", "vaerdi", "aarsag"]].itertuples(index=False)}
