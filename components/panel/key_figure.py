"""A key figure: label, what it speaks of, number, unit, and its period, rank and comparisons."""

from markupsafe import Markup

from components.chart.distribution import find_distribution
from components.chart.sparkline_svg import draw_sparkline
from components.chart.swarm_svg import draw_swarm_with_shared_dots
from components.markup import html
from components.markup.html import Element
from components.panel.explanation import build_explanation
from components.panel.graphic import build_figure_graphic
from components.wording.formats import EXAMPLE, format_figure, format_missing, format_reading, name_unit
from components.wording.standing import compare_to_reference, describe_standing
from data.place import COUNTRY
from data.profile.figures import Figures
from data.profile.profile import Entry, KommuneProfile
from data.reading import Reading
from data.registry.indicator import Indicator


def build_label(words: str, indicator: Indicator) -> list[Element | str]:
    """A name, and the tag that says what the figure speaks of where that is not almene boliger: they are read out together."""
    return [words, " ", html.Span(indicator.tag, className="grundlag")] if indicator.tag else [words]


def build_example_mark(is_example: bool) -> list[Element]:
    """The word "eksempel" where a figure is one; nothing where it is real."""
    return [html.Span(EXAMPLE, className="eksempelmaerke")] if is_example else []


def build_value(reading: Reading, indicator: Indicator, unit: str = "") -> list[Element]:
    """Number, unit (or what stands in its place) and, for an example figure, the word "eksempel"; or why there is no figure."""
    if reading.value is None:
        return [html.Span(format_missing(reading), className="mangler")]
    return [
        html.Span(format_figure(reading.value, indicator), className="vaerdi"),
        html.Span(f" {unit or name_unit(reading.value, indicator)}", className="enhed"),
        *build_example_mark(reading.is_example),
    ]


def build_key_figure(entry: Entry, profile: KommuneProfile, figures: Figures) -> Element:
    """The figure as one group of a description list (``dl``), with the drawing that fits it."""
    graphic = build_figure_graphic(entry, profile, figures)
    return html.Div(
        [
            html.Dt(build_label(entry.indicator.label, entry.indicator)),
            html.Dd(build_value(entry.reading, entry.indicator), className="tal"),
            *([html.Dd(graphic, className="fordeling")] if graphic else []),
            _build_standing(entry, profile, figures),
        ],
        className="noegletal",
    )


def build_main_figure(profile: KommuneProfile, figures: Figures) -> Element:
    """The main figure, with the swarm of all kommuner and the trend."""
    indicator = figures.registry.main
    entry, country = profile[indicator.key], figures.profile(COUNTRY)
    distribution = find_distribution(entry, profile.place.code, figures)
    swarm = [html.Dd(Markup(draw_swarm_with_shared_dots(distribution, figures)), className="fordeling")] if distribution else []  # noqa: S704
    trend = draw_sparkline(profile, country, indicator)
    return html.Div(
        [
            html.Dt(build_label(indicator.label, indicator)),
            html.Dd(build_value(entry.reading, indicator), className="tal"),
            _build_standing(entry, profile, figures),
            *swarm,
            *([html.Dd(Markup(trend), className="kurve")] if trend else []),  # noqa: S704 # escaped there
        ],
        className="noegletal noegletal--hoved",
    )


def tell_main_figure(profile: KommuneProfile, main: Indicator) -> str:
    """What is said of a place that is picked: "Almene boligers andel af alle boliger: 15,7 pct."."""
    return f"{main.label}: {format_reading(profile[main.key].reading, main)}".removesuffix(".")


def _build_standing(entry: Entry, profile: KommuneProfile, figures: Figures) -> Element:
    said: list[Element | str] = [describe_standing(entry), *_build_reference(entry, profile), " ", build_explanation(entry, figures)]
    return html.Dd(said, className="stand")


def _build_reference(entry: Entry, profile: KommuneProfile) -> list[Element]:
    words = compare_to_reference(entry, profile)
    return [html.P(words, className="holdt-op")] if words else []
