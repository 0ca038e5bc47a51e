"""Descriptions of StatBank tables: the answers to the API's ``/tableinfo``."""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from data.problem import FiguresError
from data.statbank.cube import UNREADABLE, read_day

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
        answer = json.loads(text)
        variables = {one["id"].upper(): _read_variable(one) for one in answer["variables"]}
        updated, is_active = read_day(_require_text(answer["updated"])), bool(answer.get("active", True))
        return TableInfo(_require_text(answer["id"]), _require_text(answer["text"]), updated, variables, is_active)
    except UNREADABLE as error:
        beginning = " ".join(text[:60].split())
        raise FiguresError([f"{table}: the description of the table can't be read ({error!r}); it begins '{beginning}'"]) from error


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
    values = {_require_text(value["id"]): _require_text(value["text"]) for value in entry["values"]}
    return Variable(_require_text(entry["id"]), bool(entry["elimination"]), bool(entry["time"]), values)


def _require_text(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError(f"{value!r} is no text")
    return value
