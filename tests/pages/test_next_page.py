"""The next page is fetched while the reader points at its link, and Back shows the page as it was left: nothing is asked for again."""

import shutil

import pytest

from tests.browser import FLAGS, ask_for_plotly
from tests.pages.conftest import PATIENCE

PERSISTED = "addEventListener('pageshow', (event) => { window.isAsLeft = event.persisted })"
HEADLESS = "--headless=new"  # the browser without windows (CHROMIUMS) keeps no page that is left


@pytest.fixture
def keeping(browser):
    """A page of a whole Chromium, which keeps the pages that are left, as a reader's does. Playwright turns that off."""
    found = shutil.which("chromium") or shutil.which("chromium-browser")
    if not found:
        pytest.skip("a whole Chromium is needed: chromium-headless-shell keeps no page that is left")
    whole = browser.browser_type.launch(
        executable_path=found, args=[*FLAGS, HEADLESS], ignore_default_args=["--disable-back-forward-cache"]
    )
    page = whole.new_context(locale="da-DK", bypass_csp=True).new_page()
    page.set_default_timeout(PATIENCE)
    yield page
    whole.close()


def test_a_link_that_is_pointed_at_is_fetched_and_back_reloads_nothing(keeping, production):
    page, asked = keeping, []
    page.on("request", lambda request: asked.append((request.url.removeprefix(production), request.headers.get("sec-purpose"))))
    page.goto(f"{production}/?kommune=0326")
    ask_for_plotly(page)
    page.wait_for_selector(".kort-plads[aria-hidden]", state="attached")
    page.evaluate("danmarkskort.goTo('?kommune=0265')")
    page.evaluate(PERSISTED)
    assert "/kommuner" not in dict(asked)
    link = page.locator("nav a[href='/kommuner']").first
    with page.expect_request("**/kommuner") as ahead:
        link.hover()
    assert ahead.value.headers["sec-purpose"] == "prefetch"
    link.click()
    page.wait_for_url("**/kommuner")
    del asked[:]
    page.evaluate("history.back()")
    page.wait_for_function("window.isAsLeft === true")
    assert page.locator("#panel-hoved h2").inner_text() == "Roskilde Kommune"
    assert page.locator("#kort path.choroplethlocation").count() > 98
    assert [address for address, _ in asked if "favicon" not in address] == []
