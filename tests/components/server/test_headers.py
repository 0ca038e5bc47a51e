import pytest

from app import create_app
from components.address.asset import FOLDER, asset_address
from components.server.headers import DEFAULT_HOSTS
from components.server.settings import Settings

REFUSED = "frame-ancestors 'none'"


def policy(client, address):
    """Who may frame it."""
    with client.get(address) as response:
        return next(part for part in response.headers["Content-Security-Policy"].split("; ") if part.startswith("frame-ancestors"))


@pytest.mark.parametrize(
    "address",
    ["/", "/?kommune=0326", "/indlejr/byg", "/kommune/0326-kalundborg", "/kommune/0326", "/kommuner", "/kilder-og-metode", "/findes-ikke",
     "/indlejr/", "/indlejr/hoejde.js", "/oembed", "/panel/0326.json", "/api/v1/kommuner.json", "/assets/favicon.svg", "/healthz"],
)  # fmt: skip
def test_nothing_but_the_frame_may_be_framed(client, address):
    assert policy(client, address) == REFUSED


def test_the_frame_may_be_framed_by_bl_and_is_not_to_be_found(client):
    for address in ("/indlejr", "/indlejr?kommune=0326", "/indlejr?kommune=9999"):
        assert policy(client, address) == f"frame-ancestors {DEFAULT_HOSTS}" == "frame-ancestors 'self' https://bl.dk https://*.bl.dk"
        assert client.get(address).headers["X-Robots-Tag"] == "noindex"


def test_an_answer_that_is_not_sent_again_says_it_too(client):
    known = {"If-None-Match": client.get("/indlejr").headers["ETag"]}
    again = client.get("/indlejr", headers=known)
    assert again.status_code == 304
    assert again.headers["Content-Security-Policy"] == client.get("/indlejr").headers["Content-Security-Policy"]


def test_another_setting_lets_others_frame_it():
    other = create_app(Settings(hosts="https://boligen.example")).server.test_client()
    assert policy(other, "/indlejr") == "frame-ancestors https://boligen.example"
    assert policy(other, "/") == REFUSED


def test_pages_may_be_found_and_types_are_not_guessed(client):
    for address in ("/", "/kommune/0326-kalundborg", "/kommuner"):
        response = client.get(address)
        assert "X-Robots-Tag" not in response.headers
        assert response.headers["X-Content-Type-Options"] == "nosniff"


def keeping(client, address):
    with client.get(address) as response:
        return response.headers.get("Cache-Control", "")


def test_an_asset_is_kept_for_ever_only_under_its_own_digest(client):
    for name in ("screen/base.css", "address/address.js"):
        assert keeping(client, asset_address(name)) == "public, max-age=31536000, immutable"
        for address in (
            f"/assets/{name}",
            f"/assets/{name}?m=",
            f"/assets/{name}?m=00000000",
            asset_address("embed/builder.js").replace("embed/builder.js", name),
        ):
            assert "immutable" not in keeping(client, address), address


def test_an_asset_that_is_not_there_is_not_kept(client):
    for address in ("/assets/findes-ikke.js?m=", "/assets/findes-ikke.js", "/assets/embed?m="):
        assert "immutable" not in keeping(client, address)


def test_typefaces_are_kept_a_month(client):
    fonts = sorted(FOLDER.glob("vendor/*.woff2"))
    for font in fonts:
        assert keeping(client, f"/assets/vendor/{font.name}") == "public, max-age=2592000"


@pytest.mark.parametrize("address", ["/kommune/0326-kalundborg", "/kommuner", "/kilder-og-metode", "/indlejr", "/indlejr/byg"])
def test_an_unchanged_page_is_not_sent_again(client, address):
    first = client.get(address)
    again = client.get(address, headers={"If-None-Match": first.headers["ETag"]})
    assert (again.status_code, again.data) == (304, b"")


@pytest.mark.parametrize("address", ["/", "/indlejr", "/indlejr/byg", "/kommune/0326-kalundborg", "/kommuner", "/findes-ikke"])
def test_no_page_sets_a_cookie(client, address):
    assert "Set-Cookie" not in client.get(address).headers
