"""What a page may load and run, for every kind of answer; and what a scanner would say of it."""

import re

import pytest

from app import create_app
from components.server.policy import hash_script
from components.server.settings import Settings

PAGES = ["/", "/?kommune=0326&sammenlign=0101", "/?kommune=9999", "/indlejr", "/indlejr?kommune=0326&form=kort", "/indlejr/byg",
         "/kommuner", "/kommune/0326-kalundborg", "/kilder-og-metode", "/findes-ikke", "/%00"]  # fmt: skip
OTHERS = ["/panel/0326.json", "/api/v1/kommuner.json", "/api/v1/findes-ikke.json", "/robots.txt", "/sitemap.xml", "/indlejr/hoejde.js",
          "/assets/favicon.svg", "/hele-landet.png", "/healthz", "/readyz"]  # fmt: skip
SCRIPT = re.compile(r"<script(?![^>]*\bsrc=)([^>]*)>(.*?)</script>", re.DOTALL)
DATA = ('type="application/json"', 'type="application/ld+json"')
SPARING = {"strict-origin-when-cross-origin", "strict-origin", "same-origin", "no-referrer"}
HANDLER = re.compile(r"<[^>]+\son[a-z]+\s*=", re.IGNORECASE)


def read_policy(response):
    parts = (part.split(" ") for part in response.headers["Content-Security-Policy"].split("; "))
    return {name: sources for name, *sources in parts}


@pytest.mark.parametrize("address", PAGES)
def test_every_script_that_stands_in_a_page_is_known_by_its_hash_and_no_other_may_run(client, address):
    response = client.get(address)
    allowed = read_policy(response)["script-src"]
    inline = [code for attributes, code in SCRIPT.findall(response.text) if not any(kind in attributes for kind in DATA)]
    assert {hash_script(code) for code in inline} <= set(allowed)
    assert not {"'unsafe-inline'", "'unsafe-eval'", "*", "https:", "data:"} & set(allowed)
    assert not HANDLER.search(response.text)
    assert "javascript:" not in response.text


def test_every_hash_is_needed_by_some_page(client):
    inline = {code for address in PAGES for _, code in SCRIPT.findall(client.get(address).text)}
    allowed = set(read_policy(client.get("/"))["script-src"]) - {"'self'"}
    assert allowed <= {hash_script(code) for code in inline}


@pytest.mark.parametrize("address", PAGES)
def test_a_page_loads_from_its_own_host_only(client, address):
    policy = read_policy(client.get(address))
    assert policy["default-src"] == policy["base-uri"] == ["'none'"]
    assert {source for name, sources in policy.items() if name != "frame-ancestors" for source in sources if "." in source} == set()


@pytest.mark.parametrize("address", OTHERS)
def test_what_is_no_page_may_load_nothing(client, address):
    assert read_policy(client.get(address)) == {"default-src": ["'none'"], "frame-ancestors": ["'none'"]}


@pytest.mark.parametrize("address", [*PAGES, *OTHERS])
def test_every_answer_says_the_rest(client, address):
    headers = client.get(address).headers
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Referrer-Policy"] == "strict-origin-when-cross-origin"
    assert "geolocation=()" in headers["Permissions-Policy"]
    assert "Strict-Transport-Security" not in headers
    assert "Set-Cookie" not in headers
    assert headers["Server"] == "danmarkskort"


def score(headers, *, is_https):
    """What Mozilla's HTTP Observatory would give: 100, less what is missing; bonuses count from 90 on (its published rules).

    Modelled: Content-Security-Policy, cookies, CORS, redirection, Referrer-Policy, HSTS, X-Content-Type-Options, framing.
    Not modelled: Subresource Integrity (all scripts are of the same origin: 0), Cross-Origin-Resource-Policy (not sent: 0).
    """
    policy = {name: sources for name, *sources in (part.split(" ") for part in headers.get("Content-Security-Policy", "").split("; "))}
    scripts, styles = (policy.get(name, policy.get("default-src", ["*"])) for name in ("script-src", "style-src"))
    found, bonus = 100, 0
    if not policy or {"'unsafe-inline'", "*", "data:", "https:"} & set(scripts):
        found -= 25 if not policy else 20
    elif "'unsafe-eval'" in scripts:
        found -= 10
    elif "'unsafe-inline'" not in styles:
        bonus += 10 if policy.get("default-src") == ["'none'"] else 5
    found -= 0 if "Set-Cookie" not in headers else 20
    found -= 0 if headers.get("Strict-Transport-Security") or not is_https else 20
    found -= 0 if headers.get("X-Content-Type-Options") == "nosniff" else 5
    found -= 0 if "frame-ancestors" in policy else 20
    bonus += 5 if "frame-ancestors" in policy else 0
    bonus += (
        5 if headers.get("Referrer-Policy") in {"strict-origin-when-cross-origin", "no-referrer", "same-origin", "strict-origin"} else 0
    )
    return found + (bonus if found >= 90 else 0)


def test_a_scanner_would_give_the_best_mark():
    client = create_app(Settings(with_hsts=True)).server.test_client()
    for address in PAGES:
        assert score(client.get(address).headers, is_https=True) == 110  # A+ is 100 or more
    assert score(client.get("/robots.txt").headers, is_https=True) == 120


def test_the_scanner_would_find_what_is_missing(client):
    assert score({}, is_https=True) == 100 - 25 - 20 - 5 - 20 + 5
    assert score(client.get("/").headers, is_https=True) == 80  # without HSTS, which is a setting
    assert score({"Content-Security-Policy": "default-src 'self' 'unsafe-inline'"}, is_https=False) == 55
