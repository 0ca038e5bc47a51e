"""Sound answers to make nearly right ones of: a small cube of two areas and two years, in both formats."""

import json

import pytest

from data.problem import FiguresError
from data.statbank.answer.reader import read_cube

CELLS = {("101", "2025"): 10.5, ("101", "2026"): 11.0, ("326", "2025"): None, ("326", "2026"): 60000.0}
CSV = "OMRÅDE;TID;INDHOLD\r\n101;2025;10.5\r\n101;2026;11\r\n326;2025;..\r\n326;2026;60000\r\n"


def make_dataset():
    """A dataset in JSON-stat 1; its parts may be changed."""
    area = {"category": {"index": {"101": 0, "326": 1}, "label": {"101": "København", "326": "Kalundborg"}}}
    time = {"category": {"index": {"2025": 0, "2026": 1}}}
    dimension = {"id": ["OMRÅDE", "Tid"], "size": [2, 2], "OMRÅDE": area, "Tid": time}
    return {"dimension": dimension, "value": [10.5, 11, None, 60000], "status": {"2": ".."}, "updated": "2026-11-12T07:00:00Z"}


def write(dataset):
    return json.dumps({"dataset": dataset})


def place_areas(**places):
    """The answer with these places of the two areas."""
    dataset = make_dataset()
    dataset["dimension"]["OMRÅDE"]["category"]["index"] = {code.removeprefix("a"): place for code, place in places.items()}
    return write(dataset)


QUESTION = {"OMRÅDE": ["101", "326"], "TID": ["2025", "2026"]}


def refuse(text):
    """The sentence that an answer to the question is refused with."""
    with pytest.raises(FiguresError) as refused:
        read_cube(text, "FAM55N", "FAM55N").check_answers(QUESTION, "FAM55N")
    return refused.value.problems[0]
