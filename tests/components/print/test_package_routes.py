"""The address of the welcome package."""

import re
from datetime import date

import pytest
from flask import Flask

from components.markup.render import to_html
from components.panel.panel import build_panel
from components.print import package_routes as welcome_package_routes
from components.print.package_routes import register_welcome_package
from components.server.caching import register_caching
from data.place import COUNTRY
from tests.components.print.pdf_reading import count_pages, read_code, read_text
from tests.page import HOST


def test_a_package_at_an_unknown_host_has_no_code(client):
    pdf = client.get("/velkomstpakke/326.pdf", base_url="https://ond.example").data
    assert (count_pages(pdf), read_code(pdf)) == (6, [])
    assert "ond.example" not in read_text(pdf)


def test_a_package_is_served_with_a_name_and_is_cacheable(client_at_host):
    client = client_at_host
    response = client.get("/velkomstpakke/326.pdf")
    assert (response.status_code, response.mimetype) == (200, "application/pdf")
    assert count_pages(response.data) == 6
    assert read_code(response.data) == [f"{HOST}/?kommune=0326&udgave=2025"]
    assert response.headers["Content-Disposition"] == "inline; filename=velkomstpakke_kalundborg_udgave-2025.pdf"
    assert "max-age" in response.headers["Cache-Control"]
    again = client.get("/velkomstpakke/326.pdf", headers={"If-None-Match": response.headers["ETag"]})
    assert (again.status_code, again.data) == (304, b"")


def test_opinions_are_left_out_when_asked(client):
    response = client.get("/velkomstpakke/0326.pdf?maerkesager=nej")
    assert count_pages(response.data) == 5
    assert "BLmener" not in read_text(response.data)
    assert response.headers["Content-Disposition"].endswith("=velkomstpakke_kalundborg_uden-maerkesager_udgave-2025.pdf")


def test_examples_are_printed_only_where_they_are_switched_on(client_with_examples, client_all_examples):
    for client, pages in ((client_with_examples, 0), (client_all_examples, 6)):
        assert read_text(client.get("/velkomstpakke/0101.pdf").data).count("EKSEMPEL") == pages


@pytest.mark.parametrize("path", ["9999.pdf", f"{COUNTRY}.pdf", "1085.pdf", "x.pdf", "0326.png", "0326.pdf?udgave=1999"])
def test_what_is_no_kommune_or_edition_has_no_package(client, path):
    assert client.get(f"/velkomstpakke/{path}").status_code == 404


@pytest.mark.parametrize(
    ("query", "sentence"),
    [
        ("maerkesager=måske", "maerkesager=måske kendes ikke; skriv ja eller nej."),
        ("maerkesager=%3Cb%3E", "maerkesager=&lt;b&gt; kendes ikke"),
        ("maerkesager=ja&maerkesager=nej", "maerkesager er skrevet med flere værdier; skriv én."),
        ("sammenlign=0101", "Parameteren sammenlign kendes ikke; brug maerkesager, udgave."),
    ],
)
def test_what_is_asked_wrongly_is_answered_with_a_sentence(client, query, sentence):
    response = client.get(f"/velkomstpakke/0326.pdf?{query}")
    assert (response.status_code, response.mimetype) == (400, "text/html")
    assert f"<h1>Adressen kan ikke bruges</h1><p>{sentence}" in response.text


class Quick:
    """A typesetter that costs nothing and says what it was given."""

    def __init__(self, template):
        pass

    def __enter__(self):
        return self

    def __exit__(self, *_):
        pass

    def set(self, sheet, package):
        self.made.append(sheet["title"])
        return f"{bool(package['opinions'])} {len(package['events']['events']) if package['events'] else 0}".encode()


@pytest.fixture
def quick(atlas, monkeypatch):
    """The route on a day that can be moved."""
    monkeypatch.setattr(welcome_package_routes, "Typesetter", Quick)
    monkeypatch.setattr(Quick, "made", [], raising=False)
    days = [date(2026, 3, 10)]
    server = Flask(__name__)
    register_caching(server, "test")
    register_welcome_package(server, atlas, lambda: days[-1])
    return server.test_client(), days


def test_a_package_is_kept_for_its_day(quick):
    client, days = quick
    said = [client.get("/velkomstpakke/0326.pdf").text for _ in range(3)]
    days.append(date(2026, 3, 24))
    said += [client.get(f"/velkomstpakke/0326.pdf{query}").text for query in ("", "?maerkesager=nej", "?maerkesager=ja&udgave=")]
    assert said == ["True 2"] * 3 + ["True 0", "False 0", "True 0"]
    assert len(Quick.made) == 3


def test_the_panel_leads_to_the_package(official, monkeypatch):
    link = re.compile('<a [^>]*href="([^"]*)"[^>]*>Velkomstpakke [(]PDF[)]</a>')
    assert link.findall(to_html(build_panel("0326", official).suggestions)) == ["/velkomstpakke/0326.pdf"]
    assert link.findall(to_html(build_panel(COUNTRY, official).suggestions)) == []
    monkeypatch.setattr(official, "is_newest", False)
    assert link.findall(to_html(build_panel("0326", official).suggestions)) == ["/velkomstpakke/0326.pdf?udgave=2025"]
