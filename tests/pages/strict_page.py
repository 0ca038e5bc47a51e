"""A reader's first steps on a page whose policy holds: what any server, proxy or frame must let the browser do."""

from playwright.sync_api import FrameLocator, Page, expect

from tests.browser import ask_for_plotly


def open_and_pick(page: Page, address: str, path: str) -> None:
    """Open the dashboard or a frame, have plotly come where there is one, and pick Roskilde."""
    page.goto(address + path, wait_until="networkidle")
    if path == "/":
        ask_for_plotly(page)
        expect(page.locator("path.choroplethlocation").first).to_be_attached()
    pick(page)


def pick(page: Page | FrameLocator) -> None:
    """Pick Roskilde in the search field, and wait for its figures."""
    field = page.locator("#vaelg-kommune").first
    field.fill("roskilde")
    field.press("Enter")
    expect(page.locator("#panel-hoved h2").first).to_have_text("Roskilde Kommune")
