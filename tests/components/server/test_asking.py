"""What is asked for in a way that it can't be, by whom: each a kind of its own."""

import json
import re

import pytest

from components.server.asking import LARGEST, LONGEST
from components.server.headers import SERVER
from components.server.problem import PROBLEM_TYPE

PAGES = ["/", "/kommuner", "/kommune/0326-kalundborg", "/kommune/326", "/panel/0326.json", "/api/v1/kommuner.json",
         "/api/v1/findes-ikke.json", "/assets/favicon.svg", "/healthz", "/oembed", "/indlejr",
         "/kommuneark/alle.zip"]  # fmt: skip
NOTHING = ["/findes-ikke", "/_dash-update-component", "/kommune", "/assets/"]
JUNK = [b"", b"{}", b"[]", b"null", b"junk", b"\xff\xfe", b'{"output": 1}', b'{"output": "x.y", "inputs": []}', b'{"a":' * 5000]


@pytest.mark.parametrize("address", PAGES)
def test_options_tells_the_methods_and_has_no_body(client, address):
    response = client.options(address)
    assert (response.status_code, response.headers["Allow"], response.data) == (204, "GET, HEAD, OPTIONS", b"")


@pytest.mark.parametrize("method", ["POST", "PUT", "PATCH", "DELETE", "TRACE", "HENT"])
@pytest.mark.parametrize("address", PAGES[:6])
def test_what_can_only_be_read_says_so(client, address, method):
    response = client.open(address, method=method)
    assert (response.status_code, response.headers["Allow"]) == (405, "GET, HEAD, OPTIONS")


@pytest.mark.parametrize("method", ["GET", "HEAD", "OPTIONS", "POST", "DELETE"])
@pytest.mark.parametrize("address", NOTHING)
def test_where_there_is_nothing_there_is_nothing_by_any_method(client, address, method):
    response = client.open(address, method=method)
    assert response.status_code == 404
    assert "Allow" not in response.headers


def test_the_whole_server_may_be_asked(client):
    assert client.options("/*").status_code == 204


@pytest.mark.parametrize("address", ["/", "/kommuner", "/api/v1/kommuner.json", "/assets/favicon.svg", "/findes-ikke"])
@pytest.mark.parametrize("coding", ["", "br", "gzip"])
def test_head_has_the_headers_of_get_and_no_body(client, address, coding):
    asked, head = (client.open(address, method=method, headers={"Accept-Encoding": coding}) for method in ("GET", "HEAD"))
    assert head.data == b""
    assert (head.status_code, {**head.headers, "Date": ""}) == (asked.status_code, {**asked.headers, "Date": ""})
    assert int(head.headers["Content-Length"]) == len(asked.data)


@pytest.mark.parametrize("kind", ["application/json", "text/plain", "", "multipart/form-data"])
@pytest.mark.parametrize("body", JUNK)
def test_junk_for_dash_is_refused_as_a_problem(client, body, kind):
    response = client.post("/_dash-update-component", data=body, content_type=kind)
    assert (response.status_code, response.mimetype) == (404, PROBLEM_TYPE)


def test_nothing_is_answered_there_since_every_callback_runs_in_the_browser(client):
    page = client.get("/").text
    setup = json.loads(re.search(r'<script type="application/json" id="opsaetning">(.*?)</script>', page)[1])
    assert all(one["clientside_function"] for one in setup["dash"]["/_dash-dependencies"])


@pytest.mark.parametrize("path", ["/_dash-layout", "/_dash-dependencies", "/_reload-hash", "/_favicon.ico", "/_dash-update-component"])
def test_what_of_dash_s_addresses_nobody_needs_is_refused(client, path):
    assert client.get(path).status_code == 404


def test_the_page_does_not_say_what_runs_here(client):
    page = client.get("/").text
    assert all(word not in page for word in ("python_version", "dash_version", "GCC"))


PATHS_OF_NOTHING = [
    "/assets/" + "a" * 300, "/assets/../app.py", "/assets/../../../proc/self/mem", "/assets/x/../favicon.svg", "/assets//favicon.svg",
    "/assets/vendor", "/_dash-component-suites/dash/dcc/async-markdown.v1_2m3.js", "/_dash-component-suites/dash/dcc/async-graph.v1_2m3.js",
]  # fmt: skip


@pytest.mark.parametrize("path", PATHS_OF_NOTHING)
def test_a_file_is_had_under_its_own_name_only(client, path):
    assert client.get(path).status_code == 404


@pytest.mark.parametrize("path", ["/assets/favicon.svg", "/", "/kommuner"])
@pytest.mark.parametrize("asked", ["bytes=0-1", "bytes=9999-", "bytes=0-1,3-4", "x"])
def test_whoever_asks_for_a_range_gets_the_whole(client, path, asked):
    whole = client.get(path)
    for name in ("X-None", "If-Range", "If-Modified-Since"):
        part = client.get(path, headers={"Range": asked, name: "Fri, 01 Jan 99999999999 00:00:00 GMT"})
        assert (part.status_code, part.data) == (200, whole.data)


@pytest.mark.parametrize(
    ("path", "status"),
    [("/%00", 400), ("/kommune/%00", 400), ("/kommune/0326%0d%0aX:1", 400),
     ("/panel/%00.json", 400), ("/api/v1/%00.json", 400), ("/assets/%00.js", 400),
     ("/%7f", 400), ("/%", 404), ("/%zz", 404), ("/kommune/%u00e6", 404), ("/api/v1/%zz.json", 404), ("/assets/..%2f..%2fapp.py", 404),
     ("/_dash-component-suites/dash/findes-ikke.js", 404), ("/_dash-component-suites/findes-ikke/x.js", 404),
     ("/api/v1/noegletal.json?kommune=%00", 400), ("/api/v1/noegletal.json?kommune=%zz", 400), ("/api/v1/noegletal.json?%ff=1", 400),
     ("/?kommune=%00", 200), ("/?kommune=50%", 200), ("/indlejr?kommune=%ff", 200)],
)  # fmt: skip
def test_signs_that_are_none_are_refused_in_a_path_and_explained_on_a_page(client, path, status):
    assert client.get(path).status_code == status


@pytest.mark.parametrize("address", ["/?kommune=", "/kommune/", "/api/v1/noegletal.json?kommune=", "/healthz?", "/panel/"])
def test_an_address_may_be_long_but_not_endless(client, address):
    assert client.get(address + "1" * LONGEST).status_code == 414
    assert client.get(address + "1" * (LONGEST - len(address))).status_code in {200, 400, 404}


@pytest.mark.parametrize("address", ["/", "/api/v1/kommuner.json"])
def test_too_much_is_refused_before_it_is_read(client, address):
    assert client.get(address, data=b"x" * LARGEST).status_code == 200
    assert client.get(address, data=b"x" * (LARGEST + 1)).status_code == 413


ERRORS = {
    400: ("GET", "/%00", {}),
    404: ("GET", "/findes-ikke", {}),
    405: ("POST", "/kommuner", {}),
    406: ("GET", "/kommuner", {"Accept-Encoding": "*;q=0"}),
    413: ("GET", "/kommuner", {}),
    414: ("GET", "/" + "a" * LONGEST, {}),
}


@pytest.mark.parametrize("status", ERRORS)
def test_every_error_is_a_page_to_people_and_a_problem_to_programs(client, status):
    method, path, headers = ERRORS[status]
    sent = {"method": method, "data": b"x" * (LARGEST + 1) if status == 413 else b""}
    page = client.open(path, **sent, headers={**headers, "Accept": "text/html,application/xhtml+xml,*/*;q=0.8"})
    assert (page.status_code, page.mimetype) == (status, "text/html")
    assert '<html lang="da"' in page.text
    problem = client.open(path, **sent, headers={**headers, "Accept": "application/json"})
    assert (problem.status_code, problem.mimetype, problem.json["status"]) == (status, PROBLEM_TYPE, status)
    assert problem.json["detail"] in page.text
    assert {"Accept", "Accept-Encoding"} <= set(problem.vary)
    assert client.open(path, **sent, headers=headers).mimetype == "text/html"


@pytest.mark.parametrize("host", ["", "x,y", "kort.bl.dk, andet.dk", 'a b"<', "kort.bl.dk/sti", "bruger@kort.bl.dk", "kort.bl.dk:x", "?"])
@pytest.mark.parametrize("address", ["/", "/api/v1/kommuner.json", "/kommune/0326-kalundborg"])
def test_a_host_that_is_none_is_refused(client, address, host):
    response = client.get(address, environ_overrides={"HTTP_HOST": host})
    assert response.status_code == 400
    assert not host or host not in response.text


@pytest.mark.parametrize("host", ["kort.bl.dk", "KORT.BL.DK:8050", "127.0.0.1:8050", "[::1]:8050", "danmarkskort_app", "kort.bl.dk."])
def test_a_host_that_is_one_is_answered(client, host):
    assert client.get("/kommuner", environ_overrides={"HTTP_HOST": host}).status_code == 200


def test_an_old_client_need_not_name_the_host(client):
    assert client.get("/kommuner", environ_overrides={"HTTP_HOST": "", "SERVER_PROTOCOL": "HTTP/1"}).status_code == 200


def test_the_answer_says_nothing_of_what_serves_it(client):
    for path in ("/", "/findes-ikke", "/assets/favicon.svg", "/healthz", "/api/v1/kommuner.json"):
        assert client.get(path).headers["Server"] == SERVER
