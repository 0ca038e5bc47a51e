"""Check that a StatBank table still has what the registry expects, and choose the values to ask it for."""

from collections.abc import Collection, Mapping

from data.place import COUNTRY
from data.problem import FiguresError
from data.registry.indicator import Indicator
from data.registry.statbank_query import QUARTERS, Join, Query
from data.statbank.table import TableInfo, Variable

COUNTRY_CODE = "000"
NO_KOMMUNER = {COUNTRY_CODE, "081", "082", "083", "084", "085", "411"}  # country, regioner, Christiansø; landsdele have two digits
CODE_LENGTH = 3


def to_statbank_code(code: str) -> str:
    """The service's code of a place: three digits.

    >>> to_statbank_code("0101"), to_statbank_code("0000")
    ('101', '000')
    """
    return COUNTRY_CODE if code == COUNTRY else code.removeprefix("0")


def find_area(variables: Mapping[str, Collection[str]], kommuner: Collection[str]) -> str:
    """The variable that has most of the kommuner among its codes; empty if there is none. Tables call it OMRÅDE, AMT and more.

    >>> find_area({"OMRÅDE": ["000", "101", "326"], "TID": ["2026"]}, ["0101", "0326", "0400"])
    'OMRÅDE'
    """
    ours = {to_statbank_code(code) for code in kommuner}
    counts = {name: len(ours & set(codes)) for name, codes in variables.items()}
    best = max(counts, key=counts.__getitem__, default="")
    return best if counts.get(best, 0) > len(ours) / 2 else ""


def _codes(info: TableInfo) -> dict[str, Collection[str]]:
    return {name: variable.values.keys() for name, variable in info.variables.items()}


def check_layout(info: TableInfo, indicator: Indicator, kommuner: Collection[str]) -> list[str]:
    """A sentence for everything in which the table differs from what the registry expects."""
    query = query_of(indicator)
    variables = info.variables
    wanted = {name: set(codes) for name, codes in query.requested_codes().items()}
    area = find_area(_codes(info), kommuner)
    problems = [] if area else ["no variable has the kommuner"]
    problems += [f"the variable {name} is gone; it has {', '.join(variables)}" for name in wanted if name.upper() not in variables]
    for name, codes in wanted.items():
        known = variables[name.upper()].values if name.upper() in variables else dict.fromkeys(codes, "")
        problems += [f"{name} has no value {code} any more; it has {', '.join(known)}" for code in sorted(codes - known.keys())]
    problems += (
        _check_denominator(query, variables)
        + _check_names(query, variables)
        + _check_left_out(variables, {area, *(name.upper() for name in wanted)})
    )
    if area:
        problems += _check_area(variables[area], kommuner)
    if not any(variable.is_time for variable in variables.values()):
        problems.append("no variable is marked as time")
    remedy = f"look at the table, and correct 'fetch' of {indicator.key} in indikatorer.toml"
    return [f"{info.table}, {indicator.key}: {problem}; {remedy}" for problem in problems]


def query_of(indicator: Indicator) -> Query:
    """How the indicator is made from a table; ValueError if the registry does not say."""
    if indicator.fetch is None:
        raise ValueError(f"{indicator.key} has no 'fetch' in indikatorer.toml")
    return indicator.fetch


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


def _check_left_out(variables: Mapping[str, Variable], asked: Collection[str]) -> list[str]:
    """The variables that are not asked for must be ones that the service adds up."""
    kept = [name for name, one in variables.items() if name not in asked and not one.is_time and not one.can_be_left_out]
    return [f"the variable {name} can't be left out" for name in kept]


def _check_area(area: Variable, kommuner: Collection[str]) -> list[str]:
    """The table and kommuner.csv must have the same kommuner."""
    theirs = {code for code in area.values if len(code) == CODE_LENGTH} - NO_KOMMUNER
    ours = {to_statbank_code(code) for code in kommuner}
    unknown = [f"{code} {area.values[code]}" for code in sorted(theirs - ours)]
    problems = [f"{area.code} has kommuner that kommuner.csv has not: {', '.join(unknown)}"] if unknown else []
    gone = sorted(ours - theirs)
    return problems + ([f"{area.code} lacks the kommuner {', '.join(gone)}"] if gone else [])


def list_variables(info: TableInfo, indicator: Indicator, kommuner: Collection[str], since: str) -> dict[str, list[str]]:
    """The values to ask a table for to make an indicator, by variable.

    ::

        list_variables(info, registry["husstande"], ["0101", "0326"], "2025")
        # {"OMRÅDE": ["000", "101", "326"], "Tid": ["2025", "2026"]}

    Args:
        info: the table.
        indicator: the indicator.
        kommuner: kommunekoder.
        since: the first year to ask for.

    Raises:
        FiguresError: the table has no period from that year on.
    """
    query = query_of(indicator)
    area = info.variables[find_area(_codes(info), kommuner)]
    areas = [COUNTRY_CODE] if COUNTRY_CODE in area.values else []
    asked = {area.code: [*areas, *(to_statbank_code(code) for code in sorted(kommuner))]}
    asked |= {info.variables[name.upper()].code: list(codes) for name, codes in query.requested_codes().items()}
    (time,) = [variable for variable in info.variables.values() if variable.is_time][:1]
    asked[time.code] = _choose_periods(sorted(time.values), query.join, since)
    if not asked[time.code]:
        newest = max(time.values, default="none")
        raise FiguresError([f"{info.table}, {indicator.key}: there is no period from {since} on, the newest is {newest}; ask with --since"])
    return asked


def _choose_periods(periods: list[str], join: Join, since: str) -> list[str]:
    """The periods from a year on; of the four newest quarters all, also where the first of them is older."""
    chosen = [period for period in periods if period[:4] >= since]
    if not chosen or join in (Join.EACH, Join.YEAR):
        return chosen
    return periods[-1:] if join is Join.NEWEST else periods[-QUARTERS:]
