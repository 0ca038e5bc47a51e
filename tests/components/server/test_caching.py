from datetime import date
from pathlib import Path

import pytest
from flask import Flask, Response, redirect

from app import create_app
from components.address.site import Site
from components.server.caching import cacheable, register_caching, sort_query
from components.server.memory import HEAVY, LARGE, register_memory
from components.server.settings import Settings
from components.server.version import digest_installation

VIEW = "/?kommune=0326&sammenlign=0101"


@pytest.fixture
def counted():
    """A server that counts how often it makes an answer, on a day that can be moved."""
    server, made, days = Flask(__name__), [], [date(2026, 3, 10)]

    def serve(name: str) -> Response:
        made.append(name)
        return Response(f"svar om {name}")

    register_caching(server, "1")
    server.add_url_rule("/<name>", "one", cacheable(serve, lambda: [days[-1].isoformat()]))
    server.add_url_rule("/gammel/<name>", "old", cacheable(lambda name: redirect(f"/{name}")))
    return server.test_client(), made, days


def tag(client, address, **more):
    return client.get(address, **more).headers.get("ETag")


def test_what_the_browser_has_is_not_made_again(counted):
    client, made, _ = counted
    etag = tag(client, "/a?b=1")
    again = client.get("/a?b=1", headers={"If-None-Match": etag})
    assert (again.status_code, again.data, again.headers["ETag"], made) == (304, b"", etag, ["a"])
    assert "max-age=300" in again.headers["Cache-Control"]


def test_a_compressed_answer_is_known_by_its_own_tag(counted):
    client, made, _ = counted
    packed = tag(client, "/a").strip('"') + ":br"
    again = client.get("/a", headers={"If-None-Match": f'"{packed}", "andet"', "Accept-Encoding": "br"})
    assert (again.status_code, again.headers["ETag"], made) == (304, f'"{packed}"', ["a"])


@pytest.mark.parametrize(("suffix", "coding"), [(":br", "identity"), (":br", "gzip"), (":gzip", "br"), (":<script>", "br"), (":br6", "br")])
def test_the_tag_of_bytes_that_the_reader_would_not_get_is_not_known(counted, suffix, coding):
    client, _, _ = counted
    tagged = tag(client, "/a").strip('"') + suffix
    again = client.get("/a", headers={"If-None-Match": f'"{tagged}"', "Accept-Encoding": coding})
    assert (again.status_code, "script" in str(again.headers)) == (200, False)


def test_another_day_is_another_answer(counted):
    client, made, days = counted
    etag = tag(client, "/a")
    days.append(date(2026, 3, 11))
    assert client.get("/a", headers={"If-None-Match": etag}).status_code == 200
    assert made == ["a", "a"]


def test_what_is_no_answer_has_no_tag(counted):
    client, _, _ = counted
    moved = client.get("/gammel/a")
    assert (moved.status_code, moved.headers.get("ETag")) == (302, None)


@pytest.mark.parametrize("known", ["", '"', "W/", '"forkert"', "\u00e6"])
def test_a_tag_that_is_none_of_ours_is_answered_whole(counted, known):
    client, _, _ = counted
    assert client.get("/a", headers={"If-None-Match": known}).data == b"svar om a"


def test_the_order_of_the_parameters_is_no_difference_but_their_values_are(counted):
    client, _, _ = counted
    assert tag(client, "/a?x=1&y=2") == tag(client, "/a?y=2&x=1")
    others = ["/a", "/a?x=1", "/a?x=2&y=1", "/a?x=1&y=2&y=3", "/a?x=1&y=3&y=2", "/b?x=1&y=2", "/a?x=1%26y%3D2"]
    assert len({tag(client, address) for address in ("/a?x=1&y=2", *others)}) == len(others) + 1
    assert sort_query("b=2&a=%C3%A6&a=1") == "a=%C3%A6&a=1&b=2"


@pytest.mark.slow
def test_host_settings_and_figures_make_a_difference_and_nothing_else_does():
    one, same, named, examples = (
        create_app(settings).server.test_client()
        for settings in (Settings(), Settings(), Settings(site=Site.parse("https://kort.bl.dk/")), Settings(with_examples=True))
    )
    tags = [tag(client, VIEW) for client in (one, named, examples)]
    assert len({*tags, tag(one, VIEW, base_url="https://bl.dk"), tag(one, f"{VIEW}&udgave=2025")}) == 5
    assert tag(same, VIEW) == tags[0]


def test_the_installation_s_digest_follows_its_files(tmp_path):
    edition = tmp_path / "2025"
    edition.mkdir()
    (edition / "tal.csv").write_text("1", encoding="utf-8")
    first = digest_installation([edition], ["a"])
    assert first == digest_installation([edition], ["a"])
    assert first != digest_installation([edition], ["b"])
    assert first != digest_installation([], ["a"])
    (edition / "tal.csv").write_text("2", encoding="utf-8")
    assert first != digest_installation([edition], ["a"])


def test_where_the_editions_lie_is_no_difference(tmp_path):
    digests = set()
    for where in ("a", "b"):
        edition = tmp_path / where / "2025"
        edition.mkdir(parents=True)
        (edition / "tal.csv").write_text("1", encoding="utf-8")
        digests.add(digest_installation([edition], [Path()]))
    assert len(digests) == 1


@pytest.mark.parametrize(
    ("content", "mimetype", "trimmed"),
    [("x", "text/html", 0), ("x" * (LARGE + 1), "text/csv", 1), *(("x", kind, 1) for kind in sorted(HEAVY))],
)
def test_memory_is_given_back_after_what_is_large_or_heavy(monkeypatch, content, mimetype, trimmed):
    calls = []
    monkeypatch.setattr("components.server.memory._trim_heap", lambda: calls.append(1))
    server = Flask(__name__)
    register_memory(server)
    server.add_url_rule("/", "one", lambda: Response(content, mimetype=mimetype))
    with server.test_client().get("/") as response:
        assert response.status_code == 200
    assert len(calls) == trimmed


def test_an_answer_that_is_made_and_not_sent_is_closed(counted):
    client, _, _ = counted
    closed = []

    def serve() -> Response:
        response = Response("svar")
        response.call_on_close(lambda: closed.append("fil"))
        return response

    client.application.add_url_rule("/en/fil", "file", cacheable(serve))
    assert client.get("/en/fil", headers={"If-None-Match": "*"}).status_code == 304
    assert closed == ["fil"]
