"""Drawing borders that can be seen: squares of a tenth of a degree near the middle of Denmark, and what lies across a part's edge."""

import json
import re

import numpy as np
import pytest
import shapely

from geodata.borders import FILE
from geodata.builder.draw import draw, find_neighbours, redraw
from geodata.builder.projection import HEIGHT, WIDTH, fit
from geodata.drawing import Drawing, drawing_path
from geodata.map_part import CAPITAL, COUNTRY

WEST, EAST = shapely.box(10.0, 56.0, 10.1, 56.1), shapely.box(10.1, 56.0, 10.2, 56.1)


def collection(**shapes):
    features = [
        {
            "id": code.removeprefix("k"),
            "properties": {"label": [shape.centroid.x, shape.centroid.y]},
            "geometry": shapely.geometry.mapping(shape),
        }
        for code, shape in shapes.items()
    ]
    return json.dumps({"features": features})


def drawn(number=0, **shapes):
    return json.loads(draw(collection(**shapes)))["parts"][number]["areas"]


def rings(path):
    """The points of each ring: a pen that follows the path."""
    pen, found = np.zeros(2, int), []
    for ring in re.findall("m([^z]*)z", path):
        points = pen + np.cumsum(np.array(re.findall(r"-?\d+", ring), int).reshape(-1, 2), axis=0)
        pen = points[0]
        found.append([tuple(map(int, point)) for point in points])
    return found


def test_a_square_is_drawn_as_four_steps():
    area = drawn(k0001=WEST)["0001"]
    (ring,) = rings(area["path"])
    assert len(ring) == 4
    left, upper, right, lower = area["box"]
    assert (min(x for x, _ in ring), max(y for _, y in ring)) == (left, lower)
    assert abs((right - left) / (lower - upper) - 0.559) < 0.02  # cos 56: a degree of longitude is that much shorter
    assert area["label"] == pytest.approx([(left + right) / 2, (upper + lower) / 2], abs=1)


def test_neighbours_share_their_vertices():
    areas = drawn(k0001=WEST, k0002=EAST)
    (west,), (east,) = (rings(area["path"]) for area in areas.values())
    assert len(set(west) & set(east)) == 2


def test_a_hole_stays_a_ring_of_its_own():
    inner = shapely.box(10.04, 56.04, 10.06, 56.06)
    areas = drawn(k0001=WEST.difference(inner), k0002=inner)
    outer, hole = rings(areas["0001"]["path"])
    assert set(hole) == set(rings(areas["0002"]["path"])[0])
    assert not set(hole) & set(outer)


def test_an_island_keeps_its_place():
    island = shapely.box(10.3, 56.3, 10.35, 56.35)
    both = rings(drawn(k0001=shapely.union_all([WEST, island]))["0001"]["path"])
    alone = [rings(drawn(k0001=each)["0001"]["path"])[0] for each in (WEST, island)]
    assert sorted(map(sorted, both)) == sorted(map(sorted, alone))


def test_what_reaches_over_the_edge_of_a_part_is_clipped_and_its_label_goes_with_it():
    across = shapely.box(CAPITAL.box[0] - 0.3, 55.7, CAPITAL.box[0] + 0.1, 55.8)
    box = json.loads(draw(collection(k0001=across)))["parts"][2]["box"]
    areas = drawn(2, k0001=across, k0002=WEST)
    assert list(areas) == ["0001"]
    assert areas["0001"]["box"][0] == box[0]
    assert areas["0001"]["label"] is None
    assert drawn(0, k0001=across)["0001"]["label"]


def test_the_middle_of_the_box_stands_in_the_middle_of_its_part():
    to_units, (left, upper, right, lower) = fit(COUNTRY)
    assert to_units(np.array([COUNTRY.middle]))[0] == pytest.approx([(left + right) / 2, (upper + lower) / 2])
    assert 0 <= left < right <= WIDTH
    assert 0 <= upper < lower <= HEIGHT


def test_neighbours_share_a_border_and_not_a_corner_only():
    corner = shapely.box(10.2, 56.1, 10.3, 56.2)
    assert find_neighbours({"0001": WEST, "0002": EAST, "0003": corner}) == {"0001": ["0002"], "0002": ["0001"], "0003": []}


def test_what_is_around_a_hole_is_next_to_what_is_in_it():
    inner = shapely.box(10.04, 56.04, 10.06, 56.06)
    assert find_neighbours({"0001": WEST.difference(inner), "0002": inner}) == {"0001": ["0002"], "0002": ["0001"]}


def test_a_border_file_is_drawn_again_and_its_sidecar_says_so(tmp_path):
    borders = tmp_path / "out.geojson"
    borders.write_text(collection(k0001=WEST, k0002=EAST), encoding="utf-8")
    borders.with_suffix(".json").write_text('{"source": "Målt", "sha256": "old", "drawing_sha256": "old"}', encoding="utf-8")
    redraw(borders)
    assert Drawing.load(borders).neighbours == {"0001": ("0002",), "0002": ("0001",)}
    assert json.loads(borders.with_suffix(".json").read_text(encoding="utf-8"))["source"] == "Målt"


def test_the_committed_drawing_is_that_of_the_committed_borders():
    assert draw(FILE.read_text(encoding="utf-8")) == drawing_path(FILE).read_text(encoding="utf-8")
