"""Answers whose values can't be said to belong to their codes: places that are texts, missing, repeated or outside; odd sizes and signs."""

import pytest

from data.statbank.answer.reader import read_cube
from tests.data.statbank.answer.nearly import CELLS, make_dataset, place_areas, refuse, write


def test_a_sound_answer_is_read_by_its_places_whatever_their_order():
    assert read_cube(write(make_dataset()), "FAM55N").cells == CELLS
    dataset = make_dataset()
    dataset["dimension"]["OMRÅDE"]["category"]["index"] = {"326": 1, "101": 0}
    assert read_cube(write(dataset), "FAM55N").cells == CELLS
    dataset["dimension"]["OMRÅDE"]["category"]["index"] = {"326": 0, "101": 1}
    assert read_cube(write(dataset), "FAM55N").cells["326", "2025"] == CELLS["101", "2025"]


@pytest.mark.parametrize(
    ("places", "said"),
    [
        ({"a101": "0", "a326": "1"}, "OMRÅDE: the place of 101 is '0', where the whole numbers 0 to 1 were expected, each once"),
        ({"a101": 0, "a326": "1"}, "the place of 326 is '1'"),
        ({"a101": 0.0, "a326": 1.0}, "the place of 101 is 0.0"),
        ({"a101": False, "a326": True}, "the place of 101 is False"),
        ({"a101": None, "a326": 0}, "the place of 101 is None"),
        ({"a101": 1, "a326": 2}, "the place of 326 is 2"),
        ({"a101": -1, "a326": 0}, "the place of 101 is -1"),
        ({"a101": 1, "a326": 1}, "101 and 326 both have the place 1"),
        ({"a101": 0}, "OMRÅDE has codes without a text or texts without a code: 326"),
        ({}, "OMRÅDE has no codes"),
    ],
)
def test_places_that_are_not_the_whole_numbers_from_0_are_refused(places, said):
    assert said in refuse(place_areas(**places))


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (lambda data: data["dimension"].update(size=["2", "2"]), "'size' is ['2', '2'], where 2 whole numbers were expected"),
        (lambda data: data["dimension"].update(size=[2, 2, 1]), "'size' is [2, 2, 1]"),
        (lambda data: data["dimension"].update(size=[4, 1]), "OMRÅDE has another size than it says: 2 codes, and 'size' 4"),
        (lambda data: data["dimension"].update(id=["OMRÅDE", "OMRÅDE"]), "names of the dimensions were expected, each once"),
        (lambda data: data["dimension"]["OMRÅDE"]["category"].update(index=[101, 326]), "are no codes, or not all different"),
        (lambda data: data["dimension"]["OMRÅDE"]["category"].update(index=["101", "101"]), "are no codes, or not all different"),
        (
            lambda data: data["dimension"]["OMRÅDE"]["category"]["label"].pop("326"),
            "OMRÅDE has codes without a text or texts without a code",
        ),
        (lambda data: data.update(value=[1, 2, 3]), "3 values for 4 cells"),
        (lambda data: data.update(value=[1, 2, 3, 4, 5]), "5 values for 4 cells"),
        (lambda data: data.update(value=[1, 2, 3, "4"]), "'4' is no number (value 3, counted from 0)"),
    ],
)
def test_a_shape_that_does_not_fit_its_values_is_refused(change, said):
    dataset = make_dataset()
    change(dataset)
    assert said in refuse(write(dataset))


def test_a_name_that_stands_twice_is_not_read_as_its_last():
    assert "the name '101' stands twice" in refuse(write(make_dataset()).replace('"101": 0', '"101": 1, "101": 0'))


def test_values_by_place_are_read_where_every_cell_has_one():
    dataset = make_dataset() | {"value": {"3": 60000, "0": 10.5, "1": 11, "2": None}}
    assert read_cube(write(dataset), "FAM55N").cells == CELLS


@pytest.mark.parametrize(
    ("values", "said"),
    [
        ({"0": 10.5, "1": 11, "3": 60000}, "3 values by place for 4 cells: nothing says whether those that are left out are 0 or hidden"),
        ({"1": 10.5, "2": 11, "3": 60000, "4": 1}, "a value has the place '4', where 0 to 3 were expected, each once"),
        ({"0": 10.5, "1": 11, "02": 1, "3": 60000}, "a value has the place '02'"),
        ({"0": 10.5, "1": 11, "2.0": 1, "3": 60000}, "a value has the place '2.0'"),
    ],
)
def test_values_by_place_are_refused_where_one_is_left_out_or_elsewhere(values, said):
    assert said in refuse(write(make_dataset() | {"value": values}))


@pytest.mark.parametrize(
    ("status", "said"),
    [
        ({"0": ".."}, "101 2025 has the value 10.5 and the sign .., which says that there is none"),
        (["..", None, "..", None], "101 2025 has the value 10.5 and the sign .."),
        ("..", "101 2025 has the value 10.5 and the sign .."),
        ([None, ".."], "'status' is [None, '..'], where a sign for each of the 4 values was expected"),
        ({"02": ".."}, "a sign has the place '02', where 0 to 3 were expected"),
        ({"4": ".."}, "a sign has the place '4'"),
    ],
)
def test_signs_that_contradict_their_values_or_lie_elsewhere_are_refused(status, said):
    assert said in refuse(write(make_dataset() | {"status": status}))
