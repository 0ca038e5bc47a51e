"""The addresses of the printed kommuneark: one kommune's, a pair's, and all of them in one file."""

import logging
from collections.abc import Iterator

from flask import Flask, Response, request
from werkzeug.exceptions import NotFound

from components.atlas import Atlas
from components.print.cache import Cache
from components.print.sheet import build_sheet
from components.print.sheet_request import SheetRequest, name_collection, name_sheet, read_sheet_request
from components.print.typesetter import Typesetter, missing_typefaces
from components.print.zip_stream import stream_zip
from components.server.caching import FRESH, cacheable
from components.server.turns import Turns, in_turn
from data.place import normalise_code
from data.welcome.story import load_story

AT_ONCE = 2  # whole collections in the making, of a worker's threads
log = logging.getLogger(__name__)


def register_kommuneark(server: Flask, atlas: Atlas) -> None:
    """Add ``/kommuneark/<code>.pdf``, which takes sammenlign, sider and udgave, and ``/kommuneark/alle.zip``.

    What is printed are the figures that may leave the page; their address is the one that the settings name.

    Raises:
        ProblemsError: the story that is printed is not sound; it is read anew for every sheet.
    """
    load_story(atlas.archive.newest.registry)
    printer = SheetPrinter(atlas)
    if missing := missing_typefaces():
        log.warning("%s missing: neither kommuneark nor velkomstpakke can be printed; run 'make assets'", ", ".join(missing))

    def serve_one(code: str) -> Response:
        code = normalise_code(code)
        if code not in atlas.choices.kommuner:
            raise NotFound
        return printer.print_one(code)

    server.add_url_rule("/kommuneark/<code>.pdf", "kommuneark", cacheable(in_turn(serve_one)))
    server.add_url_rule("/kommuneark/alle.zip", "kommuneark_alle", printer.print_all)


def serve_pdf(pdf: bytes, name: str) -> Response:
    """A PDF that opens in the browser and has a name when it is saved."""
    response = Response(pdf, mimetype="application/pdf")
    response.headers.set("Content-Disposition", "inline", filename=name)
    return response


class SheetPrinter:
    """Prints what is asked for. Typst works in a process of its own for each answer: it takes the memory of a worker, and gives it back."""

    def __init__(self, atlas: Atlas) -> None:
        """Keep what is printed from."""
        self._atlas, self._archive = atlas, atlas.archive
        self._cache, self._turns = Cache(), Turns(AT_ONCE)

    def _address(self) -> str:
        """The page's, with its slash. Only what the settings say comes to stand on paper, never what the server happens to be asked at."""
        return self._atlas.site.whole("/")

    def print_one(self, code: str) -> Response:
        """A kommuneark, or a pair's.

        Raises:
            NotFound, RequestError: the address asks for something else.
        """
        asked, address = read_sheet_request(request.args, code, self._archive), self._address()

        def make() -> bytes:
            with Typesetter() as typesetter:
                return self._set(code, asked, address, typesetter)

        return serve_pdf(self._cache.get((code, asked, address), make), name_sheet(code, self._archive.figures(asked.edition), asked))

    def print_all(self) -> Response:
        """Every kommune's, in one file that is sent while it is made.

        Raises:
            NotFound, RequestError: the address asks for something else.
            ServiceUnavailable: as many are being sent already as may be at once.
        """
        asked = read_sheet_request(request.args, None, self._archive)
        response = self._turns.take(Response(stream_zip(self._set_all(asked, self._address())), mimetype="application/zip"))
        response.headers.set("Content-Disposition", "attachment", filename=name_collection(self._archive.figures(asked.edition)))
        response.cache_control.public, response.cache_control.max_age = True, FRESH
        return response

    def _set_all(self, asked: SheetRequest, address: str) -> Iterator[tuple[str, bytes]]:
        figures = self._archive.figures(asked.edition)
        with Typesetter() as typesetter:
            for place in figures.kommuner:
                yield name_sheet(place.code, figures, asked), self._set(place.code, asked, address, typesetter)

    def _set(self, code: str, asked: SheetRequest, address: str, typesetter: Typesetter) -> bytes:
        sheet = build_sheet(code, self._archive.public(asked.edition), self._atlas.drawing, address, asked.other, asked.pages)
        return typesetter.set(sheet)
