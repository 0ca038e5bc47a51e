"""The addresses that give finished pieces: panels, comparisons, map layers and borders, and what is said when there is none."""

import logging
from collections.abc import Callable
from functools import lru_cache

from flask import Flask, Response, request
from werkzeug.exceptions import HTTPException, InternalServerError, MethodNotAllowed, NotFound

from components.atlas import Atlas
from components.embed.routes import register_embed
from components.markup.links import write_within
from components.markup.render import write_piece
from components.open_data.routes import register_api
from components.page.routes import register_pages
from components.panel.comparison import build_comparison
from components.panel.files import API
from components.panel.layer import build_map_layer
from components.panel.panel import build_panel
from components.picture.press_routes import register_press
from components.picture.routes import register_pictures
from components.print.package_routes import register_welcome_package
from components.print.sheet_routes import register_kommuneark
from components.screen.message_page import build_message_page
from components.screen.setup import borders_address
from components.server.caching import find_edition, keep
from components.server.headers import keep_for_ever
from components.server.problem import PROBLEM_TYPE, write_problem
from components.wording import texts

KEPT_COMPARISONS = 20  # of 98 * 103 pairs, 60 kB each
KEPT_PIECES = (
    40  # panels, and as many layers, of 25 kB each; another is built in 10 ms. As bytes: half the size of a text with an arrow in it
)
log = logging.getLogger(__name__)


def register_routes(server: Flask, atlas: Atlas) -> None:
    """Add the addresses to the app's server."""
    _register_pieces(server, atlas)
    _register_borders(server, atlas)
    register_pages(server, atlas)
    register_embed(server, atlas)
    register_pictures(server, atlas)
    register_press(server, atlas)
    register_kommuneark(server, atlas)
    register_welcome_package(server, atlas)
    register_api(server, atlas.archive, atlas.site)
    _register_errors(server, atlas)


def _register_pieces(server: Flask, atlas: Atlas) -> None:
    archive, choices, links = atlas.archive, atlas.choices, write_within(atlas.site)

    @lru_cache(maxsize=KEPT_PIECES)
    def panel(code: str, edition: str | None) -> bytes:
        piece = build_panel(code, archive.figures(edition), with_sheet=atlas.has_sheets, on_request=atlas.makes_on_request)
        return write_piece(piece, links).encode()

    @lru_cache(maxsize=KEPT_COMPARISONS)
    def comparison(code: str, other: str, edition: str | None) -> bytes:
        return write_piece(build_comparison(code, other, archive.figures(edition), with_sheet=atlas.makes_on_request), links).encode()

    @lru_cache(maxsize=KEPT_PIECES)
    def layer(key: str, edition: str | None) -> bytes:
        figures = archive.figures(edition)
        return write_piece(build_map_layer(figures.registry[key], figures, atlas.borders), links).encode()

    def serve_panel(code: str) -> Response:
        return _serve_piece(panel, code) if code in archive.newest.places else _refuse()

    def serve_comparison(code: str, other: str) -> Response:
        known = code in choices.kommuner and other in archive.newest.places and code != other
        return _serve_piece(comparison, code, other) if known else _refuse()

    def serve_layer(key: str) -> Response:
        return _serve_piece(layer, key) if key in choices.indicators else _refuse()

    def _serve_piece(build: Callable[..., bytes], *names: str) -> Response:
        return keep(Response(build(*names, find_edition(archive)), mimetype="application/json"))

    server.add_url_rule("/panel/<code>.json", "panel", serve_panel)
    server.add_url_rule("/sammenligning/<code>-<other>.json", "sammenligning", serve_comparison)
    server.add_url_rule("/kort/<key>.json", "kort", serve_layer)


def _refuse() -> Response:
    raise NotFound


def _register_borders(server: Flask, atlas: Atlas) -> None:
    def serve_borders() -> Response:
        response = Response(atlas.borders.content, mimetype="application/geo+json")
        keep_for_ever(response)
        return response

    server.add_url_rule(borders_address(atlas.borders), "graenser", serve_borders)


def _register_errors(server: Flask, atlas: Atlas) -> None:
    def not_found(*_: object, **__: object) -> Response:
        raise NotFound

    def explain(error: HTTPException) -> Response:
        heading, sentence = {NotFound.code: texts.NOT_FOUND, MethodNotAllowed.code: texts.READ_ONLY}.get(error.code or 0, texts.FAILED)
        if request.path.endswith(".json") or request.path.startswith(API):
            response = Response(write_problem(error.code or 500, sentence, request.path), error.code, mimetype=PROBLEM_TYPE)
        else:
            response = Response(build_message_page(heading, sentence, atlas.site), error.code, mimetype="text/html")
        if isinstance(error, MethodNotAllowed):
            response.allow.update(error.valid_methods or ())
        return response

    server.view_functions["/<path:path>"] = not_found  # Dash answers every unknown address with the dashboard
    server.register_error_handler(NotFound, explain)
    server.register_error_handler(MethodNotAllowed, explain)
    server.register_error_handler(InternalServerError, explain)
