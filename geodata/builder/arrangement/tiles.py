"""The tile map: a square for every kommune, laid out so that geography is recognised. ``python -m geodata.builder.arrangement.tiles``.

Method: simulated annealing, always with the same random numbers. Every kommune begins in the free cell nearest to its place on the map.
Then, again and again, one tile goes to another cell near by, and whoever lies there comes in its place. A change for the better is kept;
one for the worse, too, the seldomer the later it comes. What is better is said in ``geodata.builder.arrangement.cost``: neighbours
touch and lie on their right sides, water parts lands, and each region is one piece. Bornholm touches the rest of its region for that.

The layout is ours and is stored in geodata/kommuner_fliser.json (``geodata.tiling``), with the steps of the arrow keys over the tiles.
"""

import csv
import json
import random
from collections import defaultdict
from collections.abc import Mapping
from math import dist, exp
from pathlib import Path

from geodata.borders import Borders
from geodata.builder.arrangement.cost import TORN, Cell, Geography, count_pieces, measure_tile, share_adjacent
from geodata.builder.arrangement.plane import project
from geodata.builder.arrangement.steps import Point, find_ends, find_steps
from geodata.builder.files import write_together
from geodata.drawing import Drawing
from geodata.tiling import FILE

COLUMNS, ROWS = 13, 14  # 13 columns are 26 pixels each on a phone of 360
SEED = 98
ROUNDS = 500_000
HOT, COLD = 4.0, 0.05  # the temperature at the beginning and at the end, in the currency of the costs
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
    home = {code: [region for region in geography.regions if code in region] for code in codes}

    def measure(moved: list[str]) -> float:
        torn = {region for code in moved for region in home[code]}
        return sum(measure_tile(code, cells, at.get, geography) for code in moved) + TORN * sum(count_pieces(r, cells) for r in torn)

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
    west, north = min(x for x, _ in points.values()), max(y for _, y in points.values())
    width, height = max(x for x, _ in points.values()) - west, north - min(y for _, y in points.values())
    places = {code: ((x - west) / width * (COLUMNS - 1), (north - y) / height * (ROWS - 1)) for code, (x, y) in points.items()}
    lands = _find_lands(drawing.neighbours)
    return Geography(places, _link_lands(drawing.neighbours, lands, points), lands, _read_regions())


def _link_lands(
    neighbours: Mapping[str, tuple[str, ...]], lands: Mapping[str, int], points: Mapping[str, Point]
) -> dict[str, tuple[str, ...]]:
    """The neighbours, and for each island the kommune of another land that is nearest to one of its own: it lies off that coast."""
    linked = dict(neighbours)
    for land in sorted(set(lands.values())):
        ours, others = ([code for code in sorted(lands) if (lands[code] == land) == is_ours] for is_ours in (True, False))
        code, other = min(((a, b) for a in ours for b in others), key=lambda pair: dist(points[pair[0]], points[pair[1]]))
        linked[code], linked[other] = (*linked[code], other), (*linked[other], code)
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
    pieces = [count_pieces(region, cells) for region in geography.regions]
    print(f"{len(cells)} tiles; {share_adjacent(drawing.neighbours, cells):.0%} of bordering pairs touch; pieces of the regions: {pieces}")


if __name__ == "__main__":
    main()
