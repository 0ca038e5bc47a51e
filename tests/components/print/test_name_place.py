"""The names on the printed map: clear of frames, of each other, and of the map's edge."""

from itertools import pairwise

import pytest

from components.print.drawn.land import SQUARE, count_land, find_land
from components.print.drawn.name_place import place_names

LONG = ["0173", "0760", "0430", "0169", "0751", "0741", "0400", "0101", "0147"]


@pytest.fixture(scope="module")
def land(drawing):
    return find_land(drawing)


def overlap(one, other):
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


def check(placed, drawing):
    frames = [part.box for part in drawing.parts if part.part.title]
    for place in placed:
        left, upper, right, lower = place.box
        assert 0 <= left < right <= drawing.width
        assert 0 <= upper < lower <= drawing.height
        assert not any(overlap(place.box, frame) for frame in frames)
    for one, other in pairwise(placed):
        assert not overlap(one.box, other.box)


def test_every_kommune_s_name_finds_its_place(official, drawing, land):
    for place in official.kommuner:
        (placed,) = check_all([place], drawing, land)
        assert "".join(placed.lines) == place.name


def check_all(places, drawing, land):
    placed = place_names([(place.code, place.name) for place in places], drawing, land)
    check(placed, drawing)
    return placed


def test_two_names_never_meet(official, drawing, land):
    neighbours = [(code, other) for code in LONG for other in drawing.neighbours[code][:2]]
    for pair in [*pairwise(LONG), *neighbours]:
        check_all([official.places[code] for code in pair], drawing, land)


def test_land_is_counted_in_squares(drawing, land):
    assert count_land(land, 0, 0, drawing.width, drawing.height) == land[-1, -1]
    x, y = drawing.parts[0].areas["0760"].label
    assert count_land(land, x - SQUARE, y - SQUARE, x + SQUARE, y + SQUARE) >= 4  # in the middle of a kommune
    assert count_land(land, 3500, 500, 3700, 700) == 0  # the Kattegat
