"""A key figure: label, number, unit, and its period, rank and comparisons."""

from dash import html
from dash.development.base_component import Component

from components.panel.explanation import build_explanation
from components.wording.formats import format_figure, format_missing, name_unit
from components.wording.standing import EXAMPLE, compare_to_reference, describe_standing
from data.profile.profile import Entry, KommuneProfile
from data.reading import Reading
from data.registry.indicator import Indicator
from data.registry.registry import Registry


def build_value(reading: Reading, indicator: Indicator) -> list[Component]:
    """Number, unit and, for an example figure, the word "eksempel"; or why there is no figure."""
    if reading.value is None:
        return [html.Span(format_missing(reading), className="mangler")]
    mark = [html.Span(EXAMPLE, className="eksempelmaerke")] if reading.is_example else []
    return [
        html.Span(format_figure(reading.value, indicator), className="vaerdi"),
        html.Span(f" {name_unit(reading.value, indicator)}", className="enhed"),
        *mark,
    ]


def build_key_figure(entry: Entry, profile: KommuneProfile, registry: Registry) -> Component:
    """The figure as one group of a description list (``dl``)."""
    is_main = entry.indicator.key == registry.roles.main
    return html.Div(
        [
            html.Dt(entry.indicator.label),
            html.Dd(build_value(entry.reading, entry.indicator), className="tal"),
            html.Dd([describe_standing(entry), *_build_reference(entry, profile), build_explanation(entry, registry)], className="stand"),
        ],
        className="noegletal noegletal--hoved" if is_main else "noegletal",
    )


def _build_reference(entry: Entry, profile: KommuneProfile) -> list[Component]:
    words = compare_to_reference(entry, profile)
    return [html.P(words, className="holdt-op")] if words else []
