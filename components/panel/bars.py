"""Proportional bars: parts of a whole as rows with label, bar and number. Each row folds out its source and definition."""

from components.markup import html
from components.markup.html import Element
from components.panel.explanation import explain
from components.panel.key_figure import build_example_mark, build_label
from components.wording.part import describe_whole, format_part, measure_part
from data.profile.profile import Entry, KommuneProfile
from data.registry.panel import Group
from data.registry.registry import Registry

LETTER_WIDTH, MARK_WIDTH = 0.82, 9  # of a letter and of the word "eksempel", in widths of a digit (the CSS unit ch)


def build_bars(group: Group, profile: KommuneProfile, registry: Registry) -> list[Element]:
    """A caption, and a row per known part whose bar is its part of the whole; no rows where the whole is nothing."""
    entries = [entry for entry in profile.in_group(group) if entry.reading.value is not None]
    caption = html.P(describe_whole(group, profile), className="panel-note")
    if profile.whole(group).value == 0:
        return [caption]
    rows = [_build_row(entry, group, registry) for entry in entries]
    return [caption, html.Ul(rows, className="soejler", style=_size_number_column(entries, group))]


def _size_number_column(entries: list[Entry], group: Group) -> dict[str, str]:
    """Room for the longest number in every row: all tracks must be equally long, or the bars would not be on one scale."""
    widths = [LETTER_WIDTH * len(format_part(entry, group)) + MARK_WIDTH * entry.reading.is_example for entry in entries]
    return {"--tal": f"{max(widths):.1f}ch"}


def draw_bar(length: float | None) -> Element | None:
    """A bar in its track, ``length`` from 0 to 1; None without a length, since an empty track would say zero.

    What is not zero is at least two pixels long, so that it can be seen.
    """
    if length is None:
        return None
    width = f"max(2px, {100 * length:.1f}%)" if length else "0"
    return html.Span(html.Span(style={"width": width}, className="soejle"), className="spor")


def _build_row(entry: Entry, group: Group, registry: Registry) -> Element:
    reading = entry.reading
    summary = html.Summary(
        [
            html.Span(build_label(entry.indicator.short, entry.indicator), className="navn"),
            draw_bar(measure_part(entry, group)),
            html.Span([format_part(entry, group), *build_example_mark(reading.is_example)], className="antal"),
        ]
    )
    return html.Li(html.Details([summary, *explain(entry, registry)]), className="eksempel" if reading.is_example else "")
