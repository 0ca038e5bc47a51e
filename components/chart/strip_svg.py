"""The kommuner as a strip of thin lines, one of them marked: a swarm for where there is little room. The words stand beside it."""

from components.chart.distribution import Distribution
from components.chart.swarm_svg import describe
from components.svg.document import write_svg
from components.theme import DIM, INK
from data.profile.figures import Figures

WIDTH, HEIGHT = 480, 52
EDGE = 10  # free at either end, for the mark of the lowest and the highest
UPPER, LOWER = 16, 44  # of the lines
HEAD = 10  # half the width of the triangle above the marked one


def draw_strip(distribution: Distribution, figures: Figures) -> str:
    """The strip as an ``svg`` element, as wide as the place where it stands.

    The marked kommune has a heavy line under a triangle; the country's is dotted and longer than the others.
    """
    drawn = f'<path d="{_write_lines(distribution)}" stroke="{DIM}" stroke-opacity=".4" stroke-width="2"/>'
    if distribution.national is not None:
        x = _x(distribution, distribution.national)
        drawn += f'<path d="M{x} {UPPER - 8}V{HEIGHT}" stroke="{DIM}" stroke-width="3" stroke-dasharray="4 4"/>'
    if distribution.place:
        x = _x(distribution, distribution.values[distribution.place])
        drawn += f'<path d="M{x} {UPPER - 2}V{LOWER + 4}" stroke="{INK}" stroke-width="6"/>'
        drawn += f'<path d="M{x - HEAD} 2h{2 * HEAD}l{-HEAD} {HEAD + 2}z" fill="{INK}"/>'
    return write_svg(drawn, WIDTH, HEIGHT, {"role": "img", "aria-label": describe(distribution, figures), "class": "strimmel"})


def _write_lines(distribution: Distribution) -> str:
    """All lines as one path of short steps from one to the next, in whole units: written so, they are a third of the bytes."""
    at, steps = 0, list[str]()
    for value in distribution.values.values():
        x = _x(distribution, value)
        steps.append(f"m{x - at} {UPPER - LOWER}v{LOWER - UPPER}" if steps else f"M{x} {UPPER}v{LOWER - UPPER}")
        at = x
    return "".join(steps)


def _x(distribution: Distribution, value: float) -> int:
    """Where a value stands; the strip goes from the lowest to the highest, since it has no scale of its own."""
    low, high = distribution.values[distribution.lowest], distribution.values[distribution.highest]
    part = (value - low) / (high - low) if high > low else 0.5
    return round(EDGE + (WIDTH - 2 * EDGE) * min(1.0, max(0.0, part)))
