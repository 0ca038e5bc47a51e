"""The script elements of a page: our modules, and what they are told."""

from html import escape
from typing import Any

from markupsafe import Markup
from plotly.io.json import to_json_plotly

from components.address.asset import asset_address
from components.atlas import Atlas
from components.markup import ids
from components.panel.piece import with_json_names
from components.screen.screen import Screen


def write_scripts(names: tuple[str, ...], atlas: Atlas) -> Markup:
    """The script elements of our modules, in order."""
    addresses = (escape(atlas.site.path(asset_address(f"{name}.js"))) for name in names)
    return Markup("\n".join(f'<script src="{address}"></script>' for address in addresses))  # noqa: S704 # escaped


def write_json(element: str, content: Any) -> Markup:
    """A script element with JSON that is safe inside it."""
    safe = to_json_plotly(content).replace("<", "\\u003c")
    return Markup(f'<script type="application/json" id="{element}">{safe}</script>')  # noqa: S704 # no "<" is left in it


def write_first(screen: Screen, address: str) -> Markup:
    """What the scripts need of the view that came with the page, and its address."""
    place, layer = with_json_names(screen.place), with_json_names(screen.layer)
    shown = {"sted": {"udvikling": place["udvikling"]}, "lag": {name: layer[name] for name in ("klasser", "kort")}}
    return write_json(ids.FIRST, {"adresse": address} | shown)
