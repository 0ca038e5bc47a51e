"""What the parts of an answer must be: JSON without repeated names, texts that are texts, flags that are flags."""

import csv
import json
from collections.abc import Sequence
from datetime import date
from typing import Any

# What reading an answer of another shape may raise; RecursionError where it is nested too deep.
UNREADABLE = (LookupError, TypeError, ValueError, AttributeError, ArithmeticError, RecursionError, csv.Error)


class AnswerError(ValueError):
    """An answer is not sound; the message says where, what came and what was expected."""


def load_json(text: str) -> Any:
    """The content of JSON, in which no name may stand twice: the standard library takes the last one and says nothing.

    >>> load_json('{"101": 0, "101": 1}')
    Traceback (most recent call last):
    data.statbank.answer.shape.AnswerError: the name '101' stands twice in the same part of the JSON

    Raises:
        ValueError: it is no JSON, or not whole.
    """
    return json.loads(text, object_pairs_hook=_refuse_repeated)


def _refuse_repeated(pairs: Sequence[tuple[str, Any]]) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for name, value in pairs:
        if name in found:
            raise AnswerError(f"the name '{name}' stands twice in the same part of the JSON")
        found[name] = value
    return found


def is_whole(value: object) -> bool:
    """Whether a value is a whole number as JSON writes it; to Python, True is one as well.

    >>> is_whole(1), is_whole(True), is_whole(1.0), is_whole("1")
    (True, False, False, False)
    """
    return isinstance(value, int) and not isinstance(value, bool)


def require_text(value: object) -> str:
    """The value, which must be a text; TypeError otherwise."""
    if not isinstance(value, str):
        raise TypeError(f"{value!r} is no text")
    return value


def require_flag(value: object) -> bool:
    """The value, which must be true or false; TypeError otherwise: the text "false" would count as true."""
    if not isinstance(value, bool):
        raise TypeError(f"{value!r} is neither true nor false")
    return value


def read_day(moment: str | None) -> str:
    """The ISO date of a moment as the service writes it; empty without one.

    >>> read_day("2026-11-12T08:00:00")
    '2026-11-12'

    Raises:
        ValueError: it is no moment.
    """
    return date.fromisoformat(moment[:10]).isoformat() if moment else ""
