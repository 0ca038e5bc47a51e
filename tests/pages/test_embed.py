"""The frame on another page: light, of its own height, and whole without a script."""

from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import pytest

from tests.browser import PRODUCTION, free_port, serve

HEIGHTS = "[...document.querySelectorAll('iframe')].map(frame => frame.getBoundingClientRect().height)"
FILLS = "[...document.querySelectorAll('a[data-kode] path')].map(path => path.getAttribute('fill'))"
MARKED = "letter => [...document.querySelectorAll('.maerket--' + letter)].filter(each => each.getAttribute('display') !== 'none').length"

WHOLE = "document.documentElement.scrollHeight <= innerHeight + 1"  # a frame that needs no scrolling
POLLING = 50  # milliseconds: a frame out of sight is given no animation frames


@pytest.fixture(scope="module")
def framed():
    """A server that lets pages of any local port frame the embed."""
    port = free_port()
    with serve(*PRODUCTION, "--port", str(port), port=port, DANMARKSKORT_RAMMER="'self' http://127.0.0.1:*") as address:
        yield address


@pytest.fixture(params=["served", "exported"])
def embed(request):
    return request.getfixturevalue({"served": "framed", "exported": "exported"}[request.param])


class Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *_):
        pass


@pytest.fixture
def host(embed, tmp_path):
    """A page on another origin with two frames, which bear the script that gives them their heights."""
    markup = (Path(__file__).parent / "host.html").read_text(encoding="utf-8")
    (tmp_path / "index.html").write_text(markup.replace("EMBED", embed), encoding="utf-8")
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(tmp_path))) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


@pytest.mark.parametrize("width", [390, 1000])
def test_two_frames_get_their_own_heights_from_another_origin(visit, embed, host, width):
    with visit("http://127.0.0.1", width=width) as page:
        page.page.goto(host)
        large, small = (page.page.frame_locator(f"iframe >> nth={number}") for number in (0, 1))
        large.get_by_role("heading", name="Kalundborg Kommune").wait_for()
        small.get_by_role("heading", name="Læsø Kommune").wait_for()
        page.page.wait_for_function("new Set(told.map(each => each.id)).size === 2")
        for frame in page.page.frames[1:]:
            frame.wait_for_function(WHOLE, polling=POLLING)
        page.rest()
        told = page.page.evaluate("told")
        assert {each["id"] for each in told} == {"stor", "lille"}
        assert {each["type"] for each in told} == {"danmarkskort:hoejde"}
        assert {each["origin"] for each in told} == {"/".join(embed.split("/")[:3])}
        heights = page.page.evaluate(HEIGHTS)
        assert heights[0] > heights[1] > 300
        for frame in page.page.frames[1:]:
            assert frame.evaluate(WHOLE)
        page.rest()
        assert page.page.evaluate("told") == told, "the height feeds itself"
        assert page.page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_a_pick_stays_in_the_frame_and_the_height_follows(visit, embed, host):
    with visit("http://127.0.0.1") as page:
        page.page.goto(host)
        steps = page.page.evaluate("history.length")
        inner = next(frame for frame in page.page.frames if "id=stor" in frame.url)
        inner.get_by_label("Find din kommune").first.fill("roskilde")
        page.page.keyboard.press("Enter")
        inner.get_by_role("heading", name="Roskilde Kommune").wait_for()
        assert inner.evaluate("location.search") == "?kommune=0265&id=stor"
        assert inner.locator("#fuld-stoerrelse").get_attribute("href") == f"{embed}/?kommune=0265"
        assert (page.page.url, page.page.evaluate("history.length")) == (f"{host}/", steps)
        inner.wait_for_function(WHOLE, polling=POLLING)
        page.rest()
        assert inner.evaluate(WHOLE)


def test_the_height_is_usable_without_the_host_s_script(visit, embed):
    with visit(embed, width=720, height=1400) as page:
        page.open("/indlejr?kommune=0326&kort=ja")
        assert page.page.locator("svg.tegning").bounding_box()["height"] < 700
        assert page.page.locator(".noegletal--hoved").bounding_box()["y"] < 1400


def test_a_parameter_that_stands_there_twice_is_read_as_the_server_reads_it(visit, embed):
    with visit(embed) as page:
        page.open("/indlejr?kommune=0326&paneler=hovedtal&paneler=boligtyper&farve=blaa&farve=groen&kort=ja&kort=nej")
        shown = page.page.evaluate("({ ...document.documentElement.dataset })")
        assert (shown["paneler"], shown["farve"], shown["kort"]) == ("hovedtal boligtyper", "groen", "nej")
        assert page.text("#besked") == ""


def test_a_message_from_elsewhere_changes_nothing(visit, embed, host):
    with visit("http://127.0.0.1") as page:
        page.page.goto(host)
        page.page.wait_for_function("new Set(told.map(each => each.id)).size === 2")
        page.rest()
        before = page.page.evaluate(HEIGHTS)
        page.page.evaluate("postMessage({type: 'danmarkskort:hoejde', id: 'stor', height: 9999}, '*')")
        page.page.wait_for_function("told.some(each => each.height === 9999)")
        page.rest()
        assert page.page.evaluate(HEIGHTS) == before


def test_the_map_picks_compares_and_recolours_without_plotly(visit, embed):
    with visit(embed) as page:
        page.open("/indlejr?kommune=0326")
        assert page.page.evaluate("typeof Plotly + typeof React") == "undefinedundefined"
        assert page.page.evaluate(MARKED, "a") == 1
        page.page.locator("a[data-kode='0101'] path").first.dispatch_event("click")
        page.heading("Københavns Kommune")
        assert page.page.evaluate(MARKED, "a") == 2  # on the country and in the frame
        assert page.query == "?kommune=0101"
        page.choose("#vaelg-sammenligning", "kalundb")
        page.page.wait_for_selector(".navn-b")
        assert page.page.evaluate(MARKED, "b") == 1
        before = page.page.evaluate(FILLS)
        page.choose("#vaelg-tal", "husleje privat")
        page.page.wait_for_function("document.querySelector('#kort-titel').textContent.startsWith('Husleje i private')")
        after = page.page.evaluate(FILLS)
        assert len(after) == len(before) > 98
        assert sum(one != other for one, other in zip(after, before, strict=True)) > 30
        assert "1.008" in page.page.locator("a[data-kode='0326'] title").first.text_content()
        assert page.page.locator("a[data-kode='0825'] path").first.get_attribute("fill").startswith("url(#")


def test_the_frame_s_own_parameters_are_kept_through_picks(visit, embed):
    with visit(embed) as page:
        page.open("/indlejr?kommune=0326&paneler=hovedtal,boligtyper&farve=blaa&id=x")
        shown = "[...document.querySelectorAll('main .panel')].filter(panel => panel.checkVisibility()).map(panel => panel.className)"
        assert page.page.evaluate(shown) == ["panel panel--hovedtal raekke", "panel panel--boligtyper emne", "panel panel--mangler"]
        assert page.page.evaluate("getComputedStyle(document.querySelector('.noegletal--hoved .vaerdi')).color") == "rgb(29, 78, 137)"
        page.page.locator("a[data-kode='0265'] path").first.dispatch_event("click")
        page.heading("Roskilde Kommune")
        assert page.query == "?kommune=0265&paneler=hovedtal,boligtyper&farve=blaa&id=x"
        assert page.page.evaluate(shown)[-2:] == ["panel panel--boligtyper emne", "panel panel--mangler"]


@pytest.mark.parametrize(
    ("query", "said"),
    [
        ("kommune=9999", "en kommune, som ikke findes"),
        ("farve=neon", "en farve, som ikke findes"),
        ("paneler=alt", "en gruppe tal, som ikke findes"),
        ("kort=nej&paneler=ingen", "hverken har kort eller tal"),
        ("kort=maaske", "hverken har kort eller tal"),
    ],
)
def test_what_can_not_be_shown_is_passed_over_with_a_sentence(visit, embed, query, said):
    with visit(embed) as page:
        page.page.goto(f"{embed}/indlejr?{query}")
        page.page.wait_for_function("document.querySelector('#besked').textContent !== ''")
        assert said in page.text("#besked")
        assert page.page.locator("svg.tegning").is_visible()


def test_without_a_script_links_and_the_list_work(open_page, framed):
    page = open_page(java_script_enabled=False)
    page.goto(f"{framed}/indlejr?kommune=0326&paneler=hovedtal&farve=groen")
    assert page.locator("#panel-hoved h2").inner_text() == "Kalundborg Kommune"
    page.select_option("select[name=kommune]", "0265")
    page.get_by_role("button", name="Vis").click()
    assert page.locator("#panel-hoved h2").inner_text() == "Roskilde Kommune"
    assert "paneler=hovedtal" in page.url
    page.locator("a[data-kode='0101'] path").first.dispatch_event("click")
    page.wait_for_url("**/indlejr?kommune=0101&paneler=hovedtal&farve=groen")
    assert page.locator("#panel-hoved h2").inner_text() == "Københavns Kommune"
    assert page.locator(".soegefelt:visible").count() == 0


def test_the_frame_is_light_and_sets_nothing(visit, framed):
    with visit(framed, is_first=True) as page:
        session = page.page.context.new_cdp_session(page.page)
        session.send("Network.enable")
        sizes = []
        session.on("Network.loadingFinished", lambda event: sizes.append(event["encodedDataLength"]))
        page.open("/indlejr?kommune=0326")
        page.page.wait_for_load_state("networkidle")
        assert sum(sizes) < 75_000
        assert page.page.context.cookies() == []
        assert page.page.evaluate("localStorage.length + sessionStorage.length") == 0


def test_the_builder_shows_writes_and_remembers(visit, embed):
    with visit(embed, permissions=["clipboard-read", "clipboard-write"]) as page:
        page.page.goto(f"{embed}/indlejr/byg?kommune=0326&sammenlign=0101")
        frame = page.page.frame_locator("#forhaandsvisning")
        frame.locator(".navn-b").wait_for()
        assert page.page.locator("#forhaandsvisning").get_attribute("width") in {"360", "700"}
        page.page.locator("input[value=sammenligning]").check()
        frame.locator("html[data-form=sammenligning] .navn-b").wait_for()
        assert "form=sammenligning" in page.page.locator("#kode-script").input_value()
        page.page.get_by_text("Flere valg").click()
        page.page.locator("[name=paneler]").evaluate_all("each => each.forEach(one => one.checked || one.click())")
        page.page.get_by_label("Befolkning").uncheck()
        page.page.get_by_label("Blå").check()
        page.page.get_by_label("Bredde i pixel").fill("640")
        code = page.page.locator("#kode-script").input_value()
        assert 'title="Almene boliger i Kalundborg Kommune og Københavns Kommune"' in code
        assert 'width="640"' in code
        assert f'src="{embed}/indlejr?kommune=0326&amp;sammenlign=0101&amp;paneler=hovedtal,' in code
        assert "befolkning" not in code
        assert code.endswith(f'<script async src="{embed}/indlejr/hoejde.js"></script>')
        frame.locator("html[data-farve=blaa] .navn-b").wait_for()
        page.page.get_by_text("Uden script").click()
        page.page.locator("[data-kopier=kode-ramme]").click()
        page.page.wait_for_function("document.querySelector('.byg-plain [role=status]').textContent === 'Koden er kopieret'")
        assert page.page.evaluate("navigator.clipboard.readText()") == code.split("\n")[0]
        page.page.reload()
        frame.locator(".navn-b").wait_for()
        assert page.page.get_by_label("Blå").is_checked()
        assert not page.page.get_by_label("Befolkning").is_checked()
        assert page.page.locator("select[name=sammenlign]").input_value() == "0101"
