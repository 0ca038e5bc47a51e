"""What the scripts are told once, as JSON in the page: addresses, codes, choices, label points, ready-made sentences."""

from typing import Any

from dash import dcc, html
from dash.development.base_component import Component

from components.address.view import link
from components.atlas import Atlas
from components.map.plot import build_base_map, graph_config
from components.map.svg import list_fills
from components.markup import ids
from components.markup.render import to_html
from components.screen.picker import list_indicators, list_places
from components.wording import texts
from data.place import COUNTRY
from data.profile.figures import Figures
from geodata.borders import Borders


def borders_address(borders: Borders) -> str:
    """Where the borders are served; changes with their content."""
    return f"/geodata/{borders.digest}.geojson"


def build_setup(figures: Figures, atlas: Atlas) -> dict[str, Any]:
    """What the scripts of every page with a map and search fields read from the element ``opsaetning``."""
    choices = atlas.choices
    return {
        "rod": atlas.site.base,
        "land": COUNTRY,
        "kommuner": list(choices.kommuner),
        "omraader": list(choices.areas),
        "tal": choices.indicators,
        "udgaver": list(choices.editions),
        "par": atlas.pairs,
        "farver": list_fills(),
        "rammens": [],
        "valg": {
            ids.PICK_KOMMUNE: list_places(figures, "kommune"),
            ids.PICK_OTHER: list_places(figures, "sammenlign"),
            ids.PICK_INDICATOR: list_indicators(figures),
        },
        "beskeder": texts.NOTICES,
        "forslag": texts.SUGGESTIONS,
        "hentefejl": to_html(_tell_failure(texts.FETCH_FAILED, texts.TRY_AGAIN, "proev-igen")),
        "ubygget": to_html(_tell_failure(texts.NOT_BUILT, texts.REMOVE_COMPARISON, "fjern", sammenlign="")),
        "sidetitel": texts.TITLE,
    }


def _tell_failure(sentence: str, way_out: str, name: str, **changes: str) -> Component:
    return html.Div([html.P(sentence), html.A(way_out, href=link(**changes), className=name)], className="hentefejl", role="alert")


def build_dashboard_setup(atlas: Atlas) -> dict[str, Any]:
    """The same with what plotly's map and trend need."""
    borders, config = atlas.borders, graph_config(atlas.site)
    address = atlas.site.path(borders_address(borders))
    graph = dcc.Graph(id=ids.MAP, figure=build_base_map(borders, address), config=config, responsive=True, style={"height": "100%"})
    return build_setup(atlas.archive.newest, atlas) | {
        "graenser": address,
        "maerkepunkter": borders.labels,
        "kort": graph,
        "grafvalg": config,
    }
