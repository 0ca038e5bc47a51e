"""The page of each of the 98 kommuner, as readers without a script, search engines and link checkers meet it."""

import json
import re
from urllib.parse import unquote

import brotli
import pytest

from components.address.open_data import FILE_FORMATS
from components.address.place import place_address
from components.screen.scripts import read_map_script
from data.place import PlaceKind
from data.place_table import load_places
from tests.days import TODAY
from tests.page import HOST, find, list_links, parse, read_text

KOMMUNER = [place for place in load_places(TODAY).values() if place.kind is PlaceKind.KOMMUNE]
MOST = 60_000  # bytes of a page with its style sheets, as they are sent


@pytest.fixture(scope="module")
def pages(client_at_host):
    """The text of every page, by kommunekode."""
    return {place.code: client_at_host.get(place_address(place)).text for place in KOMMUNER}


@pytest.fixture(scope="module")
def root(pages):
    return parse(pages["0326"])


def meta(text):
    return dict(re.findall(r'<meta (?:name|property)="([^"]+)" content="([^"]*)">', text))


@pytest.mark.slow
@pytest.mark.parametrize("place", KOMMUNER, ids=lambda place: place.name)
def test_a_kommune_s_page_says_what_it_is(pages, place):
    text, address = pages[place.code], HOST + place_address(place)
    said = meta(text)
    assert f"<title>Almene boliger i {place.full_name} - Danmarkskortet over almene boliger</title>" in text
    assert f"<h1>Almene boliger i {place.full_name}</h1>" in text
    assert place.full_name in said["description"]
    assert f'<link rel="canonical" href="{address}">' in text
    assert (said["og:url"], said["og:image"]) == (address, f"{address}.png")
    assert said["og:description"] == said["description"]
    assert "robots" not in said


def test_no_two_pages_say_the_same(pages):
    for name in ("description", "og:title"):
        assert len({meta(text)[name] for text in pages.values()}) == 98


@pytest.mark.parametrize("place", KOMMUNER, ids=lambda place: place.name)
def test_a_kommune_s_page_describes_its_data(pages, place):
    about = json.loads(re.search(r'<script type="application/ld\+json">(.*?)</script>', pages[place.code])[1])
    assert (about["@context"], about["@type"]) == ("https://schema.org", "Dataset")
    assert about["url"] == HOST + place_address(place)
    assert 50 <= len(about["description"]) <= 5000  # what Google takes
    assert [part["encodingFormat"] for part in about["distribution"]] == [each.mimetype for each in FILE_FORMATS]
    assert all(part["contentUrl"].startswith(f"{HOST}/api/v1/kommuner/{place.code}.") for part in about["distribution"])
    assert about["variableMeasured"]
    assert all(isinstance(each["value"], int | float) for each in about["variableMeasured"])
    assert all(about[name] for name in ("name", "license", "creator", "isBasedOn", "version", "dateModified"))


def test_the_files_of_the_description_are_there(client_at_host, pages):
    about = json.loads(re.search(r'<script type="application/ld\+json">(.*?)</script>', pages["0326"])[1])
    for part in about["distribution"]:
        response = client_at_host.get(part["contentUrl"].removeprefix(HOST))
        assert (response.status_code, response.mimetype) == (200, part["encodingFormat"])


def links_under(root, heading):
    section = next(each for each in root.iter("section") if [h for h in each.iter("h3") if read_text(h) == heading])
    return dict(list_links(section))


def test_neighbours_and_the_most_alike_are_links_to_their_pages(root, official):
    assert links_under(root, "Nabokommuner") == {
        "Holbæk": "/k/kommune/0316-holbaek",
        "Odsherred": "/k/kommune/0306-odsherred",
        "Slagelse": "/k/kommune/0330-slagelse",
        "Sorø": "/k/kommune/0340-soroe",
    }
    alike = [official.places[code] for code in official.profile("0326").similar]
    assert links_under(root, "Kommuner, der minder om Kalundborg") == {place.name: f"/k{place_address(place)}" for place in alike}


def test_an_island_has_no_neighbours_and_does_not_say_so(pages):
    assert "Nabokommuner" not in pages["0825"]
    assert "Kommuner, der minder om Læsø" in pages["0825"]


def test_every_kommune_on_the_map_is_a_link_and_the_own_is_marked(root):
    drawn = next(element for element in root.iter() if str(element.tag).endswith("svg") and list(list_links(element)))
    assert {href for _, href in list_links(drawn)} == {f"/k{place_address(place)}" for place in KOMMUNER}
    marks = [mark for mark in drawn.iter() if "maerket--a" in (mark.get("class") or "") and mark.get("display") != "none"]
    assert len(marks) == 1  # on one of the map and its insets


def test_the_page_leads_to_dashboard_and_data(root):
    links = dict(list_links(root))
    assert links["Vis på det interaktive kort"] == "/k/?kommune=0326"
    assert links["Hent tallene"] == "#hent"
    assert links["Excel"] == "/k/api/v1/kommuner/0326.xlsx"
    assert [href for text, href in list_links(find_crumbs(root)) if text == "Region Sjælland"] == ["/k/kommuner#r1085"]


def find_crumbs(root):
    return next(element for element in root.iter("nav") if element.get("class") == "sti")


def test_the_page_has_every_panel(root, official):
    headings = {read_text(heading) for heading in root.iter("h3")}
    titles = {panel.title for panel in official.registry.panels.values() if panel != official.registry.panel_of(official.registry.main)}
    assert all(any(heading.startswith(title) for heading in headings) for title in titles)
    assert official.registry.main.label in read_text(find(root, "panel-hoved"))
    assert len(read_text(find(root, "panel-indhold"))) > 1000


def test_the_page_needs_no_script_but_has_one_for_the_map_s_listbox(pages):
    for text in pages.values():
        scripts = re.findall(r"<script(?! type=\"(?:application/ld\+json|speculationrules)\")[^>]*>(.*?)</script>", text, re.DOTALL)
        assert scripts == [read_map_script()]
        assert " aria-hidden" not in re.search(r'<svg[^>]*class="tegning"[^>]*>', text)[0]  # without the script its links have names
        assert not re.search(r' on\w+="', text)


@pytest.fixture(scope="module")
def answers(client_at_host):
    """Whether an address within the app answers, each asked once."""
    known = {}

    def ask(address):
        if address not in known:
            with client_at_host.get(address) as response:
                known[address] = response.status_code
        return known[address]

    return ask


def list_addresses(text):
    """Every address of our own in a page: links, pictures, style sheets, scripts, forms."""
    found = re.findall(r'(?:href|src|action|content)="((?:https://kort\.bl\.dk)?/k[/?#][^"]*|/k)"', text)
    return {
        address.replace("&amp;", "&").removeprefix("https://kort.bl.dk").removeprefix("/k").partition("#")[0] or "/" for address in found
    }


@pytest.mark.usefixtures("typeset_answers")
@pytest.mark.parametrize("code", ["0326", "0101", "0825", "0400"])
def test_no_link_of_a_page_leads_nowhere(pages, answers, code):
    addresses = list_addresses(pages[code])
    assert len(addresses) > 110
    assert [address for address in addresses if answers(address) != 200] == []


@pytest.mark.usefixtures("typeset_answers")
@pytest.mark.parametrize(
    "address", ["/", "/?kommune=0326&sammenlign=0101", "/kommuner", "/kilder-og-metode", "/indlejr/byg", "/findes-ikke"]
)
def test_no_link_of_another_page_leads_nowhere(client_at_host, answers, address):
    text = client_at_host.get(address).text
    outside = {href for _, href in list_links(parse(text)) if not href.startswith(("/k", "?", "#"))}
    assert all(href.startswith("https://") for href in outside), outside
    dead = [each for each in list_addresses(text) if "_dash" not in each and answers(unquote(each)) != 200]
    assert dead == []


def test_every_link_is_written_under_the_path(pages):
    for text in pages.values():
        assert not re.search(r'(?:href|src|action)="(?:/(?!k[/?#"])|\?)', text)


def test_example_figures_are_there_only_where_they_are_switched_on_for_files_too(client_at_host, client_with_examples, client_all_examples):
    shown = [
        "eksempelmaerke" in one.get("/kommune/0101-koebenhavn").text.split("<body", 1)[1]
        for one in (client_at_host, client_with_examples, client_all_examples)
    ]
    assert shown == [False, False, True]


def test_made_up_figures_are_not_counted_among_the_data_even_where_files_have_them(client_at_host, client_all_examples):
    described = [
        json.loads(re.search(r'<script type="application/ld\+json">(.*?)</script>', one.get("/kommune/0101-koebenhavn").text)[1])
        for one in (client_at_host, client_all_examples)
    ]
    assert described[0]["description"] == described[1]["description"]
    assert described[0]["isBasedOn"] == described[1]["isBasedOn"]


@pytest.mark.parametrize("code", ["0326", "0101"])
def test_a_page_with_its_style_sheets_is_small(pages, code):
    assert 'rel="stylesheet"' not in pages[code]  # they stand in the page
    assert len(brotli.compress(pages[code].encode(), quality=5)) <= MOST
