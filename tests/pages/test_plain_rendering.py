"""The renderer makes what Dash makes: the same elements, attributes and texts, as a browser has them."""

from components.markup.render import to_html
from tests.browser import free_port, script, serve
from tests.pages.conftest import FRAMES, PATIENCE, STILL
from tests.pages.dash_tree import build_trees


def test_a_browser_has_the_same_dom_of_our_html_and_of_dash(open_page):
    port = free_port()
    with serve("-m", "tests.pages.dash_tree", str(port), port=port) as address:
        page = open_page()
        for number, tree in enumerate(build_trees()):
            page.goto(f"{address}/{number}/")
            page.wait_for_selector("#proeve > *", state="attached")
            page.evaluate(STILL, [FRAMES, PATIENCE])
            assert page.evaluate(script("same_dom.js"), to_html(tree)) is None, number
