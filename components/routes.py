"""Every address of the app, by looping over what the rooms register; and what is said where there is none."""

import logging
from http import HTTPStatus

from dash.exceptions import DependencyException
from flask import Flask, Response, request
from werkzeug.exceptions import HTTPException, InternalServerError, NotFound

from components.address import pages
from components.address.open_data import API
from components.address.site import Site
from components.atlas import Atlas
from components.dashboard.routes import register_dashboard
from components.embed.routes import register_embed
from components.open_data.routes import register_open_data
from components.page.routes import register_pages
from components.panel.routes import register_pieces
from components.picture.routes import register_pictures
from components.print.package_routes import register_welcome_package
from components.print.sheet_routes import register_kommuneark
from components.screen.message_page import build_message_page
from components.server.asking import register_asking
from components.server.moved import register_moved
from components.server.problem import PROBLEM_TYPE, RequestError, write_problem
from components.wording import texts
from data.problem import FiguresError

log = logging.getLogger(__name__)
ROOMS = (
    register_dashboard,
    register_pieces,
    register_pages,
    register_embed,
    register_pictures,
    register_kommuneark,
    register_welcome_package,
    register_open_data,
)


UNUSED = (  # of Dash's addresses: unknown ones would lead to the dashboard, callbacks run in the browser, and the page says the rest itself
    "/<path:path>",
    "/_dash-update-component",
    "/_dash-layout",
    "/_dash-dependencies",
    "/_reload-hash",
    "/_favicon.ico",
)
DASH = "/_dash"  # how the addresses begin that only Dash's scripts ask for
PAGE, PROGRAM = "text/html", ("application/json", PROBLEM_TYPE)
SENTENCES = {  # by status
    HTTPStatus.BAD_REQUEST: texts.NO_ADDRESS,
    HTTPStatus.NOT_FOUND: texts.NOT_FOUND,
    HTTPStatus.METHOD_NOT_ALLOWED: texts.READ_ONLY,
    HTTPStatus.NOT_ACCEPTABLE: texts.NOT_IN_THAT_FORM,
    HTTPStatus.REQUEST_ENTITY_TOO_LARGE: texts.TOO_MUCH,
    HTTPStatus.REQUEST_URI_TOO_LONG: texts.TOO_LONG,
    HTTPStatus.SERVICE_UNAVAILABLE: texts.TOO_BUSY,
}


def register_routes(server: Flask, atlas: Atlas) -> None:
    """Add the addresses to the app's server."""
    register_asking(server, _refuse)
    for register in ROOMS:
        register(server, atlas)
    server.view_functions |= dict.fromkeys(UNUSED, _refuse)
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
            response = Response(build_message_page(heading, sentence, site), status, mimetype=PAGE)
        if isinstance(error, HTTPException):
            response.headers.update([(name, value) for name, value in error.get_headers() if name != "Content-Type"])  # Allow, say
        response.vary.add("Accept")
        return response

    for kind in (RequestError, HTTPException):
        server.register_error_handler(kind, explain)

    def tell(error: FiguresError) -> Response:
        log.error("%s can't be shown: %s", request.path, error)  # an older edition, whose files have changed since the start
        return explain(InternalServerError())

    server.register_error_handler(FiguresError, tell)
    server.register_error_handler(DependencyException, lambda _: explain(NotFound()))  # a script that is none of Dash's


def _is_asked_by_program() -> bool:
    """Whether the answer at this address is JSON, or any of the open data's file formats; or JSON is asked for rather than a page."""
    if request.path.endswith(".json") or request.path.startswith((API, DASH)) or request.path == pages.OEMBED:
        return True
    return request.accept_mimetypes.best_match([PAGE, *PROGRAM], PAGE) != PAGE


def _describe(error: RequestError | HTTPException) -> tuple[int, str, str]:
    """Status, heading and a Danish sentence."""
    if isinstance(error, RequestError):
        return error.status, texts.ASKED_WRONGLY, error.detail
    status = error.code or InternalServerError.code
    return status, *SENTENCES.get(HTTPStatus(status), texts.FAILED if status >= InternalServerError.code else texts.NOT_THAT_WAY)
