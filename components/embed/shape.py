"""What a frame's shape leaves out of the page, and the line that names the source of what it shows."""

from dataclasses import replace

from markupsafe import Markup

from components.address.embed_options import Form, Frame
from components.markup import html
from components.markup.html import Element
from components.screen.screen import Screen
from components.wording import texts
from components.wording.source import cite_borders, name_source
from data.profile.figures import Figures
from geodata.borders import Borders

TOPICS = "emner"  # class of the element with the topics' cards
MAP_ONLY, FIGURES_ONLY, BOTH = "kort", "tal", "begge"  # what a source line speaks of


def strip_to_shape(screen: Screen, frame: Frame) -> Screen:
    """A view without what no shape shows: actions, rows, gaps, trend, suggestions, files. A frame without a shape keeps all of it.

    The style sheet hides the same in pieces that are fetched later; left out here, it weighs nothing.
    """
    if frame.form is None:
        return screen
    panel = screen.place.panel
    cards = [] if frame.form is Form.KORT else [part for part in _list_children(panel) if _has(TOPICS, part)]
    bare = html.Div(cards, **panel.attributes)
    trend = Markup("<svg></svg>")  # the drawing of a place that is picked takes its place
    head = _leave_out("handlinger", screen.place.head)
    place = replace(screen.place, head=head, panel=bare, trend_svg=trend, trend_key=html.Div(), suggestions=html.Div())
    return replace(screen, place=place)


def _leave_out(name: str, part: Element) -> Element:
    """An element without those in it that have this class."""
    kept = [each for each in _list_children(part) if not _has(name, each)]
    return Element(part.tag, [_leave_out(name, each) if isinstance(each, Element) else each for each in kept], **part.attributes)


def _list_children(part: Element) -> list[object]:
    return part.children if isinstance(part.children, list) else [part.children]


def _has(name: str, part: object) -> bool:
    return isinstance(part, Element) and name in part.classes


def describe_content(frame: Frame, topics: list[str]) -> str:
    """Which of the source lines a frame has."""
    panels, with_map = frame.shown(topics)
    return MAP_ONLY if panels == () else BOTH if with_map else FIGURES_ONLY


def write_source_lines(figures: Figures) -> dict[str, dict[str, str]]:
    """The source line by what the frame shows and by the indicator on its map.

    ``{"kort": {"lejeboliger": "Kilde: Danmarks Statistik, BOL101 · Danmarkskortet, BL"}, …}``. The topics' figures have sources of their
    own, which stand in the opened topic: so a line below figures says that it speaks of the main one.
    """
    main = name_source(figures.source(figures.registry.main))
    named = {one.key: name_source(figures.source(one)) for one in figures.mappable}
    both = {key: f"{main} (hovedtal og kort)" if name == main else f"{main} (hovedtal), {name} (kort)" for key, name in named.items()}
    lines = {MAP_ONLY: named, FIGURES_ONLY: dict.fromkeys(named, f"{main} (hovedtal)"), BOTH: both}
    return {shown: {key: texts.FRAME_SOURCE.format(kilde=name) for key, name in by_key.items()} for shown, by_key in lines.items()}


def build_source_line(screen: Screen, frame: Frame, borders: Borders) -> Element:
    """The line at the foot of every frame; below it, where there is a map, whose the borders are."""
    line = write_source_lines(screen.figures)[describe_content(frame, screen.figures.registry.topic_keys)][screen.view.tal]
    return html.P([html.Span(line, id="rammekilde"), html.Span(cite_borders(borders), className="kortkredit")], className="rammekilde")
