"""What hosts of files say in headers is what the server says."""

from functools import cache, partial

import pytest

from app import build_static
from components.address.site import Site
from components.export.addresses import Export, list_exports
from components.export.headers import Rule, list_rules, write_headers_file, write_nginx
from components.export.write import fetch_answer, fetch_headers
from components.server.headers import OPEN
from components.server.settings import Settings

SITE = Site("/k", "https://kort.bl.dk", follows_request=False)
MOST_RULES, LONGEST_LINE = 100, 2000  # that Cloudflare Pages reads of a file
DOCUMENTS = (".html", ".pdf")  # what a policy is for: what a browser shows as a page
pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def site():
    """An app whose pages others may frame, all that is exported of it, and the rules."""
    server, atlas = build_static(Settings(site=SITE, only_newest=True, pairs="0326-0101", hosts="https://boligen.example", with_hsts=True))
    exports = list_exports(atlas, fetch_answer(server, SITE, Export("/", "")).decode())
    ask = cache(partial(fetch_headers, server, SITE))
    return ask, exports, list_rules(exports, ask)


def read_headers_file(text):
    """Pattern and headers of each rule, as a host reads them."""
    rules = []
    for line in text.splitlines():
        if line.startswith("  "):
            name, _, value = line.strip().partition(": ")
            rules[-1][1].append((name, value))
        elif not line.startswith("#"):
            rules.append((line, []))
    return rules


def find_said(rules, path):
    """All that is said at a path, a header as often as it is said."""
    return [
        said for pattern, headers in rules if path == pattern or (pattern[-1] == "*" and path.startswith(pattern[:-1])) for said in headers
    ]


def test_every_document_has_the_server_s_policy_and_no_header_is_said_twice(site):
    ask, exports, rules = site
    text = write_headers_file(rules, "/k")
    read = read_headers_file(text)
    kinds = {}
    for export in exports:
        said = find_said(read, "/k/" + export.file.removesuffix("index.html"))
        names = [name for name, _ in said]
        assert len(names) == len(set(names)), export
        kinds[export.file.partition("/")[0], export.file.rpartition(".")[2]] = export, dict(said)  # the last of a kind is a small one
    for export, said in kinds.values():
        answered = ask(export)
        for name in ("X-Content-Type-Options", "Referrer-Policy", "Permissions-Policy", "Strict-Transport-Security"):
            assert said[name] == answered[name]
        assert {name: said.get(name) for name in OPEN} == {name: answered.get(name) for name in OPEN}
        if export.file.endswith(DOCUMENTS):
            assert said["Content-Security-Policy"] == answered["Content-Security-Policy"], export
        assert ("immutable" in said.get("Cache-Control", "")) == (export.file.startswith(("geodata/", "danmarkskort-")))
    assert len(read) <= MOST_RULES
    assert max(map(len, text.splitlines())) <= LONGEST_LINE


def test_the_frame_alone_may_be_framed_and_is_not_to_be_found(site):
    read = read_headers_file(write_headers_file(site[2], "/k"))
    framed = {
        pattern
        for pattern, headers in read
        if "frame-ancestors https://boligen.example" in dict(headers).get("Content-Security-Policy", "")
    }
    assert framed == {"/k/indlejr/"} == {pattern for pattern, headers in read if "X-Robots-Tag" in dict(headers)}


@pytest.mark.parametrize("host", ['https://bl.dk/"', "https://bl.dk/$uri", "https://bl.dk/\\"])
def test_a_value_that_nginx_would_read_otherwise_is_refused(host):
    rules = [Rule("/*", {}), Rule("/indlejr/", {"Content-Security-Policy": f"frame-ancestors {host}"})]
    with pytest.raises(ValueError, match=r"can't stand in nginx' configuration; a header's value must be without"):
        write_nginx(rules, "/k", "no-cache")
