"""The kommuner as a swarm of dots on a scale, one of them marked: where a place stands, at a glance.

Where the dots lie depends on the indicator alone, so that a page has them once (components/chart/shared.py), and picking another place
moves only the mark.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from html import escape
from itertools import count

from components.chart.distribution import Distribution
from components.map.classes import make_classes
from components.svg.document import write_svg
from components.svg.text import measure
from components.theme import CARD, COAST, DIM, INK, LINE, RAMP, SANS
from components.wording.formats import format_figure, format_number
from data.profile.figures import Figures

WIDTH, ON_PAPER = 340, 420  # of the drawing: on a page it stands in a narrow column
EDGE = 10  # free at either end of the scale
ROW = 16  # height of a line of words
RADIUS, GAP = 3.6, 0.6  # of a dot, and between two
STEP = 2 * (RADIUS + GAP)  # from a row of dots to the next
LARGE = 5.2  # radius of the marked one
SIZE = 13  # of type
COUNTRY = "landet"


@dataclass(frozen=True)
class Swarm:
    """Where the dots lie in the drawing.

    Attributes:
        distribution: what is drawn.
        width: of the drawing.
        points: by kommunekode, lowest value first.
        centre: the middle row.
        foot: the scale's line.
    """

    distribution: Distribution
    width: int
    points: dict[str, tuple[float, float]]
    centre: float
    foot: float

    def x(self, value: float) -> float:
        """Where a value stands on the scale."""
        return _x(self.distribution, value, self.width)

    @property
    def height(self) -> int:
        """Of the whole drawing: below the scale's line are the country's number and the scale's numbers."""
        return round(self.foot + 2 * ROW + 4)


def lay_out_swarm(distribution: Distribution, width: int = WIDTH) -> Swarm:
    """Every dot on its value, in the row nearest to the middle where it lies on no other; the lower value first."""
    across = tuple(_x(distribution, value, width) for value in distribution.values.values())
    rows = _find_rows(across)
    half = (max(abs(row) for row in rows) + 0.5) * STEP
    centre = ROW + 4 + half
    points = {code: (x, centre + row * STEP) for code, x, row in zip(distribution.values, across, rows, strict=True)}
    return Swarm(distribution, width, points, centre, centre + half + 4)


@lru_cache(maxsize=8)  # the same for every place, and a tenth of the work of a panel
def _find_rows(across: tuple[float, ...]) -> tuple[int, ...]:
    """The row of each dot, from where the dots stand on the scale; 0 is the middle one."""
    taken: dict[int, list[float]] = {}
    rows = []
    for x in across:
        rows.append(next(row for row in _outwards() if all(abs(x - other) >= STEP for other in taken.get(row, ()))))
        taken.setdefault(rows[-1], []).append(x)
    return tuple(rows)


def _outwards() -> Iterator[int]:
    """The rows of dots from the middle one outwards: 0, -1, 1, -2, 2 and so on."""
    return ((number + 1) // 2 * (-1 if number % 2 else 1) for number in count())


def draw_swarm(distribution: Distribution, figures: Figures) -> str:
    """The swarm for paper, as an ``svg`` element as wide as the place where it stands; the same figures always give the same drawing.

    From the top: the place's name and number, the dots in the colours of the map, the scale's line, the country's number, the scale's
    numbers.
    """
    swarm = lay_out_swarm(distribution, ON_PAPER)
    return _write(swarm, _draw_dots(swarm), figures)


def draw_swarm_with_shared_dots(distribution: Distribution, figures: Figures) -> str:
    """The same for a page that has the dots already: they are pointed at."""
    return _write(lay_out_swarm(distribution), f'<use href="#svaerm-{distribution.name}"/>', figures)


def _write(swarm: Swarm, dots: str, figures: Figures) -> str:
    distribution = swarm.distribution
    drawn = dots + _draw_country(swarm) + _draw_place(swarm, figures)
    attributes = {
        "role": "img",
        "aria-label": distribution.describe(figures.places),
        "font-size": str(SIZE),
        "class": "svaerm",
        "data-fordeling": distribution.name,
    }
    return write_svg(f'<g font-family="{SANS}">{drawn}</g>', swarm.width, swarm.height, attributes)


def draw_dots(distribution: Distribution) -> str:
    """Dots and scale, the same for every place: a path of points with round ends for each class of the map, darkly edged.

    A circle for each dot would be five times as long. ``data-koder`` has the kommunekoder in the order of the points.
    """
    return _draw_dots(lay_out_swarm(distribution))


def _draw_dots(swarm: Swarm) -> str:
    distribution = swarm.distribution
    classes = make_classes(distribution.indicator, list(distribution.values.values()))
    paths = []
    for number, colour in enumerate(RAMP):
        codes = [code for code, value in distribution.values.items() if classes.class_of(value) == number]
        if codes:
            points = "".join("M{:.0f} {:.1f}h0".format(*swarm.points[code]) for code in codes)
            paths.append((points, colour, " ".join(codes)))
    edges = f'<path d="{"".join(points for points, *_ in paths)}" stroke="{COAST}" stroke-width="{2 * RADIUS + 1:g}"/>'
    dots = "".join(f'<path d="{points}" stroke="{colour}" data-koder="{codes}"/>' for points, colour, codes in paths)
    drawn = f'<g fill="none" stroke-linecap="round" stroke-width="{2 * RADIUS:g}">{edges}{dots}</g>'
    return _draw_scale(swarm) + drawn


def _x(distribution: Distribution, value: float, width: int) -> float:
    return EDGE + (width - 2 * EDGE) * distribution.locate(value)


def _draw_scale(swarm: Swarm) -> str:
    foot, scale = swarm.foot, swarm.distribution.scale
    line = f'<path d="M{EDGE} {foot:.1f}H{swarm.width - EDGE}" stroke="{LINE}"/>'
    last = len(scale) - 1
    marks = [
        f'<text x="{swarm.x(mark):.1f}" y="{foot + 2 * ROW:.1f}" fill="{DIM}" text-anchor="{_anchor(number, last)}">'
        f"{format_number(mark, 0 if mark.is_integer() else 1)}</text>"
        for number, mark in enumerate(scale)
    ]
    return line + "".join(marks)


def _anchor(number: int, last: int) -> str:
    return "start" if number == 0 else "end" if number == last else "middle"


def _draw_country(swarm: Swarm) -> str:
    distribution = swarm.distribution
    if distribution.national is None:
        return ""
    x = swarm.x(distribution.national)
    words = f"{COUNTRY} {format_figure(distribution.national, distribution.indicator)}"
    line = f'<path d="M{x:.1f} {ROW + 4}V{swarm.foot + 3:.1f}" stroke="{DIM}" stroke-dasharray="2 3" stroke-width="1.5"/>'
    return line + _label(words, x, swarm.foot + ROW, DIM, 400, swarm.width)


def _draw_place(swarm: Swarm, figures: Figures) -> str:
    """Name and number above a stalk to the place's dot; a region has no dot, its mark stands in the middle row."""
    distribution = swarm.distribution
    if distribution.own is None:
        return ""
    x, y = swarm.points.get(distribution.place, (swarm.x(distribution.own), swarm.centre))
    words = f"{figures.places[distribution.place].name} {format_figure(distribution.own, distribution.indicator)}"
    stalk = f'<path d="M{x:.1f} {ROW}V{y:.1f}" stroke="{INK}" stroke-width="1.5"/>'
    return f'{stalk}<circle cx="{x:.1f}" cy="{y:.1f}" r="{LARGE}" fill="{INK}" stroke="{CARD}" stroke-width="1.4"/>' + _label(
        words, x, ROW - 4, INK, 600, swarm.width
    )


def _label(words: str, x: float, y: float, colour: str, weight: int, width: int) -> str:
    """Words centred above a point, moved where they would leave the drawing."""
    half = measure(words, SIZE) / 2
    middle = min(max(x, half), width - half)
    return f'<text x="{middle:.1f}" y="{y:.1f}" fill="{colour}" font-weight="{weight}" text-anchor="middle">{escape(words)}</text>'
