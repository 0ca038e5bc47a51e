"""A topic of a comparison: the figure that answers it of both places, which opens to all that both have."""

from collections.abc import Collection

from components.markup import html
from components.markup.attribute import aria, data
from components.markup.html import Element
from components.panel.comparison.pairing import Pair, Profiles, find_lead, list_pairs
from components.panel.comparison.table import LETTERS, build_marks, build_table
from components.panel.key_figure import build_value
from components.panel.topic import build_topic_head
from components.wording.difference import describe_difference
from components.wording.formats import format_period
from data.profile.figures import Figures
from data.registry.panel import Panel
from data.sentence import capitalise


def build_topics(profiles: Profiles, figures: Figures, opened: Collection[str] = ()) -> list[Element]:
    """The cards of the topics on which the two can be compared, in the registry's order; ``opened`` are the keys of those that are open."""
    found = [_build_topic(topic, profiles, figures, is_open=topic.key in opened) for topic in figures.registry.topics]
    cards = [card for card in found if card]
    return [html.Div(cards, className="emner emner--par")] if cards else []


def _build_topic(topic: Panel, profiles: Profiles, figures: Figures, *, is_open: bool) -> Element | None:
    lead = find_lead(profiles, topic, figures.registry)
    pairs = list_pairs(profiles, figures.registry.groups_of(topic.key))
    if lead is None or not pairs:
        return None
    indicator = lead.entries[0].indicator
    first, second = (_build_side(place, lead, profiles) for place in range(2))
    # the drawing's words stand in the table, which the card opens to
    line = [first, html.Span(build_marks(lead, profiles, figures), className="midte", **aria(hidden="true")), second]
    return html.Details(
        [
            html.Summary(
                [
                    build_topic_head(topic, indicator.tag),
                    html.Span(line, className="par-linje"),
                    html.Span(_tell(lead, profiles), className="stand"),
                ]
            ),
            html.Div(build_table(pairs, profiles, figures, topic.title), className="emne-indhold"),
        ],
        open=is_open,
        className=f"panel panel--{topic.key} emne",
        **data(emne=topic.key),
    )


def _build_side(place: int, lead: Pair, profiles: Profiles) -> Element:
    """The number of the first (0) or second place; whose it is is read out before it: "A: Kalundborg 17,7 pct."."""
    letter = LETTERS[place]
    whose = html.Span(f"{letter.upper()}: {profiles[place].place.name} ", className="skaermlaeser")
    return html.Span([whose, *build_value(lead.readings[place], lead.entries[0].indicator), " "], className=f"side side--{letter}")


def _tell(lead: Pair, profiles: Profiles) -> str:
    """What is compared, of when, and the difference: "Almene boliger i alt, 2025. 1.200 flere i Roskilde"."""
    first, second = lead.entries
    name = capitalise(lead.group.whole) if lead.group else first.indicator.short
    period = format_period(first.indicator.period, lead.readings[0].period)
    difference = "" if lead.group else describe_difference(first, second, profiles)
    return f"{name}, {period}" + (f" · {difference}" if difference else "")
