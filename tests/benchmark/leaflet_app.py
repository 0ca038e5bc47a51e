"""Our map as a competent developer would write it with Leaflet 1.9: the benchmark's second yardstick.

The same borders, colours, hover texts and figures as ours, and a panel of the same figures that a click fetches as finished HTML. All in
its favour where one could choose: no tile layer (nothing may load from another host), no typefaces, no drawings in the panel, borders
preloaded, and served as ours is, by granian, packed once by brotli or gzip and kept. What lies in the folder ``leaflet`` is its page.
"""

import gzip
import json
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from html import escape
from pathlib import Path

import brotli
from flask import Flask, Response, abort, request

from components.map.model import MapModel, build_map_model
from components.map.svg import choose_fill
from components.theme import MISSING
from components.wording.formats import format_reading, name_figure
from components.wording.source import name_source
from components.wording.standing import describe_standing, name_as_heading
from data.profile.archive import Archive
from data.profile.figures import Figures
from data.profile.profile import Entry, KommuneProfile
from geodata.borders import Borders

OWN = Path(__file__).parent / "leaflet"
LEAFLET = Path(sys.prefix) / "peers" / "node_modules" / "leaflet" / "dist"
FACTORY = "tests.benchmark.leaflet_app:create_server"
KINDS = {"html": "text/html", "js": "text/javascript", "css": "text/css", "geojson": "application/geo+json"}


@dataclass(frozen=True)
class Packed:
    """A finished answer in the codings that browsers take."""

    kind: str
    codings: dict[str, bytes]

    @classmethod
    def pack(cls, name: str, text: str) -> "Packed":
        """Pack what lies at an address; its ending says what it is."""
        raw = text.encode()
        return cls(KINDS[name.rpartition(".")[2]], {"br": brotli.compress(raw), "gzip": gzip.compress(raw, 9, mtime=0), "identity": raw})


def create_server() -> Flask:
    """The server, with every answer made and packed before the first request.

    Raises:
        FileNotFoundError: Leaflet is not there; ``make bench`` fetches it.
    """
    answers = {name: Packed.pack(name, text) for name, text in list_answers()}
    server = Flask(__name__, static_folder=None)

    @server.get("/", defaults={"name": "index.html"})
    @server.get("/<path:name>")
    def serve(name: str) -> Response:
        packed = answers.get(name) or abort(404)
        coding = next(each for each in packed.codings if each == "identity" or each in request.headers.get("Accept-Encoding", ""))
        response = Response(packed.codings[coding], mimetype=packed.kind)
        response.headers.update({"Content-Encoding": coding, "Vary": "Accept-Encoding", "Cache-Control": "public, max-age=300"})
        return response

    return server


def list_answers() -> Iterator[tuple[str, str]]:
    """Every address with its text."""
    figures = Archive(with_examples=False, only_newest=True).newest
    model, borders = build_map_model(figures.registry.main, figures), Borders.load()
    for path in (LEAFLET / "leaflet.js", LEAFLET / "leaflet.css", OWN / "map.js", OWN / "map.css"):
        yield path.name, path.read_text(encoding="utf-8")
    yield "kommuner.geojson", borders.content.decode()
    yield "index.html", write_page(model, model.source_line(figures.source(model.indicator), borders).text)
    for place in figures.kommuner:
        yield f"panel/{place.code}.html", write_panel(figures.profile(place.code), figures)


def write_page(model: MapModel, source: str) -> str:
    """The page, with colour and hover text of every kommune in it."""
    shown = {code: [_fill(model, code), "<br>".join(map(escape, model.hover_card(code)))] for code in model.entries}
    legend = "".join(f'<li><i style="background:{row.colour or MISSING}"></i>{escape(row.text)}</li>' for row in model.legend())
    written = json.dumps(shown, ensure_ascii=False, separators=(",", ":")).replace("</", "<\\/")
    words = {"title": escape(model.title), "subtitle": escape(model.subtitle), "source": escape(source)}
    return (OWN / "index.html").read_text(encoding="utf-8").format(**words, legend=legend, figures=written)


def _fill(model: MapModel, code: str) -> str:
    number = model.class_of(code)
    return choose_fill(number) if number >= 0 else MISSING


def write_panel(profile: KommuneProfile, figures: Figures) -> str:
    """What a click on a kommune shows: every figure that our panel has, with period, rank, the country's and its source."""
    registry = figures.registry
    sections = []
    for panel in registry.panels.values():
        known = [e for group in registry.groups_of(panel.key) for e in profile.in_group(group) if e.reading.value is not None]
        if known:
            sections.append(f"<h3>{escape(panel.title)}</h3><dl>{''.join(_write_figure(entry, figures) for entry in known)}</dl>")
    return f"<h2>{escape(name_as_heading(profile))}</h2>{''.join(sections)}"


def _write_figure(entry: Entry, figures: Figures) -> str:
    name, value = name_figure(entry.indicator), format_reading(entry.reading, entry.indicator)
    told = f"{describe_standing(entry)} · {name_source(figures.registry.sources[entry.reading.source])}"
    return f"<dt>{escape(name)}</dt><dd><b>{escape(value)}</b><br><small>{escape(told)}</small></dd>"
