"""The two sections of every page with a map: the map with its legend, and the figures of the picked place."""

from dash import html
from dash.development.base_component import Component

from components.markup import ids
from components.markup.attribute import aria, data
from components.screen.picker import build_picker
from components.screen.screen import Screen
from components.wording import texts
from components.wording.formats import name_figure
from data.profile.figures import Figures
from data.registry.indicator import Indicator

# Search fields are made by a script: without one their labels are hidden. For the head: HTML allows style elements only there.
NO_FIELDS = "<noscript><style>.soegefelt{display:none}</style></noscript>"


def build_map_section(screen: Screen, fields: list[Component], *overlay: Component, with_map: bool = True) -> Component:
    """Search fields, title, map, legend, source line and, on narrow screens, a link down to the figures.

    Args:
        screen: the view.
        fields: the search fields; none on pages without a script.
        overlay: elements that lie over the map.
        with_map: whether the map and what belongs to it are shown; if not, only the fields are.
    """
    layer = screen.layer
    shown = [
        html.H2(layer.title, id=ids.MAP_TITLE, className="korttitel"),
        build_map_figure(screen, *overlay),
        html.Div(layer.legend, id=ids.MAP_LEGEND),
        html.Div(layer.source_line, id=ids.MAP_SOURCE, className="kortkilde"),
        html.A(
            screen.place.shortcut if screen.view.kommune else None,
            id=ids.SHORTCUT,
            href="#laesning",
            target="_self",
            className="til-tallene",
        ),
    ]
    return html.Section([html.Div(fields, className="felter"), *(shown if with_map else [])], className="kortside", **aria(label="Kort"))


def build_map_figure(screen: Screen, *overlay: Component) -> Component:
    """The map as SVG, with elements that lie over it."""
    return html.Div([screen.map, *overlay], role="group", className="kortramme", **aria(label=texts.MAP_LABEL))


def build_fields(figures: Figures) -> list[Component]:
    """The three search fields."""
    hint = texts.PICK_KOMMUNE_HINT if figures.organisations is None else texts.PICK_ORGANISATION_HINT
    return [
        build_picker(ids.PICK_KOMMUNE, texts.PICK_KOMMUNE, hint),
        build_picker(ids.PICK_OTHER, texts.PICK_OTHER, texts.PICK_OTHER_HINT),
        build_picker(ids.PICK_INDICATOR, texts.PICK_INDICATOR, texts.PICK_INDICATOR_HINT),
    ]


def build_place_section(screen: Screen, *tools: Component) -> Component:
    """Panel or comparison, trend, suggestions, and ``tools`` such as the button that copies the link."""
    place = screen.place
    return html.Section(
        [
            # screen readers are told the place's name, not its whole panel
            html.Span(id=ids.ANNOUNCEMENT, role="status", className="skaermlaeser"),
            html.Div(place.panel, id=ids.PANEL),
            build_trend_section(screen, screen.figures.registry.main),
            html.Div(place.suggestions, id=ids.SUGGESTIONS_SLOT),
            html.Div(tools, className="vaerktoej"),
        ],
        id="laesning",
        className="laesning",
        tabIndex="-1",
        **aria(label="Tal for det valgte sted"),
    )


def build_trend_section(screen: Screen, main: Indicator) -> Component:
    """The trend of the main indicator as SVG, with its key."""
    return html.Section(
        [
            html.H3(f"{name_figure(main)}, {main.unit}"),
            html.Div(screen.place.trend_svg, id=ids.TREND_SLOT, className="udvikling"),
            html.Div(screen.place.trend_key, id=ids.TREND_KEY),
        ],
        id=ids.PANEL_TREND,
        className="panel panel--udvikling",
    )


def build_copy_button() -> list[Component]:
    """The button that copies the link to the view, and the element where assets/screen/sharing.js says whether it worked."""
    words = data(kopieret=texts.COPIED, fejl=texts.COPY_FAILED)
    return [html.Button(texts.COPY, id="kopier-link", type="button", **words), html.Span(id="kopier-svar", role="status")]


def build_notices(screen: Screen) -> list[Component]:
    """Two notices, empty where they do not apply: which parameters were ignored, and that an older edition is shown."""
    return [
        html.P(screen.notice or None, id=ids.NOTICE, className="besked", role="status"),
        html.Div(screen.place.edition_notice or None, id=ids.EDITION, className="besked", role="status"),
    ]
