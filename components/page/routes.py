"""The addresses of the pages that need no script, and of what search engines read."""

from functools import partial
from http import HTTPStatus

from flask import Flask, Response, redirect, request
from werkzeug.exceptions import NotFound
from werkzeug.wrappers import Response as AnyResponse

from components.address import pages
from components.address.edition import edition_query
from components.address.place import PREFIX, place_address
from components.atlas import Atlas
from components.page.accessibility_page import build_accessibility_page
from components.page.place_list import build_place_list
from components.page.place_page import build_place_page
from components.page.sitemap import write_robots, write_sitemap
from components.page.source_page import build_source_page
from components.server.caching import cacheable, counts_nothing
from components.server.kept.counting import count_edition
from components.server.lookup import choose_edition, find_place


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
            return _redirect_to(pages.PLACE_LIST + edition_query(figures), atlas)
        if key and key not in figures.registry.indicators:
            raise NotFound
        if key and key not in atlas.choices.indicators:  # for now: more kommuner may have it in the next edition
            return redirect(atlas.site.path(pages.PLACE_LIST + edition_query(figures)), HTTPStatus.FOUND)
        indicator = figures.registry[key or main]
        return _write(build_place_list(indicator, atlas, figures, atlas.site.seen_at(request.host_url), notice))

    def serve_place(written: str) -> AnyResponse:
        place = find_place(written, atlas.archive.newest.places)
        edition, notice = choose_edition(atlas.archive)
        figures = atlas.archive.public(edition)
        if request.path != place_address(place):
            return _redirect_to(place_address(place) + edition_query(figures), atlas)
        return _write(build_place_page(place.code, atlas, figures, atlas.site.seen_at(request.host_url), notice))

    keep = partial(cacheable, counts=count_edition(atlas.archive.editions))
    server.add_url_rule(pages.SOURCE_PAGE, "kilder", keep(serve_sources))
    server.add_url_rule(pages.PLACE_LIST, "kommuner", keep(serve_list))
    server.add_url_rule(f"{pages.PLACE_LIST}/<key>", "kommuner-med-tal", keep(serve_list))
    server.add_url_rule(f"{PREFIX}<path:written>", "kommune", keep(serve_place))
    _register_accessibility(server, atlas)
    _register_search_engine_files(server, atlas)


def _register_accessibility(server: Flask, atlas: Atlas) -> None:
    """The page about it, and the short address that leads to the statement, which a setting may move."""

    def serve_page() -> Response:
        return _write(build_accessibility_page(atlas.site.seen_at(request.host_url)))

    def serve_statement() -> AnyResponse:
        return redirect(atlas.site.statement or atlas.site.path(pages.ACCESSIBILITY), HTTPStatus.FOUND)

    server.add_url_rule(pages.ACCESSIBILITY, "tilgaengelighed", cacheable(serve_page, counts=counts_nothing))
    server.add_url_rule(pages.STATEMENT, "was", serve_statement)


def _register_search_engine_files(server: Flask, atlas: Atlas) -> None:
    def serve_sitemap() -> Response:
        return Response(write_sitemap(atlas, atlas.site.seen_at(request.host_url)), mimetype="application/xml")

    def serve_robots() -> Response:
        return Response(write_robots(atlas.site.seen_at(request.host_url)), mimetype="text/plain")

    server.add_url_rule("/sitemap.xml", "sitemap", cacheable(serve_sitemap, counts=counts_nothing))
    server.add_url_rule("/robots.txt", "robots", cacheable(serve_robots, counts=counts_nothing))


def _redirect_to(address: str, atlas: Atlas) -> AnyResponse:
    return redirect(atlas.site.path(address), HTTPStatus.MOVED_PERMANENTLY)


def _write(page: str) -> Response:
    return Response(page, mimetype="text/html")
