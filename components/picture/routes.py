"""The address of the map as a picture."""

import logging
from functools import lru_cache

from flask import Flask, Response, request
from werkzeug.exceptions import NotFound

from components.address.file_name import name_file
from components.address.view import View, from_query
from components.atlas import Atlas
from components.map.model import read_map
from components.picture.map import build_map_picture
from components.server.caching import keep
from components.svg.png import missing_fonts
from data.profile.figures import Figures

KEPT = 2  # of some 0.4 MB each
log = logging.getLogger(__name__)


def register_pictures(server: Flask, atlas: Atlas) -> None:
    """Add ``/kort/<key>.png``, which takes the page's own parameters kommune, sammenlign and udgave."""
    archive, choices = atlas.archive, atlas.choices
    if missing_fonts():
        log.warning("%s missing: no picture of the map can be made; run 'make assets'", ", ".join(missing_fonts()))

    @lru_cache(maxsize=KEPT)
    def picture(key: str, kommune: str | None, other: str | None, edition: str | None) -> bytes:
        figures = archive.figures(edition)
        return build_map_picture(figures.registry[key], figures, atlas.borders, atlas.drawing, kommune, other)

    def serve_picture(key: str) -> Response:
        if key not in choices.indicators:
            raise NotFound
        view, _ = from_query(request.query_string.decode(errors="replace"), choices)
        response = Response(picture(key, view.kommune, view.sammenlign, view.udgave), mimetype="image/png")
        response.headers.set("Content-Disposition", "inline", filename=_name_file(key, view, archive.figures(view.udgave)))
        return keep(response)

    server.add_url_rule("/kort/<key>.png", "kortbillede", serve_picture)


def _name_file(key: str, view: View, figures: Figures) -> str:
    """What a reader finds in the download folder: "almene-boliger_almene-andel_2026_kalundborg_udgave-2025.png"."""
    places = [figures.places[code].name for code in (view.kommune, view.sammenlign) if code]
    return name_file([key, read_map(figures.registry[key], figures).period, *places], figures, "png")
