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
CONTENTS = "ContentsCode"  # JSON-stat's extra dimension of one value
# ".." is the service's own, for what is missing, confidential or too uncertain; the others are other statistics' and older answers'.
SUPPRESSED = {"..", ".", "...", "…", "-", "–", ""}
NUMBER = re.compile(r"-?\d+([.,]\d+)?")  # decimal comma in Danish answers, point in English ones; no marks for thousands
# What reading an answer of another shape may raise; RecursionError where it is nested without end.
UNREADABLE = (LookupError, TypeError, ValueError, AttributeError, ArithmeticError, RecursionError, csv.Error)


@dataclass(frozen=True)
class Cube:
    """A value, or None, for each combination of codes; ``variables`` are in the order of the keys, in capitals.

    ``contents`` is what the answer says it is of, a table's name, and ``updated`` an ISO date; CSV has neither.
    """

    variables: tuple[str, ...]
    cells: Mapping[tuple[str, ...], float | None]
    updated: str = ""
    contents: str = ""

    def codes(self) -> dict[str, set[str]]:
        """The codes of each variable."""
        return {name: {key[number] for key in self.cells} for number, name in enumerate(self.variables)}

    def check_whole(self) -> None:
        """Every combination of codes must have a cell: a sum over an answer with holes would be too small, and nobody would see it.

        Raises:
            ValueError: some have none.
        """
        wanted = prod(len(codes) for codes in self.codes().values())
        if not self.cells or wanted != len(self.cells):
            raise ValueError(f"{len(self.cells)} cells where {wanted} combinations of codes are named")

    def check_asked(self, asked: Mapping[str, Collection[str]], table: str) -> None:
        """The answer must be to the question: the same variables, and of each the same values.

        Raises:
            FiguresError: it is to another.
        """
        found, wanted = self.codes(), {name.upper(): set(codes) for name, codes in asked.items()}
        problems = [f"the variables are {', '.join(found)}, not {', '.join(wanted)}"] if found.keys() != wanted.keys() else []
        for name, codes in wanted.items():
            other = sorted(codes ^ found.get(name, codes))
            problems += [f"{name} is answered with other values than were asked for: {', '.join(other[:5])}"] if other else []
        if problems:
            raise FiguresError([f"{table}: {problem}; fetch it again, and look at the table if that does not help" for problem in problems])


def read_cube(text: str, table: str) -> Cube:
    """The cells of an answer in either format.

    Raises:
        FiguresError: it is neither, or not whole.
    """
    stripped = text.lstrip("\ufeff").strip()
    try:
        cube = _read_jsonstat(json.loads(stripped)) if stripped.startswith("{") else _read_csv(stripped)
        cube.check_whole()
    except UNREADABLE as error:
        came = " ".join(stripped[:60].split())
        what = f"{table}: the answer is neither JSON-stat nor CSV with codes, or not whole ({error!r}); it begins '{came}'"
        raise FiguresError([f"{what}. Try again, or fetch the file by hand and give it with --offline"]) from error
    return cube


def _read_jsonstat(answer: Any) -> Cube:
    dataset = answer["dataset"]
    dimension = dataset["dimension"]
    codes = [_order(dimension[name]["category"]["index"]) for name in dimension["id"]]
    values = [_read_cell(value) for value in _the_list(dataset["value"])]
    if [len(one) for one in codes] != list(dimension["size"]):
        raise ValueError("a dimension has another size than it says")
    wanted = prod(dimension["size"])
    if wanted != len(values):  # before the cells are listed: sizes may be anything
        raise ValueError(f"{len(values)} values for {wanted} cells")
    keys = product(*codes)
    kept = [number for number, name in enumerate(dimension["id"]) if name != CONTENTS]
    cells = {tuple(key[number] for number in kept): value for key, value in zip(keys, values, strict=True)}
    contents = [codes[number][0] for number, name in enumerate(dimension["id"]) if name == CONTENTS]
    variables = tuple(dimension["id"][number].upper() for number in kept)
    return Cube(variables, cells, read_day(dataset.get("updated")), "".join(contents))


def _the_list(values: Any) -> list[Any]:
    """JSON-stat's other form, values by place, leaves cells out without saying what that means; the service is not known to write it."""
    if not isinstance(values, list):
        raise TypeError(f"the values are no list, but {type(values).__name__}")
    return values


def _read_cell(value: Any) -> float | None:
    """The number, or None where there is none: ``null``, whose sign stands under ``status``."""
    if value is None:
        return None
    if isinstance(value, bool) or not isinstance(value, int | float) or not isfinite(value):
        raise TypeError(f"{value!r} is no number")
    return float(value)


def read_day(moment: str | None) -> str:
    """The ISO date of a moment as the service writes it, or nothing; ValueError if it is none."""
    return date.fromisoformat(moment[:10]).isoformat() if moment else ""


def _order(index: Any) -> list[str]:
    """The codes in order, from a list or from places by code."""
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
    """The number, or None for a sign that there is none; ValueError for anything else."""
    if text in SUPPRESSED:
        return None
    if not NUMBER.fullmatch(text):
        raise ValueError(f"'{text}' is no number")
    return float(text.replace(",", "."))
