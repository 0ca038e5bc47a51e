"""Checks of a table's figures against each other, before any of them is published: what is the same by two ways must be equal.

Only a difference that nothing explains is a problem: figures that are missing for a reason, and what is "not stated", explain it.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from data.problem import shorten_list
from data.reading import Reason
from data.registry.registry import Registry
from data.statbank.area import Areas, find_area, to_statbank_code
from data.statbank.cube import Cube
from data.statbank.period import Series, join_periods
from data.statbank.resolution import Plan
from data.statbank.rows import Cells, Fetched, add_up, group_cells
from data.statbank.table import Variable, is_total

SMALLEST = 0.5  # counts that differ by less are the same: sums of floats
ROUNDING = 0.006  # pct. points, of shares with two decimals
Select = Mapping[str, Sequence[str]]
Value = tuple[float | None, str]  # and the reason, where there is none


@dataclass(frozen=True)
class Made:
    """An indicator's rows, and the plan, answer and periods of the table that they were made from."""

    fetched: Fetched
    plan: Plan
    cube: Cube
    periods: tuple[str, ...]

    @property
    def key(self) -> str:
        """The indicator's key."""
        return self.plan.indicator.key

    def values(self) -> dict[tuple[str, str], Value]:
        """By kommunekode and period: the value, or the reason that there is none."""
        rows = self.fetched.table[["kommune_kode", "periode", "vaerdi", "aarsag"]].itertuples(index=False)
        return {(code, period): (float(value) if value else None, reason) for code, period, value, reason in rows}

    def cells(self, areas: Areas) -> dict[str, Cells]:
        """The cells that it was made from, by the service's code of the place."""
        return group_cells(self.cube, find_area(self.cube.codes(), areas.kommuner), self.periods)

    def add_up(self, select: Select, areas: Areas) -> dict[str, Series]:
        """The sums of the chosen cells by kommunekode and period of the table."""
        cells = self.cells(areas)
        return {code: add_up(cells[to_statbank_code(code)], self.cube.variables, select) for code in areas.find_published(cells.keys())}


def check_agreement(made: Sequence[Made], variables: Mapping[str, Variable], areas: Areas, registry: Registry) -> list[str]:
    """A sentence for every disagreement among the figures of one table, naming place, period and both numbers.

    ::

        ["BOL101: Kalundborg, 2026: the parts of bygningstype add up to 6,010, but almene_boliger is 6,011"]
    """
    by_key = {one.key: one for one in made}
    checks = [_check_claims(made, variables, areas)]
    for group in registry.groups.values():
        parts = [by_key[indicator.key] for indicator in registry.in_group(group.key) if indicator.key in by_key]
        if group.agrees and group.agrees.within == 0 and group.agrees.key in by_key and len(parts) == len(registry.in_group(group.key)):
            checks.append(_check_parts(group.key, parts, by_key[group.agrees.key], areas))
    checks += [_check_share(share, count, areas) for share in made for count in made if _is_share_of(share, count)]
    return [f"{made[0].plan.query.table}: {sentence}" for check in checks for sentence in shorten_list(check)]


def _check_parts(group: str, parts: Sequence[Made], whole: Made, areas: Areas) -> Iterator[str]:
    """The parts of a group must add up to the whole; where one is missing for a reason, to no more than it."""
    values, unstated = [one.values() for one in parts], _add_up_unstated(parts, areas)
    for at, (total, _) in whole.values().items():
        if total is None or not all(at in one for one in values):
            continue
        known = [one[at] for one in values]
        found = sum(value for value, _ in known if value is not None) + (unstated.get(at) or 0)
        is_whole = all(value is not None or reason == Reason.IKKE_RELEVANT for value, reason in known) and unstated.get(at, 0) is not None
        if found - total > SMALLEST or (is_whole and total - found > SMALLEST):
            yield f"{areas.name_figure(*at)}: the parts of {group} add up to {found:,.10g}, but {whole.key} is {total:,.10g}"


def _add_up_unstated(parts: Sequence[Made], areas: Areas) -> dict[tuple[str, str], float | None]:
    """What the source does not state and no part has, by kommunekode and period."""
    first = parts[0]
    select: dict[str, Sequence[str]] = dict(first.plan.query.select)
    left = False
    for name, codes in first.plan.unstated.items():
        taken = {code for one in parts for code in one.plan.query.select.get(name, ())}
        if rest := [code for code in codes if code not in taken]:
            select[name], left = rest, True
    if not left:
        return {}
    sums = first.add_up(select, areas)
    return {(code, when): value for code, series in sums.items() for when, value in join_periods(series, first.plan.query.join).items()}


def _is_share_of(share: Made, count: Made) -> bool:
    """Whether the count is the numerator of the share."""
    one, other = share.plan.query, count.plan.query
    return bool(one.of) and not other.of and one.join is other.join and _key(one.select, {}) == _key(other.select, {})


def _check_share(share: Made, count: Made, areas: Areas) -> Iterator[str]:
    """The share must be the count, divided by the whole of the same answer."""
    query, counts = share.plan.query, count.values()
    sums = share.add_up(query.denominator_codes(), areas)
    wholes = {code: join_periods(series, query.join) for code, series in sums.items()}
    for at, (value, _) in share.values().items():
        number, whole = counts.get(at, (None, ""))[0], wholes[at[0]].get(at[1])
        if value is not None and number is not None and whole and abs(value - 100 * number / whole) > ROUNDING:
            expected = f"{count.key} is {number:,.10g} of {whole:,.10g}"
            yield f"{areas.name_figure(*at)}: {share.key} is {value:g} pct., but {expected}"


def _check_claims(made: Sequence[Made], variables: Mapping[str, Variable], areas: Areas) -> Iterator[str]:
    """The same count, taken from the table in two ways, must be the same, such as all dwellings by owner and all dwellings by use."""
    claims: dict[object, list[tuple[Made, Select]]] = defaultdict(list)
    for one in made:
        query = one.plan.query
        selects = [query.select, query.denominator_codes()] if query.of else [query.select]
        for select in selects if not one.plan.absent else ():
            claimed = claims[_key(select, variables)]
            if all(one.cube is not other.cube or select != before for other, before in claimed):
                claimed.append((one, select))
    for same in claims.values():
        if len(same) > 1:
            (first, known), *others = [(one, one.add_up(select, areas)) for one, select in same]
            for other, sums in others:
                yield from _compare(first, known, other, sums, areas)


def _compare(first: Made, known: Mapping[str, Series], other: Made, sums: Mapping[str, Series], areas: Areas) -> Iterator[str]:
    for code, series in known.items():
        for period, value in series.items():
            again = sums.get(code, {}).get(period)
            if value is not None and again is not None and abs(value - again) > SMALLEST:
                numbers = f"{value:,.10g} for {first.key}, but {again:,.10g} for {other.key}"
                yield f"{areas.name_figure(code, period)}: the same count is {numbers}"


def _key(select: Select, variables: Mapping[str, Variable]) -> object:
    """What is counted: the chosen codes, without the variables of which all values are chosen."""
    return frozenset((name.upper(), frozenset(codes)) for name, codes in select.items() if not _is_all(codes, variables.get(name.upper())))


def _is_all(codes: Iterable[str], variable: Variable | None) -> bool:
    if variable is None:
        return False
    totals = {code for code, text in variable.values.items() if is_total(code, text)}
    chosen = set(codes)
    return chosen == variable.values.keys() - totals or (bool(chosen) and chosen <= totals)
