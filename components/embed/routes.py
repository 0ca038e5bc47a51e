"""The addresses of the frame for other pages, of the page that writes its code, and of its oEmbed description."""

from http import HTTPStatus
from urllib.parse import SplitResult, urlsplit

from flask import Flask, Response, request

from components.address import pages
from components.address.asset import read_asset
from components.address.embed_options import read_frame
from components.address.pages import HEIGHT_SCRIPT
from components.address.place import PREFIX, find_kommune
from components.address.site import Site
from components.address.view import from_query
from components.atlas import Atlas
from components.embed.builder import build_builder_page
from components.embed.oembed import describe_frame, find_size
from components.embed.page import build_embed, count_embed, embed_address
from components.embed.script import bundle_scripts
from components.screen.screen import build_place
from components.server.caching import cacheable, counts_nothing, write_json_answer
from components.server.problem import RequestError


def register_embed(server: Flask, atlas: Atlas) -> None:
    """Add the addresses to the app's server."""

    def serve_embed() -> Response:
        return Response(build_embed(atlas, request.query_string.decode(errors="replace")), mimetype="text/html")

    def serve_builder() -> Response:
        page = build_builder_page(atlas, request.query_string.decode(errors="replace"), atlas.site.seen_at(request.host_url))
        return Response(page, mimetype="text/html")

    def serve_oembed() -> Response:
        return write_json_answer(_describe(atlas, atlas.site.seen_at(request.host_url)))

    def serve_height_script() -> Response:
        return Response(read_asset("embed/host/height.js"), mimetype="text/javascript")

    def serve_frame_script() -> Response:
        return Response(bundle_scripts(), mimetype="text/javascript")

    server.add_url_rule(pages.EMBED, "indlejr", cacheable(serve_embed, counts=lambda query: count_embed(atlas, query)))
    server.add_url_rule(HEIGHT_SCRIPT, "indlejr-hoejde", cacheable(serve_height_script, counts=counts_nothing))
    server.add_url_rule(pages.FRAME_SCRIPT, "indlejr-ramme", cacheable(serve_frame_script, counts=counts_nothing))
    server.add_url_rule(pages.BUILDER, "indlejr-byg", cacheable(serve_builder))
    server.add_url_rule(pages.OEMBED, "oembed", cacheable(serve_oembed))


def _describe(atlas: Atlas, site: Site) -> dict[str, object]:
    """The answer to an oEmbed question.

    Raises:
        RequestError: the format is not JSON, a size is no number, or the address is none of ours.
    """
    if request.args.get("format", "json") != "json":
        raise RequestError(HTTPStatus.NOT_IMPLEMENTED, f"format={request.args['format']} laves ikke; skriv format=json.")
    query = _find_query(request.args.get("url", ""), atlas, site)
    view, _ = from_query(query, atlas.choices)
    figures = atlas.archive.public(view.udgave)
    frame, _ = read_frame(query, figures.registry)
    address = site.whole(embed_address(view, frame, atlas))
    size = find_size(frame, view, _read_size("maxwidth"), _read_size("maxheight"))
    return describe_frame(address, build_place(view, figures, atlas).heading, site, size)


def _find_query(asked: str, atlas: Atlas, site: Site) -> str:
    """The query string of the view that one of our pages shows."""
    parts = _split(asked)
    path = parts.path.removeprefix(site.base) or "/"
    is_ours = f"{parts.scheme}://{parts.netloc}" == site.origin and parts.path.startswith(site.base)
    if is_ours and path.rstrip("/") in {"", pages.EMBED}:
        return parts.query
    place = (
        find_kommune(path.removeprefix(PREFIX).rstrip("/"), atlas.archive.newest.places) if is_ours and path.startswith(PREFIX) else None
    )
    if place:
        return f"{parts.query}&kommune={place.code}"  # the last of two counts
    raise RequestError(HTTPStatus.NOT_FOUND, f"url={asked} er ikke en side, der kan indlejres; skriv en adresse på {site.whole('/')}.")


def _split(address: str) -> SplitResult:
    try:
        return urlsplit(address)
    except ValueError:  # "http://["
        return urlsplit("")


def _read_size(name: str) -> int | None:
    text = request.args.get(name)
    if text and not (text.isascii() and text.isdigit()):
        raise RequestError(HTTPStatus.BAD_REQUEST, f"{name}={text} er ikke et antal pixel; skriv et helt tal som 600.")
    return int(text[:6]) if text else None
