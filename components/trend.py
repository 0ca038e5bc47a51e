"""The trend of the main indicator: a line per place, with the unpublished years as a gap."""

from collections.abc import Sequence
from typing import Any

from dash import html
from dash.development.base_component import Component

from components.explanation import cite
from components.formats import format_value
from components.theme import DIM, INK, LINE, SANS, SECOND
from data.profile import KommuneProfile
from data.registry import Indicator
from data.source import Source

COUNTRY_LINE = {"color": DIM, "width": 1.5, "dash": "dot"}
PLACE_LINES = ({"color": INK, "width": 2.5, "dash": "solid"}, {"color": SECOND, "width": 2.5, "dash": "dash"})
SYMBOLS = ("circle", "diamond")
SCALES = {30: 10, 70: 20, 100: 25}  # upper end of the axis, and the step between its marks, in pct.


def build_trend(places: Sequence[KommuneProfile], country: KommuneProfile, indicator: Indicator) -> dict[str, Any]:
    """A plotly figure as JSON-ready dict: the country dotted, place A solid with circles, place B dashed with diamonds.

    There are always three lines, empty where there is no place, so that plotly keeps what it has drawn and moves it.
    """
    shown = _drawn(places, country, indicator)
    lines = [_build_line(country, indicator, COUNTRY_LINE, None)]
    for number, line in enumerate(PLACE_LINES):
        place = shown[number] if number < len(shown) else None
        lines.append(
            _build_line(place, indicator, line, SYMBOLS[number]) if place else {"type": "scatter", "x": [], "y": [], "text": [], "name": ""}
        )
    highest = max(value for place in (country, *shown) for _, value in place[indicator.key].series if value is not None)
    return {"data": lines, "layout": _build_layout(indicator, country, _choose_top(highest))}


def _choose_top(highest: float) -> int:
    """The upper end of the axis: one of few, so that most kommuner stand on the same scale."""
    return next(top for top in SCALES if highest <= top)


def build_key(places: Sequence[KommuneProfile], country: KommuneProfile, indicator: Indicator, source: Source) -> Component:
    """Which line is whose, why there is a gap, and where the figures come from."""
    names = [place.place.name for place in _drawn(places, country, indicator)]
    samples = [html.Li([html.Span(className=f"streg streg--{letter}"), name]) for letter, name in zip("ab", names, strict=False)]
    samples.append(html.Li([html.Span(className="streg streg--landet"), country.place.name]))
    note = [html.P(indicator.gap_note, className="panel-note")] if indicator.gap_note else []
    return html.Div([html.Ul(samples, className="streger"), *note, cite(source)])


def _drawn(places: Sequence[KommuneProfile], country: KommuneProfile, indicator: Indicator) -> list[KommuneProfile]:
    """The places that get a line besides the country's: those that have figures over time."""
    return [place for place in places if place.place.code != country.place.code and place[indicator.key].series]


def _build_line(profile: KommuneProfile, indicator: Indicator, line: dict[str, Any], symbol: str | None) -> dict[str, Any]:
    series = profile[indicator.key].series
    return {
        "type": "scatter",
        "x": [int(period) for period, _ in series],
        "y": [value for _, value in series],
        "text": [f"{period}: {format_value(value, indicator)}" if value is not None else "" for period, value in series],
        "name": profile.place.name,
        "mode": "lines+markers" if symbol else "lines",
        "line": line,
        "marker": {"symbol": symbol or "circle", "size": 7},
        "connectgaps": False,
        "hovertemplate": "%{fullData.name}<br>%{text}<extra></extra>",
    }


def _build_layout(indicator: Indicator, country: KommuneProfile, top: int) -> dict[str, Any]:
    gaps = [int(period) for period in indicator.gaps]
    band = {
        "type": "rect",
        "xref": "x",
        "yref": "paper",
        "x0": min(gaps) - 0.5,
        "x1": max(gaps) + 0.5,
        "y0": 0,
        "y1": 1,
    }
    years = [int(period) for period, _ in country[indicator.key].series]
    axis = {
        "fixedrange": True,
        "showgrid": False,
        "zeroline": False,
        "linecolor": LINE,
        "tickfont": {"color": DIM, "size": 12},
        "tickangle": 0,  # plotly measures every label for the angle, and again for its text: given both, it draws in half the time
        "tickmode": "array",
    }
    marks = list(range(0, top + 1, SCALES[top]))
    return {
        "height": 190,
        "margin": {"l": 34, "r": 8, "t": 8, "b": 24},
        "paper_bgcolor": "rgba(0,0,0,0)",
        "plot_bgcolor": "rgba(0,0,0,0)",
        "font": {"family": SANS, "color": INK, "size": 13},
        "separators": ",.",
        "dragmode": False,
        "hovermode": "x unified",
        "showlegend": False,  # the key stands in the HTML: plotly's own costs as much as the lines
        "xaxis": axis
        | {"tickvals": years[::2], "ticktext": [str(year) for year in years[::2]], "range": [years[0] - 0.3, years[-1] + 0.3]},
        "yaxis": axis
        | {"tickvals": marks, "ticktext": [str(mark) for mark in marks], "range": [0, top], "showgrid": True, "gridcolor": LINE},
        "shapes": [band | {"fillcolor": LINE, "opacity": 0.45, "line": {"width": 0}, "layer": "below"}] if gaps else [],
    }
