"""Where the arrow keys lead, and where the tiles lie: of the committed files, and on small places that can be seen."""

import csv
import json
from collections import defaultdict
from itertools import combinations
from math import dist

import pytest

from geodata.borders import FILE
from geodata.builder.arrangement.cost import Geography, count_pieces, measure_tile, share_adjacent
from geodata.builder.arrangement.plane import project
from geodata.builder.arrangement.steps import AXES, find_ends, find_steps, measure_return
from geodata.builder.arrangement.tiles import MEMBERSHIPS, lay_out, read_geography
from geodata.problem import BorderError
from geodata.steps import Steps
from geodata.tiling import Tiling


@pytest.fixture(scope="module")
def tiling():
    return Tiling.load()


@pytest.fixture(scope="module")
def geography(borders, drawing):
    return read_geography(borders, drawing)


@pytest.fixture(scope="module", params=["map", "tiles"])
def steps(request, drawing, tiling):
    return {"map": drawing, "tiles": tiling}[request.param].steps


def reach(steps, start):
    found = [start]
    for code in found:
        found += [other for other in steps.next[code] if other and other not in found]
    return set(found)


def test_from_every_kommune_every_other_is_reached(steps):
    assert len(steps.next) == 98
    assert [code for code in steps.next if reach(steps, code) != set(steps.next)] == []


def test_opposite_keys_mostly_lead_back(steps):
    assert measure_return(steps.next) >= 0.8
    assert [code for code, others in steps.next.items() if not any(others)] == []


def test_a_step_leads_in_its_direction(borders, drawing):
    points = project(borders.labels)
    sides = {0: (1, 1), 1: (0, 1), 2: (1, -1), 3: (0, -1)}  # of DIRECTIONS: the coordinate, and whether it rises
    for code, others in drawing.steps.next.items():
        for direction, other in enumerate(others):
            axis, sign = sides[direction]
            assert not other or (points[other][axis] - points[code][axis]) * sign > 0, (code, other)


def test_the_drawing_has_the_steps_of_its_borders(borders, drawing):
    points = project(borders.labels)
    assert drawing.steps == Steps({code: tuple(others) for code, others in find_steps(points).items()}, find_ends(points))
    assert drawing.steps.ends == ("0860", "0360")


def test_the_short_text_says_the_same(drawing):
    text, codes = drawing.steps.write_short(), sorted(drawing.steps.next)
    pairs = [text[place : place + 2] for place in range(0, len(text), 2)]
    read = [None if pair == "--" else codes[int(pair)] for pair in pairs]
    assert {code: tuple(read[4 * number : 4 * number + 4]) for number, code in enumerate(codes)} == dict(drawing.steps.next)


def test_a_pair_is_joined_though_one_of_them_has_somebody_nearer():
    row = {"0001": (0.0, 0.0), "0002": (10.0, 0.0), "0003": (11.0, 4.0)}  # 0003 is nearer to the west of nobody
    east, west = AXES[1]
    steps = find_steps(row)
    assert steps["0001"][east] == "0002"
    assert steps["0002"][west] == "0001"
    assert steps["0003"][west] == "0001"  # whoever is left takes the nearest


def test_every_kommune_has_a_tile_of_its_own(tiling, borders):
    tiling.check_codes(set(borders.boxes))
    assert len(set(tiling.cells.values())) == len(tiling.cells) == 98
    assert tiling.columns * 24 <= 360 - 2 * 16  # targets of 24 pixels on a phone
    with pytest.raises(BorderError, match="0999 is in the borders or among the tiles"):
        tiling.check_codes({*borders.boxes, "0999"})


def test_neighbours_mostly_touch_and_regions_and_lands_are_in_one_piece(tiling, drawing, geography):
    assert share_adjacent(drawing.neighbours, tiling.cells) >= 0.84
    members = defaultdict(set)
    with MEMBERSHIPS.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            members[row["region_kode"]].add(row["kommune_kode"])
    for land in {geography.land[code] for code in tiling.cells}:
        members[f"land {land}"] = {code for code in tiling.cells if geography.land[code] == land}
    assert {name: count_pieces(codes, tiling.cells) for name, codes in members.items()} == dict.fromkeys(members, 1)


def test_who_is_near_lies_on_its_right_side(tiling, borders):
    """Of pairs within 60 km, whoever is 12 km to the one side is at most one tile to the other; whoever is 30 km, none."""
    points, turned = project(borders.labels), {}
    for code, other in combinations(tiling.cells, 2):
        if dist(points[code], points[other]) > 60_000:
            continue
        (x, y), (other_x, other_y) = tiling.cells[code], tiling.cells[other]
        metres = points[other][0] - points[code][0], points[code][1] - points[other][1]
        for real, tiles in zip(metres, (other_x - x, other_y - y), strict=True):
            if real * tiles < 0 and abs(tiles) > (abs(real) < 30_000) + 98 * (abs(real) < 12_000):
                turned[code, other] = round(real), tiles
    assert turned == {}


def test_only_coasts_that_are_near_touch_across_water(tiling, borders, geography):
    """So sea stays open between Jylland, Fyn and Sjælland, and Kalundborg is not beside Fredericia."""
    points, far = project(borders.labels), []
    for code, other in combinations(tiling.cells, 2):
        (x, y), (other_x, other_y) = tiling.cells[code], tiling.cells[other]
        touch = max(abs(x - other_x), abs(y - other_y)) == 1
        if touch and geography.land[code] != geography.land[other] and dist(points[code], points[other]) > 60_000:
            far.append((code, other))
    assert far == [("0155", "0400")]  # Dragør and Bornholm, which are of one region


def test_all_lands_are_linked(geography):
    """By the shortest links: every island lies off the coast that is nearest."""
    found = ["0101"]
    for code in found:
        found += [other for other in geography.links[code] if other not in found]
    assert len(found) == 98
    across = {tuple(sorted((code, other))) for code, others in geography.links.items() for other in others}
    lands = set(geography.land.values())
    assert sum(geography.land[code] != geography.land[other] for code, other in across) == len(lands) - 1


def test_the_tiles_keys_follow_the_tiles(tiling):
    points = {code: (float(x), float(-y)) for code, (x, y) in tiling.cells.items()}
    assert tiling.steps == Steps({code: tuple(others) for code, others in find_steps(points).items()}, find_ends(points))
    at = {cell: code for code, cell in tiling.cells.items()}
    beside = [(code, at.get((x + 1, y))) for code, (x, y) in tiling.cells.items()]
    assert [pair for pair in beside if pair[1] and tiling.steps.next[pair[0]][1] != pair[1]] == []


def test_a_layout_is_the_same_every_time_and_better_than_its_start(geography):
    def cost(cells):
        at = {cell: code for code, cell in cells.items()}
        return sum(measure_tile(code, cells, at.get, geography) for code in cells)

    start, later = lay_out(geography, 0), lay_out(geography, 3000)
    assert cost(later) < cost(start)
    assert later == lay_out(geography, 3000)


def test_a_tile_costs_more_apart_turned_behind_and_across_water():
    nobody = {"0001": {}, "0002": {}}
    geography = Geography({"0001": (0, 0), "0002": (1, 0)}, {"0001": ["0002"], "0002": ["0001"]}, nobody, {"0001": 0, "0002": 0}, [])

    def cost(*places, land=geography):
        cells = dict(zip(("0001", "0002"), places, strict=True))
        return measure_tile("0001", cells, {cell: code for code, cell in cells.items()}.get, land)

    assert cost((0, 0), (1, 0)) == 0
    assert cost((0, 0), (3, 0)) > 0
    assert cost((0, 0), (-1, 0)) > 0
    near = {"0001": {"0002": (0.8, -0.6)}, "0002": {"0001": (-0.8, 0.6)}}  # to the north-east
    beside = Geography(geography.places, {"0001": [], "0002": []}, near, {"0001": 0, "0002": 0}, [])
    assert cost((0, 0), (1, -1), land=beside) == cost((0, 0), (0, 0), land=beside) == 0
    assert cost((0, 0), (-2, 0), land=beside) > cost((0, 0), (0, 2), land=beside) > cost((0, 0), (0, 1), land=beside) > 0
    islands = Geography(geography.places, {"0001": [], "0002": []}, nobody, {"0001": 0, "0002": 1}, [])
    assert cost((0, 0), (1, 0), land=islands) > cost((0, 0), (2, 0), land=islands) == 0


@pytest.mark.parametrize(("cell", "said"), [([0, 0], "two kommuner in one cell"), ([13, 0], "0147 outside its grid")])
def test_a_layout_that_is_not_sound_is_refused(tmp_path, cell, said):
    file = tmp_path / "fliser.json"
    file.write_text(
        json.dumps({"columns": 13, "rows": 14, "cells": {"0101": [0, 0], "0147": cell}, "steps": {}, "ends": ["0101", "0147"]}),
        encoding="utf-8",
    )
    with pytest.raises(BorderError, match=said):
        Tiling.load(file)


def test_the_borders_are_what_they_were_before_there_were_steps(borders):
    assert "steps" not in json.loads(FILE.read_text(encoding="utf-8"))
    assert borders.provenance["sha256"].startswith("2c276b34872a1d88")
