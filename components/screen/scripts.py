"""The script elements of a page: our modules, and their settings."""

import json
from html import escape
from typing import Any

from markupsafe import Markup
from plotly.io.json import to_json_plotly

from components.address.asset import asset_address
from components.atlas import Atlas
from components.markup import ids
from components.panel.piece import with_json_names
from components.screen.bundle import bundle
from components.screen.screen import Screen

MAP_SCRIPTS = ("map/options", "map/listbox")  # those that pages have which need none


def write_scripts(names: tuple[str, ...], atlas: Atlas) -> Markup:
    """The script elements of our modules, in order.

    ::

        write_scripts(("map/drawing",), atlas)  # <script src="/assets/map/drawing.js?m=6d201b74"></script>
    """
    addresses = (escape(atlas.site.path(asset_address(f"{name}.js"))) for name in names)
    return Markup("\n".join(f'<script src="{address}"></script>' for address in addresses))  # noqa: S704 # escaped


def write_map_script() -> Markup:
    """The map's listbox, which works without the other modules, in the page itself: a request of its own would have a third more bytes."""
    return Markup(f"<script>{read_map_script()}</script>\n")  # noqa: S704 # our own code


def read_map_script() -> str:
    """Its code. Browsers run it because its hash is in a header."""
    return bundle(MAP_SCRIPTS)


def write_gated_script(address: str, names: tuple[str, ...]) -> Markup:
    """A file of modules behind the gate, which lets them take over the page when all are there (assets/screen/gate.js).

    Args:
        address: of the file.
        names: of the modules in it; the first one is started last.
    """
    return _write_gate(Markup(f'<script src="{escape(address)}"></script>'), names)  # noqa: S704 # escaped


def _write_gate(scripts: Markup, names: tuple[str, ...]) -> Markup:
    gate, opening = (Markup(f"<script>{code}</script>") for code in list_gate_scripts(names))  # noqa: S704 # our own code and names
    return Markup("\n").join([gate, scripts, opening])


def list_gate_scripts(names: tuple[str, ...]) -> tuple[str, str]:
    """The code that stands in a page before and after its modules. Browsers run it because its hash is in a header."""
    return bundle(("screen/gate",)), f"danmarkskort.openWhenSeen({json.dumps(names)})"  # a frame has to be light


def write_json(element: str, content: Any) -> Markup:
    r"""A script element with JSON; no text in it can end the element.

    >>> print(write_json("opsaetning", {"sidetitel": "</script>"}))
    <script type="application/json" id="opsaetning">{"sidetitel":"\u003c\u002fscript\u003e"}</script>
    """
    safe = to_json_plotly(content).replace("<", "\\u003c")
    return Markup(f'<script type="application/json" id="{element}">{safe}</script>')  # noqa: S704 # no "<" is left in it


def write_first(screen: Screen, address: str) -> Markup:
    """The view that came with the page, as far as the scripts need it: its address, its trend for plotly, its map layer.

    Args:
        screen: the view.
        address: its query string, as the scripts write it.
    """
    shown = {"sted": {"udvikling": with_json_names(screen.place)["udvikling"]}, "lag": list_layer(screen)}
    return write_json(ids.FIRST, {"adresse": address} | shown)


def list_layer(screen: Screen, *, with_map: bool = True) -> dict[str, Any]:
    """What the scripts need of the map layer that came with the page: classes, hover cards, needles.

    With a map the kommuner's cards are left out: they are its titles, where assets/map/drawing.js reads them.
    """
    layer = with_json_names(screen.layer)
    cards = {code: card for code, card in layer["kort"].items() if not (with_map and code in layer["klasser"])}
    return {"klasser": layer["klasser"], "kort": cards, "naale": layer["naale"]}
