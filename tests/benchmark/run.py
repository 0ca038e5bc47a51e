"""The benchmark: the map against the tutorial-style app, both started here, in one browser, in one run.

CPU slowed four times, 4 Mbit/s, 75 ms latency, cold cache. Prints medians and their ratios; the machine's own speed
cancels out in the ratios only.
"""

import argparse
import statistics
from collections.abc import Callable
from dataclasses import dataclass

from playwright.sync_api import Browser, CDPSession, Page

from tests.browser import free_port, open_browser, script, serve

SLOWER = 4
BYTES_PER_SECOND = 4_000_000 / 8
LATENCY_MS = 75
LIMITS = {"map ready": 1 / 4, "click to panel": 1 / 2}
TRANSFER_LIMIT = 2.0e6


@dataclass(frozen=True)
class Subject:
    """An app to measure: its name, and the script of tests/js that tells when its panel is finished."""

    name: str
    panel_done: str


OURS = Subject("danmarkskortet", "our_panel_done.js")
TUTORIAL = Subject("tutorial app", "tutorial_panel_done.js")
TARGETS = (("0326", "Kalundborg"), ("0316", "Holbæk"), ("0630", "Vejle"))


@dataclass(frozen=True)
class Measurement:
    """Milliseconds from navigation to map and from click to panel, and bytes transferred on first load."""

    map_ready: float
    click: float
    transferred: float


def measure(browser: Browser, address: str, subject: Subject) -> Measurement:
    """One cold visit: wait for the map, then pick kommuner on it."""
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    page = context.new_page()
    session = context.new_cdp_session(page)
    received = _throttle(session)
    page.add_init_script(script("watch.js"))
    page.goto(address, wait_until="commit")
    page.wait_for_function("window.__seen && window.__seen.map", timeout=180_000)
    ready = float(page.evaluate("window.__seen.map"))
    page.wait_for_timeout(3000)
    transferred = received()
    clicks = [_click(page, subject, code, name) for code, name in TARGETS]
    context.close()
    return Measurement(ready, statistics.median(clicks), transferred)


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
    x, y = page.evaluate(script("find_point.js"), ["#kort", 0, code])
    page.mouse.move(x, y)
    page.wait_for_timeout(600)
    done = script(subject.panel_done)
    waiting = f"name => {{ delete window.__seen.panel; const done = {done}; window.__await('panel', () => done(name)); }}"
    page.evaluate(waiting, name)
    page.mouse.click(x, y)
    page.wait_for_function("window.__seen.panel", timeout=60_000)
    return float(page.evaluate("window.__seen.panel - window.__seen.click"))


def _median(measurements: list[Measurement]) -> Measurement:
    def middle(field: str) -> float:
        return float(statistics.median(getattr(each, field) for each in measurements))

    return Measurement(middle("map_ready"), middle("click"), middle("transferred"))


def main() -> int:
    """Measure both apps in turn and print the comparison; 1 when a limit is missed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=3)
    rounds = parser.parse_args().rounds
    ports = free_port(), free_port()
    ours, theirs = [], []
    with (
        serve("app.py", port=ports[0], PORT=str(ports[0])) as our_address,
        serve("-m", "tests.benchmark.tutorial_app", str(ports[1]), port=ports[1]) as their_address,
        open_browser() as browser,
    ):
        for _ in range(rounds):
            ours.append(measure(browser, our_address, OURS))
            theirs.append(measure(browser, their_address, TUTORIAL))
    return _report(_median(ours), _median(theirs))


def _report(ours: Measurement, theirs: Measurement) -> int:
    rows = [
        ("map ready", ours.map_ready, theirs.map_ready, "ms", LIMITS["map ready"]),
        ("click to panel", ours.click, theirs.click, "ms", LIMITS["click to panel"]),
        ("transferred", ours.transferred / 1e6, theirs.transferred / 1e6, "MB", None),
    ]
    print(f"{'':16}{OURS.name:>18}{TUTORIAL.name:>18}{'ratio':>9}  limit")
    missed = ours.transferred > TRANSFER_LIMIT
    for name, mine, other, unit, limit in rows:
        digits = 0 if unit == "ms" else 2
        said = f"at most {limit}" if limit else f"at most {TRANSFER_LIMIT / 1e6} MB"
        print(f"{name:16}{mine:15.{digits}f} {unit}{other:15.{digits}f} {unit}{mine / other:9.3f}  {said}")
        missed = missed or (limit is not None and mine / other > limit)
    return int(missed)


if __name__ == "__main__":
    raise SystemExit(main())
