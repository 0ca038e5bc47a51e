"""A panel's section: the answer of a topic, then its groups. What is missing is left out here and told once, below all panels."""

from collections.abc import Sequence

from dash import html
from dash.development.base_component import Component

from components.panel.bars import build_bars
from components.panel.key_figure import build_key_figure, build_whole
from components.wording.gap import HEADING, list_gaps
from data.profile.answer import Answer, find_answer
from data.profile.figures import Figures
from data.profile.profile import Entry, KommuneProfile
from data.registry.kind import GroupKind
from data.registry.panel import Group, Panel


def build_sections(profile: KommuneProfile, figures: Figures) -> list[Component]:
    """A section for every panel that has a figure of the place, and one that says what is missing."""
    registry = figures.registry
    sections = [_build_section(panel, profile, figures) for panel in registry.panels.values()]
    return [*(section for section in sections if section), *build_gaps(list_gaps([profile], registry))]


def build_gaps(sentences: Sequence[str]) -> list[Component]:
    """The section that says what is missing, and why; nothing where nothing is."""
    if not sentences:
        return []
    return [html.Section([html.H3(HEADING), *(html.P(sentence) for sentence in sentences)], className="panel panel--mangler")]


def _build_section(panel: Panel, profile: KommuneProfile, figures: Figures) -> Component | None:
    registry = figures.registry
    answer = find_answer(profile, panel, registry)
    body = [part for group in registry.groups_of(panel.key) for part in _build_group(group, profile, figures, answer)]
    if not body and not answer:
        return None
    return html.Section([html.H3(panel.title), *_build_answer(answer, profile, figures), *body], className=f"panel panel--{panel.key}")


def _build_answer(answer: Answer | None, profile: KommuneProfile, figures: Figures) -> list[Component]:
    """The topic's one figure; of a group it stands above its parts, and alone it is not repeated in its group."""
    if answer is None:
        return []
    figure = build_whole(answer) if answer.group else build_key_figure(answer.entry, profile, figures, is_answer=True)
    return [html.Dl([figure], className="noegletalsliste")]


def _build_group(group: Group, profile: KommuneProfile, figures: Figures, answer: Answer | None) -> list[Component]:
    known = [entry for entry in profile.in_group(group) if entry.reading.value is not None]
    if not known:
        return []
    heading = [html.H4(group.title)] if group.title else []
    if group.kind is not GroupKind.KEY_FIGURES:
        return [*heading, *build_bars(group, profile, figures.registry)]
    shown = [entry for entry in known if not _is_answer(entry, answer)]
    rows = [build_key_figure(entry, profile, figures) for entry in shown]
    return [*heading, html.Dl(rows, className="noegletalsliste")] if rows else []


def _is_answer(entry: Entry, answer: Answer | None) -> bool:
    return answer is not None and answer.group is None and entry.indicator.key == answer.entry.indicator.key
