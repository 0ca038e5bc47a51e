"""The rows of a comparison: the first place's value, both marks among the kommuner, the second's value, the difference in words."""

from collections.abc import Sequence

from dash import html
from dash.development.base_component import Component

from components.chart.swarm_svg import describe
from components.markup.attribute import aria, data
from components.panel.bars import draw_bar
from components.panel.comparison.pairing import Pair, Profiles, find_spread
from components.panel.explanation import build_map_link, explain, explain_second
from components.panel.graphic import build_strip
from components.panel.key_figure import build_label
from components.wording.difference import describe_difference, measure_bars
from components.wording.formats import capitalise, format_figure, format_period, name_unit
from components.wording.picture import describe_mark
from components.wording.standing import EXAMPLE
from data.profile.figures import Figures
from data.reading import Reading
from data.registry.indicator import Indicator

LETTERS = ("a", "b")


def build_table(pairs: Sequence[Pair], profiles: Profiles, figures: Figures, caption: str) -> Component:
    """A table with a row for each figure; its columns are headed "A: Kalundborg" and "B: Roskilde"."""
    heads = [_build_column_head(letter, profile.place.name) for letter, profile in zip(LETTERS, profiles, strict=True)]
    middle = html.Th(f"{len(figures.kommuner)} kommuner", scope="col", className="midte")
    head = html.Tr([html.Th("Tal", scope="col"), heads[0], middle, heads[1], html.Th("Forskel", scope="col")])
    return html.Table(
        [
            html.Caption(caption, className="skaermlaeser"),
            html.Thead(head),
            html.Tbody([_build_row(pair, profiles, figures) for pair in pairs]),
        ],
        className="par-tabel",
    )


def _build_column_head(letter: str, name: str) -> Component:
    mark = html.Span(letter.upper(), className=f"maerke maerke--{letter}", **aria(hidden="true"))
    return html.Th([mark, html.Span(f"{letter.upper()}: ", className="skaermlaeser"), name], scope="col")


def _build_row(pair: Pair, profiles: Profiles, figures: Figures) -> Component:
    indicator = pair.entries[0].indicator
    example = "eksempel" if any(reading.is_example for reading in pair.readings) else ""
    return html.Tr(
        [
            html.Th([*build_label(indicator.short, indicator), _build_source(pair, profiles, figures)], scope="row"),
            html.Td(build_number(pair.readings[0], indicator), className="side side--a"),
            html.Td(build_marks(pair, profiles, figures), className="midte"),
            html.Td(build_number(pair.readings[1], indicator), className="side side--b"),
            html.Td(describe_difference(pair.entries[0], pair.entries[1], profiles), className="forskel"),
        ],
        className=example,
        **data(tal=indicator.key),
    )


def build_number(reading: Reading, indicator: Indicator) -> list[Component]:
    """Number and unit of one side, and the word "eksempel" where it is one."""
    value = reading.value or 0
    mark = [html.Span(EXAMPLE, className="eksempelmaerke")] if reading.is_example else []
    return [
        html.Span(format_figure(value, indicator), className="vaerdi"),
        html.Span(f" {name_unit(value, indicator)}", className="enhed"),
        *mark,
    ]


def build_marks(pair: Pair, profiles: Profiles, figures: Figures) -> Component | None:
    """Both marks on the strip of the kommuner with a bridge between them; for counts and parts two bars on one scale."""
    spread = find_spread(pair, profiles, figures)
    if spread:
        marks = list(zip(LETTERS, pair.values, strict=True))
        second = describe_mark(profiles[1].place.name, pair.values[1], spread.indicator)
        return build_strip(spread, figures, marks, f"{second}. {describe(spread, figures)}")
    group = pair.group or figures.registry.group_of(pair.entries[0].indicator)
    lengths = _measure_wholes(pair) if pair.group else measure_bars(*pair.entries, group)
    bars = [bar for length in lengths if (bar := draw_bar(length))]
    return html.Span(bars, className="par-bjaelker", **aria(hidden="true")) if bars else None


def _measure_wholes(pair: Pair) -> tuple[float, float]:
    longest = max(pair.values) or 1.0
    return pair.values[0] / longest, pair.values[1] / longest


def _build_source(pair: Pair, profiles: Profiles, figures: Figures) -> Component:
    """Period, and what folds out: definition, both places' standing, source."""
    first, second = pair.entries
    periods = [format_period(entry.indicator.period, entry.reading.period) for entry in pair.entries]
    told = periods[0] if periods[0] == periods[1] else f"{periods[0]} og {periods[1]}"
    registry = figures.registry
    return html.Details(
        [
            html.Summary([capitalise(told), " · Kilde", html.Span(f": {first.indicator.label}", className="skaermlaeser")]),
            *explain(first, registry),
            *explain_second(second, profiles[1].place.name, registry),
            *build_map_link(first, figures),
        ],
        className="kilde",
    )
