"""The tile map: a square for every kommune, laid out so that geography is recognised. ``python -m geodata.builder.arrangement.tiles``.

Method: simulated annealing, always with the same random numbers. Every kommune begins in the free cell nearest to its place on the map.
Then, again and again, one tile goes to another cell near by, and whoever lies there comes in its place. A change for the better is kept;
one for the worse, too, the seldomer the later it comes. What is better is said in ``geodata.builder.arrangement.cost``: neighbours
touch, who is near lies on its right side, sea stays open between lands, and each land and region is one piece. Bornholm touches the rest
of its region for that.

A place on the map is halfway between where it is and the middle of as many kommuner on either side: else a third of the tiles would
have the corner that is greater Copenhagen's, and all would be pushed from there.

The layout is ours and is stored in geodata/kommuner_fliser.json (``geodata.tiling``), with the steps of the arrow keys over the tiles.
"""

import csv
import json
import random
from collections import defaultdict
from collections.abc import Mapping
from itertools import combinations
from math import dist, exp, hypot
from pathlib import Path

from geodata.borders import Borders
from geodata.builder.arrangement.cost import NEAR, TORN, Cell, Geography, count_pieces, measure_tile, share_adjacent
from geodata.builder.arrangement.plane import project
from geodata.builder.arrangement.steps import Point, find_ends, find_steps
from geodata.builder.files import write_together
from geodata.drawing import Drawing
from geodata.tiling import FILE

COLUMNS, ROWS = 13, 14  # 13 columns are 26 pixels each on a phone of 360
SEED = 65
ROUNDS = 400_000
HOT, COLD = 8.0, 0.05  # the temperature at the beginning and at the end, in the currency of the costs
FAR = 3  # cells that a tile goes at most
MEMBERSHIPS = Path(__file__).parents[3] / "data" / "kommuners_region.csv"


def lay_out(geography: Geography, rounds: int = ROUNDS) -> dict[str, Cell]:
    """The cell of each kommune.

    Args:
        geography: what should be kept.
        rounds: how many changes are tried.
    """
    chance = random.Random(SEED)  # the same every time
    cells = _start(geography)
    at = {cell: code for code, cell in cells.items()}
    codes = sorted(cells)
    home = {code: [whole for whole in geography.wholes if code in whole] for code in codes}

    def measure(moved: list[str]) -> float:
        torn = {whole for code in moved for whole in home[code]}
        return sum(measure_tile(code, cells, at.get, geography) for code in moved) + TORN * sum(count_pieces(one, cells) for one in torn)

    def put(code: str, cell: Cell, other: str | None, before: Cell) -> None:
        del at[before]
        cells[code], at[cell] = cell, code
        if other:
            cells[other], at[before] = before, other

    for step in range(rounds):
        heat = HOT * (COLD / HOT) ** (step / rounds)
        code = chance.choice(codes)
        before = cells[code]
        cell = (before[0] + chance.randint(-FAR, FAR), before[1] + chance.randint(-FAR, FAR))
        if cell == before or not (0 <= cell[0] < COLUMNS and 0 <= cell[1] < ROWS):
            continue
        other = at.get(cell)
        moved = [code, other] if other else [code]
        cost = measure(moved)
        put(code, cell, other, before)
        worse = measure(moved) - cost
        if worse > 0 and chance.random() >= exp(-worse / heat):
            put(code, before, other, cell)
    return cells


def _start(geography: Geography) -> dict[str, Cell]:
    """Every kommune in the free cell nearest to its place, those at the edges first."""
    free = {(x, y) for x in range(COLUMNS) for y in range(ROWS)}
    cells = {}
    for code, (x, y) in sorted(geography.places.items()):
        cells[code] = min(free, key=lambda cell: ((cell[0] - x) ** 2 + (cell[1] - y) ** 2, cell))
        free.remove(cells[code])
    return cells


def read_geography(borders: Borders, drawing: Drawing) -> Geography:
    """Places, neighbours, lands and regions of the committed kommuner."""
    points = project(borders.labels)
    columns, rows = _spread({code: x for code, (x, _) in points.items()}), _spread({code: -y for code, (_, y) in points.items()})
    lands = _find_lands(drawing.neighbours)
    links = _link_lands(drawing.neighbours, lands, points)
    return Geography(
        places={code: (columns[code] * (COLUMNS - 1), rows[code] * (ROWS - 1)) for code in points},
        links=links,
        near=_find_near(points),
        land=lands,
        wholes=[*_read_regions(), *(frozenset(code for code in lands if lands[code] == land) for land in sorted(set(lands.values())))],
    )


def _spread(along: Mapping[str, float]) -> dict[str, float]:
    """Places along an axis, from 0 to 1: the mean of where each is and of its number. The last but one is at the end: Bornholm is apart.

    >>> _spread({"0001": 0.0, "0002": 1.0, "0003": 10.0, "0004": 40.0})
    {'0001': 0.0, '0002': 0.21666666666666667, '0003': 0.8333333333333333, '0004': 1.0}
    """
    ordered = sorted(along, key=lambda code: along[code])
    first, last = along[ordered[0]], along[ordered[-2]]
    return {
        code: (min((along[code] - first) / (last - first), 1.0) + number / (len(ordered) - 1)) / 2 for number, code in enumerate(ordered)
    }


def _find_near(points: Mapping[str, Point]) -> dict[str, dict[str, tuple[float, float]]]:
    """Who is within NEAR of each, and in which direction; points in metres, y northward."""
    near: dict[str, dict[str, tuple[float, float]]] = {code: {} for code in points}
    for code, (x, y) in points.items():
        for other, (other_x, other_y) in points.items():
            metres = hypot(other_x - x, other_y - y)
            if 0 < metres <= 1000 * NEAR:
                near[code][other] = ((other_x - x) / metres, (y - other_y) / metres)
    return near


def _link_lands(
    neighbours: Mapping[str, tuple[str, ...]], lands: Mapping[str, int], points: Mapping[str, Point]
) -> dict[str, tuple[str, ...]]:
    """The neighbours, and across the water the shortest links that make one of all lands: an island lies off the nearest coast."""
    linked, joined = dict(neighbours), dict(lands)
    for _, code, other in sorted((dist(points[one], points[two]), one, two) for one, two in combinations(sorted(points), 2)):
        if joined[code] != joined[other]:
            linked[code], linked[other] = (*linked[code], other), (*linked[other], code)
            joined = {each: joined[other] if land == joined[code] else land for each, land in joined.items()}
    return linked


def _find_lands(neighbours: Mapping[str, tuple[str, ...]]) -> dict[str, int]:
    lands: dict[str, int] = {}
    for number, code in enumerate(neighbours):
        reached = [code] if code not in lands else []
        for each in reached:
            lands[each] = number
            reached += [other for other in neighbours[each] if other not in lands and other not in reached]
    return lands


def _read_regions() -> list[frozenset[str]]:
    members = defaultdict(set)
    with MEMBERSHIPS.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            members[row["region_kode"]].add(row["kommune_kode"])
    return [frozenset(codes) for _, codes in sorted(members.items())]


def write_layout(cells: Mapping[str, Cell]) -> str:
    """The content of the file, with the fields of ``geodata.tiling.Tiling``."""
    points = {code: (float(x), float(-y)) for code, (x, y) in cells.items()}
    content = {"columns": COLUMNS, "rows": ROWS, "cells": cells, "steps": find_steps(points), "ends": find_ends(points)}
    return json.dumps(content, separators=(",", ":"))


def main() -> None:
    """Lay the tiles out anew, and say how well it went."""
    drawing = Drawing.load()
    geography = read_geography(Borders.load(), drawing)
    cells = lay_out(geography)
    write_together({FILE: write_layout(cells)})
    pieces = [count_pieces(whole, cells) for whole in geography.wholes]
    touch = share_adjacent(drawing.neighbours, cells)
    print(f"{len(cells)} tiles; {touch:.0%} of bordering pairs touch; pieces of the regions and lands: {pieces}")


if __name__ == "__main__":
    main()
