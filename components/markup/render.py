"""Writes a tree of HTML elements (components/markup/html.py) as a string.

Panels, comparisons, tables and legends are sent as finished HTML: Dash keeps a subscription to its store for every component that it
renders, and runs all of them at each change, so that a panel of 300 components costs seconds on a slow phone. HTML that is put in
place costs milliseconds.
"""

import json
import re
from collections.abc import Callable, Iterator, Mapping
from functools import cache
from html import escape
from typing import Any

from markupsafe import Markup

from components.markup.html import ATTRIBUTES, Element

# elements without content and end tag (HTML calls them void elements)
VOID = {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}
RENAMED = {"className": "class", "htmlFor": "for"}
ADDRESSES = {"href", "src", "action"}
LinkWriter = Callable[[str], tuple[str, Mapping[str, str]]]  # from an address in the tree to the one to write, and more attributes


def to_html(tree: object, links: LinkWriter | None = None) -> str:
    """The HTML of an element, a text, a number, a list of them, or None (nothing); every text and attribute is escaped.

    >>> from components.markup import html
    >>> to_html([html.P(["Bornholm & ", html.B(98)], className="over"), None])
    '<p class="over">Bornholm &amp; <b>98</b></p>'

    Args:
        tree: what to write. ``Markup`` (such as an SVG) is taken as it is.
        links: gives, for an address in the tree, the address to write and attributes that go with it
            (components/markup/links.py). Without it addresses stay as they are.

    Raises:
        TypeError: the tree holds something that is no HTML (such as a graph of Dash's), or an attribute that no element of ours has.
    """
    written: list[str] = []
    _write(tree, links, written.append)
    return "".join(written)


def write_piece(piece: Mapping[str, Any], links: LinkWriter | None = None) -> str:
    """A piece as JSON: elements as HTML, all else as it is.

    >>> from components.markup import html
    >>> write_piece({"titel": "Ærø", "panel": html.P("98")})
    '{"titel":"Ærø","panel":"<p>98</p>"}'
    """
    return json.dumps(
        {name: to_html(part, links) if isinstance(part, Element) else part for name, part in piece.items()},
        ensure_ascii=False,
        separators=(",", ":"),
    )


def _write(tree: object, links: LinkWriter | None, add: Callable[[str], None]) -> None:
    if isinstance(tree, Element):
        _write_element(tree, links, add)
    elif isinstance(tree, Markup):
        add(str(tree))
    elif isinstance(tree, str | int | float):
        add(escape(str(tree), quote=False))
    elif isinstance(tree, list | tuple | Iterator):
        for branch in tree:
            _write(branch, links, add)
    elif tree is not None:
        raise TypeError(f"{type(tree).__name__} can't be rendered as HTML; give html elements, texts or lists of them")


def _write_element(element: Element, links: LinkWriter | None, add: Callable[[str], None]) -> None:
    add(f"<{element.tag}")
    for name, value in element.attributes.items():
        if links and name in ADDRESSES and isinstance(value, str):
            address, more = links(value)
            _write_attribute(name, address, add)
            for each in more.items():
                _write_attribute(*each, add)
        else:
            _write_attribute(name, value, add)
    add(">")
    if element.tag not in VOID:
        _write(element.children, links, add)
        add(f"</{element.tag}>")


def _write_attribute(name: str, value: object, add: Callable[[str], None]) -> None:
    """One attribute with a space before it: ' class="over"'; nothing for None and False, the bare name for True."""
    if value is None or value is False:
        return
    if value is True:
        add(f" {_name_attribute(name)}")
    else:
        text = _write_style(value) if isinstance(value, Mapping) else str(value)
        add(f' {_name_attribute(name)}="{escape(text)}"')


@cache  # of some thirty names
def _name_attribute(name: str) -> str:
    """The name in HTML: "class" of "className".

    Raises:
        TypeError: no element of ours has such an attribute.
    """
    if name.startswith(("aria-", "data-")):
        return name
    if name not in ATTRIBUTES:
        raise TypeError(f"{name} is no attribute of an html element; components/markup/html.py lists those that are")
    return RENAMED.get(name, name.lower())


def _write_style(style: Mapping[str, str]) -> str:
    """CSS: {"fontSize": "2em"} becomes "font-size:2em"."""
    return ";".join(f"{_kebab(name)}:{value}" for name, value in style.items())


def _kebab(name: str) -> str:
    return re.sub("([A-Z])", r"-\1", name).lower()
