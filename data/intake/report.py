"""What the commands report of a candidate: warnings, and a summary of each indicator that was delivered."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass

import pandas as pd

from data.intake.candidate import Candidate
from data.intake.disagreement import find_disagreements
from data.intake.output import describe_reading
from data.place import COUNTRY
from data.profile.change import Change
from data.profile.figures import Figures
from data.registry.indicator import Indicator
from data.registry.kind import WHOLE_PERCENT, GroupKind, Rule
from data.store.check import ROUNDING

LARGE_CHANGE = 0.5  # of the last edition's value
RANK_JUMP = 25  # positions
LISTED = 5  # largest changes of an indicator in its summary
ROUNDED = 2  # decimals of what is computed from the kommuner


@dataclass(frozen=True)
class NewValues:
    """An indicator's values in the newest period that was delivered, by kommunekode, with their source and period."""

    source: str
    period: str
    values: pd.Series


def find_warnings(candidate: Candidate, changes: Mapping[str, list[Change]], keys: Collection[str]) -> Iterator[str]:
    """Sentences about figures that are possible but unlikely.

    ::

        Kalundborg, boliger_familie: 149 (2026) is -96% from the last edition's 3,372 (2025)
        Albertslund, familietype: the parts add up to 104 pct., not 100

    Args:
        candidate: the edition that could be made.
        changes: what it would change.
        keys: of the indicators that were delivered or fetched.
    """
    for code, changed in changes.items():
        place = candidate.after.places[code]
        for change in changed:
            yield from (f"{place.name}, {change.indicator.key}: {warning}" for warning in _check_change(change, code, candidate))
    yield from _find_odd_sums(candidate.after)
    yield from find_disagreements(candidate.after, keys)


def _check_change(change: Change, code: str, candidate: Candidate) -> Iterator[str]:
    if change.before.value is not None and change.after.value is None:
        yield f"{describe_reading(change.before)} in the last edition, now {describe_reading(change.after)}"
    if change.size > LARGE_CHANGE:
        share = "far" if change.ratio is None else f"{change.ratio - 1:+.0%}"
        yield f"{describe_reading(change.after)} is {share} from the last edition's {describe_reading(change.before)}"
    if change.after.period < change.before.period and change.after.value is not None:
        yield f"the period {change.after.period} is older than the last edition's {change.before.period}"
    old, new = (figures.ranks[change.indicator.key].get(code) for figures in (candidate.before, candidate.after))
    if old and new and abs(old.position - new.position) >= RANK_JUMP:
        yield f"moves from place {old.position} to place {new.position}"


def _find_odd_sums(figures: Figures) -> Iterator[str]:
    for group in figures.registry.groups.values():
        parts = figures.registry.in_group(group.key) if group.kind is GroupKind.SHARES else []
        for place in figures.kommuner if parts else ():
            values = [figures.reading(place.code, part).value for part in parts]
            total = sum(value for value in values if value is not None)
            if None not in values and abs(total - WHOLE_PERCENT) > ROUNDING:
                yield f"{place.name}, {group.key}: the parts add up to {total:g} pct., not 100"


def summarise(candidate: Candidate, keys: Iterable[str], changes: Mapping[str, list[Change]]) -> Iterator[str]:
    """The lines that a command prints of each indicator.

    They are its coverage, the kommuner together beside the country's figure, and the five largest changes::

        beboere, 2026: 98 of 98 kommuner have a value
          sum of the kommuner 14,947; no figure published for the country, the last edition has 1,000,000 (2025) for it
          Kalundborg: 6,000 (2025) -> 149 (2026) (-97.5%)
    """
    for key in keys:
        indicator = candidate.after.registry[key]
        new = _find_new_values(candidate, key)
        yield f"{key}, {new.period}: {new.values.count()} of {len(candidate.after.kommuner)} kommuner have a value"
        yield from (f"  {line}" for line in _explain_precedence(candidate.after, indicator, new))
        yield f"  {_compare_with_country(candidate, indicator, new.values)}"
        yield from (f"  {line}" for line in _list_largest(candidate.after, key, changes))


def _find_new_values(candidate: Candidate, key: str) -> NewValues:
    """The values of the last new snapshot that has the indicator: an import's own comes after those that lost rows to it.

    An indicator that was fetched unchanged is in none of them; its shown values are given instead.
    """
    figures = candidate.after
    codes = [place.code for place in figures.kommuner]
    snapshots = [one for one in candidate.snapshots if key in set(one.table["indikator"])]
    if not snapshots:
        shown = {code: figures.reading(code, figures.registry[key]).value for code in codes}
        return NewValues(figures.source(figures.registry[key]).key, figures.period(figures.registry[key]), pd.Series(shown, dtype=float))
    table = snapshots[-1].table
    rows = table[table["indikator"].eq(key) & table["kommune_kode"].isin(codes)]
    latest = rows[rows["periode"].eq(rows["periode"].max())].set_index("kommune_kode")
    return NewValues(snapshots[-1].source, rows["periode"].max(), pd.to_numeric(latest["vaerdi"]))


def _explain_precedence(figures: Figures, indicator: Indicator, new: NewValues) -> Iterator[str]:
    """A sentence where pages go on showing another source or period than the delivered one."""
    shown, period = figures.source(indicator).key, figures.period(indicator)
    if shown != new.source:
        yield f"the page shows {shown} ({period}), which goes first; what was delivered stands beside it"
    elif period != new.period:
        yield f"the page shows {period}, which is newer; what was delivered is kept as an earlier period"


def _compare_with_country(candidate: Candidate, indicator: Indicator, values: pd.Series) -> str:
    if indicator.rule is Rule.NONE:
        return "the kommuner are not taken together: the registry has no rule for it"
    word = "sum" if indicator.is_count else "weighted mean"
    together = candidate.after.aggregate(COUNTRY, indicator, values).value
    some = f"{word} of those {round(values.sum(), ROUNDED):,.10g}" if indicator.is_count else f"no {word}, since some have no value"
    computed = some if together is None else f"{word} of the kommuner {round(together, ROUNDED):,.10g}"
    published = candidate.after.published(COUNTRY, indicator)
    before = candidate.before.reading(COUNTRY, indicator)
    if published:
        return f"{computed}; published for the country {describe_reading(published)}"
    last_edition = f"the last edition has {describe_reading(before)} for it" if before.value is not None else "nor in the last edition"
    return f"{computed}; no figure published for the country, {last_edition}"


def _list_largest(figures: Figures, key: str, changes: Mapping[str, list[Change]]) -> Iterator[str]:
    kommuner = {place.code: place.name for place in figures.kommuner}
    found = [(name, change) for code, name in kommuner.items() for change in changes.get(code, []) if change.indicator.key == key]
    for name, change in sorted(found, key=lambda named: -named[1].size)[:LISTED]:
        if change.size:
            share = "" if change.ratio is None else f" ({change.ratio - 1:+.1%})"
            yield f"{name}: {describe_reading(change.before)} -> {describe_reading(change.after)}{share}"
