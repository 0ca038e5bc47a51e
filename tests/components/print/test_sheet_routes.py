"""The addresses of the kommuneark, and what is kept of them."""

import io
import logging
import re
import zipfile
from typing import ClassVar

import pytest
from flask import Flask

from components.markup.render import to_html
from components.panel.comparison import build_comparison
from components.panel.panel import build_panel
from components.print import sheet_routes as kommuneark_routes
from components.print.cache import Cache
from components.print.sheet_routes import register_kommuneark
from components.server.caching import register_caching
from data.place import COUNTRY
from tests.components.print.pdf_reading import count_pages, read_code, read_text
from tests.page import HOST


def named(response):
    return re.fullmatch("(?:inline|attachment); filename=(.*)", response.headers["Content-Disposition"])[1]


def test_a_kommuneark_is_served_with_a_name_and_is_cacheable(client):
    response = client.get("/kommuneark/0326.pdf")
    assert (response.status_code, response.mimetype) == (200, "application/pdf")
    assert count_pages(response.data) == 2
    assert named(response) == "kommuneark_kalundborg_udgave-2025.pdf"
    assert "max-age" in response.headers["Cache-Control"]
    again = client.get("/kommuneark/0326.pdf", headers={"If-None-Match": response.headers["ETag"]})
    assert (again.status_code, again.data) == (304, b"")


def test_the_code_names_the_host_of_the_settings_and_no_other(client, client_at_host):
    for host in ("kort.bl.dk", "127.0.0.1", "ond.example"):
        for asked, codes in ((client, []), (client_at_host, [f"{HOST}/?kommune=0326&sammenlign=0101&udgave=2025"])):
            pdf = asked.get("/kommuneark/326.pdf?sammenlign=0101&sider=1", base_url=f"https://{host}").data
            assert count_pages(pdf) == 1
            assert read_code(pdf) == codes
            assert host in HOST or host not in read_text(pdf)


def test_a_named_edition_is_the_same_sheet(client):
    assert client.get("/kommuneark/0326.pdf?udgave=2025").data == client.get("/kommuneark/0326.pdf").data


@pytest.mark.parametrize("other", ["265", "1085", COUNTRY])
def test_a_pair_is_named_after_both(client, other, official):
    response = client.get(f"/kommuneark/0326.pdf?sammenlign={other}")
    name = {"265": "roskilde", "1085": "region-sjaelland", COUNTRY: "hele-landet"}[other]
    assert named(response) == f"kommuneark_kalundborg_{name}_udgave-2025.pdf"
    assert official.places[other.zfill(4)].name.replace(" ", "") in read_text(response.data)


@pytest.mark.parametrize(
    "path", ["9999.pdf", f"{COUNTRY}.pdf", "1085.pdf", "x.pdf", "0326.png", "0326.pdf?udgave=1999", "alle.zip?udgave=x"]
)
def test_what_is_no_kommune_or_edition_has_no_kommuneark(client, path):
    assert client.get(f"/kommuneark/{path}").status_code == 404


@pytest.mark.parametrize(
    ("query", "sentence"),
    [
        ("0326.pdf?sider=3", "sider=3 kendes ikke; skriv 1 eller 2."),
        ("0326.pdf?sider=1&sider=2", "sider er skrevet med flere værdier; skriv én."),
        ("0326.pdf?sammenlign=9999", "sammenlign=9999 kendes ikke; skriv en kommunekode"),
        ("0326.pdf?sammenlign=%3Cb%3E", "sammenlign=&lt;b&gt; kendes ikke"),
        ("0326.pdf?sammenlign=326", "En kommune kan ikke sammenlignes med sig selv"),
        ("0326.pdf?farve=1", "Parameteren farve kendes ikke"),
        ("alle.zip?sammenlign=0101", "Parameteren sammenlign kendes ikke; brug sider, udgave."),
    ],
)
def test_what_is_asked_wrongly_is_answered_with_a_sentence(client, query, sentence):
    response = client.get(f"/kommuneark/{query}")
    assert (response.status_code, response.mimetype) == (400, "text/html")
    assert f"<h1>Adressen kan ikke bruges</h1><p>{sentence}" in response.text


def test_empty_parameters_ask_for_nothing(client):
    assert client.get("/kommuneark/0326.pdf?sammenlign=&sider=").data == client.get("/kommuneark/0326.pdf").data


class Quick:
    """A typesetter that costs nothing and counts what it sets."""

    made: ClassVar[list[str]] = []

    def __enter__(self):
        return self

    def __exit__(self, *_):
        pass

    def set(self, sheet):
        self.made.append(sheet["title"])
        return f"{sheet['title']} {sheet['pages']}".encode()


@pytest.fixture
def quick(atlas, monkeypatch):
    monkeypatch.setattr(kommuneark_routes, "Typesetter", Quick)
    monkeypatch.setattr(Quick, "made", [])
    server = Flask(__name__)
    register_caching(server, "test")
    register_kommuneark(server, atlas)
    return server.test_client()


def test_all_of_them_come_in_one_file_that_is_made_while_it_is_sent(quick, official):
    response = quick.get("/kommuneark/alle.zip?sider=1")
    assert (response.status_code, response.mimetype, named(response)) == (200, "application/zip", "kommuneark_alle_udgave-2025.zip")
    with zipfile.ZipFile(io.BytesIO(response.data)) as archive:
        assert archive.testzip() is None
        assert len(archive.namelist()) == len({*archive.namelist()}) == len(official.kommuner)
        assert all(re.fullmatch(r"kommuneark_[a-z-]+_1-side_udgave-2025\.pdf", name) for name in archive.namelist())
        assert archive.read("kommuneark_aeroe_1-side_udgave-2025.pdf").decode() == "Ærø Kommune 1"


def test_all_of_them_are_made_one_at_a_time(quick):
    parts = quick.get("/kommuneark/alle.zip", buffered=False).response
    next(iter(parts))
    assert len(Quick.made) <= 2


def test_what_was_asked_for_lately_is_kept(quick):
    for _ in range(3):
        quick.get("/kommuneark/0326.pdf")
        quick.get("/kommuneark/0326.pdf?sammenlign=0101")
    assert Quick.made == ["Kalundborg Kommune", "Kalundborg Kommune og Københavns Kommune"]


def test_no_more_is_kept_than_there_is_room_for():
    cache, made = Cache(limit=10), []

    def get(key, size=4):
        return cache.get(key, lambda: made.append(key) or bytes(size))

    for key in "ababcaba":
        get(key)
    assert "".join(made) == "abcab"  # c took the place of a, a that of b, b that of c
    assert len(get("x", size=11)) == 11  # larger than the room: given, not kept
    get("x", size=11)
    assert made[-2:] == ["x", "x"]


def test_missing_fonts_are_said_at_the_start(atlas, monkeypatch, caplog):
    monkeypatch.setattr(kommuneark_routes, "missing_typefaces", lambda: ["a.ttf", "b.ttf"])
    with caplog.at_level(logging.WARNING):
        register_kommuneark(Flask(__name__), atlas)
    assert caplog.messages == ["a.ttf, b.ttf missing: neither kommuneark nor velkomstpakke can be printed; run 'make assets'"]


def test_the_panel_and_the_comparison_lead_to_the_sheet(official):
    panel = to_html(build_panel("0326", official).suggestions)
    assert '<a href="/kommuneark/0326.pdf" aria-label="Kommuneark (PDF) for Kalundborg">Kommuneark (PDF)</a>' in panel
    pair = to_html(build_comparison("0326", "1085", official).suggestions)
    words = "Kommuneark (PDF) for Kalundborg og Region Sjælland"
    assert f'<a href="/kommuneark/0326.pdf?sammenlign=1085" aria-label="{words}">Kommuneark (PDF)</a>' in pair
    assert "/kommuneark/" not in to_html(build_panel(COUNTRY, official).suggestions)


def test_the_way_to_the_sheet_keeps_an_older_edition(official, monkeypatch):
    monkeypatch.setattr(official, "is_newest", False)
    assert 'href="/kommuneark/0326.pdf?udgave=2025"' in to_html(build_panel("0326", official).suggestions)
    assert 'href="/kommuneark/0326.pdf?sammenlign=0101&amp;udgave=2025"' in to_html(build_comparison("0326", "0101", official).suggestions)
