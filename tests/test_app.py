"""The server: every address, in production's and in local setting."""

import json

import pytest

from app import create_app, create_server
from components.server.settings import Settings


def test_the_page_is_danish_and_says_what_it_is(client):
    page = client.get("/").get_data(as_text=True)
    assert '<html lang="da" data-visning="side">' in page
    assert "<title>Danmarkskortet over almene boliger</title>" in page
    assert '<meta name="description"' in page
    assert 'rel="icon"' in page


def test_the_frame_s_page_knows_that_it_is_one(client):
    assert 'data-visning="indlejr"' in client.get("/indlejr?kommune=0326").get_data(as_text=True)


def test_the_setup_is_whole_json(client):
    page = client.get("/").get_data(as_text=True)
    setup = json.loads(page.split('id="opsaetning">')[1].split("</script>")[0])
    assert len(setup["kommuner"]) == 98
    assert setup["tal"][0] == "almene_andel"
    assert client.get(setup["graenser"]).status_code == 200


def test_the_server_is_alive(client):
    assert client.get("/healthz").status_code == 200


@pytest.mark.slow
def test_every_panel_and_layer_is_served_and_cacheable(client, official):
    for code in official.places:
        response = client.get(f"/panel/{code}.json")
        assert response.status_code == 200
        assert response.get_json()["titel"]
        assert "max-age" in response.headers["Cache-Control"]
    for indicator in official.mappable:
        assert client.get(f"/kort/{indicator.key}.json").get_json()["titel"].startswith(indicator.label)


def test_an_unchanged_piece_is_not_sent_again(client):
    first = client.get("/panel/0326.json")
    again = client.get("/panel/0326.json", headers={"If-None-Match": first.headers["ETag"]})
    assert (again.status_code, again.data) == (304, b"")


@pytest.mark.parametrize(
    "address", ["/", "/?kommune=0326", "/indlejr?kommune=0326", "/kommune/0326-kalundborg", "/kommuner", "/kilder-og-metode"]
)
def test_an_unchanged_page_is_not_sent_again(client, address):
    first = client.get(address)
    again = client.get(address, headers={"If-None-Match": first.headers["ETag"]})
    assert (first.status_code, again.status_code, again.data) == (200, 304, b"")


def test_borders_are_immutable_under_their_hash(client, borders):
    response = client.get(f"/geodata/{borders.digest}.geojson")
    assert response.data == borders.content
    assert "immutable" in response.headers["Cache-Control"]
    assert client.get("/geodata/0123456789abcdef.geojson").status_code == 404


@pytest.mark.parametrize("encoding", ["br", "gzip"])
def test_pieces_are_compressed(client, borders, encoding):
    for address in ("/", "/panel/0326.json", f"/geodata/{borders.digest}.geojson"):
        assert client.get(address, headers={"Accept-Encoding": encoding}).headers["Content-Encoding"] == encoding


@pytest.mark.parametrize(
    "address",
    ["/panel/9999.json", "/panel/x.json", "/sammenligning/0326-0326.json", "/sammenligning/0000-0326.json", "/kort/folketal.json",
     "/kort/../x.json", "/sammenligning/0326.json"],
)  # fmt: skip
def test_a_piece_that_is_none_is_404_in_json(client, address):
    response = client.get(address)
    assert response.status_code == 404
    assert response.mimetype == "application/problem+json"
    assert response.get_json()["title"] == "Siden findes ikke"


def test_an_unknown_page_is_404_with_a_way_back(client):
    response = client.get("/findes/ikke")
    assert response.status_code == 404
    page = response.get_data(as_text=True)
    assert "Siden findes ikke" in page
    assert 'href="/"' in page


def test_an_error_is_a_sentence_with_a_way_back():
    app = create_app(Settings())
    app.server.add_url_rule("/fejl", "fejl", lambda: 1 / 0)
    response = app.server.test_client().get("/fejl")
    assert response.status_code == 500
    assert "Noget gik galt" in response.get_data(as_text=True)
    assert "Traceback" not in response.get_data(as_text=True)


def test_examples_are_for_local_use_only(client, client_with_examples, monkeypatch):
    assert "eksempelmaerke" not in client.get("/panel/0101.json").get_data(as_text=True)
    assert "eksempelmaerke" in client_with_examples.get("/panel/0101.json").get_data(as_text=True)
    monkeypatch.delenv("DANMARKSKORT_EKSEMPELTAL", raising=False)
    assert "eksempelmaerke" not in create_server().test_client().get("/panel/0101.json").get_data(as_text=True)
    monkeypatch.setenv("DANMARKSKORT_EKSEMPELTAL", "1")
    assert "eksempelmaerke" in create_server().test_client().get("/panel/0101.json").get_data(as_text=True)


def test_two_apps_can_live_in_one_process():
    first, second = create_app(Settings()), create_app(Settings())
    assert len(first.callback_map) == len(second.callback_map) == 6
