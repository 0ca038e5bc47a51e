"""What is measured of a page in the browser, and what must hold."""

from tests.benchmark.limit import Limit
from tests.benchmark.measure import Measure

SEEN = Measure("coloured map first seen", "ms")
USABLE = Measure("map usable: a hover answers", "ms")
BLOCKED = Measure("total blocking time", "ms")
CLICK = Measure("click to panel", "ms")
NEXT_PAINT = Measure("interaction to next paint, worst of ten picks", "ms")
HEAP = Measure("heap after ten picks", "MB", 1)
LOADED = Measure("first load", "kB", 1)
GRAPHS = Measure("plotly, Dash and their borders, beside these", "kB", 1)
UNTIL_USABLE = Measure("all that had come when the map was usable", "kB", 1)
VISIT = Measure("first load and ten picks", "kB", 1)
SHIFT = Measure("layout shift", "", 3)
FAST_CLICK = Measure("click to panel, nothing slowed", "ms")

TOLD = (SEEN, USABLE, BLOCKED, CLICK, FAST_CLICK, NEXT_PAINT, HEAP, UNTIL_USABLE, LOADED, VISIT, GRAPHS, SHIFT)  # in the table's order

TUTORIAL, LEAFLET = "tutorial app", "Leaflet"
DASHBOARD, FRAME, PLAIN = "dashboard", "frame", "plain page"
OURS = (DASHBOARD, FRAME, PLAIN)
USED = (DASHBOARD, FRAME)  # pages with a map that answers

LIMITS = (
    *(Limit(page, measure, 1 / 25, of=TUTORIAL) for page in USED for measure in (SEEN, USABLE)),
    *(Limit(page, measure, 0.7, of=LEAFLET) for page in USED for measure in (SEEN, USABLE)),
    *(Limit(page, CLICK, bound, of=peer) for page in USED for peer, bound in ((TUTORIAL, 1 / 3), (LEAFLET, 1.0))),
    *(Limit(page, FAST_CLICK, 50) for page in USED),
    Limit(DASHBOARD, BLOCKED, 300),
    Limit(FRAME, BLOCKED, 100),
    Limit(DASHBOARD, LOADED, 155),
    Limit(FRAME, LOADED, 75),
    Limit(PLAIN, LOADED, 112),
    *(Limit(page, SHIFT, 0.05) for page in OURS),
)
