"""A page that is zoomed, by its own CSS, by the browser or with two fingers, or turned on a phone: the pointer hits what it points at."""

import math

import pytest

from tests.browser import script

ZOOMS = (0.8, 1.5, 2)
ENDS = (0.8, 2)  # where the same is reckoned in the same way once more
ROOTS = {"documentElement": ZOOMS, "body": ENDS}
ON_THE_MAP = (("0615", 0, "Horsens"), ("0825", 0, "Læsø"), ("0400", 1, "Bornholm"), ("0147", 2, "Frederiksberg"))
PATHS = {"plotly": "/?kommune=0326", "drawn": "/?kommune=0326", "frame": "/indlejr?kommune=0326"}
KINDS = ("plotly", "frame")  # a frame has the drawn map
CARD = """() => {
    const { x, y, width, height } = document.querySelector(".peget-kort").getBoundingClientRect();
    return [x, y, width, height, innerWidth];
}"""
MARKED = """code => {
    const middle = box => [box.x + box.width / 2, box.y + box.height / 2];
    const drawn = document.querySelector(`svg.tegning .ramme a[data-kode="${code}"] path`).getBoundingClientRect();
    const marked = document.querySelector("#kort .udpegning--a .omrids").getBoundingClientRect();
    return Math.hypot(middle(drawn)[0] - middle(marked)[0], middle(drawn)[1] - middle(marked)[1]);
}"""
SEEN = """([x, y]) => {
    const { offsetLeft, offsetTop, width, height } = visualViewport;
    const at = [x - offsetLeft, y - offsetTop]; // taps count from the corner of what is seen, in pixels of the page
    return at[0] > 0 && at[1] > 0 && at[0] < width && at[1] < height ? at : null;
}"""
TURNED = ((844, 390), (390, 844))


def zoom(page, root, by):
    page.page.evaluate("([root, by]) => { document[root].style.zoom = by }", [root, by])
    page.rest()


def point_of(page, frame, code):
    """Where it is, or None where so large a map has it outside the window."""
    return page.page.evaluate(script("point_of.js"), [frame, code])


def pick(page, code, at):
    page.page.mouse.move(*at)
    page.page.mouse.click(*at)
    page.page.wait_for_function("code => location.search.startsWith(`?kommune=${code}`)", arg=code)


def assert_card(page, at, name):
    """Its corner is beside the pointer, and it is within the window."""
    page.page.wait_for_function("name => document.querySelector('.peget-kort strong')?.textContent === name", arg=name)
    x, y, width, height, window = page.page.evaluate(CARD)
    assert min(abs(x - at[0]), abs(x + width - at[0])) < 20
    assert abs(y + height - at[1]) < 20 or y < 6
    assert 0 <= x <= x + width <= window + 1


def pick_all(page):
    """Each that the window has, told by address and card; how many there were."""
    picked = 0
    for code, frame, name in ON_THE_MAP:
        at = point_of(page, frame, code)
        if at:
            page.page.mouse.move(*at)
            assert_card(page, at, name)
            pick(page, code, at)
            page.rest()
            picked += 1
    return picked


def open_one(page, kind):
    """The frame, or the dashboard with the drawn map or with plotly's."""
    page.open_with_graphs(PATHS[kind]) if kind == "plotly" else page.open(PATHS[kind])


# A frame has the same drawn map as the dashboard before plotly: each is zoomed by one of the two elements.
@pytest.mark.parametrize(
    ("kind", "root"), [("plotly", "documentElement"), ("plotly", "body"), ("drawn", "documentElement"), ("frame", "body")]
)
def test_css_zoom_a_click_picks_what_it_points_at(visit, production, root, kind):
    with visit(production, width=1280, height=1000) as page:
        open_one(page, kind)
        picked = []
        for by in ROOTS[root]:
            zoom(page, root, by)
            picked.append(pick_all(page))
            if kind == "plotly":
                assert page.page.evaluate(MARKED, page.query.split("=")[1]) < 3, "the outline lies on its kommune"
        assert picked[0] == len(ON_THE_MAP)
        assert sum(picked) >= 3 / 4 * len(picked) * len(ON_THE_MAP)


@pytest.mark.parametrize("kind", KINDS)
def test_css_zoom_that_is_there_before_the_page_is_drawn(visit, production, kind):
    with visit(production, width=1280, height=1000, is_first=True) as page:
        page.page.add_init_script(
            "document.addEventListener('readystatechange', () => { document.body.style.zoom = 1.25 }, { once: true })"
        )
        open_one(page, kind)
        page.rest()
        assert page.page.evaluate("document.body.style.zoom") == "1.25"
        assert pick_all(page) >= 3


@pytest.mark.parametrize(("kind", "root"), [("plotly", "documentElement"), ("frame", "body")])
def test_css_zoom_a_tap_picks_what_it_points_at(visit, production, root, kind):
    with visit(production, width=390, height=844, has_touch=True) as page:
        open_one(page, kind)
        for by in ROOTS[root]:
            zoom(page, root, by)
            for code, frame, _ in ON_THE_MAP:
                at = point_of(page, frame, code)
                if at:
                    page.page.touchscreen.tap(*at)
                    page.page.wait_for_function("code => location.search.startsWith(`?kommune=${code}`)", arg=code)
                    page.rest()
        assert page.query != "?kommune=0326"


def test_css_zoom_swarm_and_strips_light_what_is_pointed_at(visit, local):
    with visit(local) as page:
        page.open("/?kommune=0326&emne=boligtyper")
        for by in ZOOMS:
            zoom(page, "body", by)
            page.page.locator(".svaerm").scroll_into_view_if_needed()
            page.rest()
            box = page.page.locator(".svaerm").evaluate("svg => { const { x, y } = svg.getBoundingClientRect(); return { x, y } }")
            x, y = page.page.evaluate(script("dot_of.js"), "0153")
            page.page.mouse.move(box["x"] + x, box["y"] + y)
            page.page.wait_for_selector(".svaerm .peget", state="attached")
            assert page.page.evaluate(script("lit_kommune.js"))["dot"] == "0153"


@pytest.mark.parametrize(("kind", "by"), [*(("drawn", by) for by in ZOOMS), ("frame", 2)])
def test_browser_zoom_is_a_smaller_window_with_larger_pixels(visit, production, kind, by):
    width, height = round(1280 / by), round(1000 / by)
    with visit(production, width=width, height=height, device_scale_factor=by) as page:
        open_one(page, kind)
        page.rest()
        assert page.page.evaluate("devicePixelRatio") == pytest.approx(by)
        assert page.page.evaluate("document.documentElement.scrollWidth") == width
        assert pick_all(page) >= 3


@pytest.mark.parametrize("kind", KINDS)
def test_two_fingers_enlarge_and_a_tap_picks_what_it_points_at(visit, production, kind):
    with visit(production, width=390, height=844, has_touch=True, is_mobile=True) as page:
        open_one(page, kind)
        page.rest()
        session = page.page.context.new_cdp_session(page.page)
        for by in (1.5, 2):
            session.send("Emulation.setPageScaleFactor", {"pageScaleFactor": by})
            page.page.wait_for_function("by => Math.abs(visualViewport.scale - by) < 0.01", arg=by)
            for code, frame, _ in ON_THE_MAP[:2]:
                at = page.page.evaluate(SEEN, point_of(page, frame, code))
                if not at:
                    continue
                page.page.touchscreen.tap(*at)
                page.page.wait_for_function("code => location.search.startsWith(`?kommune=${code}`)", arg=code)
                page.rest()
        assert page.query != "?kommune=0326"


@pytest.mark.parametrize("kind", KINDS)
def test_a_turned_phone_keeps_nothing_of_its_old_width(visit, production, kind):
    with visit(production, width=390, height=844, has_touch=True) as page:
        open_one(page, kind)
        page.rest()
        length = page.page.evaluate("document.documentElement.scrollHeight")
        for width, height in TURNED:
            page.page.set_viewport_size({"width": width, "height": height})
            page.rest()
            assert page.page.evaluate("document.documentElement.scrollWidth") == width
            for code, frame, name in ON_THE_MAP:
                at = point_of(page, frame, code)
                if not at:
                    continue
                page.page.touchscreen.tap(*at)
                page.page.wait_for_function("code => location.search.startsWith(`?kommune=${code}`)", arg=code)
                page.page.wait_for_function("name => document.querySelector('.peget-kort--fast strong')?.textContent === name", arg=name)
                page.rest()
                if kind == "plotly" and frame == 0:
                    assert page.page.evaluate(MARKED, code) < 3
        page.page.evaluate("danmarkskort.goTo('?kommune=0326')")
        page.rest()
        assert math.isclose(page.page.evaluate("document.documentElement.scrollHeight"), length, abs_tol=2)
