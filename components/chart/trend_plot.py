"""The trend of the main indicator: a line per place, with the unpublished years as a gap."""

from collections.abc import Sequence
from typing import Any

from components.chart.trend_model import PLACE_STROKES, Stroke, TrendLine, TrendModel, build_trend_model
from components.theme import DIM, INK, LINE, SANS
from data.profile.profile import KommuneProfile
from data.registry.indicator import Indicator


def build_trend_figure(places: Sequence[KommuneProfile], country: KommuneProfile, indicator: Indicator) -> dict[str, Any]:
    """A plotly figure as JSON-ready dict: the country dotted, place A solid with circles, place B dashed with diamonds.

    There are always three lines, empty where there is no place, so that plotly keeps what it has drawn and moves it::

        {"data": [{"name": "Hele landet", ...}, {"name": "Kalundborg", ...}, {"name": "", "x": [], ...}], "layout": {...}}

    Args:
        places: place A and, if there is one, place B.
        country: the country.
        indicator: what is shown.
    """
    model = build_trend_model(places, country, indicator)
    empty = {"type": "scatter", "x": [], "y": [], "text": [], "name": ""}
    lines = [_build_line(line, model) for line in model.lines]
    return {"data": [*lines, *[empty] * (1 + len(PLACE_STROKES) - len(lines))], "layout": _build_layout(model)}


def _build_line(line: TrendLine, model: TrendModel) -> dict[str, Any]:
    return {
        "type": "scatter",
        "x": [year for year, _ in line.points],
        "y": [value for _, value in line.points],
        "text": [model.describe_point(year, value) if value is not None else "" for year, value in line.points],
        "name": line.place.name,
        "mode": "lines+markers" if line.stroke.symbol else "lines",
        "line": _write_stroke(line.stroke),
        "marker": {"symbol": line.stroke.symbol or "circle", "size": 7},
        "connectgaps": False,
        "hovertemplate": "%{fullData.name}<br>%{text}<extra></extra>",
    }


def _write_stroke(stroke: Stroke) -> dict[str, Any]:
    return {"color": stroke.colour, "width": stroke.width, "dash": stroke.dash}


def _build_layout(model: TrendModel) -> dict[str, Any]:
    axis = {
        "fixedrange": True,
        "showgrid": False,
        "zeroline": False,
        "linecolor": LINE,
        "tickfont": {"color": DIM, "size": 12},
        "tickangle": 0,  # plotly measures every label for the angle, and again for its text: given both, it draws in half the time
        "tickmode": "array",
    }
    years, marks = model.years[::2], model.marks
    return {
        "height": 128,
        "margin": {"l": 34, "r": 8, "t": 8, "b": 24},
        "paper_bgcolor": "rgba(0,0,0,0)",
        "plot_bgcolor": "rgba(0,0,0,0)",
        "font": {"family": SANS, "color": INK, "size": 13},
        "separators": ",.",
        "dragmode": False,
        "hovermode": "x unified",
        "showlegend": False,  # the key stands in the HTML: plotly's own costs as much as the lines
        "xaxis": axis | {"tickvals": years, "ticktext": [str(year) for year in years], "range": list(model.span)},
        "yaxis": axis
        | {"tickvals": marks, "ticktext": [str(mark) for mark in marks], "range": [0, model.top], "showgrid": True, "gridcolor": LINE},
        "shapes": [_build_band(*model.gap)] if model.gap else [],
    }


def _build_band(start: float, end: float) -> dict[str, Any]:
    place = {"type": "rect", "xref": "x", "yref": "paper", "x0": start, "x1": end, "y0": 0, "y1": 1}
    return place | {"fillcolor": LINE, "opacity": 0.45, "line": {"width": 0}, "layer": "below"}
