"""The frame for other pages, as it comes from the server and is read without a script."""

import json
import re
from urllib.parse import parse_qs, urlsplit

import brotli
import pytest

from components.address.asset import read_asset
from components.address.embed_options import Form, FrameParameter, list_panels
from components.embed.script import SCRIPTS, bundle_scripts, script_address
from tests.page import HOST, find, list_links, parse, read_text

OWN = "paneler=hovedtal,udvikling&farve=blaa&id=forside"
MOST = 75_000  # bytes of a frame with its scripts, as they are sent


@pytest.fixture(scope="module")
def page(client):
    return client.get(f"/indlejr?kommune=0326&{OWN}").text


def test_nothing_heavy_is_in_the_page(page):
    scripts = "".join(read_asset(f"{name}.js") for name in SCRIPTS)
    assert not re.search(r"cookie|localStorage|sessionStorage", page + scripts)
    assert not re.search(r"_dash|DashRenderer|plotly[\w.-]*js|react|/geodata/[0-9a-f]", page)
    assert "@font-face" not in page
    assert ".woff2" not in page


def test_everything_that_is_loaded_is_our_own(page):
    assert [script_address()] == re.findall(r'src="([^"]+)"', page)
    assert all(re.match("[\"']?(#|data:)", address) for address in re.findall(r"url\(([^)]+)\)", page))
    assert "@import" not in page


def test_the_page_says_that_it_is_not_to_be_found(page):
    assert '<meta name="robots" content="noindex">' in page
    assert "canonical" not in page


def test_a_link_without_a_script_keeps_the_frame_s_own_parameters(page):
    within = [href for _, href in list_links(parse(page)) if href.startswith("?")]
    kommuner = {parse_qs(href.removeprefix("?"))["kommune"][0] for href in within if "kommune=" in href}
    assert len(kommuner) == 98  # the map's
    for href in within:
        own = {name: values[-1] for name, values in parse_qs(href.removeprefix("?")).items() if name in set(FrameParameter)}
        assert own == {"paneler": "hovedtal,udvikling", "farve": "blaa", "id": "forside"}, href


@pytest.mark.parametrize("own", ["", "kort=nej", "paneler=ingen", "form=kort", "form=sammenligning&farve=groen&id=x%26y%3D1"])
def test_each_link_within_the_frame_leads_to_the_same_frame(client, own):
    root = parse(client.get(f"/indlejr?kommune=0326&sammenlign=0101&{own}").text)
    within = [href for _, href in list_links(root) if href.startswith("?")]
    assert within
    for href in within:
        assert {name: value for name, value in parse_qs(href[1:]).items() if name in set(FrameParameter)} == parse_qs(own), href
    assert client.get(f"/indlejr{within[-1]}").status_code == 200


def test_the_way_out_leaves_the_frame(page):
    out = {text: href for text, href in list_links(parse(page)) if href.startswith("/") and not href.startswith("/api/")}
    assert out["Åbn Danmarkskortet"] == "/?kommune=0326"
    assert '<base target="_blank">' in page
    inside = [element for element in parse(page).iter("a") if element.get("href", "#")[0] in "?#"]
    assert len(inside) > 5
    assert all(element.get("target") == "_self" for element in inside)


def test_a_kommune_can_be_found_without_a_script(client):
    text = client.get(f"/indlejr?kommune=0326&sammenlign=0101&tal=lejeboliger&{OWN}").text
    form = parse(re.search(r"<noscript>(<form.*?</form>)</noscript>", text)[1].join(("<!doctype html><title>x</title>", ""))).find(
        ".//form"
    )
    hidden = {field.get("name"): field.get("value") for field in form.iter("input")}
    assert form.get("action") == "/indlejr"
    assert hidden["sammenlign"] == "0101"
    assert {name: hidden[name] for name in ("paneler", "farve", "id")} == {
        "paneler": "hovedtal,udvikling",
        "farve": "blaa",
        "id": "forside",
    }
    options = list(form.iter("option"))
    assert len(options) == 98
    assert [option.get("value") for option in options if option.get("selected") is not None] == ["0326"]


def test_a_name_is_the_same_after_the_form_without_a_script(client):
    text = client.get("/indlejr?id=a%20b%26c%22%3E").text
    assert 'name="id" value="a b&amp;c&quot;&gt;"' in text


@pytest.mark.parametrize("without", ["kort=nej", "form=noegletal", "form=sammenligning&sammenlign=0101"])
def test_without_the_map_there_is_no_drawing(client, without):
    assert 'class="tegning"' in client.get("/indlejr?kommune=0326").text
    text = client.get(f"/indlejr?kommune=0326&{without}").text
    assert 'data-kort="nej"' in text
    assert 'class="tegning"' not in text
    assert "Indeholder data fra Klimadatastyrelsen" in client.get("/indlejr?kommune=0326").text


def list_shown(root):
    """The keys of the panels that are in the page, the topics' cards among them."""
    classes = [(element.get("class") or "").split() for tag in ("section", "details") for element in root.iter(tag)]
    return {name.removeprefix("panel--") for names in classes for name in names if name.startswith("panel--")}


def test_every_panel_can_be_left_out(page, client, official):
    for key in list_panels(official.registry):
        assert f'[data-paneler]:not([data-paneler~="{key}"]) .panel--{key}{{display:none}}' in page
    assert 'data-paneler="hovedtal udvikling"' in page
    elsewhere = {"nyt", "fakta"}  # of a newer edition, and of the country
    assert set(list_panels(official.registry)) - elsewhere <= list_shown(parse(client.get("/indlejr?kommune=0326&kort=ja").text))


@pytest.mark.parametrize("code", ["", "0326", "0825", "0101"])
def test_a_shape_has_main_figure_and_closed_topics_and_nothing_else(client, official, code):
    topics = {topic.key for topic in official.registry.topics}
    for form in Form:
        root = parse(client.get(f"/indlejr?kommune={code}&form={form}").text)
        assert list_shown(root) - {"udvikling"} == (set() if form is Form.KORT else topics)  # the trend's slot is hidden
        assert not [card for card in root.iter("details") if card.get("data-emne") and card.get("open") is not None]
        assert root.get("data-form") == form


def test_what_is_open_stands_in_the_address(client):
    root = parse(client.get("/indlejr?kommune=0326&emne=familier,byggeri").text)
    assert [card.get("data-emne") for card in root.iter("details") if card.get("open") is not None] == ["familier", "byggeri"]


def test_an_old_address_shows_what_it_did(client):
    root = parse(client.get("/indlejr?kommune=0326&paneler=udvikling,filer").text)
    assert (root.get("data-form"), root.get("data-paneler"), root.get("data-kort")) == (None, "udvikling filer", "ja")
    assert {"udvikling", "filer", "sammenlign"} <= list_shown(root)


@pytest.mark.parametrize(
    ("query", "line"),
    [
        ("", "Kilde: Danmarks Statistik, BOL101 (hovedtal og kort) · Danmarkskortet, BL"),
        ("?form=kort", "Kilde: Danmarks Statistik, BOL101 · Danmarkskortet, BL"),
        ("?form=noegletal&tal=husleje_almen", "Kilde: Danmarks Statistik, BOL101 (hovedtal) · Danmarkskortet, BL"),
        ("?kort=nej", "Kilde: Danmarks Statistik, BOL101 (hovedtal) · Danmarkskortet, BL"),
        ("?form=kort&tal=enlige_husstande", "Kilde: Danmarks Statistik, FAM55N · Danmarkskortet, BL"),
        ("?tal=boligstoerrelse", "Kilde: Danmarks Statistik, BOL101 (hovedtal), Danmarks Statistik, BOL106 (kort) · Danmarkskortet, BL"),
    ],
)
def test_every_frame_names_the_source_of_what_it_shows(client, query, line):
    assert read_text(find(parse(client.get(f"/indlejr{query}").text), "rammekilde")) == line


def test_the_scripts_are_one_file_without_comments(client):
    answer = client.get(script_address())
    assert (answer.status_code, answer.mimetype, answer.text) == (200, "text/javascript", bundle_scripts())
    assert "/**" not in answer.text
    assert [name for name in SCRIPTS if f'dk.part("{name}"' not in answer.text] == []


def test_ignored_parameters_are_named_in_a_notice(client):
    root = parse(client.get("/indlejr?kommune=9999&farve=lilla&kort=nej&paneler=ingen").text)
    said = read_text(find(root, "besked"))
    assert [word for word in ("kommune, som ikke findes", "farve, som ikke findes", "hverken har kort eller tal") if word in said] == [
        "kommune, som ikke findes",
        "farve, som ikke findes",
        "hverken har kort eller tal",
    ]


@pytest.mark.parametrize("junk", ['"><script>alert(1)</script>', "</style>", "'"])
def test_parameters_are_escaped(client, junk):
    query = dict.fromkeys(("kommune", "sammenlign", "tal", "udgave", *FrameParameter), junk)
    text = client.get("/indlejr", query_string=query).text
    assert parse(text) is not None
    assert "<script>alert" not in text


def test_example_figures_are_there_only_where_they_are_switched_on_for_files_too(client, client_with_examples, client_all_examples):
    body = [one.get("/indlejr?kommune=0101").text.split("<body", 1)[1] for one in (client, client_with_examples, client_all_examples)]
    assert ["eksempelmaerke" in text for text in body] == [False, False, True]
    assert ["må ikke citeres" in text for text in body] == [False, False, True]


def test_the_script_is_told_the_frame_s_choices(page, official):
    setup = json.loads(page.split('id="opsaetning">')[1].split("</script>")[0])
    assert setup["rammens"] == list(FrameParameter)
    assert setup["paneler"] == list(list_panels(official.registry))


def test_the_frame_can_be_discovered(client, client_at_host):
    for one, host in ((client, "http://localhost"), (client_at_host, HOST)):
        head = parse(one.get("/indlejr?kommune=0326&farve=blaa").text)
        found = next(element for element in head.iter("link") if element.get("type") == "application/json+oembed")
        asked = parse_qs(urlsplit(found.get("href")).query)
        assert asked["url"] == [f"{host}/indlejr?kommune=0326&farve=blaa"]


def size(client, address):
    with client.get(address) as response:
        return len(brotli.compress(response.data, quality=5))


@pytest.mark.parametrize("query", ["", "?kommune=0326", "?kommune=0101&sammenlign=0326"])
def test_a_frame_with_its_scripts_is_small(client, query):
    scripts = re.findall(r'<script src="([^"]+)"', client.get(f"/indlejr{query}").text)
    assert len(scripts) == 1
    assert size(client, f"/indlejr{query}") + sum(size(client, script) for script in scripts) <= MOST
