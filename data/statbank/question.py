"""Questions to the service: the codes and periods to ask for to make each indicator, and the query that is sent."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from data.problem import FiguresError
from data.registry.indicator import Indicator
from data.statbank.layout import list_variables, query_of
from data.statbank.period import list_periods
from data.statbank.table import TableInfo
from data.store.snapshot import Snapshot

YEARS_BACK = 2  # far enough for the four newest quarters
ANSWER_FORMATS = {"jsonstat": "JSONSTAT", "csv": "CSV"}
Question = dict[str, list[str]]  # the codes of values by variable


def list_questions(
    wanted: Sequence[Indicator], infos: Mapping[str, TableInfo], kommuner: Sequence[str], old: Mapping[str, Snapshot], since: str | None
) -> tuple[dict[str, Question], list[str]]:
    """A question for each indicator by its key; and a sentence for each indicator that has no period since the given year.

    Args:
        wanted: the indicators.
        infos: the tables by name.
        kommuner: kommunekoder.
        old: the newest edition's snapshots by source: without ``since``, periods are asked for as far back as it has figures.
        since: the first year to ask for, or None.

    Raises:
        FiguresError: there is nothing to ask for, or no year was given and an indicator has no period.
    """
    questions: dict[str, Question] = {}
    without: list[str] = []
    for one in wanted:
        try:
            questions[one.key] = _make_question(since or _first_year(one, old), infos[query_of(one).table], one, kommuner)
        except FiguresError as error:
            without += error.problems
    if without and not (since and questions):
        raise FiguresError(without)
    return questions, without


def _first_year(indicator: Indicator, old: Mapping[str, Snapshot]) -> str:
    """The first year that the edition has figures for; without any, a recent one, which gives the newest figures."""
    if indicator.sources[0] in old:
        table = old[indicator.sources[0]].table
        periods = table.loc[table["indikator"] == indicator.key, "periode"]
        if len(periods):
            return str(periods.min())[:4]
    return str(date.today().year - YEARS_BACK)


def _make_question(year: str, info: TableInfo, indicator: Indicator, kommuner: Sequence[str]) -> Question:
    question = list_variables(info, indicator, kommuner, year)
    asked = [period for one in info.variables.values() if one.is_time for period in question[one.code]]
    if not list_periods(asked, query_of(indicator).join):
        problem = f"{info.table}, {indicator.key}: no whole year, or no four quarters, are among {', '.join(asked)}"
        raise FiguresError([f"{problem}; ask with an earlier --since"])
    return question


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
