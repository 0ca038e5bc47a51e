"""The HTML document around the app."""

from html import escape
from typing import Any

from dash import Dash
from flask import request
from plotly.io.json import to_json_plotly

from components import ids, texts
from components.theme import HATCH_GROUND, HATCH_LINE
from components.view import Choices, from_query, layer_address, panel_address

EMBED_PATH = "/indlejr"

# What Dash asks for one after another once its scripts run; asked for at once it comes while they are loaded.
DASH_LATER = (
    ("/_dash-component-suites/dash/dcc/async-graph.js", "script"),
    ("/_dash-layout", "fetch"),
    ("/_dash-dependencies", "fetch"),
)

# The hatch of kommuner without a figure: style sheets can't draw one inside an SVG, only point at it.
HATCH = f"""<svg class="skraveringskilde" width="0" height="0" aria-hidden="true" focusable="false"><defs>
<pattern id="skravering" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
<rect width="6" height="6" fill="{HATCH_GROUND}"/><rect width="2.2" height="6" fill="{HATCH_LINE}"/></pattern></defs></svg>"""

DOCUMENT = """<!doctype html>
<html lang="da" data-visning="{view}">
<head>
{metas}
<title>{title}</title>
<meta name="description" content="{description}">
<link rel="icon" href="/assets/favicon.svg" type="image/svg+xml">
{preloads}
{css}
</head>
<body>
{hatch}
<noscript><p class="banner">{no_script}</p></noscript>
<div id="react-entry-point"><div class="venter"><p class="venter-titel">{title}</p><p>{loading}</p></div></div>
<footer>
<script type="application/json" id="{setup_id}">{setup}</script>
{plotly}
{config}
{scripts}
{renderer}
</footer>
</body>
</html>"""


def _preload(address: str, kind: str) -> str:
    crossorigin = " crossorigin" if kind == "fetch" else ""
    return f'<link rel="preload" as="{kind}"{crossorigin} href="{address}">'


class Danmarkskort(Dash):
    """A Dash app with a Danish document of its own around it."""

    def __init__(self, setup: dict[str, Any], choices: Choices, plotly: str, **options: Any) -> None:
        """Make the app.

        Args:
            setup: the scripts' set-up; kept as JSON that is safe inside an HTML script element.
            choices: what an address may name.
            plotly: address of the lean plotly bundle, or empty to let Dash load its own.
            options: Dash's.
        """
        super().__init__(title=texts.TITLE, update_title="", **options)
        self._choices = choices
        self._setup = to_json_plotly(setup).replace("</", "<\\/")
        self._borders = setup["graenser"]
        # async: Dash starts while the bundle, half of all bytes, is still on its way (assets/hent.js waits for it)
        self._plotly = f'<script async fetchpriority="high" id="plotly" src="{plotly}"></script>' if plotly else ""

    def interpolate_index(self, **pieces: str) -> str:  # type: ignore[override]  # Dash names each piece; only these are used
        """The document with Dash's pieces in it; in a frame (``/indlejr``) it is told to leave out what is around the map."""
        return DOCUMENT.format(
            view="indlejr" if request.path == EMBED_PATH else "side",
            metas=pieces["metas"],
            title=escape(texts.TITLE),
            description=escape(texts.DESCRIPTION),
            preloads="\n".join(_preload(address, kind) for address, kind in (*DASH_LATER, *self._pieces())),
            css=pieces["css"],
            hatch=HATCH,
            no_script=escape(texts.NO_SCRIPT),
            loading=escape(texts.LOADING),
            setup_id=ids.SETUP,
            setup=self._setup,
            plotly=self._plotly,
            config=pieces["config"],
            scripts=pieces["scripts"],
            renderer=pieces["renderer"],
        )

    def _pieces(self) -> list[tuple[str, str]]:
        """The pieces that the scripts will fetch for this address, so that they come while the scripts are loaded."""
        view, _ = from_query(request.query_string.decode(errors="replace"), self._choices)
        return [(address, "fetch") for address in (self._borders, panel_address(view), layer_address(view))]
