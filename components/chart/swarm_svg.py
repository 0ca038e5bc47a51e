"""The kommuner as a swarm of dots on a scale, one of them marked: where a place stands, at a glance."""

from html import escape

from components.chart.distribution import Distribution
from components.svg.document import write_svg
from components.svg.text import measure
from components.theme import DIM, INK, LINE, SANS
from components.wording.distribution import describe_distribution
from components.wording.formats import format_figure, format_number, format_value
from data.profile.figures import Figures

WIDTH, LEFT, RIGHT = 420, 12, 408
ROW = 16  # height of a line of words
RADIUS, GAP = 3.6, 0.6  # of a dot, and between two
STEP = 2 * (RADIUS + GAP)  # from a row of dots to the next
LARGE = 6.5  # radius of the marked one
SIZE = 13  # of type
HALF_LETTER = 5  # half the height of a capital letter
COUNTRY = "landet"


def draw_swarm(distribution: Distribution, figures: Figures) -> str:
    """The swarm as an ``svg`` element, as wide as the place where it stands; the same figures always give the same drawing.

    From the top: the place's name and number, the dots, the scale's line, the country's number, the scale's numbers. All dots but the
    marked one are one path of points with round ends: a circle for each would be five times as long.
    """
    levels = _stack(distribution)
    half = (max(abs(level) for level in levels.values()) + 0.5) * STEP
    centre = ROW + 4 + half
    foot = centre + half + 4
    dots = "".join(
        f"M{_x(distribution, value):.0f} {centre + levels[code] * STEP:.1f}h0"
        for code, value in distribution.values.items()
        if code != distribution.place
    )
    drawn = (
        _draw_scale(distribution, foot)
        + _draw_country(distribution, centre - half, foot)
        + f'<path d="{dots}" stroke="{DIM}" stroke-opacity=".5" stroke-width="{2 * RADIUS:g}" stroke-linecap="round"/>'
        + _draw_place(distribution, centre, figures)
    )
    attributes = {"role": "img", "aria-label": describe(distribution, figures), "font-size": str(SIZE), "class": "svaerm"}
    return write_svg(f'<g font-family="{SANS}">{drawn}</g>', WIDTH, round(foot + 2 * ROW + 4), attributes)


def describe(distribution: Distribution, figures: Figures) -> str:
    """What the drawing shows, in sentences: the place's value, the country's, and how the kommuner are spread."""
    place, national = distribution.place, distribution.national
    own = [f"{figures.places[place].name}: {_write(distribution, distribution.values[place])}"] if place else []
    country = [] if national is None else [f"Hele landet: {_write(distribution, national)}"]
    spread = describe_distribution(distribution.indicator, distribution.values, distribution.middle_half, figures.places)
    return " ".join(f"{sentence.removesuffix('.')}." for sentence in (*own, *country, spread))


def _write(distribution: Distribution, value: float) -> str:
    return format_value(value, distribution.indicator)


def _x(distribution: Distribution, value: float) -> float:
    return LEFT + (RIGHT - LEFT) * distribution.locate(value)


def _stack(distribution: Distribution) -> dict[str, int]:
    """How many dots above (-) or below (+) the middle line each stands so that none lies on another; the marked one stands on it.

    One after the other takes the place nearest to the line that is free.
    """
    order = sorted(distribution.values, key=lambda code: (code != distribution.place, distribution.values[code], code))
    taken: dict[int, list[tuple[float, float]]] = {}
    levels: dict[str, int] = {}
    for code in order:
        x = _x(distribution, distribution.values[code])
        radius = LARGE if code == distribution.place else RADIUS
        level = next(level for level in _outwards() if all(abs(x - other) >= radius + size + GAP for other, size in taken.get(level, ())))
        levels[code] = level
        for near in (level, *((-1, 1) if code == distribution.place else ())):  # the large dot reaches into the next rows
            taken.setdefault(near, []).append((x, radius))
    return levels


def _outwards() -> list[int]:
    """The rows of dots from the middle one outwards: 0, -1, 1, -2, 2 and so on."""
    return [0, *(level for number in range(1, 100) for level in (-number, number))]


def _draw_scale(distribution: Distribution, foot: float) -> str:
    line = f'<path d="M{LEFT} {foot:.1f}H{RIGHT}" stroke="{LINE}"/>'
    last = len(distribution.scale) - 1
    marks = [
        f'<text x="{_x(distribution, mark):.1f}" y="{foot + 2 * ROW:.1f}" fill="{DIM}" text-anchor="{_anchor(number, last)}">'
        f"{format_number(mark, 0 if mark.is_integer() else 1)}</text>"
        for number, mark in enumerate(distribution.scale)
    ]
    return line + "".join(marks)


def _anchor(number: int, last: int) -> str:
    return "start" if number == 0 else "end" if number == last else "middle"


def _draw_country(distribution: Distribution, top: float, foot: float) -> str:
    if distribution.national is None:
        return ""
    x = _x(distribution, distribution.national)
    words = f"{COUNTRY} {format_figure(distribution.national, distribution.indicator)}"
    line = f'<path d="M{x:.1f} {top:.1f}V{foot + 3:.1f}" stroke="{DIM}" stroke-dasharray="2 3" stroke-width="1.5"/>'
    return line + _label(words, x, foot + ROW, DIM, 400)


def _draw_place(distribution: Distribution, centre: float, figures: Figures) -> str:
    if not distribution.place:
        return ""
    value = distribution.values[distribution.place]
    x = _x(distribution, value)
    words = f"{figures.places[distribution.place].name} {format_figure(value, distribution.indicator)}"
    line = f'<path d="M{x:.1f} {ROW}V{centre:.1f}" stroke="{INK}"/>'
    return f'{line}<circle cx="{x:.1f}" cy="{centre:.1f}" r="{LARGE}" fill="{INK}" stroke="#fff"/>' + _label(words, x, ROW - 4, INK, 600)


def _label(words: str, x: float, y: float, colour: str, weight: int) -> str:
    """Words centred above a point, moved where they would leave the drawing."""
    half = measure(words, SIZE) / 2
    middle = min(max(x, half), WIDTH - half)
    return f'<text x="{middle:.1f}" y="{y:.1f}" fill="{colour}" font-weight="{weight}" text-anchor="middle">{escape(words)}</text>'
