"""Host pages that give a frame no origin of its own, and those that have the height script in another way than by its address."""

from functools import partial
from http.server import ThreadingHTTPServer
from threading import Thread

import pytest

from components.address.asset import read_asset
from tests.pages.test_embed import Quiet, framed

__all__ = ["framed"]  # a fixture
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
TALL = f"{FRAMES}.every(each => each.offsetHeight > 700)"


@pytest.fixture
def show(open_page, framed, tmp_path):
    def show(body):
        page = open_page()
        page.set_default_timeout(15_000)
        errors = []
        page.on("pageerror", lambda error: errors.append(str(error)))
        (tmp_path / "index.html").write_text(f"<!doctype html><meta charset=utf-8><title>x</title>{body}", encoding="utf-8")
        page.goto(f"http://127.0.0.1:{server.server_port}")
        return page, errors

    with ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(tmp_path))) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        yield show
        server.shutdown()


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


# What WordPress itself does with messages (its wp-embed script): the frame is known by its secret and its window, 200 to 1000 pixels.
WORDPRESS = """<script>addEventListener("message", ({ data, source }) => {
    if (data?.message !== "height") return;
    for (const frame of document.querySelectorAll(`iframe[data-secret="${data.secret}"]`))
        if (frame.contentWindow === source) frame.height = Math.min(1000, Math.max(200, data.value));
})</script>"""


def test_wordpress_sets_the_height_of_the_frames_that_it_has_made(show, framed):
    frame = f'<iframe src="{framed}/indlejr?kommune=0326#?secret={{secret}}" data-secret="{{secret}}" sandbox="allow-scripts" width="600" '
    frame += 'height="400" class="wp-embedded-content" security="restricted" frameborder="0" scrolling="no" title="x"></iframe>'
    page, errors = show(WORDPRESS + frame.format(secret="AbCdEf1234") + frame.format(secret="x"))
    page.wait_for_function(TALL)
    assert page.frames[1].evaluate("location.hash") == "#?secret=AbCdEf1234"
    assert not errors


def test_a_frame_without_an_origin_picks_and_recolours(show, framed):
    page, errors = show(FRAME.format(embed=framed, more='sandbox="allow-scripts"'))
    inner = page.frames[1]
    inner.wait_for_selector("#vaelg-kommune")
    assert inner.evaluate("origin") == "null"
    inner.locator("a[data-kode='0265'] path").first.dispatch_event("click")
    inner.wait_for_function("document.querySelector('#panel-hoved h2')?.textContent === 'Roskilde Kommune'")
    assert inner.evaluate("location.search") == "?kommune=0265"
    inner.locator("#vaelg-tal").click()
    inner.locator("#vaelg-tal").press_sequentially("husleje privat")
    inner.locator("#vaelg-tal").press("Enter")
    inner.wait_for_function("document.querySelector('#kort-titel').textContent.startsWith('Husleje i private')")
    assert not errors


CLOSED = """<div id="vaert"></div><script>
window.inside = document.getElementById("vaert").attachShadow({mode: "closed"});
inside.innerHTML = '{frame}';
</script>"""


def test_a_closed_shadow_root_keeps_the_fixed_height_and_nothing_breaks(show, framed):
    """No script sees into it, so the frame keeps the height of its code; a host that has the root itself can set it from the message."""
    frame = FRAME.format(embed=framed, more="")
    script = SCRIPTS["as a script"].replace("{embed}", framed)
    page, errors = show(CLOSED.replace("{frame}", frame) + frame + script)
    page.wait_for_function("document.querySelector('iframe').offsetHeight > 700")  # that outside is measured
    assert page.evaluate("inside.querySelector('iframe').clientHeight") == 300
    page.evaluate("""addEventListener("message", ({ source, data }) => {
        const frame = inside.querySelector("iframe");
        if (source === frame.contentWindow && data.type === "danmarkskort:hoejde") frame.style.height = data.height + "px";
    })""")
    page.evaluate("inside.querySelector('iframe').contentWindow.postMessage({ type: 'danmarkskort:spoerg' }, '*')")
    page.wait_for_function("inside.querySelector('iframe').offsetHeight > 700")
    assert not errors
