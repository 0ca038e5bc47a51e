"""The HTML document around the app, and the small pages for errors."""

import json
from html import escape
from typing import Any

from dash import Dash
from flask import request
from plotly.io.json import to_json_plotly

from components import ids, texts

EMBED_PATH = "/indlejr"

# The hatch of kommuner without a figure: style sheets can't draw one inside an SVG, only point at it.
HATCH = """<svg class="skraveringskilde" width="0" height="0" aria-hidden="true" focusable="false"><defs>
<pattern id="skravering" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
<rect width="6" height="6" fill="#f1efec"/><rect width="2.2" height="6" fill="#b9b5af"/></pattern></defs></svg>"""

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


# What Dash asks for one after another once its scripts run; asked for at once it comes while they are loaded.
DASH_LATER = (
    ("/_dash-component-suites/dash/dcc/async-graph.js", "script"),
    ("/_dash-layout", "fetch"),
    ("/_dash-dependencies", "fetch"),
)


def _preload(address: str, kind: str) -> str:
    crossorigin = " crossorigin" if kind == "fetch" else ""
    return f'<link rel="preload" as="{kind}"{crossorigin} href="{address}">'


class Danmarkskort(Dash):
    """A Dash app with a Danish document of its own around it."""

    def __init__(self, setup: dict[str, Any], plotly: str, **options: Any) -> None:
        """Make the app.

        Args:
            setup: the scripts' set-up; kept as JSON that is safe inside an HTML script element.
            plotly: address of the lean plotly bundle, or empty to let Dash load its own.
            options: Dash's.
        """
        super().__init__(title=texts.TITLE, update_title="", **options)
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
            preloads="\n".join(_preload(address, kind) for address, kind in (*DASH_LATER, (self._borders, "fetch"))),
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


MESSAGE_PAGE = """<!doctype html>
<html lang="da">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="robots" content="noindex">
<title>{heading} - {title}</title>
<link rel="icon" href="/assets/favicon.svg" type="image/svg+xml"><link rel="stylesheet" href="/assets/01-grund.css"></head>
<body><main class="beskedside"><h1>{heading}</h1><p>{sentence}</p><p><a href="/">{back}</a></p></main></body>
</html>"""


def build_message_page(heading: str, sentence: str) -> str:
    """A page with one sentence and a way back, for addresses that do not exist and for errors."""
    return MESSAGE_PAGE.format(heading=escape(heading), sentence=escape(sentence), title=escape(texts.TITLE), back=escape(texts.WAY_BACK))


def build_problem(heading: str, sentence: str) -> str:
    """The same as JSON, for addresses that give JSON."""
    return json.dumps({"titel": heading, "besked": sentence}, ensure_ascii=False)
