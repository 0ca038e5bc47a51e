"""How far an arrangement of tiles is from geography: what ``geodata.builder.arrangement.tiles`` makes as small as it can.

All weights are of one currency; the distances are in cells.
"""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from math import hypot

Cell = tuple[int, int]  # column and row, from the upper left
APART = 3.0  # for each cell that lies between two kommuner with a border in common
TURNED = 4.0  # for one that lies on the opposite side of the other; half of it at a right angle
BEHIND = 1.5  # for the square of the cells by which one lies west of a near one that it is to the east of; or south, to the north
MOVED = 0.05  # for the square of the distance from the place on the map
TOUCHING = 6.0  # for two that touch across water
TORN = 20.0  # for each further piece of a region or land
NEAR = 60.0  # kilometres
AROUND = [(x, y) for x in (-1, 0, 1) for y in (-1, 0, 1) if x or y]
BESIDE = ((1, 0), (-1, 0), (0, 1), (0, -1))


@dataclass(frozen=True)
class Geography:
    """What the tiles should keep.

    Attributes:
        places: of each kommune on the map, in cells.
        links: those with a border in common, by kommunekode, and across the water the nearest, until all lands are one.
        near: of each kommune those within NEAR, and how far to the east and to the south they are, as parts of the distance.
        land: the number of the land that each lies on: kommuner that have borders in common.
        wholes: the kommuner of each region that has been or will be, and of each land.
    """

    places: Mapping[str, tuple[float, float]]
    links: Mapping[str, Collection[str]]
    near: Mapping[str, Mapping[str, tuple[float, float]]]
    land: Mapping[str, int]
    wholes: Sequence[frozenset[str]]


def measure_tile(code: str, cells: Mapping[str, Cell], at: Callable[[Cell], str | None], geography: Geography) -> float:
    """What one tile costs where it lies, but for the wholes that are torn.

    Args:
        code: of the kommune.
        cells: where each tile lies.
        at: whose tile lies in a cell.
        geography: what should be kept.
    """
    x, y = cells[code]
    place_x, place_y = geography.places[code]
    cost = MOVED * ((x - place_x) ** 2 + (y - place_y) ** 2)
    for other in geography.links[code]:
        other_x, other_y = cells[other]
        east, south = other_x - x, other_y - y
        cost += APART * (max(abs(east), abs(south)) - 1)
        real_x, real_y = geography.places[other]
        real_east, real_south = real_x - place_x, real_y - place_y
        alike = (east * real_east + south * real_south) / (hypot(east, south) * hypot(real_east, real_south))
        cost += TURNED * (1 - alike) / 2
    for other, (real_east, real_south) in geography.near[code].items():
        other_x, other_y = cells[other]
        east, south = other_x - x, other_y - y
        if east * real_east < 0:
            cost += BEHIND * east * east * abs(real_east)
        if south * real_south < 0:
            cost += BEHIND * south * south * abs(real_south)
    for east, south in AROUND:
        beside = at((x + east, y + south))
        if beside and geography.land[beside] != geography.land[code] and beside not in geography.links[code]:
            cost += TOUCHING
    return cost


def count_pieces(codes: Collection[str], cells: Mapping[str, Cell]) -> int:
    """Into how many pieces the tiles of some kommuner fall; what touches at a corner only is apart.

    >>> count_pieces(["0001", "0002", "0003"], {"0001": (0, 0), "0002": (1, 0), "0003": (2, 1)})
    2
    """
    left = {cells[code] for code in codes}
    pieces = 0
    while left:
        pieces += 1
        reached = [left.pop()]
        for x, y in reached:
            for east, south in BESIDE:
                cell = (x + east, y + south)
                if cell in left:
                    left.remove(cell)
                    reached.append(cell)
    return pieces


def share_adjacent(neighbours: Mapping[str, Collection[str]], cells: Mapping[str, Cell]) -> float:
    """The part of the pairs with a border in common whose tiles touch, if only at a corner.

    >>> share_adjacent({"0001": ["0002", "0003"], "0002": ["0001"], "0003": ["0001"]}, {"0001": (0, 0), "0002": (1, 1), "0003": (2, 1)})
    0.5
    """
    pairs = [(cells[code], cells[other]) for code, others in neighbours.items() for other in others if code < other]
    return sum(max(abs(x - other_x), abs(y - other_y)) == 1 for (x, y), (other_x, other_y) in pairs) / len(pairs)
