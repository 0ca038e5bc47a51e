"""The renderer makes what Dash makes: the same elements, attributes and texts, as a browser has them."""

from components.markup.render import to_html
from tests.browser import free_port, script, serve
from tests.pages.dash_tree import build_tree


def test_a_browser_has_the_same_dom_of_our_html_and_of_dash(open_page):
    port = free_port()
    with serve("-m", "tests.pages.dash_tree", str(port), port=port) as address:
        page = open_page()
        page.goto(address)
        page.wait_for_selector("#proeve table", state="attached")
        assert page.evaluate(script("same_dom.js"), to_html(build_tree())) is None
