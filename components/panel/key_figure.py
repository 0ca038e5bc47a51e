"""A key figure: label, number, unit, and how it stands."""

from dash import html
from dash.development.base_component import Component

from components.panel.explanation import fold_out
from components.wording.formats import format_difference, format_figure, format_missing, format_period, format_rank, name_unit
from data.profile.profile import Entry, KommuneProfile
from data.reading import Reading, Status
from data.registry.indicator import Indicator
from data.registry.registry import Registry

EXAMPLE = "eksempel"
COMPUTED = "beregnet"


def value_parts(reading: Reading, indicator: Indicator) -> list[Component]:
    """Number, unit and, for a made-up figure, the word that says so; or why there is none."""
    if reading.value is None:
        return [html.Span(format_missing(reading), className="mangler")]
    mark = [html.Span(EXAMPLE, className="eksempelmaerke")] if reading.is_example else []
    return [
        html.Span(format_figure(reading.value, indicator), className="vaerdi"),
        html.Span(f" {name_unit(reading.value, indicator)}", className="enhed"),
        *mark,
    ]


def build_key_figure(entry: Entry, profile: KommuneProfile, registry: Registry) -> Component:
    """The figure as one group of a description list."""
    is_main = entry.indicator.key == registry.roles.main
    return html.Div(
        [
            html.Dt(entry.indicator.label),
            html.Dd(value_parts(entry.reading, entry.indicator), className="tal"),
            html.Dd([stand(entry), *_build_held_up(entry, profile), fold_out(entry, registry)], className="stand"),
        ],
        className="noegletal noegletal--hoved" if is_main else "noegletal",
    )


def stand(entry: Entry) -> str:
    """Period, how the value was made, rank and the country's figure, in one line."""
    period = [format_period(entry.indicator.period, entry.reading.period)] if entry.reading.period else []
    return " · ".join([*period, *_stand_among(entry)])


def stand_among_all(entry: Entry) -> str:
    """The same without the period, for a figure of a group that has one period."""
    return " · ".join(_stand_among(entry))


def _stand_among(entry: Entry) -> list[str]:
    parts = [COMPUTED] if entry.reading.status is Status.BEREGNET else []
    parts += [format_rank(entry.rank)] if entry.rank else []
    return parts + (
        [f"landet {write_number(entry.national, entry.indicator)}"] if entry.national and entry.national.value is not None else []
    )


def write_number(reading: Reading, indicator: Indicator) -> str:
    """The number without its unit, which stands at the figure itself."""
    if reading.value is None:
        return format_missing(reading).lower()
    return format_figure(reading.value, indicator) + (f" ({EXAMPLE})" if reading.is_example else "")


def _build_held_up(entry: Entry, profile: KommuneProfile) -> list[Component]:
    words = hold_up(entry, profile)
    return [html.P(words, className="holdt-op")] if words else []


def hold_up(entry: Entry, profile: KommuneProfile) -> str:
    """The value against another indicator's: rent against private rentals. Empty where there is nothing to hold up."""
    if not entry.indicator.against or entry.reading.value is None:
        return ""
    other = profile[entry.indicator.against]
    words = entry.indicator.against_words
    if other.reading.value is None:
        return f"{words.capitalize()}: {format_missing(other.reading).lower()}"
    difference = format_difference(entry.reading.value, other.reading.value, entry.indicator)
    return f"{difference} {words} ({write_number(other.reading, other.indicator)}); ikke opgjort på samme måde"
