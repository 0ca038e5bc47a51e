"""The addresses of the pictures: the map, the previews of shared pages, and press pictures."""

import logging
from functools import lru_cache

from flask import Flask, Response, request
from werkzeug.exceptions import NotFound

from components.address import pages
from components.address.file_name import name_file
from components.address.place import PREFIX
from components.address.press import AspectRatio
from components.address.view import View, from_query
from components.atlas import Atlas
from components.picture.map import build_map_picture
from components.picture.press import build_press_picture
from components.picture.preview import build_preview
from components.server.caching import cacheable
from components.server.lookup import find_edition, find_place
from components.server.turns import in_turn
from components.svg.png import missing_fonts
from data.place import COUNTRY
from data.profile.figures import Figures

KEPT_MAPS = 2  # of some 0.4 MB each
KEPT_PREVIEWS = 2  # of some 0.2 MB each
KEPT_PRESS_PICTURES = 3  # of some 0.3 MB each
log = logging.getLogger(__name__)


def register_pictures(server: Flask, atlas: Atlas) -> None:
    """Add ``/kort/<key>.png``, the preview of each page, and ``/presse/<kommunekode>-<aspect>.png``."""
    if missing_fonts():
        log.warning("%s missing: no picture can be made; run 'make assets'", ", ".join(missing_fonts()))
    _register_maps(server, atlas)
    _register_previews(server, atlas)
    _register_press_pictures(server, atlas)


def _register_maps(server: Flask, atlas: Atlas) -> None:
    """The map as a picture, which takes the page's own parameters kommune, sammenlign and udgave."""
    archive, choices = atlas.archive, atlas.choices

    @lru_cache(maxsize=KEPT_MAPS)
    def picture(key: str, kommune: str | None, other: str | None, edition: str | None) -> bytes:
        figures = archive.figures(edition)
        return build_map_picture(figures.registry[key], figures, atlas.borders, atlas.drawing, kommune, other)

    def serve_picture(key: str) -> Response:
        if key not in choices.indicators:
            raise NotFound
        view, _ = from_query(request.query_string.decode(errors="replace"), choices)
        response = Response(picture(key, view.kommune, view.sammenlign, view.udgave), mimetype="image/png")
        response.headers.set("Content-Disposition", "inline", filename=_name_map(key, view, archive.figures(view.udgave)))
        return response

    server.add_url_rule("/kort/<key>.png", "kortbillede", cacheable(in_turn(serve_picture)))


def _name_map(key: str, view: View, figures: Figures) -> str:
    """What a reader finds in the download folder: "almene-boliger_almene-andel_2026_kalundborg_udgave-2025.png"."""
    places = [figures.places[code].name for code in (view.kommune, view.sammenlign) if code]
    return name_file([key, figures.period(figures.registry[key]), *places], figures, "png")


def _register_previews(server: Flask, atlas: Atlas) -> None:
    @lru_cache(maxsize=KEPT_PREVIEWS)
    def preview(code: str, edition: str | None) -> bytes:
        return build_preview(code, atlas.archive.public(edition), atlas.borders, atlas.drawing)

    def serve_preview(written: str) -> Response:
        place = find_place(written, atlas.archive.newest.places)
        return Response(preview(place.code, find_edition(atlas.archive)), mimetype="image/png")

    def serve_country_preview() -> Response:
        return Response(preview(COUNTRY, find_edition(atlas.archive)), mimetype="image/png")

    server.add_url_rule(f"{PREFIX}<written>.png", "kommunens-billede", cacheable(in_turn(serve_preview)))
    server.add_url_rule(pages.COUNTRY_PREVIEW, "landets-billede", cacheable(in_turn(serve_country_preview)))


def _register_press_pictures(server: Flask, atlas: Atlas) -> None:
    """Press pictures, which take the parameter udgave.

    They leave the page: example figures are in them only where they are switched on for files as well.
    """

    @lru_cache(maxsize=KEPT_PRESS_PICTURES)
    def picture(code: str, aspect: AspectRatio, edition: str | None) -> bytes:
        return build_press_picture(code, aspect, atlas.archive.public(edition), atlas.borders, atlas.drawing)

    def serve_picture(code: str, aspect: str) -> Response:
        if code not in atlas.choices.kommuner or aspect not in list(AspectRatio):
            raise NotFound
        edition = find_edition(atlas.archive)
        response = Response(picture(code, AspectRatio(aspect), edition), mimetype="image/png")
        figures = atlas.archive.public(edition)
        name = name_file([figures.places[code].name, aspect], figures, "png")
        response.headers.set("Content-Disposition", "inline", filename=name)
        return response

    server.add_url_rule("/presse/<code>-<aspect>.png", "pressebillede", cacheable(in_turn(serve_picture)))
