import re
from dataclasses import replace

import pytest

from app import create_app
from components.address.offer import Offer
from components.address.pages import list_pages
from components.address.place import find_kommune, place_address
from components.address.site import Site
from components.export.addresses import NOT_FOUND_FILE, file_path, list_exports, list_pairs, list_redirects
from components.panel.further.nearby import list_areas
from components.server.settings import Settings


@pytest.fixture(scope="module")
def app():
    return create_app(Settings(site=Site.parse("https://kort.bl.dk/k"), only_newest=True, pairs="0326-0101"))


@pytest.fixture(scope="module")
def client(app):
    return app.server.test_client()


@pytest.fixture(scope="module")
def exports(app, client):
    return list_exports(app.atlas, client.get("/", base_url="https://kort.bl.dk/k/").text)


@pytest.mark.parametrize(
    ("address", "file"),
    [
        ("/", "index.html"),
        ("/kommuner", "kommuner/index.html"),
        ("/kommuner/", "kommuner/index.html"),
        ("/kommune/0326-kalundborg", "kommune/0326-kalundborg/index.html"),
        ("/kommune/0326-kalundborg.png", "kommune/0326-kalundborg.png"),
        ("/api/v1/kommuner/0326.dansk.csv", "api/v1/kommuner/0326.dansk.csv"),
        ("/assets/address/address.js?m=01234567", "assets/address/address.js"),
        ("/?kommune=0326", "index.html"),
    ],
)
def test_an_address_becomes_the_file_that_a_plain_server_looks_for(address, file):
    assert file_path(address) == file


def test_every_page_of_the_sitemap_is_written_and_no_file_twice(app, exports):
    files = [export.file for export in exports]
    assert len(files) == len(set(files))
    assert {export.address for export in exports} > set(list_pages(app.atlas.archive.newest, app.atlas.choices))
    assert {"indlejr/index.html", "indlejr/byg/index.html", "indlejr/hoejde.js", "sitemap.xml", "robots.txt"} < set(files)
    assert [(export.file, export.status) for export in exports if export.status != 200] == [(NOT_FOUND_FILE, 404)]


def test_a_file_is_never_where_a_folder_is(app, exports):
    files = {export.file for export in exports} | set(list_redirects(app.atlas))
    folders = {parent for file in files for parent in (file.rsplit("/", depth)[0] for depth in range(1, file.count("/") + 1))}
    assert not files & folders


def test_files_stay_inside_the_folder(app, exports):
    for file in [*(export.file for export in exports), *list_redirects(app.atlas)]:
        assert not file.startswith("/")
        assert not {"..", "."} & set(file.split("/"))


@pytest.mark.usefixtures("typeset_answers")
def test_every_address_answers_as_the_export_expects(client, exports):
    """Some of those that there are many of: the browser tests write nearly all."""
    many = [export for export in exports if export.file.startswith(("api/", "kommune/", "panel/")) or export.file.endswith(".png")]
    sheets = [export for export in exports if export.file.startswith("kommuneark/")]
    few = [export for export in exports if export not in many and export not in sheets]
    for export in [*few, *many[::40], *sheets[::20]]:
        with client.get(export.address, base_url="https://kort.bl.dk/k/") as response:
            assert response.status_code == export.status, export.address


def test_everything_that_a_page_loads_is_written(client, exports):
    files = {export.file for export in exports}
    for address in ("/", "/indlejr", "/indlejr/byg", "/kommune/0326-kalundborg", "/kommuner", "/kilder-og-metode"):
        text = client.get(address, base_url="https://kort.bl.dk/k/").text
        loaded = re.findall(r'<(?:script|link)[^>]* (?:src|href)="/k(/[^"]+)"', text)
        assert loaded
        assert [each for each in loaded if file_path(each) not in files and not each.startswith("/oembed")] == [], address


def test_the_sitemap_needs_a_host(app, client):
    unknown = replace(app.atlas, site=Site("/k", follows_request=False), offer=Offer.of_files(Site("/k")))
    assert "sitemap.xml" not in {export.file for export in list_exports(unknown, "")}


def test_asked_comparisons_are_written_with_their_files(exports):
    files = {export.file for export in exports}
    assert "sammenligning/0326-0101.json" in files
    assert {f"api/v1/sammenligning/0326-0101.{form}" for form in ("xlsx", "dansk.csv", "csv", "json")} < files
    assert len([file for file in files if file.startswith("sammenligning/")]) == 1


def test_suggested_comparisons_are_those_that_the_pages_suggest(atlas):
    pairs = list_pairs(atlas, "suggested")
    assert len(pairs) == len(set(pairs))
    figures = atlas.archive.newest
    for place in figures.kommuner:
        suggested = {*figures.profile(place.code).similar, *list_areas(place, figures)}
        assert {(place.code, other) for other in suggested} <= set(pairs)


def test_all_comparisons_are_every_kommune_with_every_other_place(atlas):
    pairs = list_pairs(atlas, "all")
    assert len(pairs) == len(set(pairs)) == 98 * 104  # 97 kommuner, five regioner, the one that begins in 2027, and the country


def test_named_comparisons_are_kept_in_order(atlas):
    assert list_pairs(atlas, "0326-0101, 0326-0000,0101-1085") == [("0326", "0101"), ("0326", "0000"), ("0101", "1085")]


@pytest.mark.parametrize("wanted", ["", "0326", "0326-0326", "1085-0326", "0326-9999", "0326-0101,", "0326-0101-0265", "ALL", "326-101"])
def test_a_comparison_that_is_none_is_refused_with_what_to_write(atlas, wanted):
    with pytest.raises(ValueError, match=r"is no pair; write two codes such as 0326-0101, of which the first is a kommune"):
        list_pairs(atlas, wanted)


def test_other_spellings_lead_to_pages_that_are_written(app, exports):
    redirects, written = list_redirects(app.atlas), {export.file for export in exports}
    assert not set(redirects) & written
    assert {file_path(address) for address in redirects.values()} <= written
    places = app.atlas.archive.newest.places
    for file, address in redirects.items():
        assert re.fullmatch(r"kommune/[^/]+/index\.html", file), file
        assert place_address(find_kommune(file.split("/")[1], places)) == address
    assert {redirects[f"kommune/{name}/index.html"] for name in ("0326", "326", "kalundborg")} == {"/kommune/0326-kalundborg"}
