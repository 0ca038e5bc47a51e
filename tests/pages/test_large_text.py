"""Large text on small phones: nothing scrolls sideways, in any view, with lists open or closed; and nothing stays that covers the rest."""

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
FIELDS = ("#vaelg-kommune", "#vaelg-sammenligning", "#vaelg-tal")
# Of an open list: how far it reaches beyond the window to the left or right, and how far its content beyond it.
LIST_BEYOND = """() => Math.max(...[...document.querySelectorAll('[id$=-liste][role=listbox]:not([hidden])')].map((list) => {
  const { left, right } = list.getBoundingClientRect();
  return Math.max(-left, right - innerWidth, list.scrollWidth - list.clientWidth);
}))"""


@pytest.mark.parametrize("path", PAGES)
@pytest.mark.parametrize("width", [320, 390])
def test_no_page_scrolls_sideways_at_twice_the_text(visit, production, width, path):
    with visit(production, width=width, height=700) as page:
        page.page.goto(production + path, wait_until="networkidle")
        for size in ("100%", "200%"):
            page.page.evaluate("size => document.documentElement.style.fontSize = size", size)
            page.rest()
            assert page.page.evaluate(BEYOND) <= 0
            check_lists(page)


def check_lists(page):
    """No open list reaches beyond the window, nor makes the page do so."""
    for field in FIELDS:
        box = page.page.locator(field)
        if box.count() and box.is_visible():
            box.press("Alt+ArrowDown")
            assert page.page.evaluate(LIST_BEYOND) <= 0, field
            assert page.page.evaluate(BEYOND) <= 0, field
            box.press("Alt+ArrowUp")
            assert page.page.evaluate("document.querySelectorAll('[id$=-liste][role=listbox]:not([hidden])').length") == 0
