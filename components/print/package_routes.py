"""The address of the printed welcome package."""

from collections.abc import Callable
from datetime import date

from flask import Flask, Response, request
from werkzeug.exceptions import NotFound

from components.atlas import Atlas
from components.print.cache import Cache
from components.print.package import Packer
from components.print.package_request import PackageRequest, name_package, read_package_request
from components.print.sheet import build_sheet
from components.print.sheet_routes import serve_pdf
from components.print.typesetter import PACKAGE, Typesetter
from components.server.caching import cacheable
from components.server.turns import in_turn
from data.place import normalise_code

KEPT = 400_000  # bytes in each worker, some two packages; another is set in a third of a second


def register_welcome_package(server: Flask, atlas: Atlas, today: Callable[[], date] = date.today) -> None:
    """Add ``/velkomstpakke/<code>.pdf``, which takes udgave and maerkesager.

    Args:
        server: the app's server.
        atlas: what is printed.
        today: says which day it is; events before it are left out.

    Raises:
        TextError: a text of the package is not sound.
    """
    archive, cache = atlas.archive, Cache(KEPT)
    packer = Packer.load(archive.newest.places)

    def serve(code: str) -> Response:
        code = normalise_code(code)
        if code not in atlas.choices.kommuner:
            raise NotFound
        return print_one(code)

    def print_one(code: str) -> Response:
        asked, address, day = read_package_request(request.args, archive), atlas.site.whole("/"), today()
        pdf = cache.get((code, asked, address, day), lambda: make(code, asked, address, day))
        return serve_pdf(pdf, name_package(code, archive.figures(asked.edition), asked))

    def make(code: str, asked: PackageRequest, address: str, day: date) -> bytes:
        sheet = build_sheet(code, archive.public(asked.edition), atlas.drawing, address)
        with Typesetter(template=PACKAGE) as typesetter:
            return typesetter.set(sheet, packer.pack(code, day, with_opinions=asked.with_opinions))

    server.add_url_rule("/velkomstpakke/<code>.pdf", "velkomstpakke", cacheable(in_turn(serve), lambda: [today().isoformat()]))
