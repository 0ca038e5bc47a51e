"""Two kommuner are picked and compared by keyboard alone, on every kind of page with a map; and what shows where the focus is."""

import re

import pytest

from tests.browser import script

STOP = ".kortramme [role=option][tabindex='0']"
SAID = "document.activeElement.ariaLabel.replaceAll('\\u00a0', ' ')"
TYPE = """text => [...text].forEach(key => document.activeElement.dispatchEvent(
  new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true })))"""  # Playwright's keyboard has no Danish letters
WALK = """steps => Object.entries(steps).flatMap(([code, others]) => others.map((other, number) => {
  const key = ["ArrowUp", "ArrowRight", "ArrowDown", "ArrowLeft"][number];
  document.querySelector(".kortliste [data-kode='" + code + "']").focus();
  document.activeElement.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true }));
  return [code, key, other || code, document.activeElement.dataset.kode];
})).filter(([, , wanted, found]) => wanted !== found)"""  # each arrow key on each kommune: who should have the focus, and who has it
PLACES = """() => [...document.querySelectorAll('.kortliste [role=option]')].filter(option => option.offsetParent).map(option => {
  const box = option.getBoundingClientRect(), areas = [...option.closest('.kortramme').querySelectorAll(
    'svg.tegning a[data-kode="' + option.dataset.kode + '"] path')];
  const hit = document.elementsFromPoint(box.x + box.width / 2, box.y + box.height / 2).some(each => areas.includes(each));
  const covers = areas.some(area => { const shape = area.getBoundingClientRect();
    return box.left < shape.left + 1 && box.right > shape.right - 1 && box.top < shape.top + 1 && box.bottom > shape.bottom - 1; });
  return [option.dataset.kode, hit, covers];
})"""


def enter(page):
    """Go to the map by the tab key: its list is one stop, at the picked kommune or the northernmost."""
    page.wait_for_selector(STOP, state="attached")
    for _ in range(60):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.role") == "option":
            return page.evaluate(SAID)
    raise AssertionError("the tab key does not lead to the map")


def go(page, *keys):
    for key in keys:
        page.keyboard.press(key)
    return page.evaluate(SAID)


def seek(page, typed):
    """Letters go to a name; those before are forgotten first."""
    page.wait_for_function("last => performance.now() > last + 1100", arg=page.evaluate("performance.now()"))
    page.evaluate(TYPE, typed)
    return page.evaluate(SAID)


def leave(page):
    assert page.locator(".kortring").count() == 1
    page.keyboard.press("Escape")
    assert page.evaluate("document.activeElement !== document.body && !document.activeElement.closest('.kortramme')")
    assert page.locator(".kortring").count() == 0


def compare_by_keyboard(page):
    """From the country to Kalundborg with Roskilde; the option with the focus follows what is picked."""
    assert enter(page.page).startswith("Hjørring, ")
    assert seek(page.page, "kal").startswith("Kalundborg, 15,7 pct., ")
    assert page.page.locator(".kortring path").count() == 2
    page.page.keyboard.press("Enter")
    page.heading("Kalundborg Kommune")
    page.page.wait_for_function(
        "document.activeElement.ariaLabel.endsWith('valgt som A') && document.activeElement.ariaSelected === 'true'"
    )
    page.page.evaluate(TYPE, "bor")
    go(page.page, "ArrowLeft")
    page.page.evaluate(TYPE, "ros")  # at once: after any other key another name begins
    assert page.page.evaluate(SAID).startswith("Roskilde, 20,0 pct., ")
    page.page.keyboard.press("Shift+Enter")
    page.page.wait_for_function("location.search.includes('kommune=0326&sammenlign=0265')")
    page.page.wait_for_function("document.activeElement.ariaLabel.endsWith('valgt som B')")
    assert page.page.locator(".kortliste:visible [aria-selected=true]").count() == 2


@pytest.mark.parametrize("is_drawn", [True, False], ids=["drawn", "plotly"])
def test_the_dashboard_s_map(visit, production, is_drawn):
    with visit(production) as page:
        if is_drawn:
            page.page.route("**/plotly-geo*.js*", lambda route: None)  # it never comes
            page.page.goto(production + "/", wait_until="domcontentloaded")
        else:
            page.open_with_graphs()
        compare_by_keyboard(page)
        if is_drawn:
            return
        options = page.page.evaluate(PLACES)
        assert len({code for code, *_ in options}) == len(options) == 98
        assert [code for code, hit, covers in options if not (hit and covers)] == []
        assert page.page.locator(".peget-kort:not([hidden])").inner_text().startswith("Roskilde")
        assert page.page.evaluate(f"document.querySelector({STOP!r}).ariaDescription") == "20,0-29,9"
        # arrow keys by geography, across the water and into the insets; ends; a key that leads nowhere
        assert go(page.page, "Home").startswith("Hjørring, ")
        assert go(page.page, "ArrowUp").startswith("Hjørring, ")
        assert go(page.page, "End").startswith("Lolland, ")
        assert seek(page.page, "bor").startswith("Bornholm, ")
        assert go(page.page, "ArrowLeft", "ArrowRight").startswith("Bornholm, ")
        assert seek(page.page, "ær").startswith("Ærø, ")
        assert seek(page.page, "år").startswith("Aarhus, ")
        # another figure renames the options, and the focus stays
        before = page.page.evaluate(SAID)
        page.page.evaluate("danmarkskort.goTo('?tal=lejeboliger')")
        page.page.wait_for_function(f"before => {SAID} !== before", arg=before)
        assert page.page.evaluate(SAID).partition(",")[0] == "Aarhus"
        card = page.page.locator(".peget-kort:not([hidden])").inner_text().replace("\u00a0", " ").splitlines()
        assert page.page.evaluate(SAID).split(", ")[:2] == card[:2]  # the card follows the figure too
        page.page.evaluate("danmarkskort.goTo('?tal=')")
        page.page.wait_for_function(f"before => {SAID} === before", arg=before)
        leave(page.page)
        assert page.page.locator(".peget-kort:not([hidden])").count() == 0
        # a program that presses an option picks it; a pointer goes through
        page.page.locator(".kortliste [data-kode='0461']").evaluate("option => option.click()")
        page.page.wait_for_function("location.search.includes('kommune=0461')")
        page.click("0326")
        page.page.wait_for_function("location.search.includes('kommune=0326')")
        follow_the_tiles(page)


def follow_the_tiles(page):
    """The third tab: fetched, in the address, with a listbox of its own."""
    page.page.get_by_role("link", name="Fliser").click()
    page.page.wait_for_selector(".fliseramme " + STOP.partition(" ")[2], state="attached")
    assert page.query.endswith("&vis=fliser")
    options = page.page.evaluate(PLACES)
    assert [code for code, hit, covers in options if not (hit and covers)] == []
    assert len(options) == 98
    page.page.locator(".fliseramme [aria-selected=true]").first.focus()
    assert page.page.evaluate(SAID).startswith("Kalundborg, 15,7 pct., ")
    right = page.page.evaluate("document.activeElement.getBoundingClientRect().x")
    go(page.page, "ArrowRight")
    assert page.page.evaluate("document.activeElement.getBoundingClientRect().x") > right
    page.page.keyboard.press("Enter")
    page.page.wait_for_function("document.activeElement.ariaLabel.endsWith('valgt som A')")
    assert page.page.locator(".fliser .maerket--a:not([display=none])").count() == 1
    page.page.get_by_role("link", name="Kort", exact=True).click()
    page.page.wait_for_function("document.querySelector('.fliser').checkVisibility() === false")
    assert page.page.locator("[role=listbox].kortliste:visible").count() == 1


def test_the_frame_s_map(visit, production):
    with visit(production) as page:
        page.page.goto(f"{production}/indlejr?form=begge")
        compare_by_keyboard(page)
        assert [code for code, hit, covers in page.page.evaluate(PLACES) if not covers] == []
        leave(page.page)


def test_the_plain_page_s_map(visit, production, drawing):
    with visit(production) as page:
        page.page.goto(f"{production}/kommune/0265-roskilde")
        assert enter(page.page).endswith("valgt som A")
        page.page.evaluate("window.isSame = true")
        go(page.page, "Enter")  # it is the kommune that is shown: nothing happens
        assert page.page.evaluate(WALK, dict(drawing.steps.next)) == []
        page.page.locator(STOP).focus()
        seek(page.page, "ros")
        assert seek(page.page, "sss").startswith("Skanderborg, ")  # one letter again and again goes from name to name: Samsø, Silkeborg
        assert seek(page.page, "aa").startswith("Aabenraa, ")
        assert page.page.evaluate("window.isSame")
        assert seek(page.page, "kal").startswith("Kalundborg, 15,7 pct., ")
        page.page.keyboard.press("Enter")
        page.page.wait_for_url("**/kommune/0326-kalundborg")
        assert enter(page.page).startswith("Kalundborg, 15,7 pct., ")
        leave(page.page)
        page.page.locator(STOP).focus()
        seek(page.page, "ros")
        page.page.keyboard.press("Shift+Enter")
        page.page.wait_for_url(re.compile(r"/\?kommune=0326&sammenlign=0265$"))
        page.page.wait_for_selector("#panel-hoved .navn-b")


def test_a_click_takes_the_focus_to_the_kommune_without_showing_it_and_an_arrow_key_goes_on_from_there(visit, production):
    with visit(production) as page:
        page.open("/indlejr")
        page.page.wait_for_selector(STOP, state="attached")
        at = page.page.evaluate(script("point_of.js"), [0, "0326"])
        page.page.mouse.click(*at)
        page.page.wait_for_function("document.activeElement.dataset.kode === '0326'")
        page.heading("Kalundborg Kommune")
        keys = "getComputedStyle(document.querySelector('.kortliste'), '::after').content"
        assert (page.page.locator(".kortring").count(), page.page.evaluate(keys)) == (0, "none")
        go(page.page, "ArrowRight")
        assert page.page.locator(".kortring").count() == 1
        assert page.page.evaluate(keys) != "none"
