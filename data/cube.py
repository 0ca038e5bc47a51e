"""Answers of the StatBank API as cells: JSON-stat and CSV, read into one shape.

The formats: JSON-stat 1 as Danmarks Statistik writes it (``{"dataset": {"dimension": {"id", "size", …}, "value"}}``), and CSV with
codes, semicolon, the variables' codes in capitals as headings and the value under ``INDHOLD``. See the API's own page,
https://www.dst.dk/da/Statistik/hjaelp-til-statistikbanken/api.
"""

import csv
import io
import json
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import product
from typing import Any

from data.problem import FiguresError

VALUE = "INDHOLD"
CONTENTS = "ContentsCode"  # JSON-stat's extra dimension of one value
SUPPRESSED = {"..", ".", "...", "…", "-", "–", ""}  # "-" is said to be nil, but not where: never read as zero


@dataclass(frozen=True)
class Cube:
    """A value, or None, for each combination of codes; ``variables`` are in the order of the keys, in capitals."""

    variables: tuple[str, ...]
    cells: Mapping[tuple[str, ...], float | None]
    updated: str = ""


def read_cube(text: str, table: str) -> Cube:
    """The cells of an answer in either format.

    Raises:
        FiguresError: it is neither, or not whole.
    """
    stripped = text.lstrip("\ufeff").strip()
    try:
        return _read_jsonstat(json.loads(stripped)) if stripped.startswith("{") else _read_csv(stripped)
    except (LookupError, TypeError, ValueError, AttributeError, csv.Error) as error:
        came = " ".join(stripped[:60].split())
        what = f"{table}: the answer is neither JSON-stat nor CSV with codes, or not whole ({error!r}); it begins '{came}'"
        raise FiguresError([f"{what}. Try again, or fetch the file by hand and give it with --offline"]) from error


def _read_jsonstat(answer: Any) -> Cube:
    dataset = answer["dataset"]
    dimension = dataset["dimension"]
    codes = [_order(dimension[name]["category"]["index"]) for name in dimension["id"]]
    values = dataset["value"]
    if [len(one) for one in codes] != list(dimension["size"]):
        raise ValueError("a dimension has another size than it says")
    keys = list(product(*codes))
    if len(keys) != len(values):
        raise ValueError(f"{len(values)} values for {len(keys)} cells")
    kept = [number for number, name in enumerate(dimension["id"]) if name != CONTENTS]
    cells = {
        tuple(key[number] for number in kept): None if value is None else float(value) for key, value in zip(keys, values, strict=True)
    }
    return Cube(tuple(dimension["id"][number].upper() for number in kept), cells, str(dataset.get("updated", ""))[:10])


def _order(index: Any) -> list[str]:
    """The codes in order, from a list or from places by code."""
    return list(index) if isinstance(index, list) else sorted(index, key=index.__getitem__)


def _read_csv(text: str) -> Cube:
    rows = list(csv.reader(io.StringIO(text), delimiter=";"))
    head = [name.strip().upper() for name in rows[0]]
    if head[-1] != VALUE or len(head) < len(("OMRÅDE", "TID", VALUE)):
        raise ValueError(f"the headings are {';'.join(head)}, and the last of them not {VALUE}")
    cells: dict[tuple[str, ...], float | None] = {}
    for number, row in enumerate(rows[1:], 2):
        if len(row) != len(head):
            raise ValueError(f"row {number} has {len(row)} of {len(head)} columns")
        cells[tuple(row[:-1])] = _read_value(row[-1])
    return Cube(tuple(head[:-1]), cells)


def _read_value(text: str) -> float | None:
    """Decimal comma in Danish answers, point in English ones; there are no marks for thousands."""
    return None if text.strip() in SUPPRESSED else float(text.replace(",", "."))
