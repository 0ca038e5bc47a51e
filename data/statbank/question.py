"""What the service is asked for: of each indicator the codes and the periods."""

from collections.abc import Mapping, Sequence
from datetime import date

from data.problem import FiguresError
from data.registry.indicator import Indicator
from data.statbank.client import TableInfo
from data.statbank.layout import list_variables, query_of
from data.statbank.rows import list_periods
from data.store.snapshot import Snapshot

BACK = 2  # years: far enough that the four newest quarters are among them
Question = dict[str, list[str]]  # the values by variable


def list_questions(
    wanted: Sequence[Indicator], infos: Mapping[str, TableInfo], kommuner: Sequence[str], old: Mapping[str, Snapshot], since: str | None
) -> tuple[dict[str, Question], list[str]]:
    """A question for each indicator by its key; and a sentence for each that has no period since the year that was asked for.

    Args:
        wanted: the indicators.
        infos: the tables by name.
        kommuner: our codes.
        old: the newest edition's snapshots by source: without ``since`` periods are asked for as far back as there are figures.
        since: a year.

    Raises:
        FiguresError: there is nothing to ask for, or no year was given and an indicator has no period.
    """
    questions: dict[str, Question] = {}
    without: list[str] = []
    for one in wanted:
        try:
            questions[one.key] = _ask_since(since or _first_year(one, old), infos[query_of(one).table], one, kommuner)
        except FiguresError as error:
            without += error.problems
    if without and not (since and questions):
        raise FiguresError(without)
    return questions, without


def _first_year(indicator: Indicator, old: Mapping[str, Snapshot]) -> str:
    """The first year that there are figures of already; else recent ones, which give the newest."""
    if indicator.sources[0] in old:
        table = old[indicator.sources[0]].table
        periods = table.loc[table["indikator"] == indicator.key, "periode"]
        if len(periods):
            return str(periods.min())[:4]
    return str(date.today().year - BACK)


def _ask_since(year: str, info: TableInfo, indicator: Indicator, kommuner: Sequence[str]) -> Question:
    question = list_variables(info, indicator, kommuner, year)
    asked = [period for one in info.variables.values() if one.is_time for period in question[one.code]]
    if not list_periods(asked, query_of(indicator).join):
        what = f"{info.table}, {indicator.key}: no whole year, or no four quarters, are among {', '.join(asked)}"
        raise FiguresError([f"{what}; ask with an earlier --since"])
    return question
