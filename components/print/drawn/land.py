"""Where there is land on the drawn map, in squares: a name is put where it covers as little of it as can be."""

import re
from collections.abc import Iterable, Iterator

import numpy as np
from numpy.typing import NDArray

from geodata.drawing import Drawing

SQUARE = 50  # units of the drawing
STEP = re.compile(r"([mz])|(-?\d+)[ ]?(-?\d+)")
Edge = tuple[int, int, int, int]  # x and y of both ends


def find_land(drawing: Drawing) -> NDArray[np.int64]:
    """How many squares with land lie above and left of each corner: ``sums[row, column]``, from which any rectangle's count follows.

    A square counts by its middle. A line of squares goes in and out of kommuner by turns, so the places where it crosses a border are
    taken in pairs; where two kommuner meet there are two of them in one place.
    """
    edges = np.array(list(_list_edges(area.path for part in drawing.parts for area in part.areas.values())))
    rows, columns = -(-drawing.height // SQUARE), -(-drawing.width // SQUARE)
    land = np.zeros((rows, columns), dtype=np.int64)
    middles = (np.arange(columns) + 0.5) * SQUARE
    for row in range(rows):
        y = (row + 0.5) * SQUARE
        crossing = edges[(edges[:, 1] <= y) != (edges[:, 3] <= y)]
        x0, y0, x1, y1 = crossing.T
        places = np.sort(x0 + (x1 - x0) * (y - y0) / (y1 - y0))
        land[row] = np.searchsorted(places, middles) % 2
    return np.pad(land.cumsum(axis=0).cumsum(axis=1), ((1, 0), (1, 0)))


def count_land(sums: NDArray[np.int64], left: float, upper: float, right: float, lower: float) -> int:
    """How many squares with land a rectangle touches.

    Args:
        sums: as ``find_land`` gives them.
        left: edges of the rectangle, in units of the drawing, within it.
        upper: likewise.
        right: likewise.
        lower: likewise.
    """
    top, bottom = int(upper // SQUARE), min(sums.shape[0] - 1, -int(-lower // SQUARE))
    start, end = int(left // SQUARE), min(sums.shape[1] - 1, -int(-right // SQUARE))
    return int(sums[bottom, end] - sums[top, end] - sums[bottom, start] + sums[top, start])


def _list_edges(paths: Iterable[str]) -> Iterator[Edge]:
    """The edges of rings that are written as relative steps: "m5092 4113-3-15-13-21z"."""
    for path in paths:
        x = y = start_x = start_y = 0
        begins = False
        for command, step_x, step_y in STEP.findall(path):
            if command == "z":
                yield x, y, start_x, start_y
                x, y = start_x, start_y
            elif command == "m":
                begins = True
            else:
                to_x, to_y = x + int(step_x), y + int(step_y)
                if begins:
                    start_x, start_y, begins = to_x, to_y, False
                else:
                    yield x, y, to_x, to_y
                x, y = to_x, to_y
