"""Where a kommune's name stands on the printed map: beside it, clear of frames and other names, over as little land as can be."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import hypot

import numpy as np
from numpy.typing import NDArray

from components.print.drawn.land import SQUARE, count_land
from components.svg.text import measure
from geodata.drawing import Drawing, DrawnPart, Point
from geodata.map_part import Box

SIZE = 290  # of the names' type, in units of the drawing: 7.3 points where the map is 62 mm wide
LEADING = 1.08
EDGE = 60  # free around a name
AROUND = 110  # free around the point in a kommune
CLEAR = 110  # from a frame
TITLE = 330  # height of an inset's title above it
LONGEST = 1700  # of a name in one line; a longer one is broken at its hyphen
SAMPLES = 40  # of a line
COST_OF_LAND = 60  # a square of land that is covered is as bad as so many units of distance


@dataclass(frozen=True)
class NamePlace:
    """A name on the map.

    Attributes:
        lines: the name, in one line or broken at its hyphen.
        box: of the words with their free edge.
        anchor: the point in the kommune that it belongs to.
    """

    lines: tuple[str, ...]
    box: Box
    anchor: Point


def place_names(names: Sequence[tuple[str, str]], drawing: Drawing, land: NDArray[np.int64]) -> list[NamePlace]:
    """A place for each name, in order.

    Args:
        names: kommunekode and name.
        drawing: the map.
        land: as ``find_land`` gives it.

    Raises:
        ValueError: a name finds no room.
    """
    placed: list[NamePlace] = []
    for code, name in names:
        anchor, lines = find_anchor(code, drawing), _break(name)
        taken = [*_list_frames(drawing), *(other.box for other in placed), *(_around(other.anchor) for other in placed), _around(anchor)]
        free = [box for box in _list_boxes(lines, drawing) if not any(_overlap(box, other) for other in taken)]
        cheapest = sorted(free, key=lambda box: _cost(box, anchor, land))
        box = next((box for box in cheapest if _is_clear(box, anchor, placed, drawing)), None)
        if box is None:
            raise ValueError(f"{name} finds no room on a map of {drawing.width} x {drawing.height}; set SIZE lower")
        placed.append(NamePlace(lines, box, anchor))
    return placed


def _is_clear(box: Box, anchor: Point, placed: Sequence[NamePlace], drawing: Drawing) -> bool:
    """Whether no line from a name to its kommune strikes out other words."""
    words = [*(other.box for other in placed), *(_title(part) for part in drawing.parts if part.part.title)]
    lines = [(other.anchor, nearest_point(other.box, other.anchor)) for other in placed]
    return not (any(_crosses(anchor, nearest_point(box, anchor), other) for other in words) or any(_crosses(*line, box) for line in lines))


def _title(inset: DrawnPart) -> Box:
    """Where an inset's title stands, above its right corner."""
    left, upper, right, _ = inset.box
    return max(left, right - 2 * SIZE - measure(inset.part.title, SIZE)), upper - TITLE, right, upper


def _crosses(start: tuple[float, float], end: tuple[float, float], box: Box) -> bool:
    """Whether a line runs through a box, looked at in SAMPLES places."""
    steps = [number / SAMPLES for number in range(SAMPLES + 1)]
    points = [(start[0] + (end[0] - start[0]) * step, start[1] + (end[1] - start[1]) * step) for step in steps]
    return any(box[0] < x < box[2] and box[1] < y < box[3] for x, y in points)


def find_anchor(code: str, drawing: Drawing) -> Point:
    """A point in the kommune: in an inset where one has it, since it is larger there."""
    labels = [part.areas[code].label for part in drawing.parts if code in part.areas]
    return next(label for label in reversed(labels) if label)


def _break(name: str) -> tuple[str, ...]:
    head, hyphen, rest = name.partition("-")
    return (head + hyphen, rest) if hyphen and measure(name, SIZE) > LONGEST else (name,)


def _list_boxes(lines: Sequence[str], drawing: Drawing) -> Iterator[Box]:
    """All places within the drawing, a square apart."""
    width = max(measure(line, SIZE) for line in lines) + 2 * EDGE
    height = SIZE * LEADING * len(lines) + EDGE
    for upper in range(0, int(drawing.height - height), SQUARE):
        for left in range(0, int(drawing.width - width), SQUARE):
            yield left, upper, left + width, upper + height


def _list_frames(drawing: Drawing) -> list[Box]:
    return [_widen(part) for part in drawing.parts if part.part.title]


def _widen(inset: DrawnPart) -> Box:
    left, upper, right, lower = inset.box
    return left - CLEAR, upper - TITLE, right + CLEAR, lower + CLEAR


def _around(anchor: Point) -> Box:
    x, y = anchor
    return x - AROUND, y - AROUND, x + AROUND, y + AROUND


def _overlap(one: Box, other: Box) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


def nearest_point(box: Box, anchor: Point) -> tuple[float, float]:
    """The point of a box's edge that is nearest to a point outside it."""
    (left, upper, right, lower), (x, y) = box, anchor
    return min(max(x, left), right), min(max(y, upper), lower)


def _cost(box: Box, anchor: Point, land: NDArray[np.int64]) -> tuple[float, Box]:
    """The lower the better; of equals the one that is further up and left."""
    x, y = nearest_point(box, anchor)
    return hypot(x - anchor[0], y - anchor[1]) + COST_OF_LAND * count_land(land, *box), box
