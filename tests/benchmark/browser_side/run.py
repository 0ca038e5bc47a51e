"""The browser's part of the benchmark: all pages by turns in one browser, so that their ratios cancel the machine out."""

from contextlib import ExitStack

from playwright.sync_api import Browser

from tests.benchmark import leaflet_app, tutorial_app
from tests.benchmark.browser_side.measures import LEAFLET, TUTORIAL
from tests.benchmark.browser_side.subject import SUBJECTS, Subject
from tests.benchmark.browser_side.visit import measure_fast, measure_reading, measure_usable, visit
from tests.benchmark.measure import Measure, Samples
from tests.benchmark.process import serve, serve_ours, serve_peer
from tests.browser import open_browser

PEERS = {TUTORIAL: ("-m", tutorial_app.__name__, "{port}"), LEAFLET: serve_peer(leaflet_app.FACTORY, workers=1)}


def measure_pages(samples: Samples, rounds: int) -> tuple[str, list[str]]:
    """Start every server and visit every page of it.

    Args:
        samples: where figures are noted.
        rounds: how often each page is visited; every other time in the opposite order.

    Returns:
        The browser's name and version, and a sentence where a peer is not what it usually is.
    """
    with ExitStack() as stack:
        ours = stack.enter_context(serve(*serve_ours(workers=1))).address
        peers = {name: stack.enter_context(serve(*command)).address for name, command in PEERS.items()}
        browser = stack.enter_context(open_browser())
        for turn in range(rounds):
            for subject in order(turn):
                address = peers.get(subject.name, ours)
                samples.add(subject.name, _measure_page(browser, address, subject))
        return f"Chromium {browser.version}", list_notes()


def _measure_page(browser: Browser, address: str, subject: Subject) -> dict[Measure, float]:
    """All of one page, by separate visits: what is done to a page while it loads makes it slower, and may fetch more."""
    with visit(browser, address, subject) as page:
        found = measure_reading(page)
    if subject.card:
        with visit(browser, address, subject, with_hover=True) as page:
            found |= measure_usable(page)
    if subject.panel_done:
        with visit(browser, address, subject, is_slow=False) as page:
            found |= measure_fast(page)
    return found


def list_notes() -> list[str]:
    """That the tutorial app has our borders where the official ones, a file six times as large, are not there."""
    return [] if tutorial_app.REFERENCE.exists() else ["tutorial app: with our own borders, since the official ones are not there"]


def order(turn: int) -> tuple[Subject, ...]:
    """The pages in the order of a round.

    >>> order(0)[0].name, order(1)[0].name
    ('tutorial app', 'plain page')
    """
    return SUBJECTS if turn % 2 == 0 else SUBJECTS[::-1]
