import pytest
from hypothesis import given
from hypothesis import strategies as st

from components.address.site import Site, without_scheme

UNDER_PATH = Site.parse("/danmarkskort/")
WHOLE = Site.parse("https://kort.bl.dk/danmarkskort/")


@pytest.mark.parametrize(
    ("address", "base", "origin"),
    [
        ("", "", ""),
        ("/", "", ""),
        ("/danmarkskort", "/danmarkskort", ""),
        ("/a/b-c/", "/a/b-c", ""),
        ("https://kort.bl.dk", "", "https://kort.bl.dk"),
        ("http://localhost:8000/kort/", "/kort", "http://localhost:8000"),
        ("http://[::1]:8000/", "", "http://[::1]:8000"),
        ("https://xn--kbenhavn-54a.example/", "", "https://xn--kbenhavn-54a.example"),
    ],
)
def test_a_path_or_a_whole_address_is_read(address, base, origin):
    assert Site.parse(address) == Site(base, origin)


@pytest.mark.parametrize(
    "address",
    [
        "danmarkskort",
        "kort.bl.dk/x",
        "//kort.bl.dk",
        "ftp://bl.dk/",
        "/a b/",
        "/a/?x=1",
        "/a#b",
        "/a//b",
        '/"',
        "https:///a",
        "/a/../b/",
        "https://navn:ord@bl.dk/",
        "https://kort bl.dk/",
        'https://bl.dk"><b>/',
        "https://bl.dk:99999/",
        "https://bl.dk:0/",
        "https://bl.dk\\x/",
        "https://bl.dk/\nx",
        "https://københavn.example/",
        "https://./",
    ],
)
def test_anything_else_is_refused_with_what_to_write(address):
    with pytest.raises(ValueError, match=r"write a path such as /danmarkskort/ or https://host/danmarkskort/"):
        Site.parse(address)


@given(st.text())
def test_any_text_is_a_site_or_a_value_error(address):
    try:
        site = Site.parse(address)
    except ValueError:
        return
    assert not site.base.endswith("/")
    assert site.path("/") == f"{site.base}/"


def test_only_addresses_within_the_app_get_the_path():
    assert UNDER_PATH.path("/kommuner#r1085") == "/danmarkskort/kommuner#r1085"
    for address in ("?kommune=0326", "#hent", "https://bl.dk/", "//bl.dk/x"):
        assert UNDER_PATH.path(address) == address


def test_a_whole_address_needs_a_host():
    assert WHOLE.whole("/kommuner") == "https://kort.bl.dk/danmarkskort/kommuner"
    assert UNDER_PATH.whole("/kommuner") == "/danmarkskort/kommuner"


def test_the_host_is_taken_from_the_request_only_where_none_is_set_and_a_server_is_asked():
    assert UNDER_PATH.seen_at("http://localhost:8050/").origin == "http://localhost:8050"
    assert WHOLE.seen_at("http://localhost:8050/") == WHOLE
    static = Site("/kort", follows_request=False)
    assert static.seen_at("http://localhost/") == static


def test_addresses_are_written_as_people_write_them():
    addresses = ("https://bl.dk/", "https://bl.dk/x/#y", "http://localhost:8050/?kommune=0326", "")
    assert [without_scheme(address) for address in addresses] == ["bl.dk", "bl.dk/x/#y", "localhost:8050/?kommune=0326", ""]
