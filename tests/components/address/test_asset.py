import hashlib

import pytest

from components.address import asset
from components.address.asset import FOLDER, asset_address, digest_asset, list_assets, list_own_assets, read_asset


@pytest.mark.parametrize("name", [*list_own_assets(), "pictures/kommune-1280.jpg"])
def test_the_address_of_an_asset_has_the_digest_of_its_content(name):
    assert asset_address(name) == f"/assets/{name}?m={hashlib.sha256((FOLDER / name).read_bytes()).hexdigest()[:8]}"


def test_every_own_sheet_and_script_lies_in_the_room_that_it_serves():
    names = list_own_assets()
    assert {"favicon.svg", "address/address.js", "map/map.css", "embed/builder.js"} < set(names)
    assert {name.split("/")[0] for name in names[1:]} <= {path.name for path in (FOLDER.parent / "components").iterdir() if path.is_dir()}


def test_a_missing_file_has_no_digest():
    assert digest_asset("findes-ikke.js") == digest_asset("embed") == ""


def test_another_content_has_another_address(tmp_path, monkeypatch):
    monkeypatch.setattr(asset, "FOLDER", tmp_path)
    digests = set()
    for content in (b"a", b"b"):
        (tmp_path / "x.js").write_bytes(content)
        digests.add(asset._digest.__wrapped__("x.js"))
    assert len(digests) == 2


@pytest.mark.parametrize("name", ["a" * 300, "../app.py", "/etc/passwd", "x/../favicon.svg", "./favicon.svg", "vendor", "\0"])
def test_a_name_that_is_none_is_not_looked_for_on_the_disk(name, monkeypatch):
    list_assets()
    monkeypatch.setattr(asset, "FOLDER", None)
    assert digest_asset(name) == ""


def test_a_sheet_is_read_as_it_is():
    assert read_asset("screen/base.css") == (FOLDER / "screen/base.css").read_text(encoding="utf-8")
