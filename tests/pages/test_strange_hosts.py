"""Host pages that give a frame no origin of its own, and those that have the height script in another way than by its address."""

import pytest

from components.address.asset import read_asset
from tests.pages.test_embed import framed

__all__ = ["framed"]  # a fixture
HOST = "http://127.0.0.1:9876/"  # another origin than the frame's; answered by the test
FRAME = '<iframe src="{embed}/indlejr?kommune=0326" title="x" width="600" height="300" {more}></iframe>'
SCRIPTS = {
    "as a script": '<script src="{embed}/indlejr/hoejde.js"></script>',
    "as a module": '<script type="module" src="{embed}/indlejr/hoejde.js"></script>',
    "in a bundle": "<script>'use strict';{code}</script>",
    "after load": "<script>onload = () => setTimeout(() => { {code} }, 1500)</script>",
}
SHADOW = """<div id="vaert"></div><script>
document.getElementById("vaert").attachShadow({mode: "open"}).innerHTML = '{frame}';
</script>"""
FOREIGN = "for (const each of [null, 1, 'x', {type: 'danmarkskort:hoejde', height: 5n}, [], undefined]) postMessage(each, '*')"
FRAMES = "[...(document.getElementById('vaert')?.shadowRoot || document).querySelectorAll('iframe')]"
TALL = f"{FRAMES}.every(each => each.offsetHeight > 900)"


@pytest.fixture
def show(open_page, framed):
    def show(body):
        page = open_page()
        page.set_default_timeout(15_000)
        errors = []
        page.on("pageerror", lambda error: errors.append(str(error)))
        page.route(HOST, lambda route: route.fulfill(body=f"<!doctype html><title>x</title>{body}", content_type="text/html"))
        page.goto(HOST)
        return page, errors

    return show


@pytest.mark.parametrize("script", SCRIPTS)
@pytest.mark.parametrize("place", ["sandbox", "many", "shadow"])
def test_the_height_is_set(show, framed, script, place):
    frame = FRAME.format(embed=framed, more='sandbox="allow-scripts"' if place == "sandbox" else "")
    body = {"sandbox": frame, "many": frame * 3, "shadow": SHADOW.replace("{frame}", frame)}[place]
    page, errors = show(body + SCRIPTS[script].replace("{embed}", framed).replace("{code}", read_asset("embed/host/height.js")))
    page.evaluate(FOREIGN)
    page.wait_for_function(TALL)
    if place != "shadow":
        page.evaluate("document.body.append(document.querySelector('iframe').cloneNode())")
        page.evaluate("document.querySelectorAll('iframe').forEach(each => each.style.height || (each.height = 300))")
        page.wait_for_function(TALL)
    assert not errors


def test_a_frame_without_an_origin_picks_and_recolours(show, framed):
    page, errors = show(FRAME.format(embed=framed, more='sandbox="allow-scripts"'))
    inner = page.frames[1]
    inner.wait_for_selector("#vaelg-kommune")
    assert inner.evaluate("origin") == "null"
    inner.locator("a[data-kode='0265'] path").first.dispatch_event("click")
    inner.wait_for_function("document.querySelector('#panel-indhold h2')?.textContent === 'Roskilde Kommune'")
    assert inner.evaluate("location.search") == "?kommune=0265"
    inner.locator("#vaelg-tal").click()
    inner.locator("#vaelg-tal").press_sequentially("husleje privat")
    inner.locator("#vaelg-tal").press("Enter")
    inner.wait_for_function("document.querySelector('#kort-titel').textContent.startsWith('Husleje i private')")
    assert not errors
