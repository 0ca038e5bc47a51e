"""The addresses that give finished pieces: panels, comparisons, map layers and borders, and what is said when there is none."""

import logging
from collections.abc import Callable
from functools import cache, lru_cache

from flask import Flask, Response, request
from werkzeug.exceptions import HTTPException, InternalServerError, NotFound

from components import texts
from components.comparison import build_comparison
from components.document import EMBED_PATH, Danmarkskort
from components.map_layer import build_map_layer
from components.message_page import build_message_page, build_problem
from components.panel import build_panel
from components.picture_routes import register_pictures
from components.plain_html import write_piece
from components.setup import borders_address, list_choices
from data.figures import Figures
from geodata.borders import Borders

FRESH = 300  # seconds that a browser may use a piece without asking; the ETag makes asking cheap
YEAR = 31_536_000
KEPT_COMPARISONS = 50  # of 98 * 103 pairs, 60 kB each; a panel or a layer is built once and kept
log = logging.getLogger(__name__)


def register_routes(app: Danmarkskort, figures: Figures, borders: Borders) -> None:
    """Add the addresses to the app's server."""
    server = app.server
    _register_pieces(server, figures, borders)
    _register_borders(server, borders)
    register_pictures(server, figures, borders)
    server.add_url_rule(EMBED_PATH, "indlejr", app.index)
    _register_errors(server)


def _register_pieces(server: Flask, figures: Figures, borders: Borders) -> None:
    choices = list_choices(figures)

    @cache
    def panel(code: str) -> str:
        return write_piece(build_panel(code, figures))

    @lru_cache(maxsize=KEPT_COMPARISONS)
    def comparison(code: str, other: str) -> str:
        return write_piece(build_comparison(code, other, figures))

    @cache
    def layer(key: str) -> str:
        return write_piece(build_map_layer(figures.registry[key], figures, borders))

    def serve_panel(code: str) -> Response:
        return _serve(panel, code) if code in figures.places else _refuse()

    def serve_comparison(code: str, other: str) -> Response:
        known = code in choices.kommuner and other in figures.places and code != other
        return _serve(comparison, code, other) if known else _refuse()

    def serve_layer(key: str) -> Response:
        return _serve(layer, key) if key in choices.indicators else _refuse()

    server.add_url_rule("/panel/<code>.json", "panel", serve_panel)
    server.add_url_rule("/sammenligning/<code>-<other>.json", "sammenligning", serve_comparison)
    server.add_url_rule("/kort/<key>.json", "kort", serve_layer)


def _serve(build: Callable[..., str], *names: str) -> Response:
    response = Response(build(*names), mimetype="application/json")
    response.cache_control.public = True
    response.cache_control.max_age = FRESH
    response.add_etag()
    response.make_conditional(request)
    return response


def _refuse() -> Response:
    raise NotFound


def _register_borders(server: Flask, borders: Borders) -> None:
    def serve_borders() -> Response:
        response = Response(borders.content, mimetype="application/geo+json")
        response.cache_control.public = True
        response.cache_control.max_age = YEAR
        response.cache_control.immutable = True
        return response

    server.add_url_rule(borders_address(borders), "graenser", serve_borders)


def _register_errors(server: Flask) -> None:
    def not_found(*_: object, **__: object) -> Response:
        raise NotFound

    def explain(error: HTTPException) -> Response:
        heading, sentence = texts.NOT_FOUND if error.code == NotFound.code else texts.FAILED
        if request.path.endswith(".json"):
            return Response(build_problem(heading, sentence), error.code, mimetype="application/json")
        return Response(build_message_page(heading, sentence), error.code, mimetype="text/html")

    server.view_functions["/<path:path>"] = not_found  # Dash answers every unknown address with the dashboard
    server.register_error_handler(NotFound, explain)
    server.register_error_handler(InternalServerError, explain)
