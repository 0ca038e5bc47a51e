"""Dash, plotly and what is ours of them, in a template: browsers fetch and run nothing in one. assets/dashboard/begin.js does, in time."""

from html import escape

from markupsafe import Markup

from components.address.asset import asset_address
from components.atlas import Atlas

SCRIPTS = (
    "dashboard/answers",
    "map/plot",
    "dashboard/portal",
    "dashboard/callbacks",
)


def write_delayed(config: str, scripts: str, renderer: str, plotly: str, atlas: Atlas) -> Markup:
    """The template, in the order in which its elements are to be put into the page.

    Ours come first, since Dash asks for its callbacks and components when it starts; then plotly's bundle: where a graph is mounted before
    it has run, Dash loads the full one, four times as large.

    ::

        <template id="dash">
        <script data-del="map/plot" src="/assets/map/plot.js?m=e25968af"></script>
        <script data-undvaeres src="/assets/vendor/plotly-geo.min.js?m=3da0a26e"></script>
        <script id="_dash-config" type="application/json">...

    Args:
        config: Dash's settings, an element.
        scripts: Dash's own, elements.
        renderer: the element that starts Dash.
        plotly: address of the lean bundle; empty where there is none.
        atlas: says where ours lie.
    """
    ours = [f'<script data-del="{name}" src="{escape(atlas.site.path(asset_address(f"{name}.js")))}"></script>' for name in SCRIPTS]
    bundle = [f'<script data-undvaeres src="{escape(plotly)}"></script>'] if plotly else []
    elements = "\n".join([*ours, *bundle, config, scripts, renderer])
    return Markup(f'<template id="dash">\n{elements}\n</template>')  # noqa: S704 # Dash's elements and our own addresses
