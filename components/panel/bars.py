"""Proportional bars: parts of a whole as rows with label, bar and number. Each row folds out its source and definition."""

from dash import html
from dash.development.base_component import Component

from components.panel.explanation import explain
from components.wording.part import describe_whole, explain_gap, format_part, measure_part
from components.wording.standing import EXAMPLE
from data.profile.profile import Entry, KommuneProfile
from data.registry.indicator import Panel
from data.registry.registry import Registry

LETTER_WIDTH, MARK_WIDTH = 0.82, 9  # of a letter and of the word "eksempel", in widths of a digit (the CSS unit ch)


def build_bars(panel: Panel, profile: KommuneProfile, registry: Registry) -> list[Component]:
    """A caption and a row per part, whose bar is its part of the whole; or one sentence where all parts are missing."""
    entries = profile.in_panel(panel)
    if all(entry.reading.value is None for entry in entries):
        return [_build_gap(entries, registry)]
    rows = [_build_row(entry, panel, registry) for entry in entries]
    return [
        html.P(describe_whole(panel, profile), className="panel-note"),
        html.Ul(rows, className="soejler", style=_size_number_column(entries, panel)),
    ]


def _size_number_column(entries: list[Entry], panel: Panel) -> dict[str, str]:
    """Room for the longest number in every row: all tracks must be equally long, or the bars would not be on one scale."""
    widths = [LETTER_WIDTH * len(format_part(entry, panel)) + MARK_WIDTH * entry.reading.is_example for entry in entries]
    return {"--tal": f"{max(widths):.1f}ch"}


def draw_bar(length: float | None) -> Component | None:
    """A bar in its track, ``length`` from 0 to 1; None without a length, since an empty track would say zero.

    What is not zero is at least two pixels long, so that it can be seen.
    """
    if length is None:
        return None
    width = f"max(2px, {100 * length:.1f}%)" if length else "0"
    return html.Span(html.Span(style={"width": width}, className="soejle"), className="spor")


def _build_row(entry: Entry, panel: Panel, registry: Registry) -> Component:
    reading = entry.reading
    mark = [html.Span(EXAMPLE, className="eksempelmaerke")] if reading.is_example else []
    summary = html.Summary(
        [
            html.Span(entry.indicator.short, className="navn"),
            draw_bar(measure_part(entry, panel)),
            html.Span([format_part(entry, panel), *mark], className="antal"),
        ]
    )
    return html.Li(html.Details([summary, *explain(entry, registry)]), className="eksempel" if reading.is_example else "")


def _build_gap(entries: list[Entry], registry: Registry) -> Component:
    """One sentence where a whole group is missing; it folds out the reason and the source."""
    first = entries[0]
    sentence = explain_gap(entries)
    return html.Details(
        [
            html.Summary([html.Span(sentence, className="mangler"), html.Span(" Hvorfor?", className="hvorfor")]),
            *explain(first, registry),
        ],
        className="hul",
    )
