"""What stands before Flask: answers that are kept go out from here, and what Flask answers is kept.

An address is looked up as it was written, which is right for every address that our pages link to. Any other (junk behind it, another
order) is made canonical by ``cacheable`` and found there: one parameter too many costs half a millisecond and no memory.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from werkzeug.test import create_environ, run_wsgi_app

from components.address.site import Site
from components.server.asking import HOST
from components.server.encoding import ANY, IDENTITY, choose_coding
from components.server.kept.flights import Flights
from components.server.kept.packing import Packer
from components.server.kept.recoding import MADE, recode
from components.server.kept.request_headers import drop_unread
from components.server.kept.shelf import Headers, Kept, Key, Shelf
from components.server.kept.tag import find_known

if TYPE_CHECKING:
    from _typeshed.wsgi import StartResponse, WSGIApplication, WSGIEnvironment

NOTE = "danmarkskort.note"  # in the environ of a request: what Flask tells of the answer
NOBODY = "http://host"  # of which no link is made
# This machine's, at the server's own port. It has 16 million more, with 65,000 ports each, by which answers would be kept as often.
OWN_NAMES = ("localhost", "127.0.0.1", "[::1]")
OK, NOT_MODIFIED = "200 OK", "304 NOT MODIFIED"
OF_THE_BODY = {"content-length", "content-encoding", "content-type", "content-disposition", "last-modified"}  # not sent with a 304
tell_coding = lru_cache(maxsize=256)(choose_coding)


@dataclass
class Note:
    """What becomes known of a request while Flask answers it.

    Attributes:
        key: as it was asked; with the canonical query where that is known.
        shelf: where finished answers are kept.
        flights: the answers that are just being made, so that others wait for them instead of making them again.
        etag: of the answer, where it may be kept.
        found: the kept answer to the canonical address.
        is_making: whether others wait for this answer.
        coding: in which the answer is to be sent; it is made in another.
    """

    key: Key
    shelf: Shelf
    flights: Flights
    etag: str = ""
    found: Kept | None = None
    is_making: bool = False
    coding: str = ""


def is_found(environ: "WSGIEnvironment", origin: str, query: str, etag: str) -> bool:
    """Whether the answer to a canonical address is kept; if it is not, it will be. If it is just being made, wait for it.

    Args:
        environ: of the request; without a note in it, as where no answers are kept, nothing is found.
        origin: scheme and host that the answer's links name.
        query: in its canonical form.
        etag: of the answer.
    """
    note = environ.get(NOTE)
    if not isinstance(note, Note):
        return False
    note.key, note.etag = replace(note.key, origin=origin, query=query), etag
    note.found = note.shelf.find(note.key)
    if note.found is None and environ["REQUEST_METHOD"] == "GET":
        note.is_making = note.flights.begin(note.key)
        note.found = note.shelf.find(note.key)
    return note.found is not None


class KeptAnswers:
    """A WSGI application around another."""

    def __init__(self, app: "WSGIApplication", site: Site, shelf: Shelf | None = None) -> None:
        """Keep nothing yet.

        Args:
            app: what answers.
            site: where the pages lie.
            shelf: where answers are kept.
        """
        self.app, self._site = app, site
        self.shelf = shelf or Shelf()
        self.packer = Packer(self.shelf)
        self._flights = Flights()

    def __call__(self, environ: "WSGIEnvironment", start_response: "StartResponse") -> Iterable[bytes]:
        """Answer."""
        drop_unread(environ)
        key = self._read(environ)
        if key is None:
            return self.app(environ, start_response)
        kept = self._find(key)
        return self._send(key, kept, environ, start_response) if kept else self._ask(key, environ, start_response)

    def warm(self, addresses: Iterable[str]) -> None:
        """Make the answers that most will ask for, before anybody does, as browsers ask for them."""
        for address in addresses:
            run_wsgi_app(self, create_environ(address, f"{self._site.origin or NOBODY}/", headers={"Accept-Encoding": "br"}), buffered=True)

    def _find(self, key: Key) -> Kept | None:
        """What is kept, in the coding that is asked for."""
        if key.coding != IDENTITY and (kept := self.shelf.find(key)):
            return kept
        made = self.shelf.find(replace(key, coding=MADE)) if key.coding != MADE else None
        return self._recode(made, key) if made else None

    def _recode(self, made: Kept, key: Key) -> Kept:
        """The same in the coding that is asked for. As gzip it is kept as well; to unpack it is nothing."""
        headers, body = recode(made.headers, made.body, key.coding)
        if body is made.body:
            return made
        recoded = Kept(headers, body, made.etag, is_best=True)
        if key.coding != IDENTITY:
            self.shelf.put(key, recoded)
        return recoded

    def _read(self, environ: "WSGIEnvironment") -> Key | None:
        """What is asked for; None where it is asked for in a way that Flask has to look at."""
        host = environ.get("HTTP_HOST", "")
        is_plain = (
            environ["REQUEST_METHOD"] in {"GET", "HEAD"}
            and environ.get("CONTENT_LENGTH", "") in {"", "0"}
            and "HTTP_TRANSFER_ENCODING" not in environ
            and not environ.get("SCRIPT_NAME")
            and HOST.fullmatch(host)
        )
        if not is_plain:
            return None
        coding, is_forced = tell_coding(environ.get("HTTP_ACCEPT_ENCODING"))
        if not coding or is_forced:
            return None
        origin = self._site.seen_at(f"{environ['wsgi.url_scheme']}://{host}/").origin
        if origin and not self._site.origin and host not in {*OWN_NAMES, *(f"{name}:{environ['SERVER_PORT']}" for name in OWN_NAMES)}:
            return None
        return Key(origin, environ["PATH_INFO"], environ.get("QUERY_STRING", ""), coding)

    def _send(self, key: Key, kept: Kept, environ: "WSGIEnvironment", start_response: "StartResponse") -> Iterable[bytes]:
        asked = environ.get("HTTP_IF_NONE_MATCH", "")
        if known := kept.etag if asked.strip() == ANY else find_known(kept.etag, asked, key.coding):
            start_response(NOT_MODIFIED, _without_body(kept.headers, known))
            return []
        if not kept.is_best and ("Content-Encoding", "br") in kept.headers:
            self.packer.ask(key)
        start_response(OK, [*kept.headers])
        return [kept.body] if environ["REQUEST_METHOD"] == "GET" else []

    def _ask(self, key: Key, environ: "WSGIEnvironment", start_response: "StartResponse") -> Iterable[bytes]:
        heard: list[Any] = []

        def hear(status: str, headers: Headers, exc_info: Any = None) -> Any:
            heard[:] = status, headers, exc_info

        is_get = environ["REQUEST_METHOD"] == "GET"
        if is_get:
            environ["HTTP_ACCEPT_ENCODING"] = MADE
        environ[NOTE] = note = Note(replace(key, coding=MADE), self.shelf, self._flights, coding=key.coding)
        try:
            answer = self.app(environ, hear)
            status, headers, exc_info = heard
            if note.found:
                _close(answer)
                asked = replace(note.key, coding=key.coding)
                return self._send(asked, self._find(asked) or self._recode(note.found, asked), environ, start_response)
            if not is_get or not (note.etag or _is_packed(headers)):
                start_response(status, headers, exc_info)
                return answer
            body = b"".join(answer)
            _close(answer)
            if note.etag and status == OK:
                lasting = [(name, value) for name, value in headers if name != "Date"]  # which the server writes for every answer
                self.shelf.put(note.key, Kept(lasting, body, note.etag))
        finally:
            if note.is_making:
                self._flights.end(note.key)
        headers, body = recode(headers, body, key.coding)
        start_response(status, headers, exc_info)
        return [body]


def _is_packed(headers: Headers) -> bool:
    return ("Content-Encoding", MADE) in headers


def _close(answer: Iterable[bytes]) -> None:
    if close := getattr(answer, "close", None):
        close()


def _without_body(headers: Headers, tag: str) -> Headers:
    return [*((name, value) for name, value in headers if name.lower() not in {*OF_THE_BODY, "etag"}), ("ETag", f'"{tag}"')]
