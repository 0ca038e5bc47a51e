"""Every address of the app, by looping over what the rooms register; and what is said where there is none."""

from flask import Flask, Response, request
from werkzeug.exceptions import HTTPException, InternalServerError, MethodNotAllowed, NotFound

from components.address import pages
from components.address.open_data import API
from components.address.site import Site
from components.atlas import Atlas
from components.embed.routes import register_embed
from components.open_data.routes import register_open_data
from components.page.routes import register_pages
from components.panel.routes import register_pieces
from components.picture.routes import register_pictures
from components.print.package_routes import register_welcome_package
from components.print.sheet_routes import register_kommuneark
from components.screen.message_page import build_message_page
from components.server.moved import register_moved
from components.server.problem import PROBLEM_TYPE, RequestError, write_problem
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
    server.view_functions["/<path:path>"] = _refuse  # Dash answers every unknown address with the dashboard
    register_moved(server, atlas.choices, atlas.site, spoken=("/", pages.EMBED, pages.BUILDER))
    register_errors(server, atlas.site)


def _refuse(*_: object, **__: object) -> Response:
    raise NotFound


def register_errors(server: Flask, site: Site) -> None:
    """Let every error be explained in one place: as problem details to programs, as a page to people."""

    def explain(error: RequestError | HTTPException) -> Response:
        status, heading, sentence = _describe(error)
        if _is_asked_by_program():
            response = Response(write_problem(status, sentence, request.path), status, mimetype=PROBLEM_TYPE)
        else:
            response = Response(build_message_page(heading, sentence, site), status, mimetype="text/html")
        if isinstance(error, MethodNotAllowed):
            response.allow.update(error.valid_methods or ())
        return response

    for kind in (RequestError, NotFound, MethodNotAllowed, InternalServerError):
        server.register_error_handler(kind, explain)


def _is_asked_by_program() -> bool:
    """Whether the answer at this address is JSON, or any of the open data's file formats."""
    return request.path.endswith(".json") or request.path.startswith(API) or request.path == pages.OEMBED


def _describe(error: RequestError | HTTPException) -> tuple[int, str, str]:
    """Status, heading and a Danish sentence."""
    if isinstance(error, RequestError):
        return error.status, texts.ASKED_WRONGLY, error.detail
    known = {NotFound.code: texts.NOT_FOUND, MethodNotAllowed.code: texts.READ_ONLY}
    return error.code or InternalServerError.code, *known.get(error.code or 0, texts.FAILED)
