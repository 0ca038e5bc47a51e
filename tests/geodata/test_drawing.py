import re
import shutil

import brotli
import pytest

from geodata.borders import FILE
from geodata.drawing import Drawing, drawing_path
from geodata.problem import BorderError


def test_every_kommune_of_the_borders_is_drawn_where_it_meets_a_part_of_the_map(borders, drawing):
    country, bornholm, capital = (set(part.areas) for part in drawing.parts)
    assert country | bornholm == set(borders.boxes)
    assert bornholm == {"0400"}
    assert {"0101", "0147", "0155", "0183", "0165"} <= capital <= set(borders.within(drawing.parts[2].part.box))


def test_paths_are_whole_relative_numbers(drawing):
    for part in drawing.parts:
        for area in part.areas.values():
            assert re.fullmatch(r"(m-?\d+[ -]\d+([ -]+\d+){4,}z)+", area.path)


def test_everything_lies_within_its_part_of_the_map(drawing):
    for part in drawing.parts:
        left, upper, right, lower = part.box
        assert 0 <= left < right <= drawing.width
        assert 0 <= upper < lower <= drawing.height
        for area in part.areas.values():
            assert left <= area.box[0] < area.box[2] <= right
            assert upper <= area.box[1] < area.box[3] <= lower
            assert area.label is None or (area.box[0] < area.label[0] < area.box[2] and area.box[1] < area.label[1] < area.box[3])


def test_frederiksberg_is_a_hole_in_koebenhavn(drawing):
    capital = drawing.parts[2].areas
    assert capital["0101"].path.count("m") >= 2
    inner, outer = capital["0147"].box, capital["0101"].box
    assert outer[0] < inner[0] < inner[2] < outer[2]


def test_neighbours_are_known_and_mutual(borders, drawing):
    assert set(drawing.neighbours) == set(borders.boxes)
    for code, others in drawing.neighbours.items():
        assert code not in others
        assert all(code in drawing.neighbours[other] for other in others)


def test_neighbours_are_those_by_land(drawing):
    assert set(drawing.neighbours["0326"]) == {"0306", "0316", "0340", "0330"}  # Odsherred, Holbæk, Sorø, Slagelse
    assert drawing.neighbours["0147"] == ("0101",)
    islands = {"0400", "0482", "0492", "0563", "0741", "0773", "0825"}  # Bornholm, Langeland, Ærø, Fanø, Samsø, Morsø, Læsø
    assert {code for code, others in drawing.neighbours.items() if not others} == islands


def test_the_drawing_is_light():
    assert len(brotli.compress(drawing_path(FILE).read_bytes())) <= 30_000


def test_another_drawing_than_the_sidecar_s_is_an_error(tmp_path):
    for path in (FILE.with_suffix(".json"), drawing_path(FILE)):
        shutil.copy(path, tmp_path)
    assert Drawing.load(tmp_path / FILE.name).width == 7000
    drawing_path(tmp_path / FILE.name).write_bytes(b"{}")
    with pytest.raises(BorderError, match=r"kommuner_tegning\.json has sha256 44136fa355b3678a…, but kommuner\.json says "):
        Drawing.load(tmp_path / FILE.name)
