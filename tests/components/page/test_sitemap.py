from urllib.robotparser import RobotFileParser
from xml.etree import ElementTree as ET

import pytest

from components.address.place import place_address
from tests.page import HOST

NAMESPACE = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9"}


@pytest.fixture(scope="module")
def addresses(client_at_host):
    response = client_at_host.get("/sitemap.xml")
    assert (response.status_code, response.mimetype) == (200, "application/xml")
    return [element.text for element in ET.fromstring(response.text).findall("s:url/s:loc", NAMESPACE)]


@pytest.mark.slow
def test_every_address_answers_and_is_its_own_lasting_one(client_at_host, addresses):
    for address in addresses:
        response = client_at_host.get(address.removeprefix(HOST))
        assert response.status_code == 200, address
        assert f'<link rel="canonical" href="{address}">' in response.text, address
        assert "noindex" not in response.text + response.headers.get("X-Robots-Tag", ""), address


def test_every_kommune_is_there_and_nothing_twice(addresses, official):
    assert {HOST + place_address(place) for place in official.kommuner} < set(addresses)
    assert len(addresses) == len(set(addresses))
    assert not [address for address in addresses if "indlejr" in address]


def test_dates_are_the_edition_s(client_at_host, archive):
    root = ET.fromstring(client_at_host.get("/sitemap.xml").text)
    assert {element.text for element in root.findall("s:url/s:lastmod", NAMESPACE)} == {archive.newest.edition.date}


def test_robots_find_the_sitemap_and_leave_pieces_alone(client_at_host):
    text = client_at_host.get("/robots.txt").text
    robots = RobotFileParser()
    robots.parse(text.splitlines())
    assert robots.site_maps() == [f"{HOST}/sitemap.xml"]
    assert not robots.can_fetch("*", f"{HOST}/panel/0326.json")
    for address in ("/", "/kommune/0326-kalundborg", "/indlejr", "/kommune/0326-kalundborg.png", "/api/v1/noegletal.csv"):
        assert robots.can_fetch("*", HOST + address)


def test_without_a_setting_the_host_is_the_one_that_is_asked(client):
    assert "<loc>http://localhost/kommuner</loc>" in client.get("/sitemap.xml").text
    assert "Sitemap: http://localhost/sitemap.xml" in client.get("/robots.txt").text
