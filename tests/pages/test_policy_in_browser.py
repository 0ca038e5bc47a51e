"""The policy of what a page may load and run, as a browser holds it: everything of ours runs, and nothing else."""

import pytest
from playwright.sync_api import expect

from tests.pages.strict_page import open_and_pick, pick
from tests.pages.test_embed import framed
from tests.pages.test_strange_hosts import FRAME, show

__all__ = ["framed", "show"]  # fixtures
FORBIDDEN = "Content Security Policy"


@pytest.fixture
def strict(open_page):
    """A page in which the policy holds, and what the browser says against it."""
    page, complaints = open_page(bypass_csp=False), []
    page.on("console", lambda message: complaints.append(message.text) if message.type in {"error", "warning"} else None)
    page.on("pageerror", lambda error: complaints.append(str(error)))
    return page, complaints


@pytest.mark.parametrize(
    "path",
    [
        "/kommune/0326-kalundborg",
        "/kommuner",
        "/kilder-og-metode",
        "/indlejr/byg",
        "/indlejr?form=kort",
        "/indlejr?sammenlign=0101",
        "/findes-ikke",
    ],
)
def test_a_page_keeps_to_its_policy(strict, production, path):
    page, complaints = strict
    page.goto(production + path, wait_until="networkidle")
    assert [each for each in complaints if "404" not in each] == []


@pytest.mark.parametrize("path", ["/", "/indlejr"])
def test_picking_and_plotly_keep_to_the_policy(strict, production, path):
    page, complaints = strict
    open_and_pick(page, production, path)
    page.locator(".emne summary").first.click()
    expect(page.locator(".emne-indhold").first).to_be_visible()
    assert complaints == []


def test_a_script_from_elsewhere_is_refused(strict, production):
    """The check can fail: what is no script of ours does not run, and the browser says so."""
    page, complaints = strict
    page.goto(production, wait_until="networkidle")
    page.evaluate("document.body.append(Object.assign(document.createElement('script'), { textContent: 'window.foreign = true' }))")
    assert page.evaluate("window.foreign === undefined")
    assert any(FORBIDDEN in each for each in complaints)


def test_a_frame_without_an_origin_keeps_to_its_policy(show, framed, strict):
    """Of a sandbox, "self" is nobody: the policy must let the frame fetch all the same."""
    page, complaints = strict
    page.goto(show(FRAME.format(embed=framed, more='sandbox="allow-scripts"'))[0].url, wait_until="networkidle")
    pick(page.frame_locator("iframe"))
    assert [each for each in complaints if "favicon" not in each and "404" not in each] == []
