"""The kommuner as a strip of thin lines, some of them marked: a swarm for where there is little room. The words stand beside it."""

from components.chart.distribution import Distribution
from components.svg.document import write_svg
from components.theme import COAST, DIM, INK
from data.profile.figures import Figures

WIDTH, HEIGHT = 480, 52
EDGE = 10  # free at either end, for the mark of the lowest and the highest
UPPER, LOWER = 16, 44  # of the lines
HEAD = 10  # half the width of the triangle above the marked one
LENGTH, TALL = 1000, 20  # of the lines that a page stretches to the width that it has


def draw_strip(distribution: Distribution, figures: Figures) -> str:
    """The strip as an ``svg`` element, as wide as the place where it stands.

    The marked place has a heavy line under a triangle; the country's is dotted and longer than the others.
    """
    lines = "".join(f"M{_x(distribution, value)} {UPPER}V{LOWER}" for value in distribution.values.values())
    drawn = f'<path d="{lines}" stroke="{DIM}" stroke-opacity=".4" stroke-width="2"/>'
    if distribution.national is not None:
        x = _x(distribution, distribution.national)
        drawn += f'<path d="M{x} {UPPER - 8}V{HEIGHT}" stroke="{DIM}" stroke-width="3" stroke-dasharray="4 4"/>'
    if distribution.own is not None:
        x = _x(distribution, distribution.own)
        drawn += f'<path d="M{x} {UPPER - 2}V{LOWER + 4}" stroke="{INK}" stroke-width="6"/>'
        drawn += f'<path d="M{x - HEAD} 2h{2 * HEAD}l{-HEAD} {HEAD + 2}z" fill="{INK}"/>'
    return write_svg(drawn, WIDTH, HEIGHT, {"role": "img", "aria-label": distribution.describe(figures.places)})


def draw_lines(distribution: Distribution) -> str:
    """The lines alone, from 0 (the lowest) to LENGTH (the highest): a page has them once, and stretches them to the width it has."""
    places = [round(LENGTH * distribution.locate_in_range(value)) for value in distribution.values.values()]
    lines = "".join(f"M{x} 0v{TALL}" for x in places)
    codes = " ".join(distribution.values)
    return f'<path d="{lines}" stroke="{COAST}" stroke-opacity=".55" vector-effect="non-scaling-stroke" data-koder="{codes}"/>'


def _x(distribution: Distribution, value: float) -> int:
    """Where a value stands; the strip goes from the lowest to the highest, since it has no scale of its own."""
    return round(EDGE + (WIDTH - 2 * EDGE) * distribution.locate_in_range(value))
