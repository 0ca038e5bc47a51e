"""Visits to a page with a cold cache, and what a reader meets."""

import statistics
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from playwright.sync_api import Browser, CDPSession, Page, ViewportSize

from tests.benchmark.browser_side import measures as of
from tests.benchmark.browser_side.subject import KOMMUNER, PICKED, SCRIPTS, Subject
from tests.benchmark.browser_side.traffic import Traffic, slow_down
from tests.benchmark.measure import Measure
from tests.browser import script

WINDOW: ViewportSize = {"width": 1280, "height": 900}
PATIENCE = 240_000  # milliseconds
QUIET = 2.0  # seconds without a long task or a byte: the page has done what it does by itself
LOOK = 100  # milliseconds between two looks
REST = 500  # milliseconds that a hand rests on a kommune before it clicks
SHORTEST = 16.0  # milliseconds: shorter interactions are not reported by browsers
FEW = 3  # picks where only the click counts


@dataclass(frozen=True)
class Visit:
    """An open page, what it has received, and the way to its browser's instruments."""

    page: Page
    traffic: Traffic
    session: CDPSession
    subject: Subject

    def seen(self, name: str) -> float:
        """What watch.js has noted under this name."""
        return float(self.page.evaluate(f"window.__seen.{name}"))

    def wait_for(self, name: str) -> float:
        """The same, once it has been noted."""
        self.page.wait_for_function(f"window.__seen && window.__seen.{name}", timeout=PATIENCE)
        return self.seen(name)

    def rest(self) -> None:
        """Wait until the page is quiet.

        Raises:
            TimeoutError: it does not come to rest.
        """
        for _ in range(PATIENCE // LOOK):
            if self.traffic.still_for >= QUIET and self.page.evaluate("performance.now() - window.__seen.busy") >= QUIET * 1000:
                return
            self.page.wait_for_timeout(LOOK)
        raise TimeoutError(f"{self.subject.name} does not come to rest within {PATIENCE // 1000} s")


@contextmanager
def visit(browser: Browser, address: str, subject: Subject, *, is_slow: bool = True, with_hover: bool = False) -> Iterator[Visit]:
    """Open a page in a context of its own, until the block ends.

    Args:
        browser: the browser.
        address: of the server.
        subject: the page.
        is_slow: on a slow phone instead of this machine as it is.
        with_hover: move over the map as soon as it is seen, until it answers.
    """
    context = browser.new_context(viewport=WINDOW, bypass_csp=True)  # for what is waited for
    try:
        page = context.new_page()
        session = context.new_cdp_session(page)
        traffic = Traffic(session)
        if is_slow:
            slow_down(session)
        watch = (SCRIPTS / "watch.js").read_text(encoding="utf-8")
        page.add_init_script(f"{subject.write_wanted(with_hover=with_hover)}\n{watch}")
        page.goto(address + subject.path, wait_until="commit")
        yield Visit(page, traffic, session, subject)
    finally:
        context.close()


def measure_reading(open_page: Visit) -> dict[Measure, float]:
    """A visit that nobody touches until it is quiet, and then ten picks."""
    found = {of.SEEN: open_page.wait_for("map")}
    open_page.rest()
    found |= {of.BLOCKED: open_page.seen("blocked"), of.SHIFT: open_page.seen("shift"), of.LOADED: _count_needed(open_page)}
    if open_page.subject.panel_done:
        found |= {of.CLICK: statistics.median(pick(open_page, code) for code in PICKED)}
        open_page.rest()
        found |= {of.VISIT: _count_needed(open_page), of.NEXT_PAINT: _worst_interaction(open_page), of.HEAP: _heap(open_page)}
    return found if open_page.subject.is_peer else found | {of.GRAPHS: open_page.traffic.count_graphs()}


def _count_needed(open_page: Visit) -> float:
    """Kilobytes without what only our graphs need, which come by themselves; a peer needs all of its own."""
    apart = 0.0 if open_page.subject.is_peer else open_page.traffic.count_graphs()
    return open_page.traffic.count() - apart


def measure_usable(open_page: Visit) -> dict[Measure, float]:
    """A visit that ends when the map has answered a hover."""
    usable = open_page.wait_for("usable")
    return {of.USABLE: usable, of.UNTIL_USABLE: open_page.traffic.count()}


def measure_fast(open_page: Visit) -> dict[Measure, float]:
    """Clicks on a page that is quiet."""
    open_page.wait_for("map")
    open_page.rest()
    return {of.FAST_CLICK: statistics.median(pick(open_page, code) for code in PICKED[:FEW])}


def pick(open_page: Visit, code: str) -> float:
    """Move to a kommune, rest on it as a hand does, click; milliseconds from the click to the finished panel.

    Raises:
        RuntimeError: the kommune can't be seen.
    """
    page, subject = open_page.page, open_page.subject
    point = page.evaluate(f"() => {subject.write_point(code)}")
    if point is None:
        raise RuntimeError(f"{KOMMUNER[code]} can't be seen on the map of {subject.name}: nowhere to click")
    page.mouse.move(*point)
    page.wait_for_timeout(REST)
    done = script(subject.panel_done)
    waiting = f"name => {{ delete window.__seen.panel; const done = {done}; window.__await('panel', () => done(name)); }}"
    page.evaluate(waiting, KOMMUNER[code])
    page.mouse.click(*point)
    return open_page.wait_for("panel") - open_page.seen("click")


def _worst_interaction(open_page: Visit) -> float:
    return float(max([SHORTEST, *open_page.page.evaluate("Object.values(window.__seen.interactions)")]))


def _heap(open_page: Visit) -> float:
    """Megabytes of JavaScript that are still needed."""
    open_page.session.send("HeapProfiler.collectGarbage")
    return float(open_page.session.send("Runtime.getHeapUsage")["usedSize"]) / 1e6
