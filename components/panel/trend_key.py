"""The key of the trend: whose line is whose. HTML, since plotly's own takes as long to draw as the lines."""

from collections.abc import Sequence

from dash import html
from dash.development.base_component import Component

from components.chart.trend_model import build_trend_model
from components.panel.explanation import cite
from components.wording.trend import write_trend_note
from data.profile.profile import KommuneProfile
from data.registry.indicator import Indicator
from data.registry.source import Source


def build_trend_key(places: Sequence[KommuneProfile], country: KommuneProfile, indicator: Indicator, source: Source) -> Component:
    """Which line is whose, why there is a gap, which jumps are not explained, and where the figures come from."""
    _, *drawn = build_trend_model(places, country, indicator).lines
    samples = [html.Li([html.Span(className=f"streg streg--{letter}"), line.place.name]) for letter, line in zip("ab", drawn, strict=False)]
    samples.append(html.Li([html.Span(className="streg streg--landet"), country.place.name]))
    said = write_trend_note(((line.place.name, line.points) for line in drawn), indicator)
    note = [html.P(said, className="panel-note")] if said else []
    return html.Div([html.Ul(samples, className="streger"), *note, cite(source)])
