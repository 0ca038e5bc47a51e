"""Requests that nobody would write: any address, parameter, header, method and body. None is a 5xx, none comes back in a page unescaped.

How many is said by the environment (tests/fuzzing.py).
"""

import gzip
import re

import brotli
import pytest
from hypothesis import given
from hypothesis import strategies as some
from werkzeug.test import EnvironBuilder, run_wsgi_app

from tests.fuzzing import REQUESTS, sample

ADDRESSES = ["/", "/indlejr", "/indlejr/byg", "/indlejr/hoejde.js", "/kommuner", "/kommuner/almene_andel", "/kommune/0326-kalundborg",
             "/kilder-og-metode", "/panel/0326.json", "/sammenligning/0326-0101.json", "/kort/almene_andel.json",
             "/boligorganisationer.json", "/oembed", "/api/v1/", "/api/v1/noegletal.json", "/api/v1/kommuner/0326.csv",
             "/assets/screen/base.css", "/assets/favicon.svg", "/_dash-layout", "/_dash-update-component", "/_dash-dependencies",
             "/_reload-hash", "/_favicon.ico", "/static/x", "/healthz", "/readyz", "/robots.txt", "/sitemap.xml", "/geodata/x.geojson",
             "/_dash-component-suites/dash/deps/x.js"]  # fmt: skip
HEAVY = ["/kommuneark/0326.pdf", "/kommuneark/alle.zip", "/velkomstpakke/0326.pdf", "/hele-landet.png", "/kort/almene_andel.png",
         "/presse/0326-16x9.png", "/kommune/0326-kalundborg.png", "/api/v1/kommuner/0326.xlsx"]  # fmt: skip
NAMES = ["kommune", "sammenlign", "tal", "udgave", "emne", "vis", "form", "paneler", "kort", "farve", "id", "bredde", "url", "format",
         "maxwidth", "m", "status", "periode", "x"]  # fmt: skip
PREFIXES = ["/", "//", "/.", "/..", "/assets/..", "/assets/" + "a" * 300, "/%2e%2e"]
MARK = "<script>fuzz()</script>"
VALUES = [MARK, f'"{MARK}', f"'><img src=x onerror=fuzz()>{MARK}", "0326", "0101,0265", "9999", "2025", "", "%00", "../../app.py",
          "a" * 300, "a" * 3000, "../../../proc/self/mem", "x/../favicon.svg",
          "æ", "\u202e", "{{7*7}}", "${7*7}", "\r\nX-Fuzz: 1", "-1", "1e999", "http://[", "javascript:fuzz()", "\ud7ff", "٣٢٦"]  # fmt: skip
LATE = "Fri, 01 Jan 99999999999 00:00:00 GMT"
HEADERS = {
    "Accept": ["*/*", "application/json", "text/html;q=x", ",,;;", MARK, "text/html" + " " * 60_000 + "b"],
    "Accept-Encoding": ["br", "gzip;q=0", "*;q=0", ";;", "x" * 5000, "br" + " " * 60_000],
    "If-None-Match": ["*", '"', "W/", MARK, '"a", W/"b'], "If-Modified-Since": ["x", "Fri, 27 Nov 2026 11:00:00 GMT", LATE],
    "Range": ["bytes=0-", "bytes=9-1", "bytes=-", "x", "bytes=0-1,3-4"], "If-Range": ["x", LATE],
    "Content-Type": ["application/json", MARK],
    "Host": ["kort.bl.dk", MARK, "", "a,b", "[::1", "x" * 300], "X-Forwarded-Host": [MARK], "Cookie": [MARK, "a=b; a"],
    "X-Forwarded-Proto": [MARK], "X-Request-Id": [MARK, "a" * 99], "Transfer-Encoding": ["chunked", "x"], "Expect": ["100-continue"],
    "Sec-Fetch-Dest": ["iframe", MARK], "Save-Data": ["on"], "User-Agent": ["", MARK, "\xff"], "Referer": [MARK], "Upgrade": ["h2c"],
    "Origin": ["null", MARK], "Access-Control-Request-Method": ["GET", "x"], "Content-Length": ["-1", "x", "99999999999"],
}  # fmt: skip
known = some.sampled_from(sorted(HEADERS)).flatmap(lambda name: some.tuples(some.just(name), some.sampled_from(HEADERS[name])))
names = some.one_of(some.sampled_from(sorted(HEADERS)), some.from_regex(r"[A-Za-z][A-Za-z0-9-]{0,20}", fullmatch=True))
wire = some.characters(min_codepoint=0x20, max_codepoint=0xFF, exclude_characters="\x7f")  # what a server lets through in a header
texts = some.one_of(some.sampled_from(VALUES), some.text(max_size=20))
paths = some.one_of(
    some.sampled_from(ADDRESSES),
    some.builds("{}/{}".format, some.sampled_from(ADDRESSES), texts),
    some.builds("{}{}".format, some.sampled_from(HEAVY), some.sampled_from(["x", "/", "%", MARK])),  # what they make is asked for elsewhere
    some.builds("{1}{0}".format, some.sampled_from(ADDRESSES), some.sampled_from(PREFIXES)),
    some.builds("/{}".format, texts),
)
asked = some.fixed_dictionaries(
    {
        "path": paths,
        "query": some.lists(some.tuples(some.one_of(some.sampled_from(NAMES), texts), texts), max_size=4),
        "method": some.sampled_from(["GET"] * 6 + ["HEAD", "POST", "PUT", "DELETE", "OPTIONS", "TRACE", "HENT", "get"]),
        "headers": some.lists(some.one_of(known, some.tuples(names, some.text(wire, max_size=30))), max_size=3),
        "body": some.sampled_from([b"", b"", b"{}", b'{"output": 1}', b"\xff" * 100, b"[" * 9000]),
    }
)


def ask(server, path, query, method, headers, body):
    builder = EnvironBuilder("/", query_string=query, method=method, data=body)
    environ = builder.get_environ() | {"PATH_INFO": path.encode("utf-8", "surrogatepass").decode("latin-1")}
    for name, value in headers:
        key = name.upper().replace("-", "_")
        environ[key if key.startswith("CONTENT_") else f"HTTP_{key}"] = value
    return run_wsgi_app(server, environ, buffered=True)


@pytest.mark.slow
@sample(REQUESTS, 400)
@given(asked=asked)
def test_whatever_is_asked_is_answered_or_refused(client, asked):
    content, status, headers = ask(client.application, **asked)
    body = unpack(b"".join(content), headers.get("Content-Encoding"))
    assert int(status[:3]) < 500 or is_told_why(status, headers, asked), (status, asked)
    assert "X-Fuzz" not in headers
    assert MARK not in str(headers)
    assert headers["X-Content-Type-Options"] == "nosniff"
    if headers.get("Content-Type", "").startswith("text/html"):
        page = body.decode()
        assert MARK not in page
        assert "onerror=fuzz()>" not in page
        assert not re.search(r"""href=["']?javascript:""", page)
    assert b"def create_app" not in body
    assert b"root:x:" not in body


def is_told_why(status, headers, asked):
    """501 is oEmbed's own for a form that it has not; 503 says when to ask again."""
    return (status.startswith("501") and asked["path"] == "/oembed") or (status.startswith("503") and int(headers["Retry-After"]) > 0)


def unpack(body, coding):
    return {"br": brotli.decompress, "gzip": gzip.decompress, None: bytes}[coding](body) if body else body
