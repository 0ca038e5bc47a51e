"""A real server and a real browser for each test of the page; what every page must hold is checked when it closes."""

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Request

from app import build_static
from components.address.site import Site
from components.export import addresses, write
from components.server.settings import Settings
from components.wording import texts
from tests.browser import ONE_PROCESS, PRODUCTION, ask_for_plotly, free_port, open_browser, script, serve
from tests.sharing import share

PAIRS = ("0326-0101", "0101-0326", "0326-0265", "0265-0326", "0326-0000", "0326-1085", "0326-0390", "0760-0430", "0265-0101")
PATIENCE = 120_000  # milliseconds: a busy machine is slow, not wrong
UNSEEN = re.compile(r"(?:kommune|kort)/.*\.png|api/v1/(?:kommuner|indikatorer)/.*")  # files of the export that no page shows
FRAMES = 20  # without a change: then the page rests
STILL = script("still.js")
# Then plotly's graphs come only where a test asks for them (assets/dashboard/machine.js), on large machines too.
FEW_CORES = "Object.defineProperty(navigator, 'hardwareConcurrency', { value: 2, configurable: true })"


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    with open_browser(*ONE_PROCESS) as browser:
        yield browser


@pytest.fixture(scope="session")
def local() -> Iterator[str]:
    """``make demo``: ``python app.py`` with example figures."""
    port = free_port()
    with serve("app.py", port=port, PORT=str(port), DANMARKSKORT_EKSEMPELTAL="1") as address:
        yield address


@pytest.fixture(scope="session")
def production() -> Iterator[str]:
    """The WSGI entry under granian, as in production: without example figures."""
    port = free_port()
    with serve(*PRODUCTION, "--port", str(port), port=port) as address:
        yield address


@pytest.fixture(scope="session")
def exported(shared_folder) -> Iterator[str]:
    """The static export behind a plain web server, under a path, with example figures and the comparisons that the tests open."""
    root = share(shared_folder / "web", export)
    port = free_port()
    with serve("-m", "http.server", str(port), "--bind", "127.0.0.1", "--directory", str(root), port=port) as address:
        yield f"{address}/danmarkskort"


def export(root: Path) -> None:
    """The export, once for all processes that run tests: some 1,500 files."""
    site = Site("/danmarkskort", follows_request=False)
    settings = Settings(site=site, with_examples=True, only_newest=True, pairs=",".join(PAIRS))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(write, "list_exports", list_fewer)
        write.export_site(partial(build_static, settings), root / "danmarkskort", lambda *_: None)


def list_fewer(*what: Any) -> list[addresses.Export]:
    """Every tenth of the pictures, and of the files of one kommune or indicator, which no page shows: all of them are most of the work.

    That each can be made is tested in their own rooms: the pictures' in tests/components/picture, the files' in tests/components/open_data.
    """
    exports = addresses.list_exports(*what)
    unseen = [each for each in exports if UNSEEN.fullmatch(each.file)]
    left_out = {*unseen} - {*unseen[::10]}
    return [each for each in exports if each not in left_out]


@pytest.fixture(params=["served", "exported"])
def site(request) -> str:
    """The pages as Python serves them, and as files."""
    return str(request.getfixturevalue({"served": "local", "exported": "exported"}[request.param]))


class Map:
    """A page with the map, as a reader uses it."""

    def __init__(self, page: Page, address: str) -> None:
        self.page, self.address = page, address
        self._unanswered: set[Request] = set()
        page.on("request", lambda request: self._unanswered.add(request))
        page.on("requestfinished", lambda request: self._unanswered.discard(request))
        page.on("requestfailed", lambda request: self._unanswered.discard(request))

    def open(self, path: str = "/") -> "Map":
        """Open a page with the drawn map, which is what readers meet, and wait until it answers."""
        self.page.add_init_script(FEW_CORES)
        self.page.goto(self.address + path)
        self.page.wait_for_selector("#vaelg-kommune")
        self.page.wait_for_selector("#panel-hoved h2")
        return self

    def open_with_graphs(self, path: str = "/") -> "Map":
        """Open the dashboard and have plotly's map take the drawn one's place."""
        self.open(path)
        ask_for_plotly(self.page)
        self.page.wait_for_function("document.querySelectorAll('#kort path.choroplethlocation').length > 98")
        self.page.wait_for_selector(".kort-plads[aria-hidden]", state="attached")  # plotly's listens from then on
        return self

    def point(self, code: str, part: int = 0) -> tuple[float, float]:
        """Where a kommune is on the country (0), in Bornholm's frame (1) or in greater Copenhagen's (2)."""
        found = self.page.evaluate(script("point_of.js"), [part, code])
        assert found, f"{code} is not to be seen on part {part}"
        return found[0], found[1]

    def click(self, code: str, part: int = 0) -> None:
        x, y = self.point(code, part)
        self.page.mouse.move(x, y)
        self.page.mouse.click(x, y)

    def choose(self, field: str, typed: str) -> None:
        """Type the beginning of a name in a search field, and take the first suggestion."""
        box = self.page.locator(field)
        box.click()
        box.press_sequentially(typed)
        box.press("Enter")

    def heading(self, text: str) -> None:
        """Wait for the panel of this place. That of the country is headed by an invitation."""
        text = texts.INVITATION if text == "Hele landet" else text
        self.page.wait_for_function("name => document.querySelector('#panel-hoved h2')?.textContent === name", arg=text)

    def rest(self, held: int = 0, frames: int = FRAMES) -> "Map":
        """Wait until nothing changes any more: what was to come has come. So many requests are held back by the test itself."""
        self.page.evaluate(STILL, [frames, PATIENCE])
        while len(self._unanswered) > held:
            self.page.evaluate(STILL, [frames, PATIENCE])
        return self

    @property
    def query(self) -> str:
        return str(self.page.evaluate("location.search"))

    def text(self, selector: str) -> str:
        return self.page.locator(selector).first.inner_text()


@pytest.fixture
def open_page(browser: Browser) -> Iterator[Callable[..., Page]]:
    """Open an empty page in a browser that has nothing yet, with Playwright's options of a context.

    What tests wait for is a text that the page itself would have to make code of, which its policy forbids: without the option
    bypass_csp the policy does not hold. With it as False stands test_policy_in_browser.py.
    """
    contexts = []

    def open_page(width: int = 1280, height: int = 900, **options: Any) -> Page:
        context = browser.new_context(viewport={"width": width, "height": height}, locale="da-DK", **{"bypass_csp": True} | options)
        context.set_default_timeout(PATIENCE)
        contexts.append(context)
        return context.new_page()

    yield open_page
    for context in contexts:
        context.close()


@pytest.fixture(scope="session")
def known_context(browser) -> Iterator[BrowserContext]:
    """The browser of a reader who was here before: scripts are cached and compiled, which halves the time to a finished map.

    Tests can share it, since the pages keep nothing in a browser (test_embed.py, test_reading.py). Whoever opens the first page in it
    leaves a small one open (``stay``): a process ends with its last page, and the next would compile all anew.
    """
    context = browser.new_context(locale="da-DK", bypass_csp=True)
    context.set_default_timeout(PATIENCE)
    yield context
    context.close()


@pytest.fixture(scope="session")
def find_known(browser, known_context) -> Iterator[Callable[..., BrowserContext]]:
    """The known browser, or one with other options that is known from the tests before: of these the last one, since tests that have
    the same options stand together.
    """
    kept: dict[str, BrowserContext] = {}

    def find(**options: Any) -> BrowserContext:
        name = repr(sorted(options.items()))
        if options and name not in kept:
            while kept:
                kept.popitem()[1].close()
            kept[name] = browser.new_context(locale="da-DK", bypass_csp=True, **options)
            kept[name].set_default_timeout(PATIENCE)
        return kept[name] if options else known_context

    yield find
    while kept:
        kept.popitem()[1].close()


def stay(context: BrowserContext, address: str) -> None:
    """Leave a page of the host open, unless the address names no server (a test that opens host pages of its own)."""
    if not context.pages and urlsplit(address).port:
        context.new_page().goto(f"{address}/robots.txt")


@pytest.fixture
def visit(open_page, find_known):
    """Open pages of a server; afterwards the console must be clean and no request may have left the host.

    ``is_first``: in a browser that has none of it yet.
    """

    @contextmanager
    def watched(address, width=1280, height=900, quiet=True, is_first=False, **options):
        if is_first:
            page = open_page(**options)
        else:
            stay(find_known(**options), address)
            page = find_known(**options).new_page()
        page.set_viewport_size({"width": width, "height": height})
        complaints, strangers = [], []
        page.on(
            "console",
            lambda message: (
                complaints.append(f"{message.text} {message.location['url']}") if message.type in {"error", "warning"} else None
            ),
        )
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.on(
            "request", lambda request: strangers.append(request.url) if not request.url.startswith((address, "data:", "blob:")) else None
        )
        try:
            yield Map(page, address)
        finally:
            page.close()
        assert not strangers
        assert not (quiet and complaints), complaints

    return watched
