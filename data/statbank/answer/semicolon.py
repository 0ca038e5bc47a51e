"""Answers in CSV: codes, semicolons, the variables' codes in capitals as headings, and the value under ``INDHOLD``.

A text that was cut may still look whole: of 60000 the first three digits are a number too. So it must end with a line end.
"""

import csv
import io
import re
from collections.abc import Mapping, Sequence

from data.problem import shorten
from data.statbank.answer.code import describe_unsound, is_sound
from data.statbank.answer.shape import AnswerError
from data.statbank.cube import SUPPRESSED, Cube

VALUE = "INDHOLD"
FEWEST = 3  # columns: place, time and value
NUMBER = re.compile(r"-?(0|[1-9][0-9]*)([.,][0-9]+)?")  # point in English answers, comma in Danish ones; no marks for thousands
GROUPED = re.compile(r"-?[1-9][0-9]{0,2}[.,][0-9]{3}")  # of a table with one decimal at most: 60.000 is sixty thousand, or nobody knows


def read_semicolons(text: str) -> Cube:
    r"""The cells of an answer.

    >>> read_semicolons("OMRÅDE;TID;INDHOLD\r\n101;2026;5\r\n326;2026;..\r\n").cells
    {('101', '2026'): 5.0, ('326', '2026'): None}

    Raises:
        AnswerError: it is cut, or not as the service writes it.
    """
    if not text.endswith("\n"):
        last = shorten(text.splitlines()[-1])
        raise AnswerError(f"the answer is cut off: its last line, '{last}', has no line end, so its number may have had more digits")
    if "\r\n" in text and text.count("\n") != text.count("\r\n"):
        raise AnswerError("the lines of the answer end in two ways: it has been put together, or edited")
    rows = list(csv.reader(io.StringIO(text.rstrip("\r\n")), delimiter=";", strict=True))
    head = _read_head(rows[0])
    cells: dict[tuple[str, ...], float | None] = {}
    for number, row in enumerate(rows[1:], 2):
        key, value = _read_row(row, head, number)
        if key in cells:
            raise AnswerError(f"row {number} repeats {' '.join(key)}")
        cells[key] = value
    _check_marks({row[-1] for row in rows[1:]}, head)
    return Cube(tuple(head[:-1]), cells)


def _read_head(row: Sequence[str]) -> list[str]:
    head = [name.strip().upper() for name in row]
    if head[-1] != VALUE or len(head) < FEWEST:
        raise AnswerError(f"the headings are {shorten(';'.join(head))}, and the last of them not {VALUE} after those of the variables")
    if len(set(head)) != len(head) or not all(is_sound(name) for name in head):
        raise AnswerError(f"the headings are {';'.join(head)}: one is empty, quoted or there twice")
    return head


def _read_row(row: Sequence[str], head: Sequence[str], number: int) -> tuple[tuple[str, ...], float | None]:
    """The codes and the value of a row."""
    if len(row) != len(head):
        raise AnswerError(f"row {number} has {len(row)} of {len(head)} columns")
    *codes, value = row
    for name, code in zip(head, codes, strict=False):
        if not is_sound(code):
            raise AnswerError(f"row {number}, {name}: {describe_unsound(code)}")
    return tuple(codes), _read_value(value.strip(), dict(zip(head, codes, strict=False)), number)


def _read_value(text: str, codes: Mapping[str, str], number: int) -> float | None:
    """The number, or None for one of the signs that it is suppressed."""
    if text in SUPPRESSED:
        return None
    where = f"row {number} ({' '.join(codes.values())})"
    if not text:  # as where a cut was given a line end by an editor
        raise AnswerError(f"{where} has no value; the service writes .. where there is none")
    if not NUMBER.fullmatch(text):
        raise AnswerError(f"{where}: '{shorten(text)}' is no number as the service writes it, such as 60000 or 73.5")
    if GROUPED.fullmatch(text):
        raise AnswerError(f"{where}: '{text}' may have a mark for thousands, which the service does not write")
    return float(text.replace(",", "."))


def _check_marks(values: set[str], head: Sequence[str]) -> None:
    """The decimal mark is the same in all rows: where it is not, one of them is no decimal mark."""
    examples = [min(found) for mark in ".," if (found := [text for text in values if mark in text and text.strip() not in SUPPRESSED])]
    if len(examples) > 1:
        raise AnswerError(f"{head[-1]} has both {' and '.join(examples)}: points and commas can't both be decimal marks")
