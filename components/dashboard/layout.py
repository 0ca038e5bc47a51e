"""What Dash has of the dashboard: the two graphs that plotly draws, and the stores with which the scripts tell it what to show.

The page round them is finished HTML (components/dashboard/shell.py), and has both drawings already: a graph takes a drawing's place.
"""

from dash import dcc, html
from dash.development.base_component import Component

from components.address.asset import borders_address
from components.atlas import Atlas
from components.dashboard.portal import Portal
from components.map.plot import build_base_map, graph_config
from components.markup import ids
from components.markup.attribute import aria


def build_layout(atlas: Atlas) -> list[Component]:
    """The map where Dash's layout stands (inside the map's frame), the trend at the end of the panel, and two stores."""
    return [
        html.Div(Portal(_build_map(atlas), id=ids.MAP_PORTAL), id=ids.MAP_SLOT, className="kort-plads"),
        Portal(_build_trend(atlas), id=ids.TREND_PORTAL, slot=ids.TREND_SLOT),
        dcc.Store(id=ids.VIEW),
        dcc.Store(id=ids.LAYER),
    ]


def _build_map(atlas: Atlas) -> Component:
    """Without colours, which are the indicator's. ``hoverData`` is emptied when the pointer leaves a kommune."""
    figure = build_base_map(atlas.borders, atlas.site.path(borders_address(atlas.borders)))
    config = graph_config(atlas.site)
    return dcc.Graph(id=ids.MAP, figure=figure, config=config, responsive=True, clear_on_unhover=True, style={"height": "100%"})


def _build_trend(atlas: Atlas) -> Component:
    """Without lines, which are the place's. What plotly draws says nothing to a screen reader: the drawing below it and its table do."""
    graph = dcc.Graph(id=ids.TREND, config=graph_config(atlas.site), className="udvikling-graf")
    return html.Div(graph, id=ids.TREND_GRAPH, **aria(hidden="true"))
