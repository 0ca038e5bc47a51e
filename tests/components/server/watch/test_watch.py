"""Lines of JSON and numbers: what is told, and what is not."""

import json
import logging
import logging.config
import re
import sys

import pytest

from app import create_app
from components.server.settings import Settings
from components.server.watch.line import PLAIN
from components.server.watch.log import JsonFormatter


@pytest.fixture(scope="module")
def watched():
    return create_app(Settings(logs_json=True, with_metrics=True)).server.test_client()


def read_lines(caplog):
    return [json.loads(JsonFormatter().format(record)) for record in caplog.records if record.name == "danmarkskort.answers"]


def test_an_answer_has_an_id_that_its_line_has_too_and_nobody_s_name(watched, caplog):
    with caplog.at_level(logging.INFO, "danmarkskort.answers"):
        responses = [watched.get(path, headers={"User-Agent": "laeser-7"}) for path in ("/kommuner?kommune=0326", "/kommuner", "/%C3%A6")]
    lines = read_lines(caplog)
    assert [(line["path"], line["status"]) for line in lines] == [("/kommuner", 200), ("/kommuner", 200), ("/æ", 404)]
    assert [line["id"] for line in lines] == [response.headers["X-Request-Id"] for response in responses]
    assert len({line["id"] for line in lines}) == 3
    assert not re.search(r"127\.0\.0\.1|laeser-7|0326", json.dumps(lines))
    assert all(line["ms"] >= 0 and line["level"] == "info" for line in lines)


@pytest.mark.parametrize(
    ("given", "taken"), [("abc-12345", True), ('x"}\n{', False), ("a" * 65, False), ("kort", False), ("æ" * 10, False)]
)
def test_an_id_of_a_proxy_is_taken_if_it_looks_like_one(watched, given, taken):
    answered = watched.get("/kommuner", environ_overrides={"HTTP_X_REQUEST_ID": given}).headers["X-Request-Id"]
    assert (answered == given) is taken


def test_an_error_s_line_has_its_traceback_and_the_id(watched):
    with watched.application.test_request_context("/", environ_overrides={"danmarkskort.id": "abc"}):
        try:
            int("æ\nb")
        except ValueError:
            record = logging.getLogger("x").makeRecord("x", logging.ERROR, "f", 1, "galt: %s", ("a",), sys.exc_info())
            line = JsonFormatter().format(record)
    said = json.loads(line)
    assert "\n" not in line
    assert (said["message"], said["level"], said["id"]) == ("galt: a", "error", "abc")
    assert said["traceback"].endswith("base 10: 'æ\\nb'")


def test_numbers_count_what_was_answered(watched):
    def read():
        text = watched.get("/metrics").text
        return {name: float(value) for name, value in re.findall(r"^(\w[^#\n]*) (\S+)$", text, re.MULTILINE)}

    before = read()
    watched.get("/kommuner")
    watched.get("/findes-ikke")
    after = read()
    grown = {re.sub(r'worker="\d+",?', "", name): after[name] - before.get(name, 0) for name in after}
    assert grown['danmarkskort_answers_total{status="404"}'] == 1
    assert grown['danmarkskort_answers_total{status="200"}'] == 2  # with the first answer of numbers
    assert grown["danmarkskort_answer_seconds_count{}"] == grown['danmarkskort_answer_seconds_bucket{le="+Inf"}'] == 3
    assert after[next(name for name in after if name.startswith("danmarkskort_kept_bytes"))] > 0


def test_nothing_is_told_where_no_setting_asks_for_it(client):
    assert client.get("/metrics").status_code == 404
    assert "X-Request-Id" not in client.get("/kommuner").headers


@pytest.mark.parametrize("hostile", ["\n[12:00] GET /falsk 200", "\r", "\x1b[2J", "\x9b2J", "\u2028", "\u202e", "\x7f", "\udc80"])
def test_what_stands_in_an_address_makes_no_line_of_its_own_and_moves_no_cursor(hostile):
    record = logging.getLogger("x").makeRecord("x", logging.INFO, "f", 1, "GET %(path)s æ", ({"path": f"/a{hostile}b"},), None)
    plain = logging.config.dictConfigClass({"version": 1}).configure_formatter(dict(PLAIN["formatters"]["access"]))
    assert plain.format(record).isprintable()
    line = JsonFormatter().format(record)
    assert line.isprintable()
    assert json.loads(line)["message"] == f"GET /a{hostile}b æ"
