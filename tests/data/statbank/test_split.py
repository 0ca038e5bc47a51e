"""Questions that the service finds too large."""

import pytest

from data.problem import FiguresError
from data.statbank.client import TooLargeError
from data.statbank.cube import Cube
from data.statbank.split import ask_in_parts, join
from tests.data.statbank.fetching import fetch, newest, read
from tests.data.statbank.microdata import count


@pytest.mark.parametrize("answer_format", ["jsonstat", "csv"])
def test_a_question_that_is_refused_is_asked_in_halves_until_they_are_small_enough(root, statbank, answer_format):
    address, service = statbank
    service.limit = 200  # cells as the service counts them: five times those that are asked for
    assert fetch(root, address, "husstande", "--format", answer_format) == 0
    asked = [{one["code"]: one["values"] for one in question["variables"]}["OMRÅDE"] for question in service.asked()]
    assert [len(codes) for codes in asked] == [104, 52, 26, 26, 52, 26, 26]
    figures = newest(root)
    assert all(read(figures, "husstande", place.code).value == count("FAM55N", place.code[1:], "2026") for place in figures.kommuner)


def test_a_single_cell_that_is_too_much_is_an_error(root, statbank, capsys):
    address, service = statbank
    service.limit = 1
    assert fetch(root, address, "husstande") == 1
    assert "answers 400: REQUEST-LIMIT, Der er valgt 5 celler" in capsys.readouterr().err


def test_codes_and_periods_are_cut_as_well_as_areas():
    asked = []

    def ask(question):
        asked.append(question)
        if len(question["A"]) * len(question["B"]) > 2:
            raise TooLargeError(["too large"])
        return Cube(("A", "B"), {(a, b): float(a + b) for a in question["A"] for b in question["B"]})

    cube = ask_in_parts(ask, {"A": ["1", "2", "3"], "B": ["1", "2", "3", "4"]})
    assert cube.cells == {(a, b): float(a + b) for a in "123" for b in "1234"}
    assert all(question["A"] and question["B"] for question in asked)


def test_halves_with_other_variables_are_not_joined():
    with pytest.raises(FiguresError, match="two halves of an answer have the variables A and B"):
        join(Cube(("A",), {}), Cube(("B",), {}))
