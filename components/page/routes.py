"""The addresses of the pages that need no script, of their preview pictures, and of what search engines read."""

from functools import lru_cache
from http import HTTPStatus

from flask import Flask, Response, redirect, request
from werkzeug.exceptions import NotFound
from werkzeug.wrappers import Response as AnyResponse

from components.address.place import PREFIX, find_kommune, place_address
from components.atlas import Atlas
from components.page.place_list import build_place_list
from components.page.place_page import build_place_page
from components.page.sitemap import write_robots, write_sitemap
from components.page.source_page import build_source_page
from components.panel.news import edition_query
from components.picture.preview import build_preview
from components.server.caching import choose_edition, find_edition, keep
from components.server.memory import return_memory
from components.wording import texts
from data.place import COUNTRY, Place

KEPT_PREVIEWS = 2  # of some 0.2 MB each


def register_pages(server: Flask, atlas: Atlas) -> None:
    """Add the pages to the app's server."""

    def serve_sources() -> Response:
        edition, notice = choose_edition(atlas.archive)
        return _write(build_source_page(atlas.archive.figures(edition), atlas, atlas.site.seen_at(request.host_url), notice))

    def serve_list(key: str = "") -> AnyResponse:
        edition, notice = choose_edition(atlas.archive)
        figures = atlas.archive.public(edition)
        main = atlas.choices.indicators[0]
        if key == main:
            return _lead_to(texts.PLACE_LIST + edition_query(figures), atlas)
        if key and key not in atlas.choices.indicators:
            raise NotFound
        indicator = figures.registry[key or main]
        return _write(build_place_list(indicator, atlas, figures, atlas.site.seen_at(request.host_url), notice))

    def serve_place(written: str) -> AnyResponse:
        place = _find(written, atlas)
        edition, notice = choose_edition(atlas.archive)
        figures = atlas.archive.public(edition)
        if request.path != place_address(place):
            return _lead_to(place_address(place) + edition_query(figures), atlas)
        return _write(build_place_page(place.code, atlas, figures, atlas.site.seen_at(request.host_url), notice))

    server.add_url_rule(texts.SOURCE_PAGE, "kilder", serve_sources)
    server.add_url_rule(texts.PLACE_LIST, "kommuner", serve_list)
    server.add_url_rule(f"{texts.PLACE_LIST}/<key>", "kommuner-med-tal", serve_list)
    server.add_url_rule(f"{PREFIX}<path:written>", "kommune", serve_place)
    _register_previews(server, atlas)
    _register_finding(server, atlas)


def _register_previews(server: Flask, atlas: Atlas) -> None:
    @lru_cache(maxsize=KEPT_PREVIEWS)
    def preview(code: str, edition: str | None) -> bytes:
        return build_preview(code, atlas.archive.public(edition), atlas.borders, atlas.drawing)

    def serve_preview(written: str) -> Response:
        response = Response(preview(_find(written, atlas).code, find_edition(atlas.archive)), mimetype="image/png")
        response.call_on_close(return_memory)
        return keep(response)

    def serve_country_preview() -> Response:
        return keep(Response(preview(COUNTRY, find_edition(atlas.archive)), mimetype="image/png"))

    server.add_url_rule(f"{PREFIX}<written>.png", "kommunens-billede", serve_preview)
    server.add_url_rule(texts.COUNTRY_PREVIEW, "landets-billede", serve_country_preview)


def _register_finding(server: Flask, atlas: Atlas) -> None:
    def serve_sitemap() -> Response:
        return keep(Response(write_sitemap(atlas, atlas.site.seen_at(request.host_url)), mimetype="application/xml"))

    def serve_robots() -> Response:
        return keep(Response(write_robots(atlas.site.seen_at(request.host_url)), mimetype="text/plain"))

    server.add_url_rule("/sitemap.xml", "sitemap", serve_sitemap)
    server.add_url_rule("/robots.txt", "robots", serve_robots)


def _find(written: str, atlas: Atlas) -> Place:
    place = find_kommune(written.rstrip("/"), atlas.archive.newest.places)
    if place is None:
        raise NotFound
    return place


def _lead_to(address: str, atlas: Atlas) -> AnyResponse:
    return redirect(atlas.site.path(address), HTTPStatus.MOVED_PERMANENTLY)


def _write(page: str) -> Response:
    return keep(Response(page, mimetype="text/html"))
