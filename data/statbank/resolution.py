"""Turn what the registry asks a StatBank table for into codes that the table has, by the table's own description."""

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field, replace

from data.problem import FiguresError
from data.registry.indicator import Indicator
from data.registry.statbank_query import Query
from data.sentence import decapitalise
from data.statbank.span import Group, choose_groups, describe_other, list_groups
from data.statbank.table import Variable, is_total, is_unstated

ABSENT = "Danmarks Statistiks grupper er for brede til at vise denne for sig; den er regnet med i en af de andre."
Codes = dict[str, tuple[str, ...]]


@dataclass(frozen=True)
class Plan:
    """How an indicator is made from a table as it is now.

    Attributes:
        indicator: the indicator.
        query: its query, with codes only.
        wording: other words than the registry's, by field of the indicator, where the source's groups have other boundaries.
        absent: why the source has no such part, in Danish; empty where it has.
        unstated: by variable, the codes for what is not known, which no group of ages or years has; they explain what parts lack.
    """

    indicator: Indicator
    query: Query
    wording: Mapping[str, str] = field(default_factory=dict)
    absent: str = ""
    unstated: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    def requested_codes(self) -> Codes:
        """All codes to ask for, by variable."""
        asked = self.query.requested_codes()
        return {name: tuple(dict.fromkeys((*codes, *self.unstated.get(name, ())))) for name, codes in asked.items()}


def query_of(indicator: Indicator) -> Query:
    """How the indicator is made from a table; ValueError if the registry does not say."""
    if indicator.fetch is None:
        raise ValueError(f"{indicator.key} has no 'fetch' in indikatorer.toml")
    return indicator.fetch


def list_variables(query: Query) -> list[str]:
    """The variables that the registry names, in capitals."""
    return [name.upper() for name in dict.fromkeys((*query.select, *query.of, *query.spans, *query.match))]


def resolve(indicator: Indicator, variables: Mapping[str, Variable], area: str) -> Plan:
    """The plan of an indicator.

    ::

        resolve(registry["personer_boern"], info.variables, "AMT").query.select
        # {"EJER": ("20",), "ALDER1": ("0-5", "6-11", "12-17")}

    Args:
        indicator: the indicator.
        variables: the table's, by name in capitals; all that the registry names are among them.
        area: the variable with the places.

    Raises:
        FiguresError: a sentence for each variable whose values don't have what is asked for.
    """
    query = query_of(indicator)
    problems: list[str] = []
    select, unstated = dict(query.select), {}
    wording: dict[str, str] = {}
    absent = ""
    for name in (*query.spans, *query.match):
        values = variables[name.upper()].values
        unstated[name] = tuple(code for code, text in values.items() if is_unstated(code, text))
        try:
            if name in query.match:
                select[name] = _match(values, query.match[name])
                continue
            groups = list_groups(values)
        except ValueError as error:
            problems.append(f"{name} {error}")
            continue
        chosen = choose_groups(groups, query.spans[name])
        wording |= _reword(indicator, describe_other(chosen, groups[-1], query.spans[name])) if chosen else {}
        absent = absent if chosen else ABSENT
        select[name] = _list_codes(chosen or groups)
    if problems:
        raise FiguresError(problems)
    rest = _add_up_rest(variables, {area, *list_variables(query)})
    of = rest | select | dict(query.of) if query.of else {}
    concrete = replace(query, select=rest | dict(query.of) | select, of=of, spans={}, match={})
    return Plan(indicator, concrete, wording, absent, unstated)


def _list_codes(groups: Collection[Group]) -> tuple[str, ...]:
    return tuple(group.code for group in groups)


def _match(values: Mapping[str, str], words: str) -> tuple[str, ...]:
    found = tuple(
        code for code, text in values.items() if not is_total(code, text) and any(word in text.lower() for word in words.lower().split("|"))
    )
    if not found:
        known = ", ".join(f"{code} '{text}'" for code, text in values.items())
        raise ValueError(f"has no value with '{words}' in its text; it has {known}")
    return found


def _add_up_rest(variables: Mapping[str, Variable], asked: Collection[str]) -> Codes:
    """Of each variable that is not asked for and that the service does not add up: its total, or all its values, to be added up here."""
    kept = {one.code: one.values for name, one in variables.items() if name not in asked and not one.is_time and not one.can_be_left_out}
    totals = {name: [code for code, text in values.items() if is_total(code, text)] for name, values in kept.items()}
    return {name: tuple(totals[name][:1] or values) for name, values in kept.items()}


def _reword(indicator: Indicator, words: str) -> dict[str, str]:
    """The indicator's texts with other words for its span: where its short name stands in them, and behind its label at least."""
    if not words:
        return {}
    own = re.compile(re.escape(indicator.short), re.IGNORECASE)
    inside = decapitalise(words)
    label = own.sub(inside, indicator.label) if own.search(indicator.label) else f"{indicator.label} ({inside})"
    return {"label": label, "short": words, "definition": own.sub(inside, indicator.definition)}
