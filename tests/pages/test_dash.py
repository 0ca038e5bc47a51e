"""What Dash has of the page, and that it leaves the browser as it was."""

import pytest

from components.markup import ids
from tests.browser import ask_for_plotly

LAYOUT = "_dash-layout"
IS_NATIVE = "Function.prototype.toString.call(window.fetch) === 'function fetch() { [native code] }'"
PROPERTY = "([id, name]) => dash_component_api.getLayout(id).props[name]"
CLICKED = "code => dash_component_api.getLayout('kort').props.clickData?.points[0].location === code"


def prop(page, id_, name):
    """A property of a component, as Dash has it."""
    return page.page.evaluate(PROPERTY, [id_, name])


def test_fetch_is_the_browser_s_own_again_when_dash_has_started(visit, local):
    with visit(local) as page:
        page.page.add_init_script("window.first = window.fetch")
        asked = []
        page.page.on("request", lambda request: asked.append(request.url))
        page.open_with_graphs()
        assert page.page.evaluate(IS_NATIVE)
        assert page.page.evaluate("window.fetch === window.first")
        assert not [url for url in asked if "_dash-layout" in url or "_dash-dependencies" in url], "answered from the page"


def test_only_the_exact_addresses_are_answered_from_the_page(visit, site):
    """Asked before Dash asks: while its scripts are held back, fetch is still ours."""
    with visit(site, quiet=False) as page:
        held, asked = [], []
        page.page.route("**/_dash-component-suites/**", lambda route: held.append(route))
        page.page.route("**/andetsteds/**", lambda route: (asked.append(route.request.url), route.fulfill(json=["theirs"])))
        page.page.goto(f"{site}/")
        ask_for_plotly(page.page)
        page.page.wait_for_function("Boolean(window.dash_clientside?.danmarkskort)")
        assert not page.page.evaluate(IS_NATIVE)
        base = page.page.evaluate("danmarkskort.setup.rod")
        for other in (f"{base}/andetsteds/{LAYOUT}", f"{base}/andetsteds/_dash-dependencies", f"{base}/andetsteds/x?a=/{LAYOUT}"):
            assert page.page.evaluate("address => fetch(address).then(answer => answer.json())", other) == ["theirs"]
        assert len(asked) == 3
        for route in held:
            route.continue_()
        page.page.unroute("**/_dash-component-suites/**")
        page.page.wait_for_function("document.querySelectorAll('#kort path.choroplethlocation').length > 98")
        assert page.page.evaluate(IS_NATIVE)


def test_dash_starts_with_what_stands_in_the_page_alone(visit, local):
    with visit(local) as page:
        page.open_with_graphs()
        assert set(page.page.evaluate("danmarkskort.setup.dash")) == {"/_dash-layout", "/_dash-dependencies"}
        for address in ("/_dash-layout", "/_dash-dependencies"):
            assert page.page.request.get(local + address).status == 404


def test_a_click_is_dash_s_click_data_and_a_second_one_is_not_lost(visit, local):
    with visit(local) as page:
        page.open_with_graphs().click("0326")
        page.heading("Kalundborg Kommune")
        page.page.wait_for_function(CLICKED, arg="0326")
        page.page.wait_for_function("location.search === '?kommune=0326'")
        page.page.evaluate("danmarkskort.goTo('?kommune=0265')")
        page.page.wait_for_function("dash_component_api.getLayout('visning').props.data.kommune === '0265'")
        page.page.evaluate("scrollTo(0, 0)")
        page.click("0326")
        page.page.wait_for_function("dash_component_api.getLayout('visning').props.data.kommune === '0326'")
        assert page.query == "?kommune=0326"


def test_the_pointer_is_dash_s_hover_data(visit, local):
    with visit(local) as page:
        asked = []
        page.page.on("request", lambda request: asked.append(request.url))
        page.open_with_graphs()
        x, y = page.point("0326")
        page.page.mouse.move(x, y)
        page.page.wait_for_selector(".js-plotly-plot.over-kommune")
        assert prop(page, ids.MAP, "hoverData")["points"][0]["location"] == "0326"
        assert [url for url in asked if url.endswith("/panel/0326.json")], "its panel is fetched ahead"
        page.page.mouse.move(5, 5)
        page.page.wait_for_selector(".js-plotly-plot:not(.over-kommune)")
        assert prop(page, ids.MAP, "hoverData") is None


@pytest.mark.parametrize("search", ["?kommune=0326&sammenlign=0101", "?kommune=0101&tal=lejeboliger"])
def test_the_store_follows_the_address_by_every_way(visit, local, search):
    with visit(local) as page:
        page.open_with_graphs()
        assert prop(page, ids.VIEW, "data") == page.page.evaluate("danmarkskort.readView('')")
        page.page.evaluate("search => danmarkskort.goTo(search)", search)
        wanted = page.page.evaluate("search => JSON.stringify(danmarkskort.readView(search))", search)
        page.page.wait_for_function("wanted => JSON.stringify(dash_component_api.getLayout('visning').props.data) === wanted", arg=wanted)
        page.page.go_back()
        page.page.wait_for_function("dash_component_api.getLayout('visning').props.data.kommune === null")


def test_the_figure_of_the_map_is_dash_s(visit, local, figures):
    with visit(local) as page:
        page.open_with_graphs("/?tal=lejeboliger")
        *maps, line = prop(page, ids.MAP, "figure")["data"]
        assert {code for each in maps for code in each["locations"]} == {place.code for place in figures.kommuner}
        assert all(len(each["z"]) == len(each["locations"]) for each in maps)
        assert "z" not in line
        before = maps[0]["z"]
        page.choose("#vaelg-tal", "husleje privat")
        page.page.wait_for_function(
            "before => dash_component_api.getLayout('kort').props.figure.data[0].z.join() !== before", arg=",".join(map(str, before))
        )
        assert prop(page, ids.LAYER, "data") == "/kort/husleje_privat.json"


def test_the_trend_is_closed_far_from_the_screen_and_the_drawing_has_followed(visit, local):
    with visit(local) as page:
        page.open_with_graphs("/?kommune=0326")
        page.page.locator("#panel-udvikling > summary").click()
        page.page.locator("#panel-udvikling").scroll_into_view_if_needed()
        page.page.wait_for_selector("#udvikling-plads.med-graf #udvikling path.js-line")
        assert page.page.locator("#udvikling-plads > svg").evaluate("svg => getComputedStyle(svg).opacity") == "0"
        assert prop(page, ids.TREND, "figure")["data"][1]["name"] == "Kalundborg"
        page.page.evaluate("scrollTo(0, 0)")
        page.page.wait_for_function("!dash_component_api.getLayout('udvikling-portal').props.near")
        page.page.evaluate("danmarkskort.goTo('?kommune=0265')")
        page.page.wait_for_selector("#udvikling", state="detached")
        page.heading("Roskilde Kommune")
        drawing = page.page.locator("#udvikling-plads > svg")
        assert drawing.evaluate("svg => getComputedStyle(svg).opacity") == "1"
        assert "Roskilde" in drawing.get_attribute("aria-label")


def test_borders_that_cannot_be_fetched_leave_the_drawing_and_are_asked_for_again_at_the_next_pick(visit, site):
    with visit(site, quiet=False) as page:
        page.page.route("**/geodata/*.geojson", lambda route: route.abort())
        page.page.goto(f"{site}/")
        ask_for_plotly(page.page)
        page.page.wait_for_selector("#kort-plads", state="attached")  # Dash has its layout
        page.page.wait_for_function("window.dash_component_api?.getLayout('kortlag')?.props.data")
        page.rest()
        assert page.page.locator("svg.tegning").is_visible()
        assert page.page.locator("#kort").count() == 0
        page.page.unroute("**/geodata/*.geojson")
        page.page.locator("a[data-kode='0326'] path").first.dispatch_event("click")
        page.page.wait_for_function("document.querySelectorAll('#kort path.choroplethlocation').length > 98")
        page.page.wait_for_selector(".udpegning--a .omrids", state="attached")
        page.page.wait_for_selector(".kort-plads[aria-hidden]", state="attached")
