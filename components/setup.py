"""What the scripts are told once, as JSON in the page: addresses, codes, choices, label points, ready-made sentences."""

from collections.abc import Collection
from typing import Any

from dash import dcc, html

from components import ids, texts
from components.base_map import GRAPH_CONFIG, build_base_map
from components.map_layer import list_layers
from components.picker import list_indicators, list_places
from components.plain_html import to_html
from components.view import Choices, link
from data.figures import Figures
from data.place import COUNTRY, PlaceKind
from geodata.borders import Borders


def list_choices(figures: Figures, editions: Collection[str] = ()) -> Choices:
    """What an address may name."""
    kommuner = [place.code for place in figures.kommuner]
    areas = [code for code, place in figures.places.items() if place.kind is not PlaceKind.KOMMUNE]
    return Choices(kommuner, areas, list_layers(figures.registry), editions)


def borders_address(borders: Borders) -> str:
    """Where the borders are served; changes with their content."""
    return f"/geodata/{borders.digest}.geojson"


def build_setup(figures: Figures, borders: Borders, choices: Choices) -> dict[str, Any]:
    """The set-up object that assets/*.js read from the element ``opsaetning``."""
    address = borders_address(borders)
    graph = dcc.Graph(
        id=ids.MAP,
        figure=build_base_map(borders, address),
        config=GRAPH_CONFIG,
        responsive=True,
        style={"height": "100%"},
    )
    again = html.Div(
        [html.P(texts.FETCH_FAILED), html.A(texts.TRY_AGAIN, href=link(), className="proev-igen")],
        className="hentefejl",
        role="alert",
    )
    return {
        "land": COUNTRY,
        "kommuner": list(choices.kommuner),
        "omraader": list(choices.areas),
        "tal": choices.indicators,
        "udgaver": list(choices.editions),
        "graenser": address,
        "maerkepunkter": borders.labels,
        "kort": graph,
        "udvikling": dcc.Graph(id=ids.TREND, config=GRAPH_CONFIG, className="udvikling"),
        "valg": {
            ids.PICK_KOMMUNE: list_places(figures, "kommune"),
            ids.PICK_OTHER: list_places(figures, "sammenlign"),
            ids.PICK_INDICATOR: list_indicators(figures),
        },
        "beskeder": texts.NOTICES,
        "forslag": texts.SUGGESTIONS,
        "hentefejl": to_html(again),
        "sidetitel": texts.TITLE,
    }
