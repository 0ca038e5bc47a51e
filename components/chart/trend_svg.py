"""The trend as an SVG, without plotly and without a script: for frames, plain pages and print. It looks as plotly draws it."""

from collections.abc import Iterator, Sequence
from html import escape
from itertools import groupby

from markupsafe import Markup

from components.chart.trend_model import Stroke, TrendLine, TrendModel, build_trend_model
from components.svg.document import write_svg
from components.theme import DIM, LINE, SANS
from data.profile.profile import KommuneProfile
from data.registry.indicator import Indicator

WIDTH, HEIGHT = 420, 128
LEFT, RIGHT, UPPER, LOWER = 34, 412, 8, 104  # edges of the field with the lines: outside it are the axes' words
DASHES = {"solid": "", "dash": ' stroke-dasharray="9 9"', "dot": ' stroke-dasharray="3 3"'}  # by plotly's words for them
Point = tuple[float, float]  # in the drawing


def draw_trend_svg(places: Sequence[KommuneProfile], country: KommuneProfile, indicator: Indicator) -> str:
    """The trend as an ``svg`` element, as wide as the place where it stands; every point has a title.

    Args:
        places: place A and, if there is one, place B; those without figures over time are left out.
        country: the country, dotted.
        indicator: what is shown.
    """
    model = build_trend_model(places, country, indicator)
    lines = "".join(_draw_line(line, model) for line in model.lines)
    family = Markup(SANS)  # noqa: S704 # ours; the single quotes around a typeface's name need no escape
    attributes = {"role": "img", "aria-label": model.describe(), "font-family": family, "font-size": "13"}
    return write_svg(_draw_gap(model) + _draw_axes(model) + lines, WIDTH, HEIGHT, attributes)


def _to_drawing(year: float, value: float, model: TrendModel) -> Point:
    """Where a year's value lies in the drawing."""
    start, end = model.span
    return (
        round(LEFT + (RIGHT - LEFT) * (year - start) / (end - start), 1),
        round(LOWER - (LOWER - UPPER) * value / model.top, 1),
    )


def _draw_gap(model: TrendModel) -> str:
    if not model.gap:
        return ""
    left, right = (_to_drawing(year, 0, model)[0] for year in model.gap)
    return f'<path d="M{left:g} {UPPER}H{right:g}V{LOWER}H{left:g}z" fill="{LINE}" opacity=".45"/>'


def _draw_axes(model: TrendModel) -> str:
    levels = [(mark, _to_drawing(0, mark, model)[1]) for mark in model.marks]
    grid = "".join(f"M{LEFT} {y:g}H{RIGHT}" for _, y in levels)
    values = "".join(f'<text x="{LEFT - 5}" y="{y + 4.5:g}">{mark}</text>' for mark, y in levels)
    years = "".join(f'<text x="{_to_drawing(year, 0, model)[0]:g}" y="{LOWER + 18}">{year}</text>' for year in model.years[::2])
    labels = f'<g text-anchor="end">{values}</g><g text-anchor="middle">{years}</g>'
    return f'<path d="{grid}" stroke="{LINE}"/><g fill="{DIM}">{labels}</g>'


def _draw_line(line: TrendLine, model: TrendModel) -> str:
    """The line, broken where a year is missing, and its points."""
    stroke = line.stroke
    path = "".join(map(_write_run, _split_runs(line, model)))
    points = "".join(_draw_point(line, year, value, model) for year, value in line.known)
    # a wide transparent edge: a point's title is shown when the mouse is near it
    targets = f'<g fill="{stroke.colour if stroke.symbol else "transparent"}" stroke="transparent" stroke-width="8">{points}</g>'
    return f'<path d="{path}" fill="none" stroke="{stroke.colour}" stroke-width="{stroke.width:g}"{DASHES[stroke.dash]}/>{targets}'


def _split_runs(line: TrendLine, model: TrendModel) -> Iterator[list[Point]]:
    """The points of the line in the drawing, in runs of years without a gap."""
    for is_known, points in groupby(line.points, lambda point: point[1] is not None):
        if is_known:
            yield [_to_drawing(year, value, model) for year, value in points if value is not None]


def _write_run(points: list[Point]) -> str:
    """SVG path data of a run; a year by itself is a short stroke, since a path of one point draws nothing."""
    (x, y), *others = points
    return f"M{x:g} {y:g}" + ("".join(f"L{each[0]:g} {each[1]:g}" for each in others) or "m-2 0h4")


def _draw_point(line: TrendLine, year: int, value: float, model: TrendModel) -> str:
    title = escape(f"{line.place.name}, {model.describe_point(year, value)}", quote=False)
    tag, shape = _draw_symbol(line.stroke, *_to_drawing(year, value, model))
    return f"<{tag} {shape}><title>{title}</title></{tag}>"


def _draw_symbol(stroke: Stroke, x: float, y: float) -> tuple[str, str]:
    """Element and attributes of a line's symbol around a point; a line without symbols has circles, which are not painted."""
    if stroke.symbol == "diamond":
        return "path", f'd="M{x:g} {y - 4.5:g}l4.5 4.5-4.5 4.5-4.5-4.5z"'
    return "circle", f'cx="{x:g}" cy="{y:g}" r="3.5"'
