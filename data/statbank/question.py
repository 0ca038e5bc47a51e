"""Questions to the service: one for all indicators that are made from the same variables of a table, and the query that is sent."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from data.registry.indicator import Indicator
from data.registry.statbank_query import Join
from data.statbank.area import Areas, find_area, to_statbank_code
from data.statbank.layout import list_codes
from data.statbank.period import choose_periods, list_periods
from data.statbank.resolution import Plan
from data.statbank.table import TableInfo, Variable
from data.store.snapshot import Snapshot

YEARS_BACK = 10  # how far figures are asked for that no edition has yet
ANSWER_FORMATS = {"jsonstat": "JSONSTAT", "csv": "CSV"}
WHOLE = {Join.FOUR: "no four quarters", Join.FIVE_YEARS: "no five whole years", Join.TEN_YEARS: "no ten whole years"}
Question = dict[str, list[str]]  # the codes of values by variable


@dataclass(frozen=True)
class Asked:
    """A question, and the plans that its answer is for, each with the table's periods that it needs."""

    question: Question
    plans: tuple[tuple[Plan, tuple[str, ...]], ...]


def list_questions(
    plans: Sequence[Plan], info: TableInfo, areas: Areas, old: Mapping[str, Snapshot], since: str | None
) -> tuple[list[Asked], list[str]]:
    """The questions to a table; and a sentence for each indicator that has no period to be asked for.

    Indicators that need the same variables share a question, with the codes and periods of all of them.

    Args:
        plans: how each indicator is made.
        info: the table.
        areas: the places.
        old: the newest edition's snapshots by source: without ``since``, periods are asked for as far back as it has figures.
        since: the first year to ask for, or None.
    """
    shared: dict[frozenset[str], list[tuple[Plan, tuple[str, ...]]]] = {}
    without: list[str] = []
    (time,) = [variable for variable in info.variables.values() if variable.is_time][:1]
    for plan in plans:
        periods, problem = _choose(plan, time, since or _first_year(plan.indicator, old))
        if problem:
            without.append(f"{info.table}, {plan.indicator.key}: {problem}")
        else:
            shared.setdefault(frozenset(plan.requested_codes()), []).append((plan, tuple(periods)))
    area = info.variables[find_area(list_codes(info), areas.kommuner)]
    places = [to_statbank_code(code) for code in areas.find_published(area.values)]
    return [Asked(_join(same, info, area.code, places, time.code), tuple(same)) for same in shared.values()], without


def _first_year(indicator: Indicator, old: Mapping[str, Snapshot]) -> str:
    """The first year that the edition has figures for; without any, ten years back."""
    if indicator.sources[0] in old:
        table = old[indicator.sources[0]].table
        periods = table.loc[table["indikator"] == indicator.key, "periode"]
        if len(periods):
            return str(periods.min())[:4]
    return str(date.today().year - YEARS_BACK)


def _choose(plan: Plan, time: Variable, since: str) -> tuple[list[str], str]:
    """The periods to ask for, and what is wrong with them."""
    periods = choose_periods(time.values, plan.query.join, since)
    if not periods:
        return [], f"there is no period from {since} on, the newest is {max(time.values, default='none')}; ask with an earlier --since"
    if not list_periods(periods, plan.query.join):
        missing = WHOLE.get(plan.query.join, "no whole year")
        return [], f"{missing}, among {', '.join(periods)}; ask with an earlier --since, or wait for the table to be completed"
    return periods, ""


def _join(same: Sequence[tuple[Plan, Sequence[str]]], info: TableInfo, area: str, places: list[str], time: str) -> Question:
    """The codes and periods of all plans together; the variables' own order is kept, so that the same question is asked every time."""
    codes: dict[str, dict[str, None]] = {}
    for plan, _ in same:
        for name, own in plan.requested_codes().items():
            codes.setdefault(info.variables[name.upper()].code, {}).update(dict.fromkeys(own))
    asked = {area: places} | {name: list(own) for name, own in codes.items()}
    asked[time] = sorted({period for _, periods in same for period in periods})
    return {variable.code: asked[variable.code] for variable in info.variables.values() if variable.code in asked}


def build_query(table: str, question: Mapping[str, Sequence[str]], answer_format: str) -> dict[str, Any]:
    """The query that is sent to the API's ``/data`` for a table's figures, with codes instead of texts.

    >>> build_query("FAM55N", {"OMRÅDE": ["101"]}, "csv")["variables"]
    [{'code': 'OMRÅDE', 'values': ['101']}]
    """
    return {
        "table": table,
        "format": ANSWER_FORMATS[answer_format],
        "lang": "en",  # decimal point
        "valuePresentation": "Code",
        "variables": [{"code": code, "values": list(values)} for code, values in question.items()],
    }
