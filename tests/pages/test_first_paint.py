"""What a reader sees before any script has run, and that nothing jumps when the scripts have."""

import pytest

from tests.browser import ask_for_plotly

SEEN = """() => [...document.querySelectorAll('svg.tegning .ramme')].map(frame => Object.fromEntries(
  [...frame.querySelectorAll('a[data-kode]')].map(area => [area.dataset.kode, area.querySelector('path').getAttribute('fill')])))"""
DRAWN = """() => { const plot = document.querySelector('#kort .js-plotly-plot');
  const frames = ['geo', 'geo2', 'geo3'].map(geo => [...plot.querySelectorAll('.geolayer > g')]
    .find(group => group.getAttribute('class').split(' ').pop() === geo));
  return frames.map((frame, number) => Object.fromEntries([...frame.querySelectorAll('path.choroplethlocation')]
    .map((path, place) => [plot.data[number].locations[place], path.getAttribute('fill')]))) }"""
SHIFTS = """window.shifts = 0; new PerformanceObserver(list => list.getEntries().forEach(
  entry => { if (!entry.hadRecentInput) window.shifts += entry.value })).observe({ type: 'layout-shift', buffered: true })"""
MISSING = "rgb(217, 214, 209)"


def to_rgb(fill):
    return MISSING if fill.startswith("url(") else "rgb({}, {}, {})".format(*(int(fill[i : i + 2], 16) for i in (1, 3, 5)))


@pytest.mark.parametrize("key", ["almene_andel", "husleje_privat", "fraflytning"])
def test_the_first_map_has_plotly_s_colour_for_every_kommune(visit, local, key):
    with visit(local, is_first=True) as page:
        page.page.goto(f"{local}/?tal={key}", wait_until="commit")
        page.page.wait_for_selector("svg.tegning")
        seen = page.page.evaluate(SEEN)
        page.open_with_graphs(f"/?tal={key}")
        drawn = page.page.evaluate(DRAWN)
        assert page.page.locator(".kort-plads[aria-hidden]").count() == 1  # it lies over the drawing
    for first, later in zip(seen, drawn, strict=True):
        assert {code: to_rgb(fill) for code, fill in first.items()} == {code: later[code] for code in first}


def test_map_panel_and_list_are_there_before_any_script(open_page, local):
    page = open_page()
    page.route("**/*.js*", lambda route: route.abort())
    page.goto(f"{local}/?kommune=0326")
    assert page.locator("svg.tegning").is_visible()
    assert page.locator("#panel-hoved h2").inner_text() == "Kalundborg Kommune"
    assert page.locator("#udvikling-plads svg").count() == 1
    page.goto(f"{local}/?kommune=0326&vis=liste")
    assert page.locator("tr[data-kode]:visible").count() == 98


@pytest.mark.parametrize("width", [390, 1280])
@pytest.mark.parametrize("path", ["/", "/?kommune=0326&sammenlign=0265", "/indlejr?kommune=0326"])
def test_nothing_jumps_when_the_scripts_have_run(visit, local, path, width):
    with visit(local, width=width, is_first=True) as page:
        page.page.add_init_script(SHIFTS)
        page.open(path) if path.startswith("/indlejr") else page.open_with_graphs(path)
        page.rest()
        assert page.page.evaluate("window.shifts") <= 0.05


def test_a_kommune_can_be_picked_before_plotly_has_come(visit, local):
    with visit(local, is_first=True) as page:
        waiting, asked = [], []
        page.page.on("request", lambda request: asked.append(request.url))
        page.page.route("**/plotly-geo*", lambda route: waiting.append(route))
        page.page.goto(f"{local}/")
        with page.page.expect_request("**/plotly-geo*"):
            ask_for_plotly(page.page)
        page.page.locator("svg.tegning a[data-kode='0326'] path").first.dispatch_event("click")
        page.heading("Kalundborg Kommune")
        assert page.page.locator("svg.tegning .maerket--a:not([display=none])").count() == 1
        page.rest(held=1)
        for route in waiting:
            route.continue_()
        page.page.wait_for_selector("#kort path.choroplethlocation")
        page.page.wait_for_selector(".udpegning--a .omrids", state="attached")
        assert page.query == "?kommune=0326"
        assert not [url for url in asked if url.partition("?")[0].endswith("/plotly.min.js")], "Dash did not wait, and took its full bundle"


def test_without_our_bundle_dash_takes_its_own(visit, local):
    with visit(local, quiet=False, is_first=True) as page:
        page.page.route("**/plotly-geo*", lambda route: route.abort())
        page.open_with_graphs("/?kommune=0326")
        assert page.page.locator(".udpegning--a .omrids").count() >= 1
