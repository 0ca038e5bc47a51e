"""A key figure: label, what it speaks of, number, unit, and its period, rank and comparisons."""

from dash import html
from dash.development.base_component import Component
from markupsafe import Markup

from components.chart.distribution import find_distribution
from components.chart.strip_svg import draw_strip
from components.chart.swarm_svg import draw_swarm
from components.panel.explanation import build_explanation
from components.wording.formats import capitalise, format_figure, format_missing, format_period, name_unit
from components.wording.standing import COMPUTED, EXAMPLE, compare_to_reference, describe_standing
from data.profile.answer import Answer
from data.profile.figures import Figures
from data.profile.profile import Entry, KommuneProfile
from data.reading import Reading
from data.registry.indicator import Indicator


def build_label(words: str, indicator: Indicator) -> list[Component | str]:
    """A name, and the tag that says what the figure speaks of where that is not almene boliger: they are read out together."""
    return [words, " ", html.Span(indicator.tag, className="grundlag")] if indicator.tag else [words]


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


def build_key_figure(entry: Entry, profile: KommuneProfile, figures: Figures, *, is_answer: bool = False) -> Component:
    """The figure as one group of a description list (``dl``); ``is_answer`` where it is the one that answers a topic.

    Where kommuner are compared on it a drawing shows where the place stands among them: a swarm for the main figure, else a strip.
    """
    registry = figures.registry
    is_main = entry.indicator.key == registry.roles.main
    place = " noegletal--hoved" * is_main + " noegletal--svar" * is_answer
    return html.Div(
        [
            html.Dt(build_label(entry.indicator.label, entry.indicator)),
            html.Dd(build_value(entry.reading, entry.indicator), className="tal"),
            *_draw_distribution(entry, profile, figures, is_main=is_main),
            html.Dd([describe_standing(entry), *_build_reference(entry, profile), build_explanation(entry, registry)], className="stand"),
        ],
        className=f"noegletal{place}",
    )


def _draw_distribution(entry: Entry, profile: KommuneProfile, figures: Figures, *, is_main: bool) -> list[Component]:
    distribution = find_distribution(entry, profile.place.code, figures)
    if distribution is None:
        return []
    drawing = draw_swarm(distribution, figures) if is_main else draw_strip(distribution, figures)
    return [html.Dd(Markup(drawing), className="fordeling")]  # noqa: S704 # escaped there


def build_whole(answer: Answer) -> Component:
    """What the parts of a group add up to, as a key figure: "4.004 boliger", its name, and the period that its parts have too."""
    indicator, group = answer.entry.indicator, answer.group
    period = format_period(indicator.period, answer.reading.period)
    return html.Div(
        [
            html.Dt(build_label(capitalise(group.whole) if group else indicator.label, indicator)),
            html.Dd(build_value(answer.reading, indicator), className="tal"),
            html.Dd(f"{period} · {COMPUTED}, sum af delene herunder", className="stand"),
        ],
        className="noegletal noegletal--svar",
    )


def _build_reference(entry: Entry, profile: KommuneProfile) -> list[Component]:
    words = compare_to_reference(entry, profile)
    return [html.P(words, className="holdt-op")] if words else []
