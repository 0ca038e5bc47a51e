"""Addresses that lead on to another: those that name a region of before, and those with a slash too many or too few.

A region of before leads to the one that it has become part of, in the edition that is asked for.
"""

import re
from collections.abc import Mapping
from http import HTTPStatus
from urllib.parse import parse_qsl, urlencode, urlsplit

from flask import Flask, redirect, request
from werkzeug.routing import RequestRedirect
from werkzeug.wrappers import Response

from components.address.choices import Choices
from components.address.site import Site
from components.address.view import Parameter

CODE = re.compile(r"(?<![0-9A-Za-z])\d{4}(?![0-9A-Za-z])")  # a digest in an address may have the same four digits
NAMING_PLACES = {Parameter.KOMMUNE.value, Parameter.SAMMENLIGN.value}


def register_moved(server: Flask, choices: Choices, site: Site, spoken: tuple[str, ...]) -> None:
    """Lead on what is written with other slashes, and what names a region that has become part of another.

    Args:
        server: the app's server.
        choices: what became of which region, in each edition.
        site: where the pages lie.
        spoken: the pages that say it in words, and are not led on.
    """

    def lead_on() -> Response | None:
        if isinstance(request.routing_exception, RequestRedirect):
            return redirect(site.path(strip_host(request.routing_exception.new_url)), request.routing_exception.code)
        moved = choices.moved.get(request.args.get(Parameter.UDGAVE, ""), {})
        if not moved or request.path in spoken:
            return None
        path, query = move_codes(request.path, moved), move_query(request.query_string.decode(errors="replace"), moved)
        if (path, query) == (request.path, request.query_string.decode(errors="replace")):
            return None
        return redirect(site.path(f"{path}?{query}" if query else path), HTTPStatus.FOUND)

    server.before_request(lead_on)


def strip_host(address: str) -> str:
    """An address without scheme and host: what werkzeug leads to has the host that the reader named, which could be anybody's.

    >>> strip_host("http://host/api/v1/?udgave=2025"), strip_host("http://host//host/x")
    ('/api/v1/?udgave=2025', '/host/x')
    """
    parts = urlsplit(address)
    return "/" + parts.path.lstrip("/") + (f"?{parts.query}" if parts.query else "")


def move_codes(text: str, moved: Mapping[str, str]) -> str:
    """A text with the codes of today.

    >>> move_codes("/sammenligning/0326-1098.json", {"1098": "1099"})
    '/sammenligning/0326-1099.json'
    >>> move_codes("/geodata/f3b1098d.geojson", {"1098": "1099"})
    '/geodata/f3b1098d.geojson'
    """
    return CODE.sub(lambda found: moved.get(found[0], found[0]), text)


def move_query(query: str, moved: Mapping[str, str]) -> str:
    """A query string in which the parameters that name places have the codes of today; unchanged where none has an older one.

    >>> move_query("kommune=0326,1098&periode=1098", {"1098": "1099"})
    'kommune=0326,1099&periode=1098'
    """
    pairs = parse_qsl(query, keep_blank_values=True)
    now = [(name, move_codes(value, moved) if name in NAMING_PLACES else value) for name, value in pairs]
    return query if now == pairs else urlencode(now, safe=",")
