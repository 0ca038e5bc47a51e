"""Writes a tree of Dash html components as an HTML string.

Panels, comparisons, tables and legends are built as Dash trees and sent as HTML: Dash keeps a subscription to its store for
every component that it renders, and runs all of them at each change, so that a panel of 300 components costs seconds on a
slow phone. HTML that is put in place costs milliseconds.
"""

import json
import re
from collections.abc import Callable, Iterable, Mapping
from html import escape
from typing import Any

from dash.development.base_component import Component
from markupsafe import Markup

NAMESPACE = "dash_html_components"
# elements without content and end tag (HTML calls them void elements)
VOID = {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}
RENAMED = {"className": "class", "htmlFor": "for"}
NOT_ATTRIBUTES = {"children", "key"}  # Dash's own; its event counters (n_clicks and so on) are never set here
ADDRESSES = {"href", "src", "action"}
LinkWriter = Callable[[str], tuple[str, Mapping[str, str]]]  # from an address in the tree to the one to write, and more attributes


def to_html(tree: object, links: LinkWriter | None = None) -> str:
    """The HTML of a component, a text, a number, a list of them, or None (nothing); every text and attribute is escaped.

    >>> from dash import html
    >>> to_html([html.P(["Bornholm & ", html.B(98)], className="over"), None])
    '<p class="over">Bornholm &amp; <b>98</b></p>'

    Args:
        tree: what to write. ``Markup`` (such as an SVG) is taken as it is.
        links: gives, for an address in the tree, the address to write and attributes that go with it
            (components/markup/links.py). Without it addresses stay as they are.

    Raises:
        TypeError: the tree holds something that is no html component (such as a graph), which only Dash can render.
    """
    if tree is None:
        return ""
    if isinstance(tree, Markup):
        return str(tree)
    if isinstance(tree, str | int | float):
        return escape(str(tree), quote=False)
    if isinstance(tree, Component):
        return _render(tree, links)
    if isinstance(tree, Iterable):
        return "".join(to_html(branch, links) for branch in tree)
    raise TypeError(f"{type(tree).__name__} can't be rendered as HTML; give html components, texts or lists of them")


def write_input(**attributes: str | bool) -> Markup:
    """An ``input`` element, which Dash's html components lack.

    >>> str(write_input(type="radio", name="kort", checked=True))
    '<input type="radio" name="kort" checked>'
    """
    return Markup(f"<input{''.join(_write_attribute(*each) for each in attributes.items())}>")  # noqa: S704 # escaped there


def write_piece(piece: Mapping[str, Any], links: LinkWriter | None = None) -> str:
    """A piece as JSON: component trees as HTML, all else as it is.

    >>> from dash import html
    >>> write_piece({"titel": "Ærø", "panel": html.P("98")})
    '{"titel":"Ærø","panel":"<p>98</p>"}'
    """
    return json.dumps(
        {name: to_html(part, links) if isinstance(part, Component) else part for name, part in piece.items()},
        ensure_ascii=False,
        separators=(",", ":"),
    )


def _render(component: Component, links: LinkWriter | None) -> str:
    describe: Callable[[], dict[str, Any]] = component.to_plotly_json  # Dash does not type it
    described = describe()
    if described["namespace"] != NAMESPACE:
        raise TypeError(f"{described['type']} is no html component; only Dash itself can render it")
    tag = described["type"].lower()
    # Dash keeps attributes in sets: sorted, so that every worker writes the same bytes and one ETag holds for all
    attributes = "".join(
        _write_attribute(*each)
        for name, value in sorted(described["props"].items())
        if name not in NOT_ATTRIBUTES
        for each in _write_links(name, value, links)
    )
    if tag in VOID:
        return f"<{tag}{attributes}>"
    return f"<{tag}{attributes}>{to_html(getattr(component, 'children', None), links)}</{tag}>"


def _write_links(name: str, value: Any, links: LinkWriter | None) -> Iterable[tuple[str, Any]]:
    if links is None or name not in ADDRESSES or not isinstance(value, str):
        return [(name, value)]
    address, more = links(value)
    return [(name, address), *more.items()]


def _write_attribute(name: str, value: Any) -> str:
    """One attribute with a space before it: ' class="over"'; nothing for None and False, the bare name for True."""
    if value is None or value is False:
        return ""
    attribute = RENAMED.get(name, name if "-" in name else name.lower())
    if value is True:
        return f" {attribute}"
    text = _write_style(value) if name == "style" else str(value)
    return f' {attribute}="{escape(text)}"'


def _write_style(style: dict[str, str]) -> str:
    """CSS: {"fontSize": "2em"} becomes "font-size:2em"."""
    return ";".join(f"{_kebab(name)}:{value}" for name, value in style.items())


def _kebab(name: str) -> str:
    return re.sub("([A-Z])", r"-\1", name).lower()
