"""oEmbed, as a system that knows the format asks for it."""

import re
from html import unescape
from urllib.parse import quote

import pytest
from hypothesis import given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st

from components.address.asset import read_asset
from components.address.embed_options import Form, Frame
from components.address.view import View
from components.embed.height import HEIGHTS, NARROW, UNKNOWN, WIDE, find_height
from tests.page import HOST


def ask(client_at_host, address, more=""):
    return client_at_host.get(f"/oembed?url={quote(address, safe='')}{more}")


def frame_of(response):
    """The attributes of the frame in an answer."""
    return {name: unescape(value) for name, value in re.findall(r'(\w+)="([^"]*)"', response.json["html"])}


@pytest.mark.parametrize(
    ("asked", "title", "frame"),
    [
        ("/", "Hele landet", "/indlejr"),
        ("", "Hele landet", "/indlejr"),
        ("/?kommune=0326", "Kalundborg Kommune", "/indlejr?kommune=0326"),
        ("/?kommune=0326&sammenlign=0000", "Kalundborg Kommune og hele landet", "/indlejr?kommune=0326&sammenlign=0000"),
        ("/?kommune=0326&tal=lejeboliger", "Kalundborg Kommune", "/indlejr?kommune=0326&tal=lejeboliger"),
        ("/indlejr?kommune=0326&farve=blaa&kort=nej", "Kalundborg Kommune", "/indlejr?kommune=0326&kort=nej&farve=blaa"),
        ("/kommune/0326-kalundborg", "Kalundborg Kommune", "/indlejr?kommune=0326"),
        ("/kommune/kalundborg/", "Kalundborg Kommune", "/indlejr?kommune=0326"),
        ("/kommune/0326?kommune=0101", "Kalundborg Kommune", "/indlejr?kommune=0326"),
        ("/?kommune=9999&farve=lilla", "Hele landet", "/indlejr"),
    ],
)  # fmt: skip
def test_every_page_with_a_view_has_its_frame(client_at_host, asked, title, frame):
    response = ask(client_at_host, HOST + asked)
    assert (response.status_code, response.mimetype) == (200, "application/json")
    assert response.json["title"] == title
    assert frame_of(response)["src"] == HOST + frame
    assert frame_of(response)["title"] == title


def test_the_answer_is_oembed(client_at_host):
    response = ask(client_at_host, f"{HOST}/?kommune=0326", "&format=json")
    assert {name: response.json[name] for name in ("version", "type", "provider_url")} == {
        "version": "1.0",
        "type": "rich",
        "provider_url": f"{HOST}/",
    }
    assert (response.json["width"], response.json["height"]) == (700, 839)
    assert re.fullmatch(r"<iframe [^<>]+></iframe>", response.json["html"])
    assert frame_of(response)["loading"] == "lazy"
    assert response.headers["Access-Control-Allow-Origin"] == "*"
    assert "max-age" in response.headers["Cache-Control"]


@pytest.mark.parametrize(
    ("query", "size", "width", "height"),
    [
        ("", "&maxwidth=400", 400, HEIGHTS[Form.BEGGE][NARROW]),
        ("", "&maxwidth=9000", WIDE, HEIGHTS[Form.BEGGE][WIDE]),
        ("", "&maxheight=600", WIDE, 600),
        ("indlejr?form=kort", "", WIDE, HEIGHTS[Form.KORT][WIDE]),
        ("indlejr?form=kort", "&maxwidth=360", 360, HEIGHTS[Form.KORT][NARROW]),
        ("indlejr?form=noegletal&kommune=0326", "", WIDE, HEIGHTS[Form.NOEGLETAL][WIDE]),
        ("indlejr?form=sammenligning&kommune=0326&sammenlign=0101", "", WIDE, HEIGHTS[Form.SAMMENLIGNING][WIDE]),
        ("indlejr?form=sammenligning&kommune=0326", "", WIDE, HEIGHTS[Form.NOEGLETAL][WIDE]),
        ("indlejr?paneler=hovedtal", "", WIDE, UNKNOWN),
    ],
)
def test_the_frame_is_as_high_as_its_shape_and_no_larger_than_there_is_room_for(client_at_host, query, size, width, height):
    response = ask(client_at_host, f"{HOST}/{query}", size)
    assert (response.json["width"], response.json["height"]) == (width, height)
    assert (frame_of(response)["width"], frame_of(response)["height"]) == (str(width), str(height))


@pytest.mark.parametrize(
    "address",
    ["", "x", "http://[", "https://bl.dk/", "http://kort.bl.dk/k/", "https://kort.bl.dk/", "https://kort.bl.dk/kort/",
     f"{HOST}/kommuner", f"{HOST}/kilder-og-metode", f"{HOST}/kommune/nowhere", f"{HOST}/kommune/1085", f"{HOST}/indlejr/byg"],
)  # fmt: skip
def test_what_can_t_be_framed_is_404_with_its_reason(client_at_host, address):
    response = ask(client_at_host, address)
    assert (response.status_code, response.mimetype) == (404, "application/problem+json")
    assert response.json["detail"] == f"url={address} er ikke en side, der kan indlejres; skriv en adresse på {HOST}/."


@pytest.mark.parametrize(
    ("more", "status", "sentence"),
    [
        ("&maxwidth=bred", 400, "maxwidth=bred er ikke et antal pixel; skriv et helt tal som 600."),
        ("&maxheight=-5", 400, "maxheight=-5 er ikke et antal pixel; skriv et helt tal som 600."),
        ("&maxwidth=²", 400, "maxwidth=² er ikke et antal pixel; skriv et helt tal som 600."),
        ("&format=xml", 501, "format=xml laves ikke; skriv format=json."),
    ],
)
def test_what_is_asked_wrongly_is_said(client_at_host, more, status, sentence):
    response = ask(client_at_host, f"{HOST}/", more)
    assert (response.status_code, response.mimetype) == (status, "application/problem+json")
    assert (response.json["status"], response.json["detail"], response.json["instance"]) == (status, sentence, "/oembed")


@given(st.text(st.characters(exclude_categories=["Cs"])), st.text(st.characters(exclude_categories=["Cs"])))
@hypothesis_settings(deadline=None, max_examples=50)
def test_any_question_has_an_answer_or_a_reason(client_at_host, start, size):
    response = client_at_host.get("/oembed", query_string={"url": f"{HOST}/{start}", "maxwidth": size})
    assert response.status_code in {200, 400, 404}
    assert response.json


def test_the_host_s_script_is_served_and_small(client_at_host):
    response = client_at_host.get("/indlejr/hoejde.js")
    assert (response.status_code, response.mimetype) == (200, "text/javascript")
    assert response.text == read_asset("embed/host/height.js")
    assert len(response.data) < 1000


@given(st.sampled_from(Form), st.integers(1, 3000))
def test_a_height_is_never_less_than_at_the_measured_widths_around(form, width):
    view = View("0326", "0101" if form is Form.SAMMENLIGNING else None, "andel")
    measured = HEIGHTS[form]
    around = [max(each for each in measured if each <= max(width, NARROW)), min((each for each in measured if each >= width), default=WIDE)]
    assert find_height(Frame(form=form), view, width) >= max(measured[each] for each in around if width >= NARROW or each == NARROW)
    assert find_height(Frame(form=form), view, None) == max(measured.values())
