"""The trend as a sparkline: a line for each place with its first and its last value, for where the trend is no more than a remark."""

from itertools import groupby

from components.chart.trend_model import TrendLine, TrendModel
from components.svg.document import write_svg
from components.svg.text import FONT, measure, write_text
from components.theme import DIM, LINE
from components.wording.formats import format_figure
from data.place import PlaceKind
from data.sentence import decapitalise

WIDTH, HEIGHT = 330, 84
LEFT, UPPER, LOWER = 30, 14, 58  # edges of the field with the lines; on the right it ends where the names begin
SIZE = 13  # of type
FOOT = 78  # where the years stand
GAP = 8  # between a line's end and its name
LEAST_SPAN = 6  # in the indicator's unit: a smaller change must not look like a large one
DASHES = {"solid": "", "dash": ' stroke-dasharray="7 4"', "dot": ' stroke-dasharray="2 3"'}
Ends = list[tuple[TrendLine, str, float]]  # line, its words at the end, and their height


def draw_named_sparkline(model: TrendModel) -> str:
    """The sparkline as an ``svg`` element. Years that are not published are a gap.

    Its scale does not begin at nothing: it goes from the lowest to the highest value, and over LEAST_SPAN at least.
    """
    lines = [*model.lines[1:], model.lines[0]]
    words = [f"{_name(line)} {format_figure(line.known[-1][1], model.indicator)}" for line in lines]
    right = WIDTH - max(measure(each, SIZE) for each in words) - GAP
    ends = _part(list(zip(lines, words, (_y(line.known[-1][1], model) for line in lines), strict=True)))
    drawn = "".join(_draw_line(line, model, right) for line in reversed(lines)) + _draw_years(lines[0], right)
    names = "".join(_write_end(*end, right) for end in ends)
    return write_svg(drawn + names + _write_first(lines[0], model), WIDTH, HEIGHT, {"font-family": FONT})


def _name(line: TrendLine) -> str:
    return decapitalise(line.place.full_name) if line.place.kind is PlaceKind.COUNTRY else line.place.name


def _scale(model: TrendModel) -> tuple[float, float]:
    """The values at the lower and the upper edge."""
    values = [value for line in model.lines for _, value in line.known]
    low, high = min(values), max(values)
    spare = max(0.0, LEAST_SPAN - (high - low)) / 2
    return low - spare, high + spare


def _y(value: float, model: TrendModel) -> float:
    low, high = _scale(model)
    return round(LOWER - (LOWER - UPPER) * (value - low) / (high - low), 1)


def _x(year: int, model: TrendModel, right: float) -> float:
    start, end = model.years[0], model.years[-1]
    return round(LEFT + (right - LEFT) * (year - start) / (end - start), 1) if end > start else right


def _draw_line(line: TrendLine, model: TrendModel, right: float) -> str:
    stroke, path = line.stroke, ""
    for is_known, points in groupby(line.points, lambda point: point[1] is not None):
        if is_known:
            at = [f"{_x(year, model, right):g} {_y(value, model):g}" for year, value in points if value is not None]
            path += f"M{'L'.join(at)}" if len(at) > 1 else f"M{at[0]}h.1"
    year, value = line.known[-1]
    dot = f'<circle cx="{_x(year, model, right):g}" cy="{_y(value, model):g}" r="3.5" fill="{stroke.colour}"/>' if stroke.symbol else ""
    shape = f'stroke="{stroke.colour}" stroke-width="{stroke.width:g}" stroke-linecap="round"{DASHES[stroke.dash]}'
    return f'<path d="{path}" fill="none" {shape}/>{dot}'


def _draw_years(line: TrendLine, right: float) -> str:
    """The first and the last year below a rule."""
    first, last = line.known[0][0], line.known[-1][0]
    rule = f'<path d="M{LEFT} {LOWER + 6}H{right:g}" stroke="{LINE}"/>'
    end = write_text(str(last), right - measure(str(last), SIZE) / 2, FOOT, SIZE, colour=DIM)
    return rule + write_text(str(first), LEFT - measure(str(first), SIZE) / 2, FOOT, SIZE, colour=DIM) + end


def _part(ends: Ends) -> Ends:
    """The words at the lines' ends moved apart, from above, so that none lies on another; never below the years' rule."""
    parted: Ends = []
    for line, words, y in sorted(ends, key=lambda end: end[2]):
        parted.append((line, words, max(y, parted[-1][2] + SIZE) if parted else y))
    over = max(0.0, parted[-1][2] - LOWER - 4)
    return [(line, words, y - over) for line, words, y in parted]


def _write_end(line: TrendLine, words: str, y: float, right: float) -> str:
    weight = 600 if line.stroke.symbol else 400
    return write_text(words, right + GAP, y + SIZE * 0.34, SIZE, colour=line.stroke.colour, weight=weight)


def _write_first(line: TrendLine, model: TrendModel) -> str:
    """The first value of the first line, before it."""
    value = line.known[0][1]
    words = format_figure(value, model.indicator)
    return write_text(words, LEFT - GAP / 2 - measure(words, SIZE), _y(value, model) + SIZE * 0.34, SIZE, colour=line.stroke.colour)
