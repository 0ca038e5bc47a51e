"""Which kommune is the next one to the north, east, south and west of each, for the arrow keys.

Method, for points on a plane with y northward:

- A kommune lies to the north of another if its point does and is at most SIDEWAYS as far to the side as ahead. So a direction reaches
  somewhat over the diagonals, and whoever lies on one can be reached by two keys.
- What is aside counts as farther away: the distance is that to a point ASIDE as far to the side.
- Pairs are joined nearest first: a's next to the north is b, and b's to the south is a, if neither has one yet and neither has somebody
  NEARER times as near. So the opposite key mostly leads back. Whoever is left takes the nearest.

For the 98 kommuner 83 of 100 steps lead back by the opposite key; with the nearest alone 73 would.
"""

from collections.abc import Mapping, Sequence
from math import hypot

from geodata.steps import DIRECTIONS, Step

Point = tuple[float, float]
SIDEWAYS = 1.5
ASIDE = 1.5
NEARER = 1.6
AXES = ((0, 2), (1, 3))  # a direction and its opposite, as numbers of DIRECTIONS
UNIT: tuple[Point, ...] = ((0, 1), (1, 0), (0, -1), (-1, 0))


def find_steps(points: Mapping[str, Point]) -> dict[str, list[Step]]:
    """The next kommune in each of DIRECTIONS, by kommunekode; None where nobody lies there.

    >>> find_steps({"0001": (0, 0), "0002": (10, 1), "0003": (2, -9)})
    {'0001': [None, '0002', '0003', None], '0002': [None, None, '0003', '0001'], '0003': ['0001', '0002', None, None]}

    Args:
        points: where each kommune lies, x eastward and y northward, in any unit.
    """
    found: dict[str, list[Step]] = {code: [None] * len(DIRECTIONS) for code in points}
    for ahead, back in AXES:
        pairs = sorted(_list_pairs(points, ahead))
        nearest: dict[tuple[str, int], float] = {}
        for distance, code, other in pairs:
            nearest.setdefault((code, ahead), distance)
            nearest.setdefault((other, back), distance)
        for distance, code, other in pairs:
            is_free = found[code][ahead] is None and found[other][back] is None
            if is_free and distance <= NEARER * min(nearest[code, ahead], nearest[other, back]):
                found[code][ahead], found[other][back] = other, code
        for _, code, other in pairs:  # whoever is left
            found[code][ahead] = found[code][ahead] or other
            found[other][back] = found[other][back] or code
    return found


def find_ends(points: Mapping[str, Point]) -> tuple[str, str]:
    """The northernmost kommune and the southernmost.

    >>> find_ends({"0001": (0, 0), "0002": (10, 1), "0003": (2, -9)})
    ('0002', '0003')
    """
    return max(points, key=lambda code: points[code][1]), min(points, key=lambda code: points[code][1])


def measure_return(steps: Mapping[str, Sequence[Step]]) -> float:
    """The part of all steps from which the opposite key leads back.

    >>> measure_return({"0001": ["0002", None, None, None], "0002": [None, None, "0001", None]})
    1.0
    """
    opposite = {ahead: back for pair in AXES for ahead, back in (pair, pair[::-1])}
    taken = [(code, ahead, other) for code, others in steps.items() for ahead, other in enumerate(others) if other]
    return sum(steps[other][opposite[ahead]] == code for code, ahead, other in taken) / len(taken)


def _list_pairs(points: Mapping[str, Point], ahead: int) -> list[tuple[float, str, str]]:
    """Who lies in a direction of whom, and how far away."""
    along_x, along_y = UNIT[ahead]
    pairs = []
    for code, (x, y) in points.items():
        for other, (other_x, other_y) in points.items():
            east, north = other_x - x, other_y - y
            forth, aside = east * along_x + north * along_y, abs(east * along_y - north * along_x)
            if forth > 0 and aside <= SIDEWAYS * forth:
                pairs.append((hypot(forth, ASIDE * aside), code, other))
    return pairs
