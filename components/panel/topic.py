"""A topic as a card: its one answer with a drawing, which opens to all that is known of it."""

from collections.abc import Collection
from html import escape
from typing import Any

from markupsafe import Markup

from components.markup import html
from components.markup.attribute import data
from components.markup.html import Element
from components.panel.bars import build_bars
from components.panel.explanation import build_map_link, explain
from components.panel.graphic import build_answer_graphic, build_next_graphic, describe_period
from components.panel.key_figure import build_key_figure, build_label, build_value
from components.wording.formats import format_rank, name_unit
from components.wording.standing import COMPUTED, compare_to_reference, describe_period_and_country
from data.profile.answer import Answer, find_answer
from data.profile.figures import Figures
from data.profile.profile import Entry, KommuneProfile
from data.registry.kind import GroupKind
from data.registry.panel import Group, Panel
from data.sentence import capitalise, decapitalise


def build_topics(profile: KommuneProfile, figures: Figures, opened: Collection[str] = ()) -> list[Element]:
    """The cards of the topics that have a figure of the place, in the registry's order; ``opened`` are the keys of those that are open."""
    cards = [build_topic(topic, profile, figures, is_open=topic.key in opened) for topic in figures.registry.topics]
    known = [card for card in cards if card]
    return [html.Div(known, className="emner")] if known else []


def build_topic(topic: Panel, profile: KommuneProfile, figures: Figures, *, is_open: bool = False) -> Element | None:
    """The card of a topic; None where no figure answers it."""
    answer = find_answer(profile, topic, figures.registry)
    if answer is None:
        return None
    return html.Details(
        [
            html.Summary([build_topic_head(topic, answer.entry.indicator.tag), *_build_answer(topic, answer, profile, figures)]),
            html.Div(_build_body(topic, answer, profile, figures), className="emne-indhold"),
        ],
        open=is_open,
        className=f"panel panel--{topic.key} emne",
        **data(emne=topic.key),
    )


def build_topic_head(topic: Panel, tag: str = "") -> Element:
    """Sign and title, the tag that says what the answer speaks of, and the sign that the card opens."""
    sign = f'<svg class="ikon" viewBox="0 0 24 24" aria-hidden="true"><path d="{escape(topic.icon)}"/></svg>'
    title: list[Any] = [topic.title, *([" ", html.Span(tag, className="grundlag")] if tag else [])]
    parts: list[Any] = [Markup(sign), html.Span(title), html.Span(className="vinkel")]  # noqa: S704 # escaped
    return html.H3(parts)


def _build_answer(topic: Panel, answer: Answer, profile: KommuneProfile, figures: Figures) -> list[Element]:
    number: list[Element]
    more: list[str] = []
    indicator, group = answer.entry.indicator, answer.group
    if group:
        number = build_value(answer.reading, indicator, group.whole)
        stand = f"{describe_period(answer)} · {COMPUTED}, sum af delene"
    else:
        number = _name_value(answer)
        stand = describe_period_and_country(answer.entry)
        rank = format_rank(answer.entry.rank) if answer.entry.rank else ""
        more = [part for part in (rank, compare_to_reference(answer.entry, profile)) if part]
    # Small frames leave out what is more than value, date and the country's.
    beyond = [html.Span("".join(f" · {part}" for part in more), className="uddybet")] if more else []
    return [
        html.Span(number, className="tal"),
        *(build_answer_graphic(answer, profile, figures) or build_next_graphic(topic, answer, profile, figures)),
        html.Span([capitalise(stand), *beyond], className="stand"),
    ]


def _name_value(answer: Answer) -> list[Element]:
    """The value with unit and name, "48,1 pct. · Enlige", and without the unit where the name has it: "308 nye boliger"."""
    indicator, value = answer.entry.indicator, answer.reading.value or 0
    number, *rest = build_value(answer.reading, indicator)
    unit = name_unit(value, indicator)
    if unit in indicator.short.lower().split():
        return [number, html.Span(f" {decapitalise(indicator.short)}", className="om"), *rest[1:]]
    return [number, *rest, html.Span(f" · {indicator.short}", className="om")]


def _build_body(topic: Panel, answer: Answer, profile: KommuneProfile, figures: Figures) -> list[Element]:
    """The answer's definition, history and source, then the topic's other figures."""
    indicator = answer.entry.indicator
    name = html.H4(build_label(indicator.label, indicator))
    told = [] if answer.group else [name, *explain(answer.entry, figures.registry), *build_map_link(answer.entry, figures)]
    groups = [part for group in figures.registry.groups_of(topic.key) for part in build_group(group, profile, figures, answer)]
    return [*([html.Div(told, className="forklaring")] if told else []), *groups]


def build_group(group: Group, profile: KommuneProfile, figures: Figures, answer: Answer | None = None) -> list[Element]:
    """A group's title and its known figures, as bars or as key figures, without the one that is the answer; nothing where none is known."""
    known = [entry for entry in profile.in_group(group) if entry.reading.value is not None]
    if not known:
        return []
    heading = [html.H4(group.title)] if group.title else []
    if group.kind is not GroupKind.KEY_FIGURES:
        return [*heading, *build_bars(group, profile, figures.registry)]
    rows = [build_key_figure(entry, profile, figures) for entry in known if not _is_answer(entry, answer)]
    return [*heading, html.Dl(rows, className="noegletalsliste")] if rows else []


def _is_answer(entry: Entry, answer: Answer | None) -> bool:
    return answer is not None and answer.group is None and entry.indicator.key == answer.entry.indicator.key
