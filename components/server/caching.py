"""How answers are kept by browsers and by what stands between: fresh for a while, then cheap to ask for again.

An answer stays the same as long as code, editions, settings, host and address do. Its ETag is therefore a digest of these, not of the
bytes: a 304 is answered before anything is built, and a cache of finished answers has its key.
"""

import hashlib
import json
from collections.abc import Callable, Iterable
from functools import wraps
from http import HTTPStatus
from typing import ParamSpec
from urllib.parse import parse_qsl, urlencode

from flask import Flask, Response, current_app, request
from werkzeug.wrappers import Response as AnyResponse

from components.address.site import Site
from components.server.encoding import IDENTITY
from components.server.kept.front import NOTE, Note, is_found
from components.server.kept.tag import find_known

FRESH = 300  # seconds that an answer may be used without asking; the ETag makes asking cheap
VERSION = "ANSWERS_VERSION"  # where the server's configuration has what all of its answers depend on
SITE = "ANSWERS_SITE"  # and where the pages lie
P = ParamSpec("P")
Counts = Callable[[str], str | None]


def register_caching(server: Flask, version: str, site: Site | None = None) -> None:
    """Tell a server what all of its answers depend on besides their address (``components/server/version.py``), and where they lie."""
    server.config[VERSION], server.config[SITE] = version, site or Site()


def cacheable(
    view: Callable[P, AnyResponse], depends_on: Callable[[], Iterable[str]] = tuple, counts: Counts | None = None
) -> Callable[P, AnyResponse]:
    """A view whose answers have an ETag, and which is not called where the browser has its answer already, or this server has.

    Only answers with status 200 are marked and kept; redirects and errors pass as they are.

    Args:
        view: as Flask calls it.
        depends_on: gives what the answer depends on besides version and address, such as the day. Such answers are not kept.
        counts: gives what of a query string makes a difference to the answer, always written in one way; answers are then kept by it.
            None, for the function or for what it gives, where all of a query counts and the answer is not to be kept.
    """

    @wraps(view)
    def serve(*args: P.args, **kwargs: P.kwargs) -> AnyResponse:
        query = request.query_string.decode(errors="replace")
        counted = counts(query) if counts else None
        origin = current_app.config[SITE].seen_at(request.host_url).origin
        etag = digest_asked(origin, sort_query(query) if counted is None else counted, depends_on())
        if _is_read() and (known := find_known(etag, request.headers.get("If-None-Match"), _find_coding())):
            return _mark(Response(status=HTTPStatus.NOT_MODIFIED), known)
        if counted is not None and is_found(request.environ, origin, counted, etag):
            return Response()  # the kept answer takes its place
        answer = view(*args, **kwargs)
        if answer.status_code != HTTPStatus.OK:
            return answer
        if _is_read() and request.if_none_match.star_tag:  # any answer will do, and only now is it known that there is one
            answer.close()  # a file is open in it
            return _mark(Response(status=HTTPStatus.NOT_MODIFIED), etag)
        return _mark(answer, etag)

    return serve


def digest_asked(origin: str, query: str, more: Iterable[str] = ()) -> str:
    """The ETag of what is asked for: 32 hexadecimal digits, the same in every process that has the same code, figures and settings.

    Args:
        origin: scheme and host that the answer's links name.
        query: what counts of the query string.
        more: what else the answer depends on.
    """
    asked = (current_app.config[VERSION], origin, request.path, query, *more)
    return hashlib.sha256("\n".join(asked).encode()).hexdigest()[:32]


def counts_nothing(_: str) -> str:
    """Of the query of an address that reads no parameter."""
    return ""


def sort_query(query: str) -> str:
    """A query string in its one canonical order: by name, the values of one name as they stand.

    >>> sort_query("sammenlign=0101&kommune=0326&kommune=0265")
    'kommune=0326&kommune=0265&sammenlign=0101'
    """
    return urlencode(sorted(parse_qsl(query, keep_blank_values=True), key=lambda pair: pair[0]))


def _find_coding() -> str:
    """In which the answer is to be sent. Flask is asked for another where answers are kept (``components/server/kept/front.py``)."""
    note = request.environ.get(NOTE)
    return note.coding if isinstance(note, Note) else request.environ.get("HTTP_ACCEPT_ENCODING", IDENTITY)


def _is_read() -> bool:
    return request.method in {"GET", "HEAD"}


def _mark(answer: AnyResponse, etag: str) -> AnyResponse:
    if answer.cache_control.max_age is None:
        answer.cache_control.no_cache = None  # which Flask says of every file
        answer.cache_control.public, answer.cache_control.max_age = True, FRESH
    answer.set_etag(etag)
    return answer


def write_json_answer(content: object) -> Response:
    """An answer in JSON."""
    return Response(json.dumps(content, ensure_ascii=False), mimetype="application/json")
