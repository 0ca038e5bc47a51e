"""How an answer's bytes travel: in the coding that the reader accepts, and whole.

The compressing library reads ``Accept-Encoding`` in its own way and passes over a weight of 0. So the header is read here, and the
library is told the one coding that came of it.
"""

import gzip
import re
from http import HTTPStatus

import brotli
from flask import Flask, Response, g, request
from werkzeug.exceptions import NotAcceptable

CODINGS = ("br", "gzip")  # the better one first: it goes first where both are as welcome
IDENTITY, ANY = "identity", "*"
ALIASES = {"x-gzip": "gzip"}
WEIGHT = re.compile(r";\s*q\s*=\s*([01]?(?:\.\d*)?)\s*(?:;|$)")
UNSAID = 0.0001  # of what is sent as it is, where the header does not speak of it: accepted, but below every weight that can be written


def register_encoding(server: Flask) -> None:
    """Choose each answer's coding; register it before the compression, whose answers it looks at."""

    def choose() -> None:
        coding, is_forced = choose_coding(request.headers.get("Accept-Encoding"))
        request.environ["HTTP_ACCEPT_ENCODING"] = coding or IDENTITY  # the sentence that says it must travel somehow
        if not coding:
            raise NotAcceptable
        g.forced = coding if is_forced else ""

    def force(response: Response) -> Response:
        if g.get("forced") and HTTPStatus.OK <= response.status_code < HTTPStatus.NO_CONTENT:
            _encode(response, g.forced)
        return response

    server.before_request(choose)
    server.after_request(force)


def choose_coding(accepted: str | None) -> tuple[str, bool]:
    """The coding in which an answer is to travel, empty where none is accepted; and whether it must, since it is refused as it is.

    >>> choose_coding("gzip, br"), choose_coding(None), choose_coding("gzip, *;q=0")
    (('br', False), ('identity', False), ('gzip', True))

    Args:
        accepted: the header Accept-Encoding; None where there is none.
    """
    weights = read_weights(accepted)
    coding = max((*CODINGS, IDENTITY), key=lambda name: weights.get(name, 0.0))
    return (coding if weights.get(coding) else ""), not weights[IDENTITY]


def register_whole(server: Flask) -> None:
    """Read a file whole before it is sent; register it after the compression, so that it comes first.

    The server hands over whole bytes and is free; a file that is read while it is sent keeps a thread until the slowest reader has it.
    """

    def read(response: Response) -> Response:
        if response.direct_passthrough:
            file = response.response
            response.direct_passthrough = False
            response.response = [] if response.status_code == HTTPStatus.NOT_MODIFIED else [b"".join(response.iter_encoded())]
            file.close()  # type: ignore[union-attr]
        return response

    server.after_request(read)


def read_weights(accepted: str | None) -> dict[str, float]:
    """How welcome each coding is, from 0 (refused) to 1. Nobody who has not said so is taken to read a coding.

    An entry whose weight can't be read is passed over; of two entries for one coding the smaller weight counts, so that a 0 is obeyed.

    >>> read_weights("gzip;q=0, br ; Q=0.5, *;q=0")
    {'br': 0.5, 'gzip': 0.0, 'identity': 0.0}
    >>> read_weights("gzip")
    {'br': 0.0, 'gzip': 1.0, 'identity': 0.0001}
    """
    said: dict[str, float] = {}
    for entry in (accepted or "").lower().split(","):
        name, weight = _read_entry(entry)
        if name and weight is not None:
            said[name] = min(weight, said.get(name, 1.0))
    others = said.get(ANY)
    weights = {name: said.get(name, others or 0.0) for name in CODINGS}
    return {**weights, IDENTITY: said.get(IDENTITY, UNSAID if others is None else others)}


def _read_entry(entry: str) -> tuple[str, float | None]:
    """The coding and its weight; None where a weight stands there and is none."""
    name, semicolon, parameters = entry.partition(";")
    name = ALIASES.get(name.strip(), name.strip())
    if not semicolon or not re.search(r";\s*q\s*=", semicolon + parameters):
        return name, 1.0
    found = WEIGHT.search(semicolon + parameters)
    if not found or found[1] in {"", "."} or float(found[1]) > 1:
        return name, None
    return name, float(found[1])


def _encode(response: Response, coding: str) -> None:
    """Encode what the compression leaves as it is, such as pictures and short answers: the reader refuses that."""
    if "Content-Encoding" in response.headers or request.method == "HEAD":
        return
    pack = brotli.compress if coding == CODINGS[0] else gzip.compress
    response.direct_passthrough = False
    response.set_data(pack(response.get_data()))
    response.headers["Content-Encoding"] = coding
    tag, is_weak = response.get_etag()
    if tag and not is_weak:
        response.set_etag(f"{tag}:{coding}")
