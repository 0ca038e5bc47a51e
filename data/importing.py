"""Putting delivered rows into a new edition: what they replace, what a reader should look at twice, and the checks."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

import pandas as pd

from data.change import Change
from data.delivery import Delivery
from data.edition import Edition, check_name, read_snapshots
from data.figures import Figures, join_tables
from data.place import COUNTRY, Place
from data.problem import FiguresError
from data.reading import Reading
from data.registry import PanelKind, Registry
from data.snapshot import Snapshot
from data.source import base_key
from data.table import ROUNDING, WHOLE, check_table

LARGE_CHANGE = 0.5  # of the last edition's value
RANK_JUMP = 25  # places
KEY = ["kommune_kode", "indikator", "periode"]


@dataclass(frozen=True)
class Candidate:
    """An edition that could be made: its snapshots that are new, and its figures, checked, beside those of the newest one."""

    snapshots: list[Snapshot]
    before: Figures
    after: Figures


def prepare(delivery: Delivery, source: str, registry: Registry, places: Mapping[str, Place], newest: Edition) -> Candidate:
    """Put delivered rows in place of those of the same source, kommune, indicator and period, and check the whole.

    Raises:
        FiguresError: with everything that is wrong with the delivery, by itself or together with the other figures.
    """
    problems = list(delivery.problems)
    name = delivery.colophon.edition
    if name and (problem := check_name(name, newest.folder.parent)):
        problems.append(f"{delivery.colophon.edition_place}: {problem}")
    snapshots = read_snapshots(newest)
    new = _keep_notes(delivery.snapshot(source), snapshots)
    replaced = [_without(old, new) for old in snapshots.values() if base_key(old.source) == source]
    changed = [*(one for one in replaced if len(one.table) < len(snapshots[one.source].table)), new]
    try:
        candidate = weigh(changed, registry, places, newest)
    except FiguresError as error:
        raise FiguresError(problems + error.problems) from error
    if problems:
        raise FiguresError(problems)
    return candidate


def weigh(changed: list[Snapshot], registry: Registry, places: Mapping[str, Place], newest: Edition) -> Candidate:
    """The newest edition with these snapshots in place of its own, checked as a whole.

    Raises:
        FiguresError: the figures are not sound together.
    """
    snapshots = read_snapshots(newest)
    together = snapshots | {one.source: one for one in changed}
    known = registry.with_provenance({key: snapshot.source_fields() for key, snapshot in together.items()})
    table = check_table(join_tables(together), known, places)
    after = Figures(table, known, places, with_examples=False)
    return Candidate(changed, Figures.load(with_examples=False, edition=newest, registry=registry), after)


def _without(old: Snapshot, new: Snapshot) -> Snapshot:
    """The old snapshot less the rows that the new one has."""
    given = pd.MultiIndex.from_frame(new.table[KEY])
    kept = old.table[~pd.MultiIndex.from_frame(old.table[KEY]).isin(given)]
    return Snapshot(old.source, kept, old.provenance)


def _keep_notes(new: Snapshot, old: Mapping[str, Snapshot]) -> Snapshot:
    """A figure that is delivered again as it was keeps what is said of it: spreadsheets have no place for notes."""
    same = [*KEY, "vaerdi", "aarsag"]
    tables = [one.table for one in old.values() if base_key(one.source) == base_key(new.source)]
    notes = {tuple(row[:-1]): row[-1] for table in tables for row in table[[*same, "note"]].itertuples(index=False)}
    kept = [notes.get(tuple(row), "") for row in new.table[same].itertuples(index=False)]
    return replace(new, table=new.table.assign(note=kept))


def find_warnings(candidate: Candidate, changes: Mapping[str, list[Change]]) -> Iterator[str]:
    """What is possible but unlikely, in sentences."""
    for code, changed in changes.items():
        place = candidate.after.places[code]
        for change in changed:
            yield from (f"{place.name}, {change.indicator.key}: {what}" for what in _doubt(change, code, candidate))
    yield from _find_odd_sums(candidate.after)


def _doubt(change: Change, code: str, candidate: Candidate) -> Iterator[str]:
    if change.before.value is not None and change.after.value is None:
        yield f"{tell(change.before)} in the last edition, no value now ({change.after.reason})"
    if change.ratio is not None and abs(change.ratio - 1) > LARGE_CHANGE:
        yield f"{tell(change.after)} is {change.ratio - 1:+.0%} from the last edition's {tell(change.before)}"
    if change.after.period < change.before.period and change.after.value is not None:
        yield f"the period {change.after.period} is older than the last edition's {change.before.period}"
    old, new = (figures.ranks[change.indicator.key].get(code) for figures in (candidate.before, candidate.after))
    if old and new and abs(old.position - new.position) >= RANK_JUMP:
        yield f"moves from place {old.position} to place {new.position}"


def tell(reading: Reading) -> str:
    """A value and its period, for the command line."""
    return "no value" if reading.value is None else f"{reading.value:,.10g} ({reading.period})"


def _find_odd_sums(figures: Figures) -> Iterator[str]:
    for panel in figures.registry.panels.values():
        parts = figures.registry.in_panel(panel.key) if panel.kind is PanelKind.SHARES else []
        for place in figures.kommuner if parts else ():
            values = [figures.reading(place.code, part).value for part in parts]
            total = sum(value for value in values if value is not None)
            if None not in values and abs(total - WHOLE) > ROUNDING:
                yield f"{place.name}, {panel.key}: the parts add up to {total:g} pct., not 100"


def summarise(candidate: Candidate, keys: Iterable[str], changes: Mapping[str, list[Change]]) -> Iterator[str]:
    """For each indicator: coverage, the kommuner together against the published figure, and the five largest changes."""
    figures = candidate.after
    for key in keys:
        indicator = figures.registry[key]
        shown = figures.source(indicator)
        yield f"{key}, {figures.period(indicator)}: {figures.coverage(indicator)} of {len(figures.kommuner)} kommuner have a value"
        if shown.key not in {snapshot.source for snapshot in candidate.snapshots}:
            yield f"  that is {shown.key}, which goes first on the page; what was delivered stands beside it"
        yield f"  {_compare_with_country(figures, key)}"
        found = [(code, change) for code, changed in changes.items() for change in changed if change.indicator.key == key and change.ratio]
        largest = sorted(found, key=lambda each: -abs((each[1].ratio or 1) - 1))[:5]
        for code, change in largest:
            yield f"  {figures.places[code].name}: {tell(change.before)} -> {tell(change.after)} ({(change.ratio or 1) - 1:+.1%})"


def _compare_with_country(figures: Figures, key: str) -> str:
    indicator = figures.registry[key]
    together = figures.compute(COUNTRY, indicator)
    word = "sum" if indicator.is_count else "weighted mean"
    missing = len(figures.kommuner) - figures.coverage(indicator)
    mine = f"{word} of the kommuner {together.value:,.10g}" if together.value is not None else f"no {word}: {missing} have no value"
    published = figures.published(COUNTRY, indicator)
    theirs = f"published for the country {tell(published)}" if published else "no figure published for the country"
    return f"{mine}; {theirs}"
