"""With two editions: what an older one says of itself, and that every way on from it leads to the same."""

import json
import re

import pytest

from app import create_app
from components.address.site import Site
from components.server.settings import Settings
from tests.page import list_links, parse

OLDER = "Du ser en ældre udgave. Udgave 2025 fra 24. november 2026"
UNKNOWN = "Adressen nævner en udgave, som ikke findes, så de nyeste tal vises."
PAGES = ["/?kommune=0326", "/?kommune=0326&sammenlign=0101", "/indlejr?kommune=0326", "/kommune/0326-kalundborg?", "/kommuner?",
         "/kommuner/lejeboliger?", "/kilder-og-metode?"]  # fmt: skip
OF_NO_EDITION = re.compile(r"https?://|#|mailto:|/api/v1/openapi|/indlejr/byg|/tilgaengelighed$|/\?udgave=2026$")


@pytest.fixture(scope="module")
def client(two_editions):
    """An edition 2026 in which one figure of Kalundborg is new: 15 pct. for 2025, before 14 pct. for 2024."""
    return create_app(Settings(figures=two_editions, site=Site.parse("https://kort.bl.dk/"))).server.test_client()


def read(client, address):
    response = client.get(address.rstrip("?&"))
    assert response.status_code == 200, address
    return response.text.replace("\u00a0", " ")


@pytest.mark.parametrize("page", PAGES)
def test_an_older_edition_says_so_and_the_newest_does_not(client, page):
    assert OLDER in read(client, f"{page}&udgave=2025")
    assert "Se de nyeste tal" in read(client, f"{page}&udgave=2025")
    for newest in (page, f"{page}&udgave=2026", f"{page}&udgave="):
        assert "ældre udgave" not in read(client, newest)


@pytest.mark.parametrize("page", PAGES)
def test_an_edition_that_does_not_exist_is_ignored_with_a_notice(client, page):
    text = read(client, f"{page}&udgave=1999")
    assert UNKNOWN in text
    assert "ældre udgave" not in text


@pytest.mark.parametrize("page", [page for page in PAGES if not page.startswith("/indlejr")])
def test_every_link_of_an_older_edition_stays_in_it(client, page):
    links = [(text, address) for text, address in list_links(parse(client.get(f"{page}&udgave=2025").text)) if text != "Se de nyeste tal"]
    astray = [(text, address) for text, address in links if "udgave=2025" not in address and not OF_NO_EDITION.match(address)]
    assert not astray
    assert len(links) > 20


def test_the_metadata_of_an_older_page_are_of_its_edition(client):
    text = client.get("/kommune/0326-kalundborg?udgave=2025").text
    assert '<meta property="og:image" content="https://kort.bl.dk/kommune/0326-kalundborg.png?udgave=2025">' in text
    about = json.loads(re.search(r'<script type="application/ld\+json">(.*?)</script>', text)[1])
    assert about["version"] == "2025"
    assert {file["contentUrl"].rpartition("?")[2] for file in about["distribution"]} == {"udgave=2025"}
    assert "0326-kalundborg.png?udgave=2025" in client.get("/?kommune=0326&udgave=2025").text


def test_what_is_new_stands_only_where_a_figure_changed(client):
    for address in ("/panel/0326.json", "/kommune/0326-kalundborg", "/?kommune=0326", "/indlejr?kommune=0326&kort=ja"):
        text = read(client, address)
        assert "Nyt i denne udgave" in text, address
        assert "15 pct. (2025), før 14 pct. (2024)" in text, address
    for address in ("/panel/0101.json", "/panel/0326.json?udgave=2025", "/kommune/0326-kalundborg?udgave=2025", "/?kommune=0101"):
        assert "Nyt i denne udgave" not in read(client, address), address
