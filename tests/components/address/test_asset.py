import hashlib

import pytest

from components.address import asset
from components.address.asset import FOLDER, asset_address, digest_asset, read_asset


@pytest.mark.parametrize("path", sorted(FOLDER.glob("*.*")), ids=lambda path: path.name)
def test_the_address_of_an_asset_has_the_digest_of_its_content(path):
    assert asset_address(path.name) == f"/assets/{path.name}?m={hashlib.sha256(path.read_bytes()).hexdigest()[:8]}"


def test_a_missing_file_has_no_digest():
    assert digest_asset("findes-ikke.js") == digest_asset("vaert") == ""


def test_another_content_has_another_address(tmp_path, monkeypatch):
    monkeypatch.setattr(asset, "FOLDER", tmp_path)
    digests = set()
    for content in (b"a", b"b"):
        (tmp_path / "x.js").write_bytes(content)
        digests.add(digest_asset.__wrapped__("x.js"))
    assert len(digests) == 2


def test_a_sheet_is_read_as_it_is():
    assert read_asset("00-grund.css") == (FOLDER / "00-grund.css").read_text(encoding="utf-8")
