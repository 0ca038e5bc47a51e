"""What is asked for must be an address, and be asked for in a way that it answers; looked at before anything is made."""

import re
from collections.abc import Callable, Mapping
from http import HTTPStatus

from flask import Flask, Response, request
from werkzeug.exceptions import BadRequest, HTTPException, MethodNotAllowed, NotFound, RequestEntityTooLarge, RequestURITooLarge
from werkzeug.routing import RequestRedirect

LONGEST = 8000  # characters of path and query: what every server should take (RFC 9110, 4.1), four times our longest address
LARGEST = 64 * 1024  # bytes of a body: none of our addresses reads one
READ = ("GET", "HEAD")
HOST = re.compile(r"(\[[0-9a-f:.]+\]|[\w.-]+)(:\d{1,5})?", re.ASCII | re.IGNORECASE)
ALL = "*"  # the address by which OPTIONS asks of the whole server
View = Callable[..., Response]


def register_asking(server: Flask, nothing: View) -> None:
    """Refuse what can't be answered, and answer OPTIONS.

    Nothing here reads a body. One that comes a byte a second would hold a thread until it is there.

    Args:
        server: the app's server.
        nothing: the view of the addresses that there is nothing at; it may be asked for by any method.
    """

    def check() -> Response | None:
        _check_host(request.environ)
        _check_address(request.environ["PATH_INFO"], request.environ.get("QUERY_STRING", ""))
        if request.method not in READ or request.routing_exception or server.view_functions.get(request.endpoint or "") is nothing:
            methods = _find_methods(server, nothing)
            if request.method not in methods:
                raise MethodNotAllowed(methods) if methods else NotFound
            if request.method == "OPTIONS":
                return _tell(methods)
        if (request.content_length or 0) > LARGEST:
            raise RequestEntityTooLarge
        return None

    server.before_request(check)


def _find_methods(server: Flask, nothing: View) -> list[str]:
    """By which methods this address can be asked for; none where there is nothing."""
    if request.method == "OPTIONS" and request.path.strip("/") == ALL:
        return [*READ, "OPTIONS"]
    can_read, can_post = (_answers(server, method, nothing) for method in ("GET", "POST"))
    if not can_read and not can_post:
        return []
    return [*(READ if can_read else ()), "OPTIONS", *(["POST"] if can_post else ())]


def _answers(server: Flask, method: str, nothing: View) -> bool:
    try:
        endpoint, _ = server.url_map.bind_to_environ(request.environ).match(method=method)
    except RequestRedirect:
        return True
    except HTTPException:
        return False
    return server.view_functions[endpoint] is not nothing


def _check_host(environ: Mapping[str, str]) -> None:
    """Refuse a request of HTTP/1.1 that names no host, or several, or one that can be none (RFC 9112, 3.2).

    Links and preview addresses are made of the host. The server hands over two of them with a comma in between, and none as an empty one.

    Raises:
        BadRequest: the host is none.
    """
    host = environ.get("HTTP_HOST", "")
    if not HOST.fullmatch(host) and (host or environ["SERVER_PROTOCOL"] == "HTTP/1.1"):
        raise BadRequest


def _check_address(path: str, query: str) -> None:
    """Refuse what is no address: too long, with control characters, or not UTF-8 once its percent signs are read.

    A query is left to who reads it: a page shows a notice instead of an error, since it may stand in a frame.

    Raises:
        HTTPException: 414 or 400.
    """
    if len(path) + len(query) > LONGEST:
        raise RequestURITooLarge
    try:
        is_readable = path.encode("latin-1").decode().isprintable()  # WSGI writes bytes as Latin-1
    except UnicodeError:
        is_readable = False
    if not is_readable:
        raise BadRequest


def _tell(methods: list[str]) -> Response:
    response = Response(status=HTTPStatus.NO_CONTENT)
    response.headers["Allow"] = ", ".join(methods)
    return response
