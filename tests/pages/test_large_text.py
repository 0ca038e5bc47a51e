"""Large text on small phones: nothing scrolls sideways, in any view."""

import pytest

PAGES = (
    "/",
    "/?kommune=0760",
    "/?kommune=0760&sammenlign=0101",
    "/?vis=liste",
    "/indlejr",
    "/indlejr?kommune=0760&sammenlign=0101",
    "/kommune/0760-ringkoebing-skjern",
)
BEYOND = "document.documentElement.scrollWidth - innerWidth"


@pytest.mark.parametrize("path", PAGES)
@pytest.mark.parametrize("width", [320, 390])
def test_no_page_scrolls_sideways_at_twice_the_text(visit, production, width, path):
    with visit(production, width=width, height=700) as page:
        page.page.goto(production + path, wait_until="networkidle")
        assert page.page.evaluate(BEYOND) <= 0
        page.page.evaluate("document.documentElement.style.fontSize = '200%'")
        page.rest()
        assert page.page.evaluate(BEYOND) <= 0
