"""The trend as a small picture beside a number: the place's line and the country's, with their last values."""

from components.chart.trend_model import TrendLine, TrendModel, build_trend_model
from components.svg.document import write_svg
from components.theme import DIM, INK, LINE, SANS
from components.wording.formats import format_figure
from data.profile.profile import KommuneProfile
from data.profile.trend import list_known
from data.registry.indicator import Indicator

WIDTH, HEIGHT = 150, 92
LEFT, RIGHT = 2, 112  # of the lines; to the right are the last values
UPPER, LOWER = 12, 72
SIZE = 13  # of type
APART = 14  # two numbers, at least


def draw_sparkline(profile: KommuneProfile, country: KommuneProfile, indicator: Indicator) -> str:
    """The trend as an ``svg`` element; an empty text where there is no figure over time.

    Args:
        profile: the place; the country itself has one line.
        country: the country.
        indicator: what is shown.
    """
    if len(list_known(profile[indicator.key].series)) < 2:
        return ""
    model = build_trend_model([profile], country, indicator)
    national, *own = model.lines
    lines = [(line, INK, 600) for line in own] or [(national, INK, 600)]
    lines += [(national, DIM, 400)] if own else []
    drawn = _draw_gap(model) + _draw_years(model)
    drawn += "".join(_draw_line(line, model, colour, is_country=line is national and bool(own)) for line, colour, _ in lines)
    drawn += _write_last_values(lines, model)
    attributes = {"role": "img", "aria-label": model.describe(), "font-size": str(SIZE), "class": "minikurve"}
    return write_svg(f'<g font-family="{SANS}">{drawn}</g>', WIDTH, HEIGHT, attributes)


def _place(year: float, value: float, model: TrendModel) -> tuple[float, float]:
    first, last = model.years[0], model.years[-1]
    return LEFT + (RIGHT - LEFT) * (year - first) / (last - first), LOWER - (LOWER - UPPER) * value / model.top


def _draw_gap(model: TrendModel) -> str:
    if not model.gap:
        return ""
    left, right = (_place(year, 0, model)[0] for year in model.gap)
    return f'<path d="M{left:.0f} {UPPER}H{right:.0f}V{LOWER}H{left:.0f}z" fill="{LINE}" opacity=".6"/>'


def _draw_years(model: TrendModel) -> str:
    words = f'fill="{DIM}" y="{HEIGHT - 4}"'
    return (
        f'<path d="M{LEFT} {LOWER}H{RIGHT}" stroke="{LINE}"/><text x="{LEFT}" {words}>{model.years[0]}</text>'
        f'<text x="{RIGHT}" {words} text-anchor="end">{model.years[-1]}</text>'
    )


def _draw_line(line: TrendLine, model: TrendModel, colour: str, *, is_country: bool) -> str:
    """Broken where a year is missing, with a dot at the last value."""
    path, is_broken = "", True
    for year, value in line.points:
        if value is not None:
            x, y = _place(year, value, model)
            path += f"{'M' if is_broken else 'L'}{x:.1f} {y:.1f}" + "h0" * is_broken
        is_broken = value is None
    style = 'stroke-width="1.5" stroke-dasharray="2 3"' if is_country else 'stroke-width="2.2"'
    last = _place(*line.known[-1], model)
    dot = "" if is_country else f'<circle cx="{last[0]:.1f}" cy="{last[1]:.1f}" r="3.5" fill="{colour}"/>'
    return f'<path d="{path}" fill="none" stroke="{colour}" stroke-linecap="round" {style}/>{dot}'


def _write_last_values(lines: list[tuple[TrendLine, str, int]], model: TrendModel) -> str:
    """The last values at the ends of their lines, moved apart where they would lie on each other."""
    heights = [_place(*line.known[-1], model)[1] for line, *_ in lines]
    if len(heights) == 2 and abs(heights[0] - heights[1]) < APART:
        middle, up = sum(heights) / 2, 1 if heights[0] > heights[1] else -1
        heights = [middle + up * APART / 2, middle - up * APART / 2]
    return "".join(
        f'<text x="{RIGHT + 7}" y="{height + 4.5:.1f}" fill="{colour}" font-weight="{weight}">'
        f"{format_figure(line.known[-1][1], model.indicator)}</text>"
        for height, (line, colour, weight) in zip(heights, lines, strict=True)
    )
