"""What the dashboard's scripts are told besides what every page's are."""

from typing import Any

from dash import dcc

from components.address.asset import borders_address
from components.atlas import Atlas
from components.map.plot import build_base_map, graph_config
from components.markup import ids
from components.screen.setup import build_setup


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
