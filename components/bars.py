"""Proportional bars: parts of a whole as rows with label, bar and number. Each row opens its source and definition."""

from dash import html
from dash.development.base_component import Component

from components.explanation import explain
from components.formats import format_figure, format_missing, format_period, format_share, format_value
from components.key_figure import EXAMPLE
from data.indicator import Panel, PanelKind
from data.profile import Entry, KommuneProfile
from data.registry import Registry


def build_bars(panel: Panel, profile: KommuneProfile, registry: Registry) -> list[Component]:
    """A row per part, on one scale: the longest bar is the largest part."""
    entries = profile.in_panel(panel)
    if all(entry.reading.value is None for entry in entries):
        return [build_gap(entries, registry)]
    longest = max(entry.reading.value or 0 for entry in entries)
    rows = [_build_row(entry, panel, bar_width(entry.reading.value, longest), registry) for entry in entries]
    return [html.P(caption(panel, profile), className="panel-note"), html.Ul(rows, className="soejler")]


def bar_width(value: float | None, longest: float) -> str:
    """Width of a bar in per cent of its track; a value that is not zero is never invisible."""
    if not value or not longest:
        return "0"
    return f"max(2px, {100 * value / longest:.1f}%)"


def _build_row(entry: Entry, panel: Panel, width: str, registry: Registry) -> Component:
    reading = entry.reading
    bar = html.Span(html.Span(style={"width": width}, className="soejle"), className="spor")
    mark = [html.Span(EXAMPLE, className="eksempelmaerke")] if reading.is_example else []
    summary = html.Summary(
        [
            html.Span(entry.indicator.short, className="navn"),
            bar,
            html.Span([write_part(entry, panel), *mark], className="antal"),
        ]
    )
    return html.Li(html.Details([summary, *explain(entry, registry)]), className="eksempel" if reading.is_example else "")


def write_part(entry: Entry, panel: Panel) -> str:
    """The number at a bar, with its part of the whole; or why there is none."""
    if entry.reading.value is None:
        return format_missing(entry.reading).lower()
    if panel.kind is PanelKind.SHARES:
        return format_value(entry.reading.value, entry.indicator)
    number = format_figure(entry.reading.value, entry.indicator)
    return number if entry.share is None else f"{number} ({format_share(entry.share)})"


def caption(panel: Panel, profile: KommuneProfile) -> str:
    """Of when the parts are, and of what."""
    first = profile.in_panel(panel)[0]
    period = format_period(first.indicator.period, first.reading.period)
    whole = profile.whole(panel)
    if panel.kind is PanelKind.SHARES:
        return f"{period} · pct. af {first.indicator.denominator}"
    if whole.value is None:
        return period
    mark = f" ({EXAMPLE})" if whole.is_example else ""
    return f"{period} · {format_figure(whole.value, first.indicator)} {panel.whole}{mark}"


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


def explain_gap(entries: list[Entry]) -> str:
    """Why a whole group is missing."""
    reading = entries[0].reading
    return f"{format_missing(reading)}. {reading.note}".strip()
