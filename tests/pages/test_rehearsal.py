"""The rehearsal: Danmarks Statistik's almene figures fetched from a local server with invented numbers, then the real pages on them."""

import re

import pytest

from data.place import PlaceKind
from data.place_table import load_places
from data.profile.answer import find_answer
from data.profile.figures import Figures
from data.registry.kind import Base
from data.store.edition import list_editions
from tests.browser import PRODUCTION, free_port, serve
from tests.days import TODAY

KOMMUNER = {code for code, place in load_places(TODAY).items() if place.kind is PlaceKind.KOMMUNE}
TOPICS = ("boligtyper", "familier", "byggeri", "lokal_oekonomi")


@pytest.fixture(scope="module")
def rehearsed(rehearsed_editions):
    """The production server on the fetched edition."""
    port, root = free_port(), str(rehearsed_editions)
    with serve(*PRODUCTION, "--port", str(port), port=port, DANMARKSKORT_TAL=root) as address:
        yield address


@pytest.fixture(scope="module")
def fetched(rehearsed_editions):
    return Figures.load(with_examples=False, edition=list_editions(rehearsed_editions)[-1])


@pytest.mark.parametrize("code", ["0101", "0326", "0825", "0000"])
def test_every_topic_shows_a_figure_about_almene_boliger(visit, rehearsed, fetched, code):
    profile, registry = fetched.profile(code), fetched.registry
    with visit(rehearsed) as page:
        page.open(f"/?kommune={code}" if code in KOMMUNER else "/")
        for topic in registry.topics:
            answer = find_answer(profile, topic, registry)
            assert answer is not None
            assert answer.entry.indicator.base is Base.ALMENE
            section = page.page.locator(f"#panel-indhold .panel--{topic.key}")
            number = section.locator("summary .vaerdi").first.text_content()
            assert float(number.replace(".", "").replace(",", ".")) == pytest.approx(answer.reading.value, abs=0.5)
        assert page.page.locator("#panel-indhold").text_content().lower().count("ikke med endnu") <= 1
        assert page.page.locator("#panel-indhold .panel--boligtyper h4").count() >= 2


@pytest.mark.parametrize(
    ("path", "width", "longest"),
    [
        ("/?kommune=0760", 1280, 2400),
        ("/?kommune=0760", 390, 3600),
        ("/?kommune=0326&sammenlign=0265", 1280, 1600),
        ("/?kommune=0326&sammenlign=0265", 390, 3200),
    ],
)
def test_the_page_is_short_with_all_that_the_statbank_can_bring(visit, rehearsed, path, width, longest):
    with visit(rehearsed, width=width, height=800) as page:
        page.open(path)
        assert page.page.evaluate("document.documentElement.scrollHeight") <= longest


def test_the_api_has_a_figure_about_almene_boliger_for_392_of_392_pairs(open_page, rehearsed, fetched):
    request = open_page().request
    panels = {row["indikator"]: row["panel"] for row in request.get(f"{rehearsed}/api/v1/indikatorer.json").json()["indikatorer"]}
    titles = {fetched.registry.panels[key].title: key for key in TOPICS}
    rows = request.get(f"{rehearsed}/api/v1/noegletal.json").json()["noegletal"]
    pairs = {
        (row["kommune_kode"], titles[panels[row["indikator"]]])
        for row in rows
        if row["vist"] and row["vaerdi"] is not None and row["grundlag"] == Base.ALMENE
        if row["kommune_kode"] in KOMMUNER and panels[row["indikator"]] in titles
    }
    assert len(pairs) == 392


@pytest.mark.parametrize("path", ["/kommuneark/0101.pdf", "/kommuneark/0326.pdf?sammenlign=0825&sider=1", "/presse/0825-16x9.png"])
def test_what_is_printed_and_drawn_has_room_for_all_of_it(open_page, rehearsed, path):
    response = open_page().request.get(rehearsed + path)
    assert response.status == 200
    assert re.match(rb"%PDF|\x89PNG", response.body())
