"""Descriptions of StatBank tables: the answers to the API's ``/tableinfo``."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, TypeVar

from data.problem import FiguresError
from data.statbank.answer.code import describe_unsound, is_sound
from data.statbank.answer.shape import UNREADABLE, AnswerError, load_json, read_day, require_flag, require_text

Item = TypeVar("Item")
TOTALS = {"TOT", "IALT", "I ALT", "TOTAL"}  # codes of the value that all others are part of
TOTAL_TEXT = re.compile(r"\b(i alt|total)\b", re.IGNORECASE)
UNSTATED_TEXT = re.compile(r"\b(uoplyst|not stated|unknown)\b", re.IGNORECASE)


@dataclass(frozen=True)
class Variable:
    """A variable of a table: ``values`` are texts by code; where it ``can_be_left_out`` of a question, the service adds them up."""

    code: str
    can_be_left_out: bool
    is_time: bool
    values: Mapping[str, str]


@dataclass(frozen=True)
class TableInfo:
    """The description of a table. ``updated`` is an ISO date; a table that is not ``is_active`` gets no more figures."""

    table: str
    text: str
    updated: str
    variables: Mapping[str, Variable]
    is_active: bool = True


def read_tableinfo(text: str, table: str) -> TableInfo:
    """The description in an answer to ``/tableinfo``.

    >>> info = read_tableinfo('{"id": "FAM55N", "text": "Husstande", "updated": "2026-02-12T08:00:00", "variables": []}', "FAM55N")
    >>> info.updated, info.is_active
    ('2026-02-12', True)

    Args:
        text: the answer, JSON.
        table: the name of the table that was asked for.

    Raises:
        FiguresError: the answer is something else.
    """
    try:
        answer = load_json(text)
        variables = _list_once([(one["id"].upper(), _read_variable(one)) for one in answer["variables"]])
        updated, is_active = read_day(require_text(answer["updated"])), require_flag(answer.get("active", True))
        info = TableInfo(require_text(answer["id"]), require_text(answer["text"]), updated, variables, is_active)
    except UNREADABLE as error:
        beginning = " ".join(text[:60].split())
        reason = error if isinstance(error, AnswerError) else repr(error)
        problem = f"the description of the table can't be read ({reason}); it begins '{beginning}'"
        raise FiguresError([f"{table}: {problem}; try again later"]) from error
    if info.table.upper() != table.upper():
        raise FiguresError([f"{table}: the description that came is of {info.table}; try again later"])
    return replace(info, table=table)


def is_total(code: str, text: str) -> bool:
    """Whether a value is the sum of the others.

    >>> is_total("IALT", "Alder i alt"), is_total("20", "Almene boligselskaber")
    (True, False)
    """
    return code.upper() in TOTALS or bool(TOTAL_TEXT.search(text))


def is_unstated(code: str, text: str) -> bool:
    """Whether a value stands for what is not known.

    >>> is_unstated("UOPL", "Uoplyst"), is_unstated("UOP2", "Andet el uoplyst"), is_unstated("570", "Andet")
    (True, True, False)
    """
    return code.upper().startswith("UOP") or bool(UNSTATED_TEXT.search(text))


def _read_variable(entry: Mapping[str, Any]) -> Variable:
    values = _list_once([(require_text(value["id"]), require_text(value["text"])) for value in entry["values"]])
    return Variable(require_text(entry["id"]), require_flag(entry["elimination"]), require_flag(entry["time"]), values)


def _list_once(pairs: Sequence[tuple[str, Item]]) -> dict[str, Item]:
    """What stands under each code, which must be sound and there once: of two the last would be taken, and nothing said."""
    found: dict[str, Item] = {}
    for code, item in pairs:
        if code in found:
            raise AnswerError(f"{code} is described twice")
        if not is_sound(code):
            raise AnswerError(describe_unsound(code))
        found[code] = item
    return found
