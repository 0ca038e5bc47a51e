"""Check that a StatBank table still has what the registry expects, and plan how indicators are made from it."""

from collections.abc import Collection, Mapping, Sequence

from data.problem import FiguresError
from data.registry.indicator import Indicator
from data.registry.statbank_query import Query
from data.statbank.area import Areas, check_kommuner, find_area
from data.statbank.resolution import Plan, list_variables, query_of, resolve
from data.statbank.table import TableInfo, Variable


def plan_table(info: TableInfo, wanted: Sequence[Indicator], areas: Areas) -> list[Plan]:
    """A plan for each of a table's indicators.

    Raises:
        FiguresError: a sentence for everything in which the table differs from what the registry expects, of all its indicators.
    """
    plans, problems = [], []
    for indicator in wanted:
        try:
            plans.append(plan_indicator(info, indicator, areas))
        except FiguresError as error:
            problems += error.problems
    if problems:
        raise FiguresError(problems)
    return plans


def plan_indicator(info: TableInfo, indicator: Indicator, areas: Areas) -> Plan:
    """How the indicator is made from the table.

    Raises:
        FiguresError: a sentence for everything in which the table differs from what the registry expects.
    """
    area = find_area(list_codes(info), areas.kommuner)
    problems = _check_layout(info.variables, query_of(indicator), area, areas)
    if not problems:
        try:
            return resolve(indicator, info.variables, area)
        except FiguresError as error:
            problems = error.problems
    remedy = f"look at the table, and correct 'fetch' of {indicator.key} in indikatorer.toml"
    raise FiguresError([f"{info.table}, {indicator.key}: {problem}; {remedy}" for problem in problems])


def list_codes(info: TableInfo) -> dict[str, Collection[str]]:
    """The codes of a table's values, by variable in capitals."""
    return {name: variable.values.keys() for name, variable in info.variables.items()}


def _check_layout(variables: Mapping[str, Variable], query: Query, area: str, areas: Areas) -> list[str]:
    wanted = {name: set(codes) for name, codes in query.requested_codes().items()}
    problems = [] if area else ["no variable has the kommuner"]
    problems += [f"the variable {name} is gone; it has {', '.join(variables)}" for name in list_variables(query) if name not in variables]
    for name, codes in wanted.items():
        known = variables[name.upper()].values if name.upper() in variables else dict.fromkeys(codes, "")
        problems += [f"{name} has no value {code} any more; it has {', '.join(known)}" for code in sorted(codes - known.keys())]
    problems += _check_denominator(query, variables) + _check_names(query, variables)
    if area:
        problems += check_kommuner(variables[area].code, variables[area].values, areas)
    if not any(variable.is_time for variable in variables.values()):
        problems.append("no variable is marked as time")
    return problems


def _check_denominator(query: Query, variables: Mapping[str, Variable]) -> list[str]:
    """The denominator must list all values of a variable: a further one may be a new owner, or a total that counts everything twice."""
    return [
        f"{name} has {code} '{text}', which is not among the values that are divided by"
        for name in query.part_variables()
        if name.upper() in variables
        for code, text in variables[name.upper()].values.items()
        if code not in query.of[name]
    ]


def _check_names(query: Query, variables: Mapping[str, Variable]) -> list[str]:
    """The text of each named value must still contain its word."""
    problems = []
    for value, word in query.named.items():
        name, _, code = value.partition(" ")
        found = variables[name.upper()].values.get(code) if name.upper() in variables else None
        if found is not None and word.lower() not in found.lower():
            problems.append(f"{name} {code} is called '{found}', where something with '{word}' was expected")
    return problems
