"""The pages that are measured, and how a script finds its way on each."""

from dataclasses import dataclass
from pathlib import Path

from data.place import PlaceKind
from data.place_table import load_places
from geodata.drawing import Drawing
from tests.benchmark.browser_side.measures import DASHBOARD, FRAME, LEAFLET, PLAIN, TUTORIAL
from tests.browser import script
from tests.days import TODAY

SCRIPTS = Path(__file__).parents[1] / "js"
PICKED = ("0326", "0316", "0630", "0791", "0760", "0657", "0851", "0461", "0860", "0573")  # ten large kommuner, all over the country
KOMMUNER = {code: place.name for code, place in load_places(TODAY).items() if place.kind is PlaceKind.KOMMUNE}
DRAWN = "svg.tegning a[data-kode] path"
DRAWN_AREAS = sum(len(part.areas) for part in Drawing.load().parts)  # kommuner, and those that an inset shows again


@dataclass(frozen=True)
class Subject:
    """A page to measure.

    Attributes:
        name: as the tables have it.
        path: its address.
        areas: selector of the kommuner on its map.
        count: how many of them the whole map has.
        area: selector of one kommune, with "{code}" in it; empty for the tutorial app, whose plotly hits none of its own paths.
        card: selector of what a hover shows; empty for a page that answers none.
        panel_done: name of a script of tests/js that tells when a panel is finished; empty for a page without clicks.
        is_peer: whether it is none of ours: it needs all that it loads for its map.
    """

    name: str
    path: str
    areas: str
    count: int
    area: str
    card: str = ""
    panel_done: str = ""
    is_peer: bool = False

    def write_point(self, code: str) -> str:
        """A script that gives a point of the screen where the kommune is."""
        if not self.area:
            return f"({script('find_point.js')})(['#kort', 0, '{code}'])"
        finder = (SCRIPTS / "find_path.js").read_text(encoding="utf-8")
        return f"({finder})({self.area.format(code=code)!r})"

    def write_wanted(self, *, with_hover: bool) -> str:
        """A script that says what watch.js is to look for."""
        find, card = f"() => {self.write_point(PICKED[0])}", f"() => Boolean(document.querySelector({self.card!r}))"
        hover = f"{{ find: {find}, answered: {card} }}" if with_hover else "null"
        return f"window.__wanted = {{ areas: {self.areas!r}, count: {self.count}, hover: {hover} }};"


OUR_AREA = 'svg.tegning a[data-kode="{code}"] path'
OUR_CARD = ".peget-kort:not([hidden])"
SUBJECTS = (
    Subject(
        TUTORIAL,
        "/",
        "path.choroplethlocation[d]",
        len(KOMMUNER),
        "",
        "#kort .hoverlayer .hovertext",
        "tutorial_panel_done.js",
        is_peer=True,
    ),
    Subject(
        LEAFLET,
        "/",
        "#map path.leaflet-interactive",
        len(KOMMUNER),
        "#map path.kommune-{code}",
        ".leaflet-tooltip",
        "leaflet_panel_done.js",
        is_peer=True,
    ),
    Subject(DASHBOARD, "/", DRAWN, DRAWN_AREAS, OUR_AREA, OUR_CARD, "our_panel_done.js"),
    Subject(FRAME, "/indlejr", DRAWN, DRAWN_AREAS, OUR_AREA, OUR_CARD, "our_panel_done.js"),
    Subject(PLAIN, "/kommune/0326-kalundborg", DRAWN, DRAWN_AREAS, OUR_AREA),
)
