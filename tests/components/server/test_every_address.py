"""Every address that the server has, found by its own list: headers, the host that nobody may make up, and bodies that nobody reads."""

import re
from urllib.parse import urlsplit

import brotli
import pytest

from app import create_app
from components.address.site import Site
from components.server.settings import Settings
from tests.components.server.test_policy import read_policy, score

FILLED = {
    "key": "almene_andel", "code": "0326", "other": "0101", "written": "0326-kalundborg", "aspect": "16x9", "package_name": "dash",
    "fingerprinted_path": "deps/x.js", "filename": "favicon.svg", "path": "noegletal.json",
}  # fmt: skip
MORE = ["/findes-ikke", "/api/v1", "/api//v1/kommuner.json?udgave=2025", "//ond.example/..", "/kommune/326", "/kommuner/", "/indlejr/",
        "/?kommune=9999", "/?kommune=0326&sammenlign=0101", "/_dash-update-component/x"]  # fmt: skip
MADE_LONG = (".pdf", ".png")  # asked for of one app only
LONG = "/kommuneark/alle.zip"  # made while it is sent
INVENTED = "ond.example"
JUNK = [b"", b'{"output": "x", "inputs": [1]}', b"[" * 5000]


@pytest.fixture(scope="module")
def open_app():
    """As the public meets it at its own address: https, and numbers are on."""
    site = Site.parse("https://kort.bl.dk/almene")
    return create_app(Settings(site=site, with_hsts=True, with_metrics=True, logs_json=True)).server.test_client()


def list_addresses(server):
    found = {re.sub(r"<(?:\w+:)?(\w+)>", lambda part: FILLED[part[1]], rule.rule) for rule in server.url_map.iter_rules()}
    return sorted({*found, *MORE} - {LONG})


def ask(client, address, method="GET", **more):
    with client.open(address, method=method, **more) as response:
        body = response.data
        return response, brotli.decompress(body) if response.headers.get("Content-Encoding") == "br" else body


@pytest.mark.pdf
def test_every_answer_is_safe_to_show_and_names_no_host_that_was_made_up(client, open_app):
    for app, base in ((client, ""), (open_app, "https://kort.bl.dk/almene")):
        for address in list_addresses(app.application):
            if not base and address.endswith(MADE_LONG):
                continue
            response, body = ask(app, address, headers={"Host": INVENTED, "X-Forwarded-Host": INVENTED, "Accept-Encoding": "br"})
            headers, policy = response.headers, read_policy(response)
            assert response.status_code < 500, address
            assert INVENTED not in str(headers), address
            assert INVENTED.encode() not in body, address
            assert headers.get("Location", f"{urlsplit(base).path}/").startswith(f"{urlsplit(base).path}/"), address
            assert "frame-ancestors" in policy, address
            assert headers["X-Content-Type-Options"] == "nosniff", address
            assert {"Referrer-Policy", "Permissions-Policy", "Server"} <= set(headers.keys()), address
            assert "Set-Cookie" not in headers, address
            if base:
                assert headers["Strict-Transport-Security"], address
                least = 110 if response.mimetype == "text/html" else 100
                assert response.mimetype == "application/pdf" or score(headers, is_https=True) >= least, address


def test_no_address_takes_a_body(client):
    for address in list_addresses(client.application):
        for body in JUNK:
            for method in ("POST", "PUT", "DELETE"):
                response, _ = ask(client, address, method, data=body, content_type="application/json")
                assert 400 <= response.status_code < 500, (method, address, response.status_code)
                assert response.status_code != 405 or response.headers["Allow"] in {"GET, HEAD, OPTIONS", "OPTIONS"}
