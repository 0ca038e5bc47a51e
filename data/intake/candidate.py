"""Putting delivered rows into a new edition: what they replace, what a reader should look at twice, and the checks."""

import math
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

import pandas as pd

from data.place import COUNTRY, Place
from data.problem import FiguresError
from data.profile.change import Change
from data.profile.figures import Figures
from data.profile.table import join_tables
from data.reading import Reading
from data.registry.indicator import WHOLE_PERCENT, Indicator, PanelKind, Rule
from data.registry.registry import Registry
from data.registry.source import base_key
from data.spreadsheet.delivery import Delivery
from data.store.check import ROUNDING, check_table
from data.store.edition import Edition, check_name, read_snapshots
from data.store.snapshot import Snapshot

LARGE_CHANGE = 0.5  # of the last edition's value
RANK_JUMP = 25  # places
LISTED = 5  # changes of an indicator
ROUNDED = 2  # decimals of what is reckoned from the kommuner
KEY = ["kommune_kode", "indikator", "periode"]


@dataclass(frozen=True)
class Candidate:
    """An edition that could be made: its snapshots that are new, and its figures, checked, beside those of the newest one."""

    snapshots: list[Snapshot]
    before: Figures
    after: Figures


@dataclass(frozen=True)
class Delivered:
    """An indicator's newest figures of those that came: their source, period, and values by kommunekode."""

    source: str
    period: str
    values: pd.Series


def build_candidate_from_delivery(
    delivery: Delivery, source: str, registry: Registry, places: Mapping[str, Place], newest: Edition
) -> Candidate:
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
        candidate = build_candidate(changed, registry, places, newest)
    except FiguresError as error:
        raise FiguresError(problems + error.problems) from error
    if problems:
        raise FiguresError(problems)
    return candidate


def build_candidate(changed: list[Snapshot], registry: Registry, places: Mapping[str, Place], newest: Edition) -> Candidate:
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
        yield f"{describe_reading(change.before)} in the last edition, now {describe_reading(change.after)}"
    if _size(change) > LARGE_CHANGE:
        share = "far" if change.ratio is None else f"{change.ratio - 1:+.0%}"
        yield f"{describe_reading(change.after)} is {share} from the last edition's {describe_reading(change.before)}"
    if change.after.period < change.before.period and change.after.value is not None:
        yield f"the period {change.after.period} is older than the last edition's {change.before.period}"
    old, new = (figures.ranks[change.indicator.key].get(code) for figures in (candidate.before, candidate.after))
    if old and new and abs(old.position - new.position) >= RANK_JUMP:
        yield f"moves from place {old.position} to place {new.position}"


def _size(change: Change) -> float:
    """How much a value changed, as a part of what it was; endless where it was nothing, 0 where there is none before or after."""
    old, new = change.before.value, change.after.value
    if old is None or new is None or old == new:
        return 0
    return abs((new - old) / old) if old else math.inf


def describe_reading(reading: Reading) -> str:
    """A value and its period, or why there is none, for the command line."""
    return f"no value ({reading.reason})" if reading.value is None else f"{reading.value:,.10g} ({reading.period})"


def _find_odd_sums(figures: Figures) -> Iterator[str]:
    for panel in figures.registry.panels.values():
        parts = figures.registry.in_panel(panel.key) if panel.kind is PanelKind.SHARES else []
        for place in figures.kommuner if parts else ():
            values = [figures.reading(place.code, part).value for part in parts]
            total = sum(value for value in values if value is not None)
            if None not in values and abs(total - WHOLE_PERCENT) > ROUNDING:
                yield f"{place.name}, {panel.key}: the parts add up to {total:g} pct., not 100"


def summarise(candidate: Candidate, keys: Iterable[str], changes: Mapping[str, list[Change]]) -> Iterator[str]:
    """For each indicator: coverage, the kommuner together against the country's figure, and the five largest changes."""
    for key in keys:
        indicator = candidate.after.registry[key]
        came = _find_new(candidate, key)
        yield f"{key}, {came.period}: {came.values.count()} of {len(candidate.after.kommuner)} kommuner have a value"
        yield from (f"  {line}" for line in _tell_order(candidate.after, indicator, came))
        yield f"  {_compare_with_country(candidate, indicator, came.values)}"
        yield from (f"  {line}" for line in _list_largest(candidate.after, key, changes))


def _find_new(candidate: Candidate, key: str) -> Delivered:
    """What came last: an import's own snapshot stands behind those that it takes rows from. What came unchanged is in none."""
    figures = candidate.after
    codes = [place.code for place in figures.kommuner]
    snapshots = [one for one in candidate.snapshots if key in set(one.table["indikator"])]
    if not snapshots:
        shown = {code: figures.reading(code, figures.registry[key]).value for code in codes}
        return Delivered(figures.source(figures.registry[key]).key, figures.period(figures.registry[key]), pd.Series(shown, dtype=float))
    table = snapshots[-1].table
    rows = table[table["indikator"].eq(key) & table["kommune_kode"].isin(codes)]
    latest = rows[rows["periode"].eq(rows["periode"].max())].set_index("kommune_kode")
    return Delivered(snapshots[-1].source, rows["periode"].max(), pd.to_numeric(latest["vaerdi"]))


def _tell_order(figures: Figures, indicator: Indicator, came: Delivered) -> Iterator[str]:
    """Whether the page shows something else."""
    shown, period = figures.source(indicator).key, figures.period(indicator)
    if shown != came.source:
        yield f"the page shows {shown} ({period}), which goes first; what was delivered stands beside it"
    elif period != came.period:
        yield f"the page shows {period}, which is newer; what was delivered is kept as an earlier period"


def _compare_with_country(candidate: Candidate, indicator: Indicator, values: pd.Series) -> str:
    if indicator.rule is Rule.NONE:
        return "the kommuner are not taken together: the registry has no rule for it"
    word = "sum" if indicator.is_count else "weighted mean"
    together = candidate.after.aggregate(COUNTRY, indicator, values).value
    some = f"{word} of those {round(values.sum(), ROUNDED):,.10g}" if indicator.is_count else f"no {word}, since some have no value"
    mine = some if together is None else f"{word} of the kommuner {round(together, ROUNDED):,.10g}"
    published = candidate.after.published(COUNTRY, indicator)
    before = candidate.before.reading(COUNTRY, indicator)
    if published:
        return f"{mine}; published for the country {describe_reading(published)}"
    theirs = f"the last edition has {describe_reading(before)} for it" if before.value is not None else "nor in the last edition"
    return f"{mine}; no figure published for the country, {theirs}"


def _list_largest(figures: Figures, key: str, changes: Mapping[str, list[Change]]) -> Iterator[str]:
    kommuner = {place.code: place.name for place in figures.kommuner}
    found = [(name, change) for code, name in kommuner.items() for change in changes.get(code, []) if change.indicator.key == key]
    for name, change in sorted(found, key=lambda each: -_size(each[1]))[:LISTED]:
        if _size(change):
            share = "" if change.ratio is None else f" ({change.ratio - 1:+.1%})"
            yield f"{name}: {describe_reading(change.before)} -> {describe_reading(change.after)}{share}"
