"""The page "Tilgængelighed", and the ways to the accessibility statement: with the settings and without."""

import re
from itertools import chain

import pytest

from app import create_app
from components.address.site import Site
from components.server.settings import Settings
from components.wording import texts
from components.wording.accessibility import statement as words
from tests.page import HOST, list_links, parse, read_text

STATEMENT, MAIL, PAGE = "https://www.was.digst.dk/kort-bl-dk", "hjaelp@example.dk", "https://example.dk/kontakt?emne=kort&x=1"
WITH_FOOTER = (
    "/",
    "/?kommune=0326",
    "/kommune/0326-kalundborg",
    "/kommuner",
    "/kilder-og-metode",
    "/indlejr/byg",
    "/tilgaengelighed",
    "/x",
)
OUR_PAGE = "/tilgaengelighed"


@pytest.fixture(scope="module")
def client_with_statement():
    """The app of a publisher who has made a statement and has a mailbox."""
    site = Site("/k", "https://kort.bl.dk", statement=STATEMENT, contact=MAIL)
    return create_app(Settings(site=site)).server.test_client()


def read_main(client):
    answer = client.get(OUR_PAGE)
    assert (answer.status_code, answer.mimetype) == (200, "text/html")
    return next(parse(answer.text).iter("main"))


@pytest.mark.parametrize("path", WITH_FOOTER)
def test_every_footer_leads_to_the_statement_or_to_our_page(client, client_with_statement, path):
    def list_footer(served):
        footer = next(parse(served.get(path).text).iter("footer"))
        return [(text, address) for text, address in list_links(footer) if text.startswith("Tilgængelighed")]

    assert list_footer(client) == [("Tilgængelighedserklæring", OUR_PAGE)]
    assert list_footer(client_with_statement) == [("Tilgængelighedserklæring", STATEMENT), ("Tilgængelighed", f"/k{OUR_PAGE}")]


def test_the_short_address_leads_to_the_same(client, client_at_host, client_with_statement):
    for served, address in ((client, OUR_PAGE), (client_at_host, f"/k{OUR_PAGE}"), (client_with_statement, STATEMENT)):
        answer = served.get("/was")
        assert (answer.status_code, answer.headers["Location"]) == (302, address)


def test_without_settings_the_page_says_that_statement_and_contact_are_missing(client):
    main = read_main(client)
    assert words.NO_STATEMENT in read_text(main)
    assert words.NO_CONTACT in read_text(main)
    assert [address for _, address in list_links(main)] == [texts.BL_ADDRESS, words.COMPLAINT_ADDRESS]
    assert "mailto:" not in client.get(OUR_PAGE).text


def test_with_settings_it_leads_to_both(client_with_statement):
    main = read_main(client_with_statement)
    assert words.NO_STATEMENT not in read_text(main)
    assert words.NO_CONTACT not in read_text(main)
    assert [address for _, address in list_links(main)] == [STATEMENT, f"mailto:{MAIL}", words.COMPLAINT_ADDRESS]


def test_a_contact_may_be_a_page(monkeypatch):
    monkeypatch.setenv("DANMARKSKORT_KONTAKT", PAGE)
    main = read_main(create_app(Settings.from_environment()).server.test_client())
    assert (PAGE, PAGE) in list(list_links(main))


def test_it_says_what_is_tested_and_what_is_missing_and_judges_nothing(client):
    said = read_text(read_main(client))
    for part in (*chain(*words.TESTED), *words.MISSING, words.NO_JUDGEMENT):
        assert part in said
    assert not re.search(r"\b(overholder|opfylder|lever op til (WCAG|kravene)|fuldt tilgængelig|i overensstemmelse)\b", said)


def test_it_is_found_and_kept_as_other_pages_are(client, client_at_host):
    answer = client.get(OUR_PAGE)
    assert "max-age" in answer.headers["Cache-Control"]
    assert client.get(f"{OUR_PAGE}?x=1", headers={"If-None-Match": answer.headers["ETag"]}).status_code == 304
    assert answer.headers["Content-Security-Policy"] == client.get("/kilder-og-metode").headers["Content-Security-Policy"]
    assert f"<loc>{HOST}{OUR_PAGE}</loc>" in client_at_host.get("/sitemap.xml").text
