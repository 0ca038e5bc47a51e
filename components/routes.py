"""Every address of the app, by looping over what the rooms register; and what is said where there is none."""

from flask import Flask, Response, request
from werkzeug.exceptions import HTTPException, InternalServerError, MethodNotAllowed, NotFound

from components.address.open_data import API
from components.atlas import Atlas
from components.embed.routes import register_embed
from components.open_data.routes import register_open_data
from components.page.routes import register_pages
from components.panel.routes import register_pieces
from components.picture.routes import register_pictures
from components.print.package_routes import register_welcome_package
from components.print.sheet_routes import register_kommuneark
from components.screen.message_page import build_message_page
from components.server.problem import PROBLEM_TYPE, write_problem
from components.wording import texts

ROOMS = (
    register_pieces,
    register_pages,
    register_embed,
    register_pictures,
    register_kommuneark,
    register_welcome_package,
    register_open_data,
)


def register_routes(server: Flask, atlas: Atlas) -> None:
    """Add the addresses to the app's server."""
    for register in ROOMS:
        register(server, atlas)
    _register_errors(server, atlas)


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
