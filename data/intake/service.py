"""Fetch indicators from the StatBank, table by table: one that can't be had stops no other."""

import json
import sys
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TypeVar

from tqdm import tqdm

from data.problem import FiguresError
from data.registry.indicator import Indicator
from data.registry.registry import Registry
from data.statbank.agreement import Made, check_agreement
from data.statbank.answer.reader import read_cube
from data.statbank.area import Areas, describe_passed_over, find_area
from data.statbank.bounds import find_too_large
from data.statbank.client import StatBank, UnreachableError
from data.statbank.cube import Cube
from data.statbank.layout import list_codes, plan_table
from data.statbank.question import Asked, Question, build_query, list_questions
from data.statbank.resolution import Plan, query_of
from data.statbank.rows import Fetched, make_rows
from data.statbank.split import ask_in_parts
from data.statbank.table import TableInfo
from data.store.kept import KeptAnswers
from data.store.snapshot import Snapshot

Item = TypeVar("Item")


@dataclass(frozen=True)
class Order:
    """What is wanted of the service, and what is known already.

    Attributes:
        wanted: the indicators.
        areas: the places.
        registry: the registry.
        old: the newest edition's snapshots by source.
        since: the first year to ask for, or None.
        answer_format: "jsonstat" or "csv".
    """

    wanted: Sequence[Indicator]
    areas: Areas
    registry: Registry
    old: Mapping[str, Snapshot]
    since: str | None
    answer_format: str

    def of_table(self, table: str) -> list[Indicator]:
        """The wanted indicators that are made from a table."""
        return [one for one in self.wanted if query_of(one).table == table]


@dataclass
class Result:
    """What came of an order: the indicators in the registry's order, and by table the sentences that say why it could not be had."""

    fetched: list[Fetched] = field(default_factory=list)
    refused: dict[str, list[str]] = field(default_factory=dict)

    def refuse(self, table: str, problems: list[str]) -> None:
        """Leave out a table."""
        self.refused.setdefault(table, []).extend(problems)
        self.fetched = [one for one in self.fetched if query_of(one.indicator).table != table]

    @property
    def problems(self) -> list[str]:
        """All sentences."""
        return [problem for problems in self.refused.values() for problem in problems]


def ask_service(order: Order, bank: StatBank, kept: KeptAnswers) -> Result:
    """Ask for the description of every table first, then for the figures of those that are as expected.

    Args:
        order: what is wanted.
        bank: the service.
        kept: answers of a fetch that was stopped, which are not asked for again; and where new ones are kept until they are published.

    Raises:
        FiguresError: there is no connection, or nothing to ask for since the given year.
    """
    result = Result()
    without: list[str] = []
    tables: dict[str, tuple[TableInfo, list[Asked]]] = {}
    for table in _show_progress(dict.fromkeys(query_of(one).table for one in order.wanted), "Tables"):
        try:
            info = bank.tableinfo(table)
            tables[table] = (info, _prepare(info, order, without))
        except UnreachableError as error:
            if not tables:
                raise  # whoever has no connection should not wait for it once for each table
            result.refuse(table, error.problems)
        except FiguresError as error:
            result.refuse(table, error.problems)
    if without and not result.refused and not any(questions for _, questions in tables.values()):
        raise FiguresError(without)
    sys.stderr.writelines(f"  passed over: {problem}\n" for problem in without)
    _fetch_tables(tables, order, bank, kept, result)
    for key, problems in find_too_large(result.fetched, {key: one.table for key, one in order.old.items()}, order.areas).items():
        _refuse(query_of(order.registry[key]).table, problems, kept, result)
    return result


def _prepare(info: TableInfo, order: Order, without: list[str]) -> list[Asked]:
    """The questions to a table; what has no period since the given year is told in ``without``."""
    wanted = order.of_table(info.table)
    questions, lacking = list_questions(plan_table(info, wanted, order.areas), info, order.areas, order.old, order.since)
    if lacking and not order.since:
        raise FiguresError(lacking)
    without += lacking
    area = info.variables[find_area(list_codes(info), order.areas.kommuner)]
    sys.stderr.writelines(f"  {info.table}: {line}\n" for line in describe_passed_over(area.code, area.values, order.areas))
    if not info.is_active:
        sys.stderr.write(f"  {info.table} is no longer kept up; look for the table that has taken its place\n")
    return questions


def _fetch_tables(
    tables: Mapping[str, tuple[TableInfo, list[Asked]]], order: Order, bank: StatBank, kept: KeptAnswers, result: Result
) -> None:
    made: dict[str, list[Made]] = {table: [] for table in tables}
    for info, asked in _show_progress([(info, asked) for info, questions in tables.values() for asked in questions], "Figures"):
        if info.table not in result.refused:
            try:
                made[info.table] += _fetch_question(info, asked, order, bank, kept)
            except FiguresError as error:
                result.refuse(info.table, error.problems)
    for table, ones in made.items():
        if table not in result.refused and ones:
            if problems := check_agreement(ones, tables[table][0].variables, order.areas, order.registry):
                _refuse(table, problems, kept, result)
            else:
                result.fetched += [one.fetched for one in ones]
    turns = {indicator.key: turn for turn, indicator in enumerate(order.wanted)}
    result.fetched.sort(key=lambda one: turns[one.indicator.key])


def _refuse(table: str, problems: list[str], kept: KeptAnswers, result: Result) -> None:
    """Leave out a table whose answers are not right: they are asked for anew next time."""
    kept.forget(table)
    result.refuse(table, [*problems[:-1], f"{problems[-1]}; nothing of {table} is published: fetch it again later, or ask the publisher"])


def _fetch_question(info: TableInfo, asked: Asked, order: Order, bank: StatBank, kept: KeptAnswers) -> list[Made]:
    cube = ask_in_parts(lambda question: _ask(question, info, order.answer_format, bank, kept), asked.question)
    query = json.dumps(build_query(info.table, asked.question, order.answer_format), ensure_ascii=False)
    try:
        return [_make(cube, plan, periods, order.areas, info.updated, query) for plan, periods in asked.plans]
    except FiguresError:
        kept.forget(info.table)  # they are answers, but not ones that figures can be made of
        raise


def _make(cube: Cube, plan: Plan, periods: tuple[str, ...], areas: Areas, updated: str, query: str) -> Made:
    table = make_rows(cube, plan, areas, plan.indicator.sources[0], periods)
    return Made(Fetched(plan.indicator, table, updated, query, plan.wording), plan, cube, periods)


def _ask(question: Question, info: TableInfo, answer_format: str, bank: StatBank, kept: KeptAnswers) -> Cube:
    """The answer that is kept, or the service's, which is kept once it is known to be one."""
    query = build_query(info.table, question, answer_format)
    text = kept.take(query, info.updated)
    if text is not None:
        try:
            return _read(text, question, info.table)
        except FiguresError:  # kept by an earlier version, which saw nothing wrong with it
            kept.reject(query, info.updated)
    text = bank.data(query)
    cube = _read(text, question, info.table)
    kept.keep(query, info.updated, text)
    return cube


def _read(text: str, question: Question, table: str) -> Cube:
    """The cells of an answer that is to just this question."""
    cube = read_cube(text, table, table)
    cube.check_answers(question, table)
    return cube


def _show_progress(items: Iterable[Item], label: str) -> Iterable[Item]:
    return tqdm(list(items), desc=label, disable=None, leave=False)
