"""Answers of the StatBank API as cells: JSON-stat and CSV, read into one shape.

The formats: JSON-stat 1 as Danmarks Statistik writes it (``{"dataset": {"dimension": {"id", "size", …}, "value"}}``), and CSV with
codes, semicolon, the variables' codes in capitals as headings and the value under ``INDHOLD``. See the API's own page,
https://www.dst.dk/da/Statistik/hjaelp-til-statistikbanken/api.
"""

import csv
import io
import json
import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import product
from math import isfinite, prod
from typing import Any

from data.problem import FiguresError

VALUE = "INDHOLD"
CONTENTS = "ContentsCode"  # an extra dimension of JSON-stat, whose one value is the table's name
# ".." is the service's sign for missing, confidential or too uncertain; the others are from other statistics and older answers.
SUPPRESSED = {"..", ".", "...", "…", "-", "–", ""}
NUMBER = re.compile(r"-?\d+([.,]\d+)?")  # decimal comma in Danish answers, point in English ones; no marks for thousands
# What reading an answer of another shape may raise; RecursionError where it is nested too deep.
UNREADABLE = (LookupError, TypeError, ValueError, AttributeError, ArithmeticError, RecursionError, csv.Error)


@dataclass(frozen=True)
class Cube:
    """The cells of an answer: a value, or None, for each combination of codes.

    Attributes:
        variables: names in capitals, in the order of the codes in a key of ``cells``.
        cells: values by codes; None where the value is suppressed.
        updated: ISO date; empty for CSV, which does not say it.
        table: the name of the table that the answer says it is from; empty for CSV.
    """

    variables: tuple[str, ...]
    cells: Mapping[tuple[str, ...], float | None]
    updated: str = ""
    table: str = ""

    def codes(self) -> dict[str, set[str]]:
        """The codes by variable.

        >>> codes = Cube(("OMRÅDE", "TID"), {("101", "2026"): 5.0, ("326", "2026"): None}).codes()
        >>> sorted(codes["OMRÅDE"]), codes["TID"]
        (['101', '326'], {'2026'})
        """
        return {name: {key[number] for key in self.cells} for number, name in enumerate(self.variables)}

    def check_complete(self) -> None:
        """Check that every combination of codes has a cell: a sum over an answer with holes would be too small, and nobody would see it.

        Raises:
            ValueError: some have none.
        """
        wanted = prod(len(codes) for codes in self.codes().values())
        if not self.cells or wanted != len(self.cells):
            raise ValueError(f"{len(self.cells)} cells where {wanted} combinations of codes are named")

    def check_answers(self, question: Mapping[str, Collection[str]], table: str) -> None:
        """Check that the answer is to the question: it has the same variables, and the same values of each.

        Args:
            question: the codes that were asked for, by variable.
            table: the name of the table, for the message.

        Raises:
            FiguresError: it has others.
        """
        found, wanted = self.codes(), {name.upper(): set(codes) for name, codes in question.items()}
        problems = [f"the variables are {', '.join(found)}, not {', '.join(wanted)}"] if found.keys() != wanted.keys() else []
        for name, codes in wanted.items():
            other = sorted(codes ^ found.get(name, codes))
            problems += [f"{name} is answered with other values than were asked for: {', '.join(other[:5])}"] if other else []
        if problems:
            raise FiguresError([f"{table}: {problem}; fetch it again, and look at the table if that does not help" for problem in problems])


def read_cube(text: str, table: str) -> Cube:
    r"""The cells of an answer in either format.

    >>> read_cube("OMRÅDE;TID;INDHOLD\n101;2026;5\n326;2026;..", "FAM55N").cells
    {('101', '2026'): 5.0, ('326', '2026'): None}

    Args:
        text: the answer.
        table: the name of the table, for the message.

    Raises:
        FiguresError: it has neither format, or is incomplete.
    """
    stripped = text.lstrip("\ufeff").strip()
    try:
        cube = _read_jsonstat(json.loads(stripped)) if stripped.startswith("{") else _read_csv(stripped)
        cube.check_complete()
    except UNREADABLE as error:
        beginning = " ".join(stripped[:60].split())
        problem = f"{table}: the answer is neither JSON-stat nor CSV with codes, or not whole ({error!r}); it begins '{beginning}'"
        raise FiguresError([f"{problem}. Try again, or fetch the file by hand and give it with --offline"]) from error
    return cube


def _read_jsonstat(answer: Any) -> Cube:
    dataset = answer["dataset"]
    dimension = dataset["dimension"]
    codes = [_list_codes(dimension[name]["category"]["index"]) for name in dimension["id"]]
    values = [_read_cell(value) for value in _require_list(dataset["value"])]
    if [len(one) for one in codes] != list(dimension["size"]):
        raise ValueError("a dimension has another size than it says")
    wanted = prod(dimension["size"])
    if wanted != len(values):  # before the cells are listed: sizes may be anything
        raise ValueError(f"{len(values)} values for {wanted} cells")
    keys = product(*codes)
    kept = [number for number, name in enumerate(dimension["id"]) if name != CONTENTS]
    cells = {tuple(key[number] for number in kept): value for key, value in zip(keys, values, strict=True)}
    tables = [codes[number][0] for number, name in enumerate(dimension["id"]) if name == CONTENTS]
    variables = tuple(dimension["id"][number].upper() for number in kept)
    return Cube(variables, cells, read_day(dataset.get("updated")), "".join(tables))


def _require_list(values: Any) -> list[Any]:
    """The values, which must be a list: JSON-stat's other way, values by position, leaves out cells without saying what that means."""
    if not isinstance(values, list):
        raise TypeError(f"the values are no list, but {type(values).__name__}")
    return values


def _read_cell(value: Any) -> float | None:
    """The number, or None for ``null``; its sign, such as "..", is under ``status``."""
    if value is None:
        return None
    if isinstance(value, bool) or not isinstance(value, int | float) or not isfinite(value):
        raise TypeError(f"{value!r} is no number")
    return float(value)


def read_day(moment: str | None) -> str:
    """The ISO date of a moment as the service writes it; empty without one.

    >>> read_day("2026-11-12T08:00:00")
    '2026-11-12'

    Raises:
        ValueError: it is no moment.
    """
    return date.fromisoformat(moment[:10]).isoformat() if moment else ""


def _list_codes(index: Any) -> list[str]:
    """The codes in order, from a list or from positions by code."""
    codes = list(index) if isinstance(index, list) else sorted(index, key=index.__getitem__)
    if not all(isinstance(code, str) for code in codes) or len(set(codes)) != len(codes):
        raise ValueError(f"{codes[:3]} are no codes, or not all different")
    return codes


def _read_csv(text: str) -> Cube:
    rows = list(csv.reader(io.StringIO(text), delimiter=";"))
    head = [name.strip().upper() for name in rows[0]]
    if head[-1] != VALUE or len(head) < len(("OMRÅDE", "TID", VALUE)):
        raise ValueError(f"the headings are {';'.join(head)}, and the last of them not {VALUE}")
    cells: dict[tuple[str, ...], float | None] = {}
    for number, row in enumerate(rows[1:], 2):
        if len(row) != len(head):
            raise ValueError(f"row {number} has {len(row)} of {len(head)} columns")
        if tuple(row[:-1]) in cells:
            raise ValueError(f"row {number} repeats {' '.join(row[:-1])}")
        cells[tuple(row[:-1])] = _read_value(row[-1].strip())
    return Cube(tuple(head[:-1]), cells)


def _read_value(text: str) -> float | None:
    """The number, or None for one of the signs that it is suppressed; ValueError for anything else."""
    if text in SUPPRESSED:
        return None
    if not NUMBER.fullmatch(text):
        raise ValueError(f"'{text}' is no number")
    return float(text.replace(",", "."))
