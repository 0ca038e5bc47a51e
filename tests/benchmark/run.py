"""The benchmark: the map against the tutorial-style app, both started here, in one browser, in one run.

Real figures only, as in production. CPU slowed four times, 4 Mbit/s, 75 ms latency, cold cache. Prints medians and their ratios; the
machine's own speed cancels out in the ratios only.
"""

import argparse
import statistics
from collections.abc import Callable, Iterator
from dataclasses import dataclass, fields

from playwright.sync_api import Browser, CDPSession, Page

from tests.browser import PRODUCTION, free_port, open_browser, script, serve

SLOWER = 4
BYTES_PER_SECOND = 4_000_000 / 8
LATENCY_MS = 75
TRANSFER_LIMITS = {"dashboard": 2.0e6, "embed": 75e3, "plain page": 60e3 + 52e3}  # the typefaces are 52 kB, and a frame has none
LIMITS = {
    ("dashboard", "map ready"): 1 / 4,
    ("dashboard", "click to panel"): 1 / 2,
    ("dashboard", "largest paint"): 1 / 8,
    ("embed", "map ready"): 1 / 20,
    ("embed", "click to panel"): 1 / 4,
}
SHIFT_LIMIT = 0.05
TARGETS = (("0326", "Kalundborg"), ("0316", "Holbæk"), ("0630", "Vejle"))


@dataclass(frozen=True)
class Subject:
    """A page to measure.

    Attributes:
        name: as the report has it.
        path: its address.
        areas: selector of the kommuner on its map.
        find_point: script of tests/js that finds where a kommune can be clicked.
        panel_done: script of tests/js that tells when the panel is finished; empty for a page without clicks.
    """

    name: str
    path: str
    areas: str
    find_point: str = "find_point.js"
    panel_done: str = ""


PLOTLY, DRAWN = "path.choroplethlocation[d]", "svg.tegning a[data-kode] path"
TUTORIAL = Subject("tutorial app", "/", PLOTLY, panel_done="tutorial_panel_done.js")
DASHBOARD = Subject("dashboard", "/", PLOTLY, panel_done="our_panel_done.js")
EMBED = Subject("embed", "/indlejr", DRAWN, "find_area.js", "our_panel_done.js")
PLAIN = Subject("plain page", "/kommune/0326-kalundborg", DRAWN)
OURS = (DASHBOARD, EMBED, PLAIN)


@dataclass(frozen=True)
class Measurement:
    """Milliseconds to the map, to the largest paint and from click to panel; bytes transferred on first load; layout shift."""

    map_ready: float
    largest: float
    click: float
    transferred: float
    shift: float


def measure(browser: Browser, address: str, subject: Subject) -> Measurement:
    """One cold visit: wait for the map, then pick kommuner on it."""
    context = browser.new_context(viewport={"width": 1280, "height": 900}, bypass_csp=True)  # for what is waited for
    page = context.new_page()
    received = _throttle(context.new_cdp_session(page))
    page.add_init_script(f"window.__map = {subject.areas!r};\n{script('watch.js')}")
    page.goto(address + subject.path, wait_until="commit")
    page.wait_for_function("window.__seen && window.__seen.map", timeout=180_000)
    ready = float(page.evaluate("window.__seen.map"))
    page.wait_for_timeout(3000)
    transferred = received()
    largest, shift = (float(page.evaluate(f"window.__seen.{name}")) for name in ("largest", "shift"))
    clicks = [_click(page, subject, code, name) for code, name in TARGETS] if subject.panel_done else [0.0]
    context.close()
    return Measurement(ready, largest, statistics.median(clicks), transferred, shift)


def _throttle(session: CDPSession) -> Callable[[], float]:
    sizes: list[float] = []
    session.send("Network.enable")
    session.on("Network.loadingFinished", lambda event: sizes.append(event["encodedDataLength"]))
    session.send(
        "Network.emulateNetworkConditions",
        {
            "offline": False,
            "latency": LATENCY_MS,
            "downloadThroughput": BYTES_PER_SECOND,
            "uploadThroughput": BYTES_PER_SECOND,
        },
    )
    session.send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
    return lambda: sum(sizes)


def _click(page: Page, subject: Subject, code: str, name: str) -> float:
    """Move to a kommune, rest on it as a hand does, click; milliseconds from the click to the finished panel."""
    x, y = page.evaluate(script(subject.find_point), ["#kort", 0, code])
    page.mouse.move(x, y)
    page.wait_for_timeout(600)
    done = script(subject.panel_done)
    waiting = f"name => {{ delete window.__seen.panel; const done = {done}; window.__await('panel', () => done(name)); }}"
    page.evaluate(waiting, name)
    page.mouse.click(x, y)
    page.wait_for_function("window.__seen.panel", timeout=60_000)
    return float(page.evaluate("window.__seen.panel - window.__seen.click"))


def _median(measurements: list[Measurement]) -> Measurement:
    return Measurement(*(float(statistics.median(getattr(each, field.name) for each in measurements)) for field in fields(Measurement)))


def main() -> int:
    """Measure all in turn and print the comparison; 1 when a limit is missed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=3)
    rounds = parser.parse_args().rounds
    ports = free_port(), free_port()
    found: dict[str, list[Measurement]] = {subject.name: [] for subject in (TUTORIAL, *OURS)}
    with (
        serve(*PRODUCTION, "--port", str(ports[0]), port=ports[0]) as our_address,
        serve("-m", "tests.benchmark.tutorial_app", str(ports[1]), port=ports[1]) as their_address,
        open_browser() as browser,
    ):
        for _ in range(rounds):
            found[TUTORIAL.name].append(measure(browser, their_address, TUTORIAL))
            for subject in OURS:
                found[subject.name].append(measure(browser, our_address, subject))
    return report({name: _median(measurements) for name, measurements in found.items()})


def report(found: dict[str, Measurement]) -> int:
    """Print what was measured; 1 when a limit is missed."""
    tutorial = found[TUTORIAL.name]
    print(f"{'':30}{'ours':>12}{TUTORIAL.name:>16}{'ratio':>9}  limit")
    missed = [not row for subject in OURS for row in _report_page(subject.name, found[subject.name], tutorial)]
    return int(any(missed))


def _report_page(name: str, own: Measurement, tutorial: Measurement) -> Iterator[bool]:
    """A line for each measurement; gives whether it is within its limit."""
    times = {"map ready": (own.map_ready, tutorial.map_ready), "largest paint": (own.largest, tutorial.largest)}
    times |= {"click to panel": (own.click, tutorial.click)} if own.click else {}
    for what, (mine, theirs) in times.items():
        limit = LIMITS.get((name, what))
        print(f"{name + ', ' + what:30}{mine:9.0f} ms{theirs:13.0f} ms{mine / theirs:9.3f}  {f'at most {limit}' if limit else ''}")
        yield limit is None or mine / theirs <= limit
    limit = TRANSFER_LIMITS[name]
    sizes = f"{own.transferred / 1e3:9.1f} kB{tutorial.transferred / 1e3:13.1f} kB"
    print(f"{name + ', transferred':30}{sizes}           at most {limit / 1e3:.0f} kB")
    yield own.transferred <= limit
    print(f"{name + ', layout shift':30}{own.shift:12.3f}{tutorial.shift:16.3f}{'':9}  at most {SHIFT_LIMIT}")
    yield own.shift <= SHIFT_LIMIT


if __name__ == "__main__":
    raise SystemExit(main())
