"""Headers of every answer: what it may load, which pages may be framed by whom, and how long assets may be cached."""

from collections.abc import Collection
from http import HTTPStatus

from flask import Flask, Response, request

from components.address.asset import DIGEST_PARAMETER, PATH, digest_asset
from components.address.open_data import API
from components.address.pages import HEIGHT_SCRIPT, OEMBED, ORGANISATIONS
from components.server.policy import Policy

YEAR = 31_536_000  # seconds
MONTH = 30 * 24 * 3600
DEFAULT_HOSTS = "'self' https://bl.dk https://*.bl.dk"  # whose pages may frame the embed, if nothing else is set
NOBODY = "'none'"
# Open data, what frames fetch, and host pages as a module. All is public; a sandboxed frame has the origin "null", which is nobody's own.
FOR_EVERY_ORIGIN = (f"{API}/", "/panel/", "/sammenligning/", "/kort/", "/geodata/", ORGANISATIONS, HEIGHT_SCRIPT, OEMBED)
# What browsers send with a question once a script sets it; Cache-Control by "empty cache and reload", X-Requested-With by older libraries.
MAY_BE_SENT = ("Cache-Control", "Content-Type", "If-Modified-Since", "If-None-Match", "Range", "X-Requested-With")
OPEN = {
    "Access-Control-Allow-Origin": "*",
    "Access-Control-Allow-Methods": "GET, HEAD, OPTIONS",
    "Access-Control-Allow-Headers": ", ".join(MAY_BE_SENT),
    "Access-Control-Expose-Headers": "ETag, Content-Disposition",
    "Access-Control-Max-Age": "86400",  # seconds for which a browser asks no more; some keep it for two hours at most
}
SERVER = "danmarkskort"  # instead of the name of the software that serves it


FOR_ALL = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "strict-origin-when-cross-origin",
    "Permissions-Policy": "camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()",
    "Server": SERVER,
}
HSTS = "Strict-Transport-Security"


def register_headers(
    server: Flask, framed: Collection[str], hosts: str = DEFAULT_HOSTS, inline: Collection[str] = (), *, with_hsts: bool = False
) -> None:
    """Add headers to every answer of the server.

    Args:
        server: the app's.
        framed: addresses that may be framed.
        hosts: by whom: sources as in the directive frame-ancestors of the Content Security Policy.
        inline: every script that stands in a page.
        with_hsts: whether browsers are to ask for https alone, for a year.
    """
    policy = Policy(inline)
    lasting = FOR_ALL | ({HSTS: f"max-age={YEAR}"} if with_hsts else {})

    def add(response: Response) -> Response:
        is_framed = request.path in framed
        response.headers["Content-Security-Policy"] = policy.write(response.mimetype, hosts if is_framed else NOBODY)
        response.headers.update(lasting)
        if is_framed:
            response.headers["X-Robots-Tag"] = "noindex"
        if request.path == API or request.path.startswith(FOR_EVERY_ORIGIN):
            response.headers.update(OPEN)
        _cache_asset(response)
        return response

    server.after_request(add)


def _cache_asset(response: Response) -> None:
    """Cache an asset for ever where its address has its digest; typefaces, whose addresses have none, for a month."""
    if response.status_code != HTTPStatus.OK or not request.path.startswith(f"{PATH}/"):
        return
    name = request.path.removeprefix(f"{PATH}/")
    if request.args.get(DIGEST_PARAMETER) and request.args[DIGEST_PARAMETER] == digest_asset(name):
        make_immutable(response)
    elif name.endswith(".woff2"):
        response.cache_control.no_cache = None
        response.cache_control.public, response.cache_control.max_age = True, MONTH


def make_immutable(response: Response) -> None:
    """Let an answer be cached for ever: what is at its address never changes."""
    response.cache_control.no_cache = None
    response.cache_control.public = True
    response.cache_control.max_age = YEAR
    response.cache_control.immutable = True
