"""What is served; and a newer edition that is not sound: the last good one is, and that is said."""

import logging
import shutil
import tomllib
from pathlib import Path

import pytest

import app
from components.server.settings import Settings
from data.problem import FiguresError
from geodata.borders import Borders
from tests.page import parse, read_text
from tests.test_rooms import ROOT

VERSION = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["version"]


def test_it_says_version_edition_and_borders(client):
    response = client.get("/readyz")
    assert response.json == {"version": VERSION, "udgave": "2025", "graenser": Borders.load().digest, "ikke_vist": {}}
    assert "no-store" in response.headers["Cache-Control"]


@pytest.mark.parametrize("address", ["/", "/kommuner", "/kommune/0825-laesoe", "/kilder-og-metode", "/indlejr/byg", "/findes-ikke"])
def test_the_foot_of_every_page_says_the_version(client, address):
    foot = next(element for element in parse(client.get(address).text).iter("footer"))
    assert f"Version {VERSION}." in read_text(foot) + "."


def cut(folder):
    table = min(folder.glob("*.csv"))
    table.write_bytes(table.read_bytes()[:-100])


def take_away(folder):
    min(folder.glob("*.csv")).unlink()


def cut_sidecar(folder):
    sidecar = min(folder.glob("*.csv")).with_suffix(".toml")
    sidecar.write_bytes(sidecar.read_bytes()[:37])


def garble(folder):
    min(folder.glob("*.csv")).write_bytes(b"\x00\xff" * 500)


def cut_description(folder):
    (folder / "udgave.toml").write_bytes(b'number = 2\ntitle = "\xff')


def lock(folder):
    """What can't be read, by whoever runs the test: a folder in a file's place."""
    table = min(folder.glob("*.csv"))
    table.unlink()
    table.mkdir()


@pytest.mark.slow
@pytest.mark.parametrize("break_it", [cut, take_away, garble, cut_sidecar, cut_description, lock])
def test_a_broken_edition_is_passed_over_by_the_server_and_stops_everything_else(two_editions, tmp_path, caplog, break_it):
    root = Path(shutil.copytree(two_editions, tmp_path / "figures"))
    break_it(root / "2026")
    with caplog.at_level(logging.ERROR):
        client = app.create_app(Settings(figures=root, last_good=True)).server.test_client()
    assert "2026 is not served" in caplog.text
    told = client.get("/readyz").json
    assert (told["udgave"], list(told["ikke_vist"])) == ("2025", ["2026"])
    assert str(tmp_path) not in told["ikke_vist"]["2026"]
    good = app.create_app(Settings()).server.test_client()
    assert client.get("/panel/0326.json").data == good.get("/panel/0326.json").data
    assert client.get("/panel/0326.json?udgave=2026").status_code == 404
    with pytest.raises((FiguresError, IsADirectoryError)):
        app.create_app(Settings(figures=root))


@pytest.mark.slow
@pytest.mark.parametrize("break_it", [cut, cut_description, lock])
def test_a_broken_older_edition_is_left_out_and_the_newest_is_served_without_news(two_editions, tmp_path, break_it):
    root = Path(shutil.copytree(two_editions, tmp_path / "figures"))
    break_it(root / "2025")
    client = app.create_app(Settings(figures=root, last_good=True)).server.test_client()
    told = client.get("/readyz").json
    assert (told["udgave"], list(told["ikke_vist"])) == ("2026", ["2025"])
    assert str(tmp_path) not in told["ikke_vist"]["2025"]
    assert [client.get(path).status_code for path in ("/", "/kilder-og-metode", "/kommune/0326-kalundborg")] == [200] * 3
    assert client.get("/panel/0326.json?udgave=2025").status_code == 404


@pytest.mark.slow
def test_where_there_is_no_good_edition_nothing_is_served(tmp_path):
    root = Path(shutil.copytree(ROOT / "data" / "figures", tmp_path / "figures"))
    cut(root / "2025")
    with pytest.raises(FiguresError):
        app.create_app(Settings(figures=root, last_good=True))


@pytest.mark.slow
def test_an_older_edition_that_breaks_while_it_is_served_takes_nothing_else_with_it(two_editions, tmp_path, caplog):
    root = Path(shutil.copytree(two_editions, tmp_path / "figures"))
    client = app.create_app(Settings(figures=root, last_good=True)).server.test_client()
    assert client.get("/panel/0326.json").status_code == 200  # and so has read what is new in it
    for file in (root / "2025").glob("*.csv"):
        file.unlink()
    assert client.get("/panel/0326.json?udgave=2025").status_code == 500
    assert [record.getMessage() for record in caplog.records] == [
        "/panel/0326.json can't be shown: 2025 has no figures, since its folder has no CSV file; restore it, or import the figures again"
    ]
    assert caplog.records[0].exc_info is None  # a sentence, no traceback
    assert client.get("/panel/0265.json").status_code == 200
