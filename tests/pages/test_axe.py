"""Every kind of page in every state, gone through by axe-core: it finds nothing, on a phone and on a screen.

It knows a part of what can be wrong, about half. What it can't know (order, focus, what is announced) has tests of its own. To look takes
up to a second, most of it for contrast: so a state shows as much as can be seen at once, with everything unfolded and a list open.
"""

import sys
from pathlib import Path

import pytest

from tests.browser import PRODUCTION, free_port, script, serve

AXE = Path(sys.prefix) / "peers" / "node_modules" / "axe-core" / "axe.min.js"
RUN = script("axe_run.js")
WIDTHS = (390, 1280)
UNFOLD = "document.querySelectorAll('details').forEach(each => { each.open = true; })"
PLAIN = ("/kommuner/lejeboliger", "/kilder-og-metode", "/tilgaengelighed", "/indlejr/byg?kommune=0326&bredde=400")
MESSAGES = ("/findes-ikke", "/kommuneark/0326.pdf?sider=3")
FORMS = (  # besides the usual one
    "form=kort&kommune=0326",
    "form=noegletal&kommune=0326",
    "form=sammenligning&kommune=0326&sammenlign=0101",
    "kort=nej&paneler=hovedtal&kommune=0326&farve=blaa",
)


class Examined:
    """A page that axe-core looks at."""

    def __init__(self, visited):
        self._visited = visited

    def __enter__(self):
        self.map = self._visited.__enter__()
        self.page = self.map.page
        self.page.add_init_script(path=AXE)  # in frames inside the page too
        return self

    def __exit__(self, *what):
        return self._visited.__exit__(*what)

    def open(self, path):
        """Open a page, and look at it with everything unfolded."""
        self.page.goto(self.map.address + path)
        self.unfold()
        self.look(path)

    def unfold(self):
        self.page.evaluate(UNFOLD)
        self.map.rest()

    def search(self, field, typed):
        """Type in a search field until there is a list."""
        field = self.page.locator(field)
        field.click()
        field.fill(typed)
        self.page.locator(f"#{field.get_attribute('id')}-liste [role=option]").first.wait_for()
        return field

    def look(self, state):
        """Nothing is found in this state, at any width."""
        for width in WIDTHS:
            self.page.set_viewport_size({"width": width, "height": 900})
            found = self.page.evaluate(RUN)
            assert found == [], f"{state} at {width} px"


@pytest.fixture
def examined(visit):
    """Open pages of a server with axe-core in them."""
    assert AXE.exists(), f"axe-core is missing ({AXE.name} in {AXE.parents[2].name}); run 'make test', which fetches it with npm"
    return lambda address, **options: Examined(visit(address, **options))


@pytest.fixture(scope="module")
def two_editions_with_examples(two_editions):
    """A server with an older edition, news, and example figures."""
    port = free_port()
    with serve(*PRODUCTION, "--port", str(port), port=port, DANMARKSKORT_TAL=str(two_editions), DANMARKSKORT_EKSEMPELTAL="1") as address:
        yield address


def test_the_dashboard_from_the_first_look_to_a_comparison(examined, production):
    with examined(production) as page:
        page.map.open_with_graphs("/")
        field = page.search("#vaelg-kommune", "k")
        page.look("nothing picked, the kommuner in a list")
        field.press("Enter")
        page.unfold()
        field = page.search("#vaelg-sammenligning", "r")
        page.look("a kommune picked, a list to compare it with")
        field.press("Enter")
        page.unfold()
        page.search("#vaelg-tal", "b")
        page.look("a comparison, the figures in a list")
        page.page.keyboard.press("Escape")
        page.page.locator(".fane").last.click()
        page.map.rest()
        page.look("the list in the map's place")


def test_older_editions_example_figures_notices_and_news(examined, two_editions_with_examples):
    with examined(two_editions_with_examples) as page:
        page.map.open("/?kommune=0326&sammenlign=1085&udgave=2025&tal=findes-ikke")
        page.unfold()
        page.look("an older edition with examples, compared with a region")
        page.open("/kommune/0326-kalundborg")


def test_the_frame_in_every_form(examined, production):
    with examined(production) as page:
        page.map.open("/indlejr")
        field = page.search("#vaelg-kommune", "k")
        page.look("the frame, the kommuner in a list")
        field.press("Enter")
        page.unfold()
        page.look("the frame, a kommune picked")
        for form in FORMS:
            page.open(f"/indlejr?{form}")


def test_pages_that_need_no_script_and_the_builder(examined, production):
    with examined(production) as page:
        for path in PLAIN:
            page.open(path)
        enter_preview(page)


def enter_preview(page):
    """A reader types in the frame that the builder shows; axe-core looks into it, as what is then spoiled there shows."""
    inside = page.page.frame_locator("#forhaandsvisning")
    inside.locator("#vaelg-kommune").fill("k")
    inside.locator("#vaelg-kommune-liste [role=option]").first.wait_for()
    page.look("the preview in use")
    inside.locator("h1").evaluate("heading => { heading.textContent = ''; }")
    with pytest.raises(AssertionError, match="empty-heading"):
        page.look("a heading without words")


def test_pages_that_say_what_is_wrong(examined, production):
    with examined(production, quiet=False) as page:  # the browser tells the status in its console
        for path in MESSAGES:
            page.open(path)
