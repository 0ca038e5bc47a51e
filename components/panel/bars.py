"""Proportional bars: parts of a whole as rows with label, bar and number. Each row opens its source and definition."""

from dash import html
from dash.development.base_component import Component

from components.panel.explanation import explain
from components.wording.part import describe_whole, explain_gap, format_part, measure_part
from components.wording.standing import EXAMPLE
from data.profile.profile import Entry, KommuneProfile
from data.registry.indicator import Panel
from data.registry.registry import Registry

LETTER, MARK = 0.82, 9  # widths of a letter and of an example's mark, measured in digits


def build_bars(panel: Panel, profile: KommuneProfile, registry: Registry) -> list[Component]:
    """A row per part; its bar is its part of the whole."""
    entries = profile.in_panel(panel)
    if all(entry.reading.value is None for entry in entries):
        return [build_gap(entries, registry)]
    rows = [_build_row(entry, panel, registry) for entry in entries]
    return [
        html.P(describe_whole(panel, profile), className="panel-note"),
        html.Ul(rows, className="soejler", style=_fit_numbers(entries, panel)),
    ]


def _fit_numbers(entries: list[Entry], panel: Panel) -> dict[str, str]:
    """Room for the longest number in every row, so that all tracks are as long: else the bars are not on one scale."""
    widths = [LETTER * len(format_part(entry, panel)) + MARK * entry.reading.is_example for entry in entries]
    return {"--tal": f"{max(widths):.1f}ch"}


def draw_bar(length: float | None) -> Component | None:
    """A bar in its track; none where there is no length, since an empty one says zero. What is not zero is never invisible."""
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


def build_gap(entries: list[Entry], registry: Registry) -> Component:
    """One quiet sentence where a whole group is missing, with the reason and the source behind it."""
    first = entries[0]
    sentence = explain_gap(entries)
    return html.Details(
        [
            html.Summary([html.Span(sentence, className="mangler"), html.Span(" Hvorfor?", className="hvorfor")]),
            *explain(first, registry),
        ],
        className="hul",
    )
