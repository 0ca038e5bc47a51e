"""The panel's sections: key figures, topics, what is missing, and the figures of the housing market and the population."""

from collections.abc import Collection, Sequence

from components.markup import html
from components.markup.html import Element
from components.panel.key_figure import build_key_figure
from components.panel.topic import build_group, build_topics
from components.wording.gap import HEADING, list_gaps
from data.profile.figures import Figures
from data.profile.profile import KommuneProfile
from data.registry.panel import Panel

MOST_KEY_FIGURES = 3  # beside the main one


def build_sections(profile: KommuneProfile, figures: Figures, opened: Collection[str] = ()) -> list[Element]:
    """Up to three key figures, the topics' cards, one section on what is missing, then every other panel that has a figure."""
    registry = figures.registry
    first = registry.panel_of(registry.main)
    others = [panel for panel in registry.panels.values() if not panel.is_topic and panel != first]
    return [
        *_build_key_figures(first, profile, figures),
        *build_topics(profile, figures, opened),
        *build_gaps(list_gaps([profile], registry)),
        *(section for panel in others for section in _build_section(panel, profile, figures)),
    ]


def build_gaps(sentences: Sequence[str]) -> list[Element]:
    """The section that says, when it is unfolded, what is missing and why; nothing where nothing is."""
    if not sentences:
        return []
    told = html.Details([html.Summary(html.H3(HEADING)), *(html.P(sentence) for sentence in sentences)], className="kilde")
    return [html.Section(told, className="panel panel--mangler")]


def _build_key_figures(panel: Panel, profile: KommuneProfile, figures: Figures) -> list[Element]:
    """The figures of the main one's panel, without it; nothing where none is known."""
    registry = figures.registry
    entries = [entry for group in registry.groups_of(panel.key) for entry in profile.in_group(group)]
    known = [entry for entry in entries if entry.reading.value is not None and entry.indicator != registry.main]
    if not known:
        return []
    rows = [build_key_figure(entry, profile, figures) for entry in known[:MOST_KEY_FIGURES]]
    more = [build_key_figure(entry, profile, figures) for entry in known[MOST_KEY_FIGURES:]]
    folded = [html.Details([html.Summary("Flere nøgletal"), html.Dl(more, className="noegletalsliste")], className="kilde")] if more else []
    heading = html.H3("Nøgletal", className="skaermlaeser")
    return [html.Section([heading, html.Dl(rows, className="noegletalsliste"), *folded], className=f"panel panel--{panel.key} raekke")]


def _build_section(panel: Panel, profile: KommuneProfile, figures: Figures) -> list[Element]:
    body = [part for group in figures.registry.groups_of(panel.key) for part in build_group(group, profile, figures)]
    return [html.Section([html.H3(panel.title), *body], className=f"panel panel--{panel.key} marked")] if body else []
