"""Scripts that are lost on the way: links and fields are taken over by all scripts or by none, so address and figures never disagree."""

from contextlib import contextmanager
from itertools import combinations

import pytest

from components.address.asset import read_asset
from components.dashboard.document import SCRIPTS as OF_DASHBOARD
from components.screen.bundle import bundle

PAGES = {"/?kommune=0326": "/danmarkskort-*.js", "/indlejr?kort=ja&kommune=0326": "/indlejr/ramme.js"}  # the frame with its suggestions
CUT = "(function (dk) { 'use strict'; dk.show = () => {"
GATE = read_asset("screen/gate.js")


def pick(page, selector, query, name):
    """Click what picks; address and heading are of the same place."""
    page.locator(selector).first.dispatch_event("click")
    page.wait_for_function("query => location.search.startsWith(query)", arg=query)
    page.wait_for_function("name => document.querySelector('#panel-hoved h2')?.textContent === name", arg=name)


def pick_twice(page):
    """On the map, then by a suggestion: the links that came with the page, then those of a panel."""
    pick(page, "svg.tegning a[data-kode='0265'] path", "?kommune=0265", "Roskilde Kommune")
    pick(page, ".forslag a", "?kommune=0265&sammenlign=" + page.locator(".forslag a").first.evaluate(OTHER), "Roskilde")
    page.wait_for_selector(".navn-b h2")


OTHER = "link => new URLSearchParams(link.dataset.led || link.search).get('sammenlign')"


def open_page(page, address):
    """Open a page; whether its scripts have taken it over, once that is settled."""
    page.goto(address, wait_until="domcontentloaded")
    page.wait_for_function("danmarkskort.isReady !== null")
    return page.evaluate("danmarkskort.isReady")


@pytest.fixture(scope="module")
def reader(known_context):
    """One tab for all of them: a page of the dashboard is a second of a processor."""
    page = known_context.new_page()
    yield page
    page.close()


@contextmanager
def block(page, address):
    """No such address is answered. All others come from the browser's memory, which a route of Playwright's would turn off."""
    session = page.context.new_cdp_session(page)
    session.send("Network.enable")
    session.send("Network.setBlockedURLs", {"urls": [address]})
    yield
    session.send("Network.setBlockedURLs", {"urls": []})
    session.detach()


@pytest.mark.parametrize(("path", "lost"), PAGES.items())
def test_where_a_script_is_lost_links_lead_to_whole_pages(reader, local, path, lost):
    with block(reader, f"*{lost}*"):
        assert open_page(reader, f"{local}{path}") is False
        assert reader.locator(".soegefelt:visible").count() == 0  # nothing to type in
        pick_twice(reader)


def test_the_gate_stays_shut_for_each_two_that_are_lost_and_opens_for_all(reader):
    """Each two of the dashboard's scripts, on the gate itself: a page for each pair would take minutes."""
    reader.goto("about:blank")
    opened = """([gate, names, lost]) => {
        new Function(gate)();
        const started = [];
        names.filter((name) => !lost.includes(name)).forEach((name) => danmarkskort.part(name, () => started.push(name)));
        danmarkskort.open(names);
        return [danmarkskort.isReady, started.length];
    }"""
    names = list(OF_DASHBOARD)
    assert reader.evaluate(opened, [GATE, names, []]) == [True, len(names)]
    for pair in combinations(names, 2):
        assert reader.evaluate(opened, [GATE, names, list(pair)]) == [False, 0]


@pytest.mark.parametrize("path", PAGES)
@pytest.mark.parametrize("body", [CUT, "<!doctype html><title>Log ind</title>", "", "throw new Error('old browser')"])
def test_a_script_that_comes_as_something_else_is_lost_too(reader, local, path, body):
    reader.route(f"**{PAGES[path]}*", lambda route: route.fulfill(body=body, content_type="text/javascript"))
    assert open_page(reader, f"{local}{path}") is False
    pick_twice(reader)
    reader.unroute_all()


def test_a_script_that_can_not_start_takes_over_nothing(reader, local):
    reader.route("**/danmarkskort-*.js*", lambda route: route.fulfill(body=bundle(OF_DASHBOARD) + BROKEN, content_type="text/javascript"))
    assert open_page(reader, f"{local}/?kommune=0326") is False
    pick_twice(reader)
    reader.unroute_all()


BROKEN = "danmarkskort.writePickers = () => { throw new Error('broken'); };"


@pytest.mark.parametrize("path", PAGES)
def test_where_all_have_come_the_page_is_not_left(reader, local, path):
    assert open_page(reader, f"{local}{path}")
    reader.evaluate("window.kending = 1")
    pick(reader, "svg.tegning a[data-kode='0265'] path", "?kommune=0265", "Roskilde Kommune")
    assert reader.evaluate("window.kending") == 1


@pytest.mark.parametrize("path", PAGES)
def test_what_fails_while_a_pick_is_shown_is_asked_for_whole(reader, local, path):
    assert open_page(reader, f"{local}{path}")
    reader.evaluate("danmarkskort.writePickers = () => { throw new Error('broken'); }; window.kending = 1")
    pick(reader, ".forslag a", "?kommune=0326&sammenlign=" + reader.locator(".forslag a").first.evaluate(OTHER), "Kalundborg")
    reader.wait_for_selector(".navn-b h2")
    reader.wait_for_function("window.kending === undefined")
