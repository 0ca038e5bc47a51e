"""Check that the entries of the registry fit one another: what they name exists, and what they say of it can be."""

from collections.abc import Iterator, Mapping
from typing import Protocol

from data.registry.entry import FILE, RegistryError
from data.registry.indicator import Indicator
from data.registry.kind import GroupKind, PeriodKind, Rule, Unit
from data.registry.panel import Group, Panel
from data.registry.source import Source, SourceKind
from data.registry.statbank_query import Join

PERIODS = {  # the kinds of period that each way of joining can give
    Join.EACH: {PeriodKind.PRIMO, PeriodKind.YEAR, PeriodKind.QUARTER_START},
    Join.YEAR: {PeriodKind.YEAR},
    Join.FOUR: {PeriodKind.QUARTERS},
    Join.NEWEST: {PeriodKind.PRIMO, PeriodKind.YEAR, PeriodKind.QUARTER_START},
    Join.FIVE_YEARS: {PeriodKind.RANGE},
    Join.TEN_YEARS: {PeriodKind.RANGE},
}


class Entries(Protocol):
    """All entries, as ``data.registry.registry.Registry`` has them."""

    @property
    def indicators(self) -> Mapping[str, Indicator]:
        """Indicators by key."""
        ...

    @property
    def groups(self) -> Mapping[str, Group]:
        """Groups by key."""
        ...

    @property
    def panels(self) -> Mapping[str, Panel]:
        """Panels by key."""
        ...

    @property
    def sources(self) -> Mapping[str, Source]:
        """Sources by key."""
        ...


def check_entries(entries: Entries) -> None:
    """Raise a RegistryError for the first entry that does not fit the others."""
    for panel in entries.panels.values():
        _refuse_unknown(panel.key, [key for key in panel.lead if key not in entries.indicators and key not in entries.groups])
    for group in entries.groups.values():
        _refuse_unknown(group.key, [group.panel] if group.panel not in entries.panels else [])
        _refuse_unknown(group.key, [group.agrees.key] if group.agrees and group.agrees.key not in entries.indicators else [])
    if twice := sorted(entries.groups.keys() & entries.indicators.keys()):
        raise RegistryError(f"{FILE}: {', '.join(twice)} is a group and an indicator; give one of them another key")
    for indicator in entries.indicators.values():
        _refuse_unknown(indicator.key, _find_unknown(indicator, entries))
        for problem in _find_problems(indicator, entries):
            raise RegistryError(f"{FILE}, {indicator.key}: {problem}")


def _refuse_unknown(key: str, unknown: list[str]) -> None:
    if unknown:
        raise RegistryError(f"{FILE}, {key}: {', '.join(unknown)} does not exist; correct the name or add the entry")


def _find_unknown(indicator: Indicator, entries: Entries) -> list[str]:
    named = {*indicator.weights, indicator.at_most, indicator.against} - {""}
    named |= {indicator.agrees.key} if indicator.agrees else set()
    named |= {indicator.ratio.of, indicator.ratio.per} if indicator.ratio else set()
    return [*sorted(named - entries.indicators.keys()), *(source for source in indicator.sources if source not in entries.sources)]


def _find_problems(indicator: Indicator, entries: Entries) -> Iterator[str]:
    kind = entries.groups[indicator.group].kind
    if kind is GroupKind.PARTS and not indicator.is_count:
        yield f"the group {indicator.group} has parts of a whole, but the rule is {indicator.rule}; correct one of them"
    if (indicator.rule is Rule.RATIO) != bool(indicator.ratio):
        yield f"the rule is {indicator.rule}, and there is {'a' if indicator.ratio else 'no'} 'ratio'; correct one of them"
    if list(indicator.limits) != sorted(set(indicator.limits)):
        yield f"limits are {list(indicator.limits)}; write them rising"
    yield from _check_fetch(indicator, entries.sources)


def _check_fetch(indicator: Indicator, sources: Mapping[str, Source]) -> Iterator[str]:
    """Why the indicator can't be fetched, where its first source is a StatBank table."""
    is_fetched = sources[indicator.sources[0]].kind is SourceKind.STATBANK and not indicator.ratio
    query = indicator.fetch
    if query is None:
        if is_fetched:
            yield f"{indicator.sources[0]} is a StatBank table, but there is no 'fetch'; add one"
        return
    if not is_fetched or not indicator.sources[0].endswith(f"_{query.table.lower()}"):
        yield f"fetch is from {query.table}, but the first source is {indicator.sources[0]}; name the same table"
    if indicator.period not in PERIODS[query.join]:
        yield f"join is {query.join}, which does not give periods of the kind {indicator.period}; correct one of them"
    whole = query.denominator_codes()
    not_in_whole = [f"{name} {code}" for name, codes in query.select.items() for code in codes if code not in whole.get(name, (code,))]
    if not_in_whole:
        yield f"{', '.join(not_in_whole)} of select is not in of; a part must be in what it is a part of"
    if query.of and indicator.unit is not Unit.PERCENT:
        yield "of makes it a percentage, but the unit is another; correct one of them"
