"""Kept answers are those that are made: for every address, in every coding, whatever is asked along with it."""

import gzip
from concurrent.futures import ThreadPoolExecutor

import brotli
import pytest
from werkzeug.test import Client

from app import create_app
from components.address.asset import asset_address
from components.address.site import Site
from components.server.kept import packing
from components.server.kept.front import KeptAnswers
from components.server.kept.shelf import Shelf
from components.server.kept.tag import BEST
from components.server.settings import Settings

QUICK = 6  # a little better than what answers are first sent with
READ = {"br": brotli.decompress, "gzip": gzip.decompress, None: bytes}
CANONICAL = ["/", "/?kommune=0326", "/?kommune=0326&sammenlign=0101", "/?kommune=0326&udgave=2025", "/?emne=boligtyper&vis=liste",
             "/indlejr", "/indlejr?kommune=0326&form=noegletal&farve=blaa", "/indlejr?kommune=0326&id=forside",
             "/indlejr?paneler=hovedtal&kort=nej", "/kommuner", "/kommuner?udgave=2025", "/kommune/0326-kalundborg", "/kilder-og-metode",
             "/panel/0326.json", "/panel/0000.json?udgave=2025", "/sammenligning/0326-0101.json", "/kort/almene_andel.json",
             "/boligorganisationer.json", "/sitemap.xml", "/robots.txt", "/indlejr/hoejde.js", "/indlejr/ramme.js",
             "/api/v1/kommuner.json", "/api/v1/kommuner/0326.csv?udgave=2025", asset_address("screen/base.css"),
             "/assets/favicon.svg"]  # fmt: skip
OTHERS = [  # and what they are the same as
    ("/?utm_source=x", "/"), ("/?udgave=", "/"), ("/?kommune=", "/"), ("/?kommune=326", "/?kommune=0326"),
    ("/?a=1&kommune=0326&b", "/?kommune=0326"),
    ("/?sammenlign=0101&kommune=0326", "/?kommune=0326&sammenlign=0101"), ("/?kommune=0101&kommune=0326", "/?kommune=0326"),
    ("/indlejr?farve=tegl&kommune=", "/indlejr"), ("/indlejr?x=%22%3E", "/indlejr"), ("/kommuner?side=2", "/kommuner"),
    ("/panel/0326.json?_=123", "/panel/0326.json"), ("/robots.txt?x", "/robots.txt"), ("/assets/favicon.svg?m=0", "/assets/favicon.svg"),
]  # fmt: skip
TOLD = [("/?kommune=9999", "/?kommune=abc"), ("/?udgave=1", "/?udgave=x&b"), ("/indlejr?farve=lilla", "/indlejr?farve=pink"),
        ("/kommuner?udgave=1", "/kommuner?udgave=2")]  # fmt: skip
NOT_KEPT = ["/findes-ikke", "/panel/9999.json", "/kommune/0326", "/api/v1/noegletal.json?kommune=0326", "/api/v1/kommuner.json?x=1",
            "/healthz", "/indlejr/byg?kommune=0326", "/oembed?url=http://localhost/indlejr",
            "/kort/almene_andel.json?udgave=1"]  # fmt: skip


@pytest.fixture(scope="module")
def plain():
    """The app without what keeps its answers; the tests change nothing of it."""
    server = create_app(Settings()).server
    server.wsgi_app = server.wsgi_app.app
    return server.test_client()


@pytest.fixture
def kept(plain, monkeypatch):
    """What keeps the answers of the same app, still empty. To pack as well as possible takes a second for a page, so it packs less well."""
    monkeypatch.setattr(packing, "BEST", QUICK)
    return KeptAnswers(plain.application.wsgi_app, Site(), Shelf())


@pytest.fixture
def client(kept):
    return Client(kept)


def tell(response):
    """All that matters of an answer; the coding's part of the tag is none of it."""
    coding = response.headers.get("Content-Encoding")
    headers = {name: value for name, value in response.headers if name not in {"Date", "Content-Length", "ETag"}}
    return response.status_code, headers, response.headers.get("ETag", "").partition(":")[0], READ[coding](response.data)


ASKED = dict.fromkeys(CANONICAL + [address for pair in (*OTHERS, *TOLD) for address in pair] + NOT_KEPT)
OF_EACH_KIND = ["/", "/?a=1&kommune=0326&b", "/?kommune=9999", "/indlejr", "/kommune/0326-kalundborg", "/panel/0326.json", "/robots.txt",
                "/api/v1/kommuner.json", asset_address("screen/base.css"), "/assets/favicon.svg", "/findes-ikke", "/healthz"]  # fmt: skip
# All addresses in the coding that browsers ask for; the others go the same way behind the choice of a coding, so one of each kind does.
CODED = [*((address, "br") for address in ASKED), *((address, coding) for coding in ("gzip", "") for address in OF_EACH_KIND)]


@pytest.mark.parametrize(("address", "coding"), CODED)
def test_a_kept_answer_is_the_answer(plain, client, kept, address, coding):
    made = tell(plain.get(address, headers={"Accept-Encoding": coding}))
    for _ in range(3):
        assert tell(client.get(address, headers={"Accept-Encoding": coding})) == made
    kept.packer.finish()
    assert tell(client.get(address, headers={"Accept-Encoding": coding})) == made


@pytest.mark.parametrize("address", CANONICAL)
def test_it_is_made_once_and_packed_better_when_it_is_asked_for_again(client, kept, address):
    first = client.get(address, headers={"Accept-Encoding": "br"})
    kept.app = None  # nobody is asked any more
    again = client.get(address, headers={"Accept-Encoding": "br"})
    kept.packer.finish()
    best = client.get(address, headers={"Accept-Encoding": "br"})
    assert (again.data, again.headers["ETag"]) == (first.data, first.headers["ETag"])
    if first.headers.get("Content-Encoding"):
        assert len(best.data) <= len(first.data)
        assert best.headers["ETag"] == first.headers["ETag"].replace(":br", BEST)


@pytest.mark.parametrize("first", ["", "gzip", "br"])
@pytest.mark.parametrize("address", ["/kommune/0326-kalundborg", "/panel/0326.json", "/assets/favicon.svg", "/panel/0326.json?_=1"])
def test_it_is_made_once_for_all_codings(client, kept, address, first):
    whole = tell(client.get(address, headers={"Accept-Encoding": first}))[-1]
    made = kept.app
    kept.app = lambda *_: pytest.fail("made again") if "?" not in address else made(*_)  # what is not canonical has to be asked for
    for coding in ("br", "gzip", "", "gzip"):
        assert tell(client.get(address, headers={"Accept-Encoding": coding}))[-1] == whole
    assert len(kept.shelf) <= 2  # nobody's unpacked page takes the place of others


@pytest.mark.parametrize("address", ["/api/v1/noegletal.json?kommune=0326", "/indlejr/byg?kommune=0326"])
def test_what_is_not_kept_comes_in_the_coding_of_its_reader_too(client, address):
    answers = [client.get(address, headers={"Accept-Encoding": coding}) for coding in ("br", "gzip", "identity")]
    assert [answer.headers.get("Content-Encoding") for answer in answers] == ["br", "gzip", None]
    assert len({READ[answer.headers.get("Content-Encoding")](answer.data) for answer in answers}) == 1
    assert [int(answer.headers["Content-Length"]) for answer in answers] == [len(answer.data) for answer in answers]


@pytest.mark.parametrize(("address", "same"), OTHERS)
def test_junk_falls_together_with_what_it_stands_behind(client, kept, address, same):
    for asked in (address, same, address + ("&" if "?" in address else "?") + "nej=1"):
        client.get(asked)
    assert len(kept.shelf) == 1


@pytest.mark.parametrize(("one", "other"), TOLD)
def test_what_is_told_falls_together_too_but_not_with_what_is_not(client, kept, one, other):
    assert client.get(one).data == client.get(other).data
    assert client.get(one).data != client.get(one.partition("?")[0]).data
    assert len(kept.shelf) == 2


@pytest.mark.parametrize("address", NOT_KEPT)
def test_errors_and_what_there_is_too_much_of_are_not_kept(client, kept, address):
    client.get(address)
    client.get(address)
    assert len(kept.shelf) == 0


@pytest.mark.parametrize("address", ["/", "/panel/0326.json", "/assets/favicon.svg"])
@pytest.mark.parametrize("coding", ["br", "gzip", ""])
def test_what_the_reader_has_is_not_sent_again_whichever_way_it_was_packed(client, kept, address, coding):
    asked = {"Accept-Encoding": coding}
    tags = [client.get(address, headers=asked).headers["ETag"]]
    client.get(address, headers=asked)
    kept.packer.finish()
    tags.append(client.get(address, headers=asked).headers["ETag"])
    for tag in [*tags, f"W/{tags[0]}", f'"x", {tags[1]}', "*"]:
        for method in ("GET", "HEAD"):
            for junk in ("", "?junk=1"):
                again = client.open(address + junk, method=method, headers={**asked, "If-None-Match": tag})
                assert (again.status_code, again.data) == (304, b"")
                assert not {"Content-Length", "Content-Type", "Content-Encoding"} & set(again.headers.keys()) or junk
                assert again.headers["ETag"] in {*tags, tags[0].replace(':br"', '"').replace(':gzip"', '"')}
    assert client.get(address, headers={**asked, "If-None-Match": '"x"'}).status_code == 200


@pytest.mark.parametrize("address", ["/", "/kommune/0326-kalundborg", "/assets/favicon.svg"])
def test_head_is_answered_from_what_is_kept_and_keeps_nothing_itself(client, kept, address):
    head = client.head(address)
    assert (head.data, len(kept.shelf)) == (b"", 0)
    whole = client.get(address)
    kept.app = None
    again = client.head(address)
    assert (again.data, again.headers["Content-Length"]) == (b"", str(len(whole.data)))
    assert {**again.headers, "Date": ""} == {**head.headers, "Date": ""}


ASKED_ODDLY = [
    {"method": "POST"}, {"method": "OPTIONS"}, {"headers": {"Accept-Encoding": "*;q=0"}},
    {"headers": {"Accept-Encoding": "identity;q=0, gzip"}}, {"data": b"x" * 70_000}, {"environ_overrides": {"HTTP_HOST": 'a"b'}},
    {"environ_overrides": {"HTTP_HOST": ""}},
    {"headers": {"Accept": "application/json"}},
    {"headers": {"Cookie": "a=b"}}, {"headers": {"Sec-Fetch-Dest": "iframe"}}, {"headers": {"Transfer-Encoding": "chunked"}},
    {"base_url": "https://ond.example"}, {"base_url": "http://127.0.0.1:8050"},
]  # fmt: skip


@pytest.mark.parametrize("address", ["/", "/assets/favicon.svg", "/robots.txt"])
@pytest.mark.parametrize("oddly", ASKED_ODDLY)
def test_what_is_kept_changes_no_answer_to_a_question_asked_otherwise(plain, client, address, oddly):
    client.get(address)
    made = tell(plain.open(address, **oddly))
    assert tell(client.open(address, **oddly)) == made
    assert tell(client.open(address, **oddly)) == made


def test_two_hundred_readers_at_once_get_what_they_asked_for(plain, kept):
    addresses = CANONICAL[:12]
    expected = {address: plain.get(address).data for address in addresses}

    def read(number):
        address = addresses[number % len(addresses)]
        response = Client(kept).get(address, headers={"Accept-Encoding": ("br", "gzip", "")[number % 3]})
        return READ[response.headers.get("Content-Encoding")](response.data) == expected[address]

    with ThreadPoolExecutor(20) as pool:
        assert all(pool.map(read, range(200)))


def test_what_is_made_in_advance_is_found_by_whoever_asks_under_any_name(kept, client):
    kept.warm(["/", "/indlejr"])
    assert len(kept.shelf) == 2
    kept.app = None
    for host in ("https://kort.bl.dk", "https://ond.example:8000"):
        assert client.get("/", base_url=host, headers={"Accept-Encoding": "gzip, br"}).status_code == 200


def test_the_machine_s_own_names_of_which_there_are_millions_fill_nothing(kept, client):
    for host in ("127.0.0.1:1", "127.0.0.2", "127.9.9.9:81", "localhost:9", "[::1]:7"):
        assert f"http://{host}/sitemap.xml" in client.get("/robots.txt", headers={"Host": host}).text
    assert len(kept.shelf) == 0
    client.get("/robots.txt", headers={"Host": "localhost:80"})  # its own port
    assert len(kept.shelf) == 1
