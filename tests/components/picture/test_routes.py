import logging
import re

import pytest
from flask import Flask

from components.address.choices import list_choices
from components.picture import routes as picture_routes
from components.picture.routes import register_pictures
from components.server.caching import register_caching
from components.svg.png import render
from data.place import COUNTRY


def named(response):
    return re.fullmatch("inline; filename=(.*)", response.headers["Content-Disposition"])[1]


def test_a_picture_is_served_with_a_name_and_is_cacheable(client):
    response = client.get("/kort/almene_andel.png?kommune=0326")
    assert (response.status_code, response.mimetype) == (200, "image/png")
    assert response.data.startswith(b"\x89PNG")
    assert named(response) == "almene-boliger_almene-andel_2026_kalundborg_udgave-2025.png"
    assert "max-age" in response.headers["Cache-Control"]
    again = client.get("/kort/almene_andel.png?kommune=0326", headers={"If-None-Match": response.headers["ETag"]})
    assert (again.status_code, again.data) == (304, b"")


def test_parameters_are_read_as_the_page_reads_them(client):
    plain = client.get("/kort/almene_andel.png").data
    for junk in ("?kommune=9999", "?sammenlign=0101", "?kommune=1085", "?%00=%FF&tal=husleje_privat"):
        assert client.get(f"/kort/almene_andel.png{junk}").data == plain, junk
    assert client.get("/kort/almene_andel.png?kommune=326").data == client.get("/kort/almene_andel.png?kommune=0326").data != plain


@pytest.mark.parametrize("key", ["folketal", "x", "almene_andel.png"])
def test_what_is_no_layer_has_no_picture(client, key):
    assert client.get(f"/kort/{key}.png").status_code == 404


@pytest.fixture
def quick(atlas, monkeypatch):
    """The address alone, with a picture that costs nothing."""
    square = render('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 2 2"/>', 2)
    monkeypatch.setattr(picture_routes, "build_map_picture", lambda *_: square)
    server = Flask(__name__)
    register_caching(server, "test")
    register_pictures(server, atlas)
    return server.test_client()


def test_every_file_name_is_plain(quick, official):
    choices = list_choices(official)
    names = set()
    for key in choices.indicators:
        for code in choices.kommuner:
            names.add(named(quick.get(f"/kort/{key}.png?kommune={code}&sammenlign={COUNTRY}")))
    assert len(names) == len(choices.indicators) * len(choices.kommuner)
    assert all(re.fullmatch(r"almene-boliger_[a-z0-9-]+_([0-9k-]+_)?[a-z-]+_hele-landet_udgave-2025\.png", name) for name in names)


def test_missing_fonts_are_said_at_the_start(atlas, monkeypatch, caplog):
    monkeypatch.setattr(picture_routes, "missing_fonts", lambda: ["a.ttf", "b.ttf"])
    with caplog.at_level(logging.WARNING):
        register_pictures(Flask(__name__), atlas)
    assert caplog.messages == ["a.ttf, b.ttf missing: no picture can be made; run 'make assets'"]
