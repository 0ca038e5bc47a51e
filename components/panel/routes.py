"""The addresses that give finished pieces: panels, comparisons, map layers, tiles, borders, and which kommuner each organisation is in."""

from functools import lru_cache, partial

from flask import Flask, Response
from werkzeug.exceptions import NotFound

from components.address import pages
from components.address.asset import borders_address
from components.address.view import View, link
from components.atlas import Atlas
from components.map.model import build_map_model
from components.markup.links import write_view_links
from components.markup.render import LinkWriter, write_piece
from components.panel.comparison import build_comparison
from components.panel.layer import build_map_layer
from components.panel.panel import build_panel
from components.panel.piece import MapLayer, PlacePiece, with_json_names
from components.panel.tiles import build_tiles
from components.server.caching import cacheable, counts_nothing, write_json_answer
from components.server.headers import make_immutable
from components.server.kept.counting import count_edition
from components.server.lookup import find_edition
from data.profile.figures import Figures

KEPT_COMPARISONS = 4  # of 98 * 103 pairs, 60 kB each; finished answers are kept packed (components/server/kept)
# Panels, and as many layers, of 25 kB each; another is built in 10 ms. Kept as bytes: the text has arrows in it, which double its size.
KEPT_PIECES = 10


def register_pieces(server: Flask, atlas: Atlas) -> None:
    """Add panels, comparisons, map layers and borders to the app's server."""
    _register_panels(server, atlas)
    _register_layers(server, atlas)
    _register_tiles(server, atlas)
    _register_organisations(server, atlas)
    _register_borders(server, atlas)


def _register_panels(server: Flask, atlas: Atlas) -> None:
    archive, links = atlas.archive, write_view_links(atlas.site)

    @lru_cache(maxsize=KEPT_PIECES)
    def panel(code: str, edition: str | None) -> bytes:
        figures, news = archive.figures(edition), archive.news(edition)
        piece = build_panel(code, figures, news, atlas.offer)
        return _write(piece, figures, links)

    @lru_cache(maxsize=KEPT_COMPARISONS)
    def comparison(code: str, other: str, edition: str | None) -> bytes:
        figures = archive.figures(edition)
        return _write(build_comparison(code, other, figures, atlas.offer), figures, links)

    def serve_panel(code: str) -> Response:
        edition = find_edition(archive)
        return _answer(panel(code, edition)) if code in archive.figures(edition).places else _refuse()

    def serve_comparison(code: str, other: str) -> Response:
        edition = find_edition(archive)
        known = code in atlas.choices.kommuner and other in archive.figures(edition).places and code != other
        return _answer(comparison(code, other, edition)) if known else _refuse()

    keep = partial(cacheable, counts=count_edition(archive.editions))
    server.add_url_rule("/panel/<code>.json", "panel", keep(serve_panel))
    server.add_url_rule("/sammenligning/<code>-<other>.json", "sammenligning", keep(serve_comparison))


def _register_layers(server: Flask, atlas: Atlas) -> None:
    archive, links = atlas.archive, write_view_links(atlas.site)

    @lru_cache(maxsize=KEPT_PIECES)
    def layer(key: str, edition: str | None) -> bytes:
        figures = archive.figures(edition)
        return _write(build_map_layer(figures.registry[key], figures, atlas.borders), figures, links)

    def serve_layer(key: str) -> Response:
        return _answer(layer(key, find_edition(archive))) if key in atlas.choices.indicators else _refuse()

    server.add_url_rule("/kort/<key>.json", "kort", cacheable(serve_layer, counts=count_edition(archive.editions)))


def _register_tiles(server: Flask, atlas: Atlas) -> None:
    def serve_tiles() -> Response:
        figures, key = atlas.archive.figures(find_edition(atlas.archive)), atlas.choices.indicators[0]
        model = build_map_model(figures.registry[key], figures)
        tiles = build_tiles(model, View(None, None, key), atlas.tiling, lambda code: link(kommune=code))
        return _answer(write_piece({"fliser": tiles} | _name_edition(figures)).encode())

    server.add_url_rule(pages.TILES, "fliser", cacheable(serve_tiles, counts=count_edition(atlas.archive.editions)))


def _register_organisations(server: Flask, atlas: Atlas) -> None:
    def serve_organisations() -> Response:
        organisations = atlas.archive.figures(find_edition(atlas.archive)).organisations
        return write_json_answer(list(organisations.by_name().items()) if organisations else [])

    server.add_url_rule(
        pages.ORGANISATIONS, "boligorganisationer", cacheable(serve_organisations, counts=count_edition(atlas.archive.editions))
    )


def _answer(piece: bytes) -> Response:
    return Response(piece, mimetype="application/json")


def _write(piece: PlacePiece | MapLayer, figures: Figures, links: LinkWriter) -> bytes:
    return write_piece(with_json_names(piece) | _name_edition(figures), links).encode()


def _name_edition(figures: Figures) -> dict[str, str]:
    """The edition that a piece is of, by which a page knows that it is of another itself (assets/panel/pieces.js)."""
    return {"fra": figures.edition.name} if figures.edition else {}


def _refuse() -> Response:
    raise NotFound


def _register_borders(server: Flask, atlas: Atlas) -> None:
    def serve_borders() -> Response:
        response = Response(atlas.borders.content, mimetype="application/geo+json")
        make_immutable(response)
        return response

    server.add_url_rule(borders_address(atlas.borders), "graenser", cacheable(serve_borders, counts=counts_nothing))
