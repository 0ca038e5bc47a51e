"""Dash with our trees as its layouts, so that a browser can be asked what Dash makes of them. Run with a port."""

import sys
from collections.abc import Callable
from typing import Any

from dash import Dash
from dash import html as dash_html
from dash.development.base_component import Component
from flask import Flask
from markupsafe import Markup

from components.markup import html
from components.markup.attribute import aria, data
from components.markup.html import Element
from components.panel.comparison import build_comparison
from components.panel.layer import build_map_layer
from components.panel.panel import build_panel
from components.panel.piece import PlacePiece
from data.profile.figures import Figures
from geodata.borders import Borders


def build_trees() -> list[Element]:
    """Panels, a comparison and a table as the pages have them, and every kind of attribute and text."""
    figures = Figures.load(with_examples=True)
    layer = build_map_layer(figures.registry.main, figures, Borders.load())
    odd = '<b>&amp; "x" \u2019 æøå \u00a0 </b>'
    texts = [
        html.P([odd, Element("br"), None, 3, 2.5, html.Span(odd, title=odd, hidden=True, style={"fontSize": "2em", "width": "3%"})]),
        html.Label(odd, htmlFor="felt", className="a b", tabIndex="-1", **aria(label=odd), **data(kode=odd)),
    ]
    parts: list[list[Element]] = [
        *([_show(build_panel(code, figures))] for code in ("0326", "0000")),
        [_show(build_comparison("0326", "0101", figures))],
        [html.Div(layer.table), layer.legend],
        texts,
    ]
    return [without_drawings(html.Div(part, id="proeve")) for part in parts]


def _show(piece: PlacePiece) -> Element:
    return html.Section([piece.panel, piece.trend_key, piece.suggestions])


def without_drawings(part: Any) -> Any:
    """The tree without its SVG, which is finished text: Dash has no elements for it."""
    if isinstance(part, list):
        return [without_drawings(one) for one in part if not isinstance(one, Markup)]
    if isinstance(part, Element):
        content = None if isinstance(part.children, Markup) else without_drawings(part.children)
        return Element(part.tag, content, **part.attributes)
    return part


def to_dash(part: Any) -> Any:
    """The same tree of Dash's own components."""
    if isinstance(part, list):
        return [to_dash(one) for one in part]
    if isinstance(part, Element):
        component: Callable[..., Component] = getattr(dash_html, part.tag.capitalize())
        return component(to_dash(part.children), **part.attributes)
    return part


def build_server() -> Flask:
    """Each tree at an address of its own, /0/, /1/ ...: Dash takes much longer for all of them at once."""
    server = Flask("proeve")
    server.add_url_rule("/", "root", lambda: "")
    for number, tree in enumerate(build_trees()):
        app = Dash("proeve", server=server, url_base_pathname=f"/{number}/", assets_ignore=".*")  # type: ignore[arg-type]  # Dash takes it
        app.layout = to_dash(tree)
    return server


if __name__ == "__main__":
    build_server().run(port=int(sys.argv[1]))
