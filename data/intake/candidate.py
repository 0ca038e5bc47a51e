"""A candidate for a new edition: new rows are put in place of those of the newest edition, and the whole is checked."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

import pandas as pd

from data.place import Place
from data.place_table import load_place_table
from data.problem import FiguresError
from data.profile.figures import Figures
from data.profile.table import add_provenance, join_tables
from data.registry.registry import Registry
from data.registry.source import base_key
from data.spreadsheet.delivery import Delivery
from data.store.check import check_table
from data.store.edition import Edition, check_name, read_snapshots
from data.store.snapshot import Snapshot

KEY = ["kommune_kode", "indikator", "periode"]


@dataclass(frozen=True)
class Candidate:
    """An edition that could be made: its new snapshots, and its checked figures (``after``) beside the newest edition's (``before``)."""

    snapshots: list[Snapshot]
    before: Figures
    after: Figures


def build_candidate_from_delivery(
    delivery: Delivery, source: str, registry: Registry, places: Mapping[str, Place], newest: Edition
) -> Candidate:
    """Put delivered rows in place of those of the same source, kommune, indicator and period, and check the whole.

    Args:
        delivery: what was read from the spreadsheet.
        source: key of the source that delivers.
        registry: the registry.
        places: all places by code.
        newest: the edition that the new one is made from.

    Raises:
        FiguresError: with all problems of the delivery, by itself and together with the other figures.
    """
    problems = list(delivery.problems)
    name = delivery.source_sheet.edition
    if name and (problem := check_name(name, newest.folder.parent)):
        problems.append(f"{delivery.source_sheet.edition_place}: {problem}")
    snapshots = read_snapshots(newest)
    try:
        candidate = build_candidate(_replace_rows(delivery.snapshot(source), source, snapshots), registry, places, newest)
    except FiguresError as error:
        raise FiguresError(problems + error.problems) from error
    if problems:
        raise FiguresError(problems)
    return candidate


def _replace_rows(delivered: Snapshot, source: str, snapshots: Mapping[str, Snapshot]) -> list[Snapshot]:
    """The snapshots that lose rows to the delivered one, and it; none where only organisations were delivered."""
    if delivered.table.empty:
        return []
    new = _keep_notes(delivered, snapshots)
    replaced = [_remove_replaced(old, new) for old in snapshots.values() if base_key(old.source) == source]
    return [*(one for one in replaced if len(one.table) < len(snapshots[one.source].table)), new]


def build_candidate(changed: list[Snapshot], registry: Registry, places: Mapping[str, Place], newest: Edition) -> Candidate:
    """Put whole snapshots in place of those of the same source, and check the whole.

    Raises:
        FiguresError: the figures are not sound, by themselves or together.
    """
    snapshots = read_snapshots(newest)
    together = snapshots | {one.source: one for one in changed}
    known = add_provenance(registry, together)
    table = check_table(join_tables(together), known, load_place_table().codes)
    after = Figures(table, known, places, with_examples=False)
    return Candidate(changed, Figures.load(with_examples=False, edition=newest, registry=registry), after)


def _remove_replaced(old: Snapshot, new: Snapshot) -> Snapshot:
    """The old snapshot without the rows that the new one has for the same kommune, indicator and period."""
    replaced = pd.MultiIndex.from_frame(old.table[KEY]).isin(pd.MultiIndex.from_frame(new.table[KEY]))
    kept = old.table[~replaced]
    return Snapshot(old.source, kept, old.provenance)


def _keep_notes(new: Snapshot, old: Mapping[str, Snapshot]) -> Snapshot:
    """The new snapshot with the notes of figures that are delivered again unchanged: spreadsheets have no column for notes."""
    same = [*KEY, "vaerdi", "aarsag"]
    tables = [one.table for one in old.values() if base_key(one.source) == base_key(new.source)]
    notes = {tuple(row[:-1]): row[-1] for table in tables for row in table[[*same, "note"]].itertuples(index=False)}
    kept = [notes.get(tuple(row), "") for row in new.table[same].itertuples(index=False)]
    return replace(new, table=new.table.assign(note=kept))
