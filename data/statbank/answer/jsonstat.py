"""Answers in JSON-stat 1, as Danmarks Statistik writes it.

``{"dataset": {"dimension": {"id", "size", …}, "value"}}``: a value's place in the list says which codes it is for. So every place must be
beyond doubt: one that is a text, is there twice or lies outside gives a kommune the figure of another.
"""

from collections.abc import Mapping
from itertools import product
from math import isfinite, prod
from typing import Any

from data.problem import shorten
from data.statbank.answer.code import describe_unsound, is_sound
from data.statbank.answer.shape import AnswerError, is_whole, read_day
from data.statbank.cube import SUPPRESSED, Cube

CONTENTS = "ContentsCode"  # an extra dimension, whose one value is the table's name


def read_jsonstat(answer: Any) -> Cube:
    """The cells of an answer.

    >>> tid = {"category": {"index": {"2025": 0, "2026": 1}}}
    >>> read_jsonstat({"dataset": {"dimension": {"id": ["Tid"], "size": [2], "Tid": tid}, "value": [5, None]}}).cells
    {('2025',): 5.0, ('2026',): None}

    Raises:
        AnswerError: its parts don't agree.
    """
    if not isinstance(answer, dict) or not isinstance(answer.get("dataset"), dict):
        raise AnswerError("the answer is JSON without a 'dataset', which JSON-stat 1 has")
    dataset = answer["dataset"]
    codes = _read_dimensions(dataset["dimension"])
    count = prod(len(one) for one in codes.values())
    values = _read_values(dataset["value"], count)
    tables = codes.get(CONTENTS, [])
    if len(tables) > 1:
        raise AnswerError(f"{CONTENTS} has {len(tables)} values, {', '.join(tables[:5])}, where the one table was expected")
    kept = [number for number, name in enumerate(codes) if name != CONTENTS]
    keys = [tuple(key[number] for number in kept) for key in product(*codes.values())]
    cells = dict(zip(keys, values, strict=True))
    _check_signs(dataset.get("status"), cells)
    return Cube(_name_variables(codes), cells, read_day(dataset.get("updated")), "".join(tables))


def _name_variables(codes: Mapping[str, Any]) -> tuple[str, ...]:
    names = tuple(name.upper() for name in codes if name != CONTENTS)
    if len(set(names)) != len(names):
        raise AnswerError(f"the dimensions are {', '.join(names)}, and a name stands twice")
    return names


def _read_dimensions(dimension: Any) -> dict[str, list[str]]:
    """The codes of each dimension in order, by its name."""
    names, sizes = dimension["id"], dimension["size"]
    if not isinstance(names, list) or not all(isinstance(name, str) for name in names) or len(set(names)) != len(names) or not names:
        raise AnswerError(f"'id' is {shorten(repr(names))}, where the names of the dimensions were expected, each once")
    if not isinstance(sizes, list) or not all(is_whole(size) for size in sizes) or len(sizes) != len(names):
        raise AnswerError(f"'size' is {shorten(repr(sizes))}, where {len(names)} whole numbers were expected, one for each dimension")
    codes = {name: _read_category(name, dimension[name]["category"]) for name in names}
    for name, size in zip(names, sizes, strict=True):
        if len(codes[name]) != size:
            raise AnswerError(f"{name} has another size than it says: {len(codes[name])} codes, and 'size' {size}")
    return codes


def _read_category(name: str, category: Any) -> list[str]:
    """The codes of a dimension in order."""
    index = category.get("index")
    if not isinstance(index, dict | list) or not index:
        raise AnswerError(f"{name} has no codes: 'index' is {shorten(repr(index))}, where places by code were expected")
    codes = _order(name, index) if isinstance(index, dict) else index
    if not all(isinstance(code, str) for code in codes) or len(set(codes)) != len(codes):
        raise AnswerError(f"{name}: {shorten(repr(codes))} are no codes, or not all different")
    if unsound := [code for code in codes if not is_sound(code)]:
        raise AnswerError(f"{name}: {describe_unsound(unsound[0])}")
    labels = category.get("label")
    if isinstance(labels, dict) and (other := sorted(labels.keys() ^ set(codes))):
        raise AnswerError(f"{name} has codes without a text or texts without a code: {', '.join(other[:5])}")
    return codes


def _order(name: str, index: Mapping[str, Any]) -> list[str]:
    """The codes by their places, which must be the whole numbers from 0 on, each once."""
    expected = f"where the whole numbers 0 to {len(index) - 1} were expected, each once"
    by_place: dict[int, str] = {}
    for code, place in index.items():
        if not is_whole(place) or not 0 <= place < len(index):
            raise AnswerError(f"{name}: the place of {code} is {shorten(repr(place))}, {expected}")
        if place in by_place:
            raise AnswerError(f"{name}: {by_place[place]} and {code} both have the place {place}, {expected}")
        by_place[place] = code
    return [by_place[place] for place in range(len(index))]


def _read_values(values: Any, count: int) -> list[float | None]:
    """The values in order. By place ("sparse") they must be there for every cell: what one that is left out means, nothing says."""
    if isinstance(values, dict):
        values = _spread(values, count)
    if not isinstance(values, list):
        raise AnswerError(f"the values are no list, but {type(values).__name__}")
    if len(values) != count:
        raise AnswerError(f"{len(values)} values for {count} cells")
    return [_read_value(value, number) for number, value in enumerate(values)]


def _spread(values: Mapping[str, Any], count: int) -> list[Any]:
    """Values by place, in order."""
    if len(values) != count:  # before they are spread: sizes may be anything
        what = "nothing says whether those that are left out are 0 or hidden" if len(values) < count else "each cell has one"
        raise AnswerError(f"{len(values)} values by place for {count} cells: {what}")
    places = {str(number): number for number in range(count)}
    if wrong := [key for key in values if key not in places]:
        raise AnswerError(f"a value has the place {shorten(repr(wrong[0]))}, where 0 to {count - 1} were expected, each once")
    return [values[place] for place in places]


def _read_value(value: Any, number: int) -> float | None:
    """The number, or None for ``null``; its sign, such as "..", is under ``status``."""
    if value is None:
        return None
    if isinstance(value, bool) or not isinstance(value, int | float) or not isfinite(value):
        raise AnswerError(f"{shorten(repr(value))} is no number (value {number}, counted from 0)")
    return float(value)


def _check_signs(status: Any, cells: Mapping[tuple[str, ...], float | None]) -> None:
    """A cell that is said to be hidden must have no value: a 0 beside ".." would be published as none at all."""
    signs = _place_signs(status, len(cells))
    for number, (key, value) in enumerate(cells.items()):
        if value is not None and (sign := signs.get(str(number))) and str(sign).strip() in SUPPRESSED:
            raise AnswerError(f"{' '.join(key)} has the value {value:g} and the sign {sign}, which says that there is none")


def _place_signs(status: Any, count: int) -> Mapping[str, Any]:
    """Signs by the places of their values. JSON-stat has three ways: by place, a list of all, or one for all."""
    if status is None:
        return {}
    if isinstance(status, str):
        return {str(number): status for number in range(count)}
    if isinstance(status, list) and len(status) == count:
        return {str(number): sign for number, sign in enumerate(status)}
    if not isinstance(status, dict):
        raise AnswerError(f"'status' is {shorten(repr(status))}, where a sign for each of the {count} values was expected")
    if wrong := sorted(status.keys() - {str(number) for number in range(count)}):
        raise AnswerError(f"a sign has the place {shorten(repr(wrong[0]))}, where 0 to {count - 1} were expected")
    return status
