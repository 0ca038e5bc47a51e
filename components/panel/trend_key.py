"""The key of the trend: whose line is whose, and its figures. HTML, since plotly's own takes as long to draw as the lines."""

from collections.abc import Sequence

from components.chart.trend_model import TrendModel, build_trend_model
from components.markup import html
from components.markup.html import Element
from components.panel.explanation import cite
from components.wording.formats import REASONS, format_value
from components.wording.trend import name_trend, write_trend_note
from data.profile.profile import KommuneProfile
from data.reading import Reason
from data.registry.indicator import Indicator
from data.registry.source import Source


def build_trend_key(places: Sequence[KommuneProfile], country: KommuneProfile, indicator: Indicator, source: Source) -> Element:
    """Which line is whose, the figures as a table, why there is a gap, which jumps are not explained, and where the figures come from."""
    model = build_trend_model(places, country, indicator)
    _, *drawn = model.lines
    samples = [html.Li([html.Span(className=f"streg streg--{letter}"), line.place.name]) for letter, line in zip("ab", drawn, strict=False)]
    samples.append(html.Li([html.Span(className="streg streg--landet"), country.place.name]))
    said = write_trend_note(((line.place.name, line.points) for line in drawn), indicator)
    note = [html.P(said, className="panel-note")] if said else []
    return html.Div([html.Ul(samples, className="streger"), _build_table(model), *note, cite(source)])


def _build_table(model: TrendModel) -> Element:
    """The figures of the lines, a row for each year, for those who do not see the drawing: plotly's says nothing to them.

    Columns are headed as those of a comparison, "A: Kalundborg" and "B: Roskilde", where there are two places.
    """
    country, *drawn = model.lines
    letters = ["A: ", "B: "] if len(drawn) > 1 else [""]
    names = [*(f"{letter}{line.place.name}" for letter, line in zip(letters, drawn, strict=False)), country.place.name]
    values = [dict(line.points) for line in (*drawn, country)]
    rows = [
        html.Tr([html.Th(str(year), scope="row"), *(html.Td(_write(line.get(year), model.indicator)) for line in values)])
        for year in model.years
    ]
    table = html.Table(
        [
            html.Caption(name_trend(model.indicator)),
            html.Thead(html.Tr([html.Th(name, scope="col") for name in ("År", *names)])),
            html.Tbody(rows),
        ]
    )
    return html.Div(table, className="skaermlaeser")


def _write(value: float | None, indicator: Indicator) -> str:
    """A year's value with its unit; of a year without one, that it was not published: of the trend no other reason is known."""
    return REASONS[Reason.IKKE_OFFENTLIGGJORT].lower() if value is None else format_value(value, indicator)
