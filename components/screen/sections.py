"""The two sections of every page with a map: the map with its legend, and the figures of the picked place."""

from components.address.view import LIST, TILES, link
from components.map.listbox import describe_listbox
from components.markup import html, ids
from components.markup.attribute import aria
from components.markup.html import Element
from components.screen.picker import build_picker
from components.screen.screen import Screen
from components.wording import texts
from components.wording.spoken.map import HEADING
from components.wording.trend import name_trend
from data.place import COUNTRY
from data.profile.figures import Figures
from data.registry.indicator import Indicator

# Search fields are made by a script, and a script copies the link: without one labels and button are hidden. For the head, since HTML
# allows style elements only there.
NO_FIELDS = "<noscript><style>.soegefelt,#kopier-link{display:none}</style></noscript>"


def build_map_section(
    screen: Screen,
    title_field: Element | None,
    *overlay: Element,
    table: Element | None = None,
    described: bool = True,
    compare: str = "",
) -> Element:
    """Title, map, legend, extremes and source line; with a table also the tabs between map, tiles and list.

    Args:
        screen: the view.
        title_field: the search field that lies over the title; None on pages without a script.
        overlay: elements that lie over the map.
        table: the list of all kommuner, which the map's place can have instead.
        described: whether the map's description unfolds below it.
        compare: the address of a comparison up to the other's code, on pages without our other scripts.
    """
    layer = screen.layer
    title = html.Div([html.H2(layer.title, id=ids.MAP_TITLE, className="korttitel"), title_field], className="titelfelt")
    shown = [
        build_map_figure(screen, *overlay, compare=compare),
        html.Div(screen.tiles, id=ids.TILES, className="fliseplads") if table else None,
        html.Div(build_needles(screen), id=ids.MAP_NEEDLES, className="naale"),
        html.Div(layer.legend, id=ids.MAP_LEGEND),
        *([_build_description(screen)] if described else []),
    ]
    return html.Section(
        [
            html.Div([title, *([_build_tabs(screen.view.vis)] if table else [])], className="korthoved"),
            html.P(layer.subtitle, id=ids.MAP_SUBTITLE, className="undertitel"),
            html.Div(shown, className="kortflade"),
            table,
            html.Div(layer.source_line, id=ids.MAP_SOURCE, className="kortkilde"),
        ],
        id="kortside",
        className="kortside",
        **aria(label="Kort"),
    )


def _build_description(screen: Screen) -> Element:
    """The map in sentences, and where the picked places stand, which assets/map/description.js writes anew after a pick."""
    layer, view = screen.layer, screen.view
    cards = [layer.hover_cards[code] for code in (view.kommune, view.sammenlign) if code]
    places = html.Ul([html.Li(" · ".join(card)) for card in cards], id=ids.MAP_PLACES)
    said = [places, html.Div(layer.description, id=ids.MAP_DESCRIPTION)]
    return html.Details([html.Summary(html.H3(HEADING)), *said], className="kilde beskrivelse")


def _build_tabs(shown: str) -> Element:
    """Three links, of which the one that is shown is the current one; assets/screen/show.js keeps it so."""
    return html.P(
        [
            html.A(words, href=link(vis=value), className="fane", **(aria(current="true") if value == shown else {}))
            for value, words in (("", texts.MAP_TAB), (TILES, texts.TILES_TAB), (LIST, texts.LIST_TAB))
        ],
        className="faner",
    )


def build_needles(screen: Screen) -> list[Element]:
    """Where the picked places and the country stand on the legend, in words and as needles; assets/map/pointing.js moves them."""
    layer, view = screen.layer, screen.view
    wanted = [("a", view.kommune), ("b", view.sammenlign), ("land", COUNTRY if COUNTRY not in {view.kommune, view.sammenlign} else None)]
    placed = [(letter, code) for letter, code in wanted if code in layer.needles]
    words = [html.Span(" ".join(layer.hover_cards[str(code)][:2]), className=f"naal-ord naal-ord--{letter}") for letter, code in placed]
    needles = [html.Span(className=f"naal naal--{letter}", style={"left": f"{layer.needles[str(code)]:g}%"}) for letter, code in placed]
    return [html.P([part for word in words for part in (word, " ")], className="naaletekst"), html.Div(needles, className="naalespor")]


def build_map_figure(screen: Screen, *overlay: Element, compare: str = "") -> Element:
    """The map as SVG, with elements that lie over it, and what its listbox needs."""
    listbox = describe_listbox(screen.steps, screen.view.kommune if compare else None, compare)
    return html.Div([screen.map, *overlay], role="group", className="kortramme", **aria(label=texts.MAP_LABEL), **listbox)


def build_place_fields(figures: Figures) -> list[Element]:
    """The search fields of the places; the first stands in the panel while none is picked (assets/screen/picker.js)."""
    hint = texts.PICK_KOMMUNE_HINT if figures.organisations is None else texts.PICK_ORGANISATION_HINT
    return [
        html.Div(build_picker(ids.PICK_KOMMUNE, texts.PICK_KOMMUNE, hint), id="felt-hjem", className="felt-hjem"),
        build_picker(ids.PICK_OTHER, texts.PICK_OTHER, texts.PICK_OTHER_HINT),
    ]


def build_title_field() -> Element:
    """The search field of the indicator, which lies over the map's title."""
    return build_picker(ids.PICK_INDICATOR, texts.PICK_INDICATOR, texts.PICK_INDICATOR_HINT)


def build_head_section(screen: Screen) -> Element:
    """Name, sentence and main figure of the picked place, or both names and the largest differences: what a reader came for."""
    return html.Section(
        [
            html.Div(screen.place.head, id=ids.HEAD),
        ],
        id="laesning",
        className="laesning laesning--hoved",
        tabIndex="-1",
        **aria(label="Tal for det valgte sted"),
    )


def build_place_section(screen: Screen) -> Element:
    """Topics or rows of the comparison, trend, suggestions."""
    place = screen.place
    return html.Section(
        [
            html.H2(texts.TOPICS, className="skaermlaeser"),
            html.Div(place.panel, id=ids.PANEL),
            build_trend_section(screen, screen.figures.registry.main),
            html.Div(place.suggestions, id=ids.SUGGESTIONS_SLOT),
        ],
        id="emner",
        className="laesning",
        **aria(label=texts.TOPICS),
    )


def build_trend_section(screen: Screen, main: Indicator) -> Element:
    """The trend of the main indicator as SVG, with its key; it is open where two places are compared."""
    return html.Details(
        [
            html.Summary(html.H3([html.Span(name_trend(main)), html.Span(className="vinkel")])),
            html.Div(screen.place.trend_svg, id=ids.TREND_SLOT, className="udvikling"),
            html.Div(screen.place.trend_key, id=ids.TREND_KEY),
        ],
        open=bool(screen.view.sammenlign),
        id=ids.PANEL_TREND,
        className="panel panel--udvikling",
    )


def build_notices(screen: Screen) -> list[Element]:
    """The page's one status (assets/screen/status.js), and two notices, empty where they do not apply.

    The notices say which parameters were ignored, and that an older edition is shown.
    """
    return [
        html.P(id=ids.ANNOUNCEMENT, role="status", className="skaermlaeser"),
        html.P(screen.notice or None, id=ids.NOTICE, className="besked"),
        html.Div(screen.place.edition_notice or None, id=ids.EDITION, className="besked"),
    ]
