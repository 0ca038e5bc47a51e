"""Codings as they are asked for, and what must come."""

import gzip

import brotli
import pytest

READ = {"br": brotli.decompress, "gzip": gzip.decompress, None: bytes}
ASKED = [
    (None, None), ("", None), ("gzip", "gzip"), ("GZIP", "gzip"), ("x-gzip", "gzip"), ("br", "br"), ("gzip, br", "br"), ("*", "br"),
    ("gzip;q=0", None), ("gzip;q=0.000", None), ("gzip ; q = 0", None), ("gzip;Q=0", None), ("gzip\t;\tq=0", None),
    ("br;q=0, gzip", "gzip"), ("br;q=0", None), ("br;q=0, *", "gzip"), ("br;q=0,gzip;q=0,*", None),
    ("gzip;q=0.5", "gzip"), ("br;q=0.1, gzip;q=0.2", "gzip"),
    ("gzip ; q=0.5", "gzip"), ("identity;q=0, gzip", "gzip"), ("identity;q=0, *", "br"), ("identity, gzip;q=0.5", None),
    ("identity;q=0.5, br;q=0.2", None), ("*;q=0, gzip", "gzip"), ("*;q=0, identity", None), ("*;q=0.1, gzip;q=0", "br"),
    ("gzip;q=2", None), ("gzip;q=-1", None), ("gzip;q=abc", None), ("gzip;q=", None), ("gzip;q=nan, br", "br"), ("gzip;level=1;q=0", None),
    ("gzip, gzip;q=0", None), ("deflate", None), ("zstd, br", "br"), (",,gzip,", "gzip"), ("gzip;q=1.000", "gzip"),
]  # fmt: skip
SMALL_AND_LARGE = ["/kommuner", "/api/v1/noegletal.json", "/healthz", "/assets/favicon.svg", "/assets/screen/base.css", "/hele-landet.png"]


def asked(coding):
    return {} if coding is None else {"Accept-Encoding": coding}


@pytest.mark.parametrize(("header", "coding"), ASKED)
def test_what_is_asked_for_comes(client, header, coding):
    plain = client.get("/kommuner")
    response = client.get("/kommuner", headers=asked(header))
    assert (response.status_code, response.headers.get("Content-Encoding")) == (200, coding)
    assert READ[coding](response.data) == plain.data
    assert "Accept-Encoding" in response.vary


@pytest.mark.parametrize("header", ["identity;q=0", "*;q=0", "identity;q=0, deflate", "*;q=0, zstd", "gzip;q=0, br;q=0, identity;q=0"])
@pytest.mark.parametrize("address", ["/kommuner", "/healthz", "/assets/favicon.svg"])
def test_where_no_form_is_accepted_that_is_said(client, address, header):
    response = client.get(address, headers=asked(header))
    assert (response.status_code, response.headers.get("Content-Encoding")) == (406, None)
    assert "Accept-Encoding" in response.vary


@pytest.mark.parametrize("address", SMALL_AND_LARGE)
@pytest.mark.parametrize("coding", ["gzip", "br"])
def test_whoever_refuses_the_answer_as_it_is_gets_it_packed_whatever_it_is(client, address, coding):
    plain, packed = client.get(address), client.get(address, headers=asked(f"{coding}, identity;q=0"))
    assert packed.headers["Content-Encoding"] == coding
    assert READ[coding](packed.data) == plain.data
    assert int(packed.headers["Content-Length"]) == len(packed.data)


@pytest.mark.parametrize("address", SMALL_AND_LARGE)
def test_every_answer_varies_by_it(client, address):
    for header in (None, "br", "gzip;q=0"):
        assert "Accept-Encoding" in client.get(address, headers=asked(header)).vary


@pytest.mark.parametrize("address", ["/kommuner", "/api/v1/kommuner.json", "/assets/screen/base.css"])
@pytest.mark.parametrize("method", ["GET", "HEAD"])
@pytest.mark.parametrize("coding", [None, "br", "gzip"])
@pytest.mark.parametrize("known", ["{0}", "W/{0}", '"andet", {0}', '"andet",W/{0} , "tredje"', "*"])
def test_what_the_reader_has_is_not_sent_again(client, address, method, coding, known):
    etag = client.get(address, headers=asked(coding)).headers["ETag"]
    again = client.open(address, method=method, headers={**asked(coding), "If-None-Match": known.format(etag)})
    assert (again.status_code, again.data) == (304, b"")
    assert "Accept-Encoding" in again.vary


@pytest.mark.parametrize("address", ["/findes-ikke", "/api/v1/findes-ikke.json", "/panel/9999.json"])
def test_any_answer_is_none_where_there_is_none(client, address):
    assert client.get(address, headers={"If-None-Match": "*"}).status_code == 404
