"""The export with a handful of pages; the whole of it is served in tests/pages."""

import re
from functools import partial

import pytest

from app import build_static
from components.address.site import Site
from components.export import write as export
from components.export.addresses import Export
from components.export.write import MARK, ExportError, check_folder, export_site, fetch_answer
from components.server.settings import Settings
from tests.page import parse

FEW = [
    Export("/kommune/0825-laesoe", "kommune/0825-laesoe/index.html"),
    Export("/panel/0825.json", "panel/0825.json"),
    Export("/404", "404.html", 404),
]
STATEMENT = "https://www.was.digst.dk/kort?a=1&b=2"
SETTINGS = Settings(site=Site("/k", "https://kort.bl.dk", follows_request=False, statement=STATEMENT), only_newest=True)
pytestmark = pytest.mark.slow


def test_a_new_or_empty_folder_and_an_earlier_export_may_be_written(tmp_path):
    check_folder(tmp_path / "new")
    check_folder(tmp_path)
    (tmp_path / MARK).touch()
    (tmp_path / "index.html").touch()
    check_folder(tmp_path)


@pytest.mark.parametrize("name", ["out", "out/tal.csv"])
def test_a_folder_with_other_things_and_a_file_are_refused(tmp_path, name):
    path = tmp_path / name
    path.parent.mkdir(exist_ok=True)
    path.write_text("mine")
    with pytest.raises(ExportError, match=r"out has something in it that is no export of ours; name a new or empty folder"):
        export_site(partial(build_static, SETTINGS), tmp_path / "out", lambda *_: None)
    assert path.read_text() == "mine"
    assert sorted(each.name for each in tmp_path.iterdir()) == ["out"]


def read_folder(folder):
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@pytest.fixture(scope="module")
def told():
    """How far the export was, each time that it told."""
    return []


@pytest.fixture(scope="module")
def out(tmp_path_factory, told):
    """A small export, in the place of an earlier one."""
    out = tmp_path_factory.mktemp("export") / "out"
    out.mkdir()
    for name in (MARK, "gammel.html"):
        (out / name).touch()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(export, "list_exports", lambda *_: FEW)
        count = export_site(partial(build_static, SETTINGS), out, lambda *counts: told.append(counts))
    assert count == len(read_folder(out))
    return out


def test_pages_are_written_as_they_are_served(out, told):
    files = read_folder(out)
    client = build_static(SETTINGS)[0].test_client()
    for each in FEW:
        assert files[each.file] == client.get(each.address, base_url="https://kort.bl.dk/k/").data
    assert told[-1] == (3, 3)


def test_an_export_takes_the_place_of_an_earlier_one(out):
    assert MARK in read_folder(out)
    assert "gammel.html" not in read_folder(out)
    assert [each.name for each in out.parent.iterdir()] == ["out"]  # nothing is left beside it


def test_other_spellings_are_led_on(out):
    page = (out / "kommune" / "kalundborg" / "index.html").read_text(encoding="utf-8")
    assert set(re.findall(r'(?:href="|url=)(/[^" ]+)"', page)) == {"/k/kommune/0326-kalundborg"}
    assert "noindex" in page
    assert parse(page) is not None


def test_the_short_address_of_the_statement_leads_on_too(out):
    page = (out / "was" / "index.html").read_text(encoding="utf-8")
    assert 'content="0; url=https://www.was.digst.dk/kort?a=1&amp;b=2"' in page
    assert parse(page) is not None


def test_whatever_is_written_is_found_by_nginx_and_has_a_policy(out):
    """What only the hosts read is hidden."""
    found = [re.compile(pattern) for pattern in re.findall(r"location ~ (\S+) \{", (out / "_nginx.conf").read_text(encoding="utf-8"))]
    files = read_folder(out).keys() - {MARK, "_headers", "_nginx.conf"}
    assert {file for file in files if not any(pattern.match(f"/k/{file}") for pattern in found)} == set()
    (said,) = re.findall(r"^/k/was/\S*\n((?:  .*\n)*)", (out / "_headers").read_text(encoding="utf-8"), re.MULTILINE)
    assert "Content-Security-Policy: default-src 'none'; style-src" in said


def test_a_wrong_answer_stops_the_export_and_leaves_the_earlier_one(tmp_path, monkeypatch):
    monkeypatch.setattr(export, "list_exports", lambda *_: [*FEW, Export("/findes-ikke", "x/index.html")])
    out = tmp_path / "out"
    out.mkdir()
    (out / MARK).touch()
    (out / "index.html").write_text("before")
    with pytest.raises(ExportError, match=r"/findes-ikke answered 404, not 200"):
        export_site(partial(build_static, SETTINGS), out, lambda *_: None)
    assert read_folder(out) == {MARK: b"", "index.html": b"before"}


@pytest.mark.parametrize(
    ("wanted", "came"), [(Export("/findes-ikke", "x"), 404), (Export("/kommuner", "x", 404), 200), (Export("/kommune/0825", "x"), 301)]
)
def test_another_answer_than_the_expected_one_is_an_error(wanted, came):
    server, atlas = build_static(SETTINGS)
    with pytest.raises(ExportError, match=rf"{wanted.address} answered {came}, not {wanted.status}"):
        fetch_answer(server, atlas.site, wanted)


def test_files_never_name_the_host_that_they_were_made_at():
    for site in (Site("/k", follows_request=False), Site("/k", "https://kort.bl.dk", follows_request=False)):
        server, atlas = build_static(Settings(site=site, only_newest=True))
        for address in ("/", "/indlejr", "/indlejr/byg", "/kommune/0825-laesoe", "/kommuner", "/robots.txt", "/api/v1/openapi.json"):
            assert b"localhost" not in fetch_answer(server, atlas.site, Export(address, "x")), address


def test_an_error_of_the_app_is_told_with_its_address():
    server, atlas = build_static(SETTINGS)
    server.view_functions["kommuner"] = lambda: str(1 / 0)
    with pytest.raises(ExportError, match=r"/kommuner answered 500, not 200"):
        fetch_answer(server, atlas.site, Export("/kommuner", "x"))
