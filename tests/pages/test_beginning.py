"""When Dash and plotly start: by themselves on a large and quick machine, elsewhere when the trend is used; and a visit without them."""

import time
from urllib.request import Request, urlopen

import pytest

from tests.browser import ask_for_plotly, script

LARGE = "for (const name of ['hardwareConcurrency', 'deviceMemory']) Object.defineProperty(navigator, name, { value: 8 })"
SPARING = "Object.defineProperty(navigator.connection, 'saveData', { value: true })"
LEFT = "document.getElementById('dash').content.childElementCount"  # pieces that have not started
CAN = "danmarkskort.canDrawUnasked()"
SMALL = {  # what makes a machine one that waits until it is asked, and the value that it has otherwise
    "saveData": ("connection", True, False),
    "effectiveType": ("connection", "3g", "4g"),
    "type": ("connection", "cellular", "wifi"),
    "rtt": ("connection", 300, 50),
    "downlink": ("connection", 1.5, 10),
    "hardwareConcurrency": ("", 2, 8),
    "deviceMemory": ("", 2, 8),
}
TELL = """([name, of, value]) => Object.defineProperty(of ? navigator[of] : navigator, name, { value, configurable: true })"""
OF_DASH = ("_dash", "plotly", "geodata", "/assets/dashboard/callbacks.js", "/assets/map/plot.js")
FRAME, REST, MINUTE = 50, 2000, 60_000  # milliseconds: more than one frame takes; as in assets/dashboard/begin.js
BYTES_OF_PAGE, BYTES_OF_VISIT = 155_000, 200_000
PICKS = (("0265", "Roskilde Kommune"), ("0851", "Aalborg Kommune"), ("0101", "Københavns Kommune"), ("0400", "Bornholms Regionskommune"))
POINTED = "name => name.startsWith(document.querySelector('.peget-kort strong')?.textContent.slice(0, 5))"
BEST = "br11"  # the end of the ETag of an answer that is packed as well as can be


def open_at_rest(page, path="/"):
    """Open the dashboard in a world whose clock stands still."""
    page.page.clock.install(time=0)
    page.page.clock.pause_at(1000)
    page.page.goto(page.address + path)
    page.page.clock.run_for(FRAME)  # the scripts start when the page has been painted
    page.page.wait_for_selector("#vaelg-kommune")


def test_on_a_large_and_quick_machine_plotly_comes_by_itself_when_the_reader_has_rested(visit, production):
    with visit(production, is_first=True) as page:
        page.page.add_init_script(LARGE)
        open_at_rest(page)
        every = page.page.evaluate(LEFT)
        page.page.clock.run_for(REST - 100)
        page.page.mouse.move(300, 300)
        page.page.clock.run_for(REST - 100)
        page.page.keyboard.press("Shift")
        page.page.clock.run_for(REST - 100)
        assert page.page.evaluate(LEFT) == every > 10, "the reader was about something"
        while page.page.evaluate(LEFT) == every:
            page.page.clock.run_for(REST)  # without a movement of the clock the work that is measured takes no time
        page.page.clock.resume()
        page.page.wait_for_selector(".kort-plads[aria-hidden]", state="attached")
        assert page.page.evaluate(LEFT) == 0
        page.click("0326")
        page.heading("Kalundborg Kommune")


def test_what_is_small_slow_or_to_be_spared_waits_until_it_is_asked(visit, production):
    with visit(production, is_first=True) as page:
        page.page.goto(production)
        page.page.wait_for_selector("#vaelg-kommune")
        page.page.evaluate("performance.now = () => 0")  # what is measured takes no time
        for name, (of, _, usual) in SMALL.items():
            page.page.evaluate(TELL, [name, of, usual])
        assert page.page.evaluate(CAN) is True
        for name, (of, small, usual) in SMALL.items():
            page.page.evaluate(TELL, [name, of, small])
            assert page.page.evaluate(CAN) is False, name
            page.page.evaluate(TELL, [name, of, usual])
        page.page.evaluate("let now = 0; performance.now = () => (now += 10)")  # the work takes as long as on a CPU slowed three times
        assert page.page.evaluate(CAN) is False
        page.page.evaluate("performance.now = () => 0")
        page.page.set_viewport_size({"width": 390, "height": 844})
        assert page.page.evaluate(CAN) is False


def test_a_visit_that_saves_data_does_all_without_dash_until_the_trend_is_used(visit, production):
    pack(production)
    with visit(production, is_first=True, permissions=["clipboard-read", "clipboard-write"]) as page:
        finished = []
        page.page.on("requestfinished", lambda request: finished.append(request))
        page.page.add_init_script(f"{LARGE}; {SPARING}")
        open_at_rest(page)
        page.page.clock.run_for(MINUTE)
        page.page.clock.resume()
        page.rest()
        assert weigh(finished) <= BYTES_OF_PAGE
        for code, name in PICKS:
            point = page.page.evaluate(script("point_of.js"), [1 if code == "0400" else 0, code])
            page.page.mouse.move(*point)
            page.page.wait_for_function(
                "name => name.startsWith(document.querySelector('.peget-kort strong')?.textContent.slice(0, 5))", arg=name
            )
            page.page.mouse.click(*point)
            page.heading(name)
        for typed, title in (("husleje privat", "Husleje i private"), ("almene", "Almene boligers andel")):
            page.page.locator("#vaelg-tal").fill(typed)
            page.page.locator("#vaelg-tal").press("Enter")
            page.page.wait_for_function("title => document.querySelector('#kort-titel').textContent.startsWith(title)", arg=title)
        page.page.go_back()
        page.page.go_back()
        page.page.go_back()
        page.heading("Københavns Kommune")
        page.page.go_forward()
        page.heading("Bornholms Regionskommune")
        page.choose("#vaelg-sammenligning", "roskil")
        page.page.wait_for_selector(".navn-b")
        page.page.get_by_text("Kopiér link").click()
        page.page.wait_for_function("document.querySelector('#kopier-svar').textContent === 'Linket er kopieret'")
        page.page.clock.fast_forward(MINUTE)
        page.rest()
        assert not [each.url for each in finished if any(part in each.url for part in OF_DASH)]
        assert weigh(finished) <= BYTES_OF_VISIT
        ask_for_plotly(page.page)
        page.page.wait_for_selector("#kort .udpegning--b .omrids", state="attached")
        page.page.locator("#panel-udvikling").scroll_into_view_if_needed()
        page.page.wait_for_function("document.querySelector('#udvikling .js-plotly-plot')?.data?.[2].name === 'Roskilde'")


def pack(address):
    """Ask until the answer is packed as well as it can be, as one that many ask for is."""
    while BEST not in urlopen(Request(address, headers={"Accept-Encoding": "br"})).headers["ETag"]:
        time.sleep(0.2)  # else the thread that packs would wait for us


def weigh(requests):
    """The bytes of their answers, heads and bodies."""
    sizes = [each.sizes() for each in requests]
    return sum(each["responseHeadersSize"] + each["responseBodySize"] for each in sizes)


@pytest.mark.parametrize("event", ["pointerdown", "click"])
def test_what_is_asked_for_waits_for_a_press_but_for_nothing_else(visit, production, event):
    with visit(production) as page:
        open_at_rest(page)
        every = page.page.evaluate(LEFT)
        asked = {"pointerdown": "#udvikling-plads", "click": "#panel-udvikling > summary"}[event]
        page.page.locator(asked).dispatch_event(event)
        page.page.clock.run_for(1000)
        page.page.clock.resume()
        page.page.wait_for_function(f"{LEFT} < {every}")
