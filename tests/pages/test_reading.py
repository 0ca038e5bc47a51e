"""The page on every screen, by keyboard and by touch; and where there is no page."""

import pytest

TABLE_FITS = "document.querySelector('.tabel').offsetWidth <= document.querySelector('.tabelsektion').clientWidth"
WIDTHS = [320, 820, 1280, 1920, 390]  # wider, and at once much narrower
TOO_WIDE = """() => [...document.querySelectorAll('#side :is(h1, h2, h3, h4, p, td, th, dt, dd, li, summary, input)')]
  .filter(e => e.getBoundingClientRect().right > innerWidth + 1 && e.checkVisibility() && !e.closest('.skaermlaeser'))
  .map(e => e.outerHTML.slice(0, 80))"""

# a kommune of the map has a ring round it instead
IS_OUTLINED = "getComputedStyle(document.activeElement).outlineStyle !== 'none' || Boolean(document.querySelector('.kortring path'))"


@pytest.mark.parametrize(
    ("path", "opened"),
    [
        ("/", 320),
        ("/?kommune=0760&tal=familietype_enlig_uden_boern&vis=liste", 1920),
        ("/?kommune=0760&sammenlign=0430", 390),
        ("/indlejr?kommune=0825", 1280),
    ],
)
def test_nothing_runs_over_the_edge(visit, local, path, opened):
    """Opened on a screen of one width and resized from there, as by a window's edge or a phone that is turned.

    Not of the export as well: the same page with other addresses has the same edges.
    """
    with visit(local, width=opened) as page:
        page.open(path)
        for width in (opened, *WIDTHS):
            page.page.set_viewport_size({"width": width, "height": 900})
            page.rest()
            assert page.page.evaluate("innerWidth") == width
            assert page.page.evaluate("document.documentElement.scrollWidth <= innerWidth"), width
            assert not page.page.evaluate(TOO_WIDE), width
            if "vis=liste" in path:
                assert page.page.evaluate(TABLE_FITS), width


def swipe(page, x, y):
    """A finger that moves up by 105 pixels."""
    session = page.context.new_cdp_session(page)
    session.send("Input.dispatchTouchEvent", {"type": "touchStart", "touchPoints": [{"x": x, "y": y}]})
    for step in range(1, 16):
        session.send("Input.dispatchTouchEvent", {"type": "touchMove", "touchPoints": [{"x": x, "y": y - 7 * step}]})
        page.evaluate("new Promise(requestAnimationFrame)")
    session.send("Input.dispatchTouchEvent", {"type": "touchEnd", "touchPoints": []})


def test_the_map_does_not_trap_wheel_or_finger(visit, local):
    with visit(local, width=390, height=844, has_touch=True, is_mobile=True) as page:
        page.open_with_graphs()
        page.page.locator("#kortside").scroll_into_view_if_needed()
        start = page.page.evaluate("scrollY")
        before = page.page.evaluate("document.querySelector('.choroplethlocation').getAttribute('d')")
        swipe(page.page, *page.point("0791"))
        assert page.page.evaluate("scrollY") > start + 50
        assert page.page.evaluate("document.querySelector('.choroplethlocation').getAttribute('d')") == before
    with visit(local, height=500) as page:
        page.open_with_graphs()
        x, y = page.point("0791")
        page.page.mouse.move(x, min(y, 480))
        before = page.page.evaluate("document.querySelector('.choroplethlocation').getAttribute('d')")
        page.page.mouse.wheel(0, 200)
        page.page.wait_for_function("scrollY > 100")
        assert page.page.evaluate("document.querySelector('.choroplethlocation').getAttribute('d')") == before


def test_everything_can_be_reached_and_seen_by_keyboard(visit, local):
    with visit(local) as page:
        page.open()
        page.page.keyboard.press("Tab")
        assert page.page.evaluate("document.activeElement.textContent") == "Spring til tallene"
        seen = []
        for _ in range(16):
            page.page.keyboard.press("Tab")
            seen.append(page.page.evaluate("document.activeElement.id || document.activeElement.textContent"))
            assert page.page.evaluate(IS_OUTLINED), seen[-1]
        assert {"Liste", "Alle kommuner", "Kilder og metode", "Indlejr", "vaelg-kommune", "vaelg-tal"} <= set(seen)
        page.page.locator("#vaelg-kommune").focus()
        for key in ("ArrowDown", "ArrowDown", "ArrowDown", "ArrowUp"):
            page.page.keyboard.press(key)
        picked = page.page.locator("#vaelg-kommune").get_attribute("aria-activedescendant")
        assert page.page.locator(f"#{picked}").inner_text() == "Allerød"
        page.page.keyboard.press("Enter")
        page.heading("Allerød Kommune")


def test_a_tap_on_the_map_shows_a_card_that_leads_to_the_figures(visit, local):
    with visit(local, width=390, height=844, has_touch=True) as page:
        page.open()
        page.page.locator("#kortside").scroll_into_view_if_needed()
        page.page.touchscreen.tap(*page.point("0326"))
        page.heading("Kalundborg Kommune")
        card = page.page.locator(".peget-kort--fast")
        assert card.locator("strong").inner_text() == "Kalundborg"
        assert "15,7\u00a0pct." in card.inner_text()
        card.get_by_text("Se alle tal").click()
        page.page.wait_for_function("Math.abs(document.querySelector('#laesning').getBoundingClientRect().top) < 200")


def test_a_tap_beside_a_small_kommune_hits_it(visit, local):
    with visit(local, width=390, height=844, has_touch=True) as page:
        page.open()
        page.page.locator("#kortside").scroll_into_view_if_needed()
        x, y = page.point("0825")
        page.page.touchscreen.tap(x + 18, y - 12)
        page.heading("Læsø Kommune")


def test_a_page_that_is_none_has_a_way_back(visit, local):
    with visit(local, quiet=False) as page:
        assert page.page.goto(f"{local}/findes/ikke").status == 404
        page.page.get_by_text("Gå til kortet").click()
        page.page.wait_for_selector("#panel-hoved h2")


def test_assets_are_compressed_and_the_first_load_is_light(visit, local):
    with visit(local, is_first=True) as page:
        session = page.page.context.new_cdp_session(page.page)
        session.send("Network.enable")
        sizes = []
        session.on("Network.loadingFinished", lambda event: sizes.append(event["encodedDataLength"]))
        page.open_with_graphs()
        page.page.wait_for_load_state("networkidle")
        assert 0.3e6 < sum(sizes) < 2.0e6


@pytest.mark.parametrize("code", ["0101", "0326"])
@pytest.mark.parametrize("width", [390, 1280])
def test_bars_of_a_panel_have_tracks_of_one_length(visit, local, code, width):
    with visit(local, width=width) as page:
        page.open(f"/?kommune={code}")
        tracks = page.page.evaluate(
            "[...document.querySelectorAll('.soejler')].map(list => [...list.querySelectorAll('.spor')].map(bar => bar.clientWidth))"
        )
        assert all(len(set(lengths)) == 1 and lengths[0] > 30 for lengths in tracks), tracks
        assert len(tracks) >= 2


def test_the_whole_page_is_laid_out_when_a_pick_is_done_with(visit, local):
    """Else a picture of the page is half empty."""
    with visit(local) as page:
        page.open("/?kommune=0326").click("0101")
        page.heading("Københavns Kommune")
        page.rest()
        page.page.evaluate("scrollTo(0, 0)")
        heights = page.page.evaluate("[...document.querySelectorAll('#panel-indhold .panel')].map(panel => panel.scrollHeight)")
        assert 320 not in heights  # what stands in for a panel that is not laid out
        assert page.page.locator("#panel-indhold .panel").last.evaluate("panel => getComputedStyle(panel).contentVisibility") == "visible"
