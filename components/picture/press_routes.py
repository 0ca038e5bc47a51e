"""The addresses of the press pictures."""

import logging
from functools import lru_cache

from flask import Flask, Response
from werkzeug.exceptions import NotFound

from components.address.file_name import name_file
from components.atlas import Atlas
from components.picture.press import build_press_picture
from components.picture.press_layout import Form
from components.server.caching import find_edition, keep
from components.svg.png import missing_fonts

KEPT = 3  # of some 0.2 MB each
log = logging.getLogger(__name__)


def register_press(server: Flask, atlas: Atlas) -> None:
    """Add ``/presse/<kommunekode>-<form>.png``, which takes the parameter udgave.

    A picture leaves the page: example figures are in it only where they are switched on for files as well.
    """
    if missing_fonts():
        log.warning("%s missing: no press picture can be made; run 'make assets'", ", ".join(missing_fonts()))

    @lru_cache(maxsize=KEPT)
    def picture(code: str, form: Form, edition: str | None) -> bytes:
        return build_press_picture(code, form, atlas.archive.public(edition), atlas.borders, atlas.drawing)

    def serve_picture(code: str, form: str) -> Response:
        if code not in atlas.choices.kommuner or form not in list(Form):
            raise NotFound
        edition = find_edition(atlas.archive)
        response = Response(picture(code, Form(form), edition), mimetype="image/png")
        figures = atlas.archive.public(edition)
        name = name_file([figures.places[code].name, form], figures, "png")
        response.headers.set("Content-Disposition", "inline", filename=name)
        return keep(response)

    server.add_url_rule("/presse/<code>-<form>.png", "pressebillede", serve_picture)
