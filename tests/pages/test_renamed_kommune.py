"""A rehearsal: a kommune gets another name from one day to the next. Every place follows its edition, and every old address leads on."""

import io
import json
import re
import shutil

import pytest
from openpyxl import load_workbook

from app import create_app
from components.server.settings import Settings
from data import place_table
from data.__main__ import main
from data.place_table import HERE, load_place_table
from data.profile.figures import Figures
from data.store.edition import FOLDER, list_editions, publish
from data.welcome import council
from tests.components.print.pdf_reading import read_text, squeeze

OLD, NEW = "Kalundborg", "Røsnæs og Omegn"
LAST, FIRST = "2027-12-31", "2028-01-01"


@pytest.fixture(scope="module")
def tables(tmp_path_factory):
    """The tables of the project with one kommune renamed on 1 January 2028; what is loaded afterwards is loaded from them."""
    folder = tmp_path_factory.mktemp("tables")
    for name in ("kommuner.csv", "regioner.csv", "kommuners_region.csv", "kommunalbestyrelser.csv"):
        shutil.copy(HERE / name, folder / name)
    change(folder / "kommuner.csv", f"0326,{OLD},{OLD} Kommune,i {OLD},,,\n",
           f"0326,{OLD},{OLD} Kommune,i {OLD},,,{LAST}\n0326,{NEW},{NEW} Kommune,på {NEW},,{FIRST},\n")  # fmt: skip
    change(folder / "kommunalbestyrelser.csv", f"0326,{OLD},", f"0326,{NEW},{NEW}s,byråd,\n0326,{OLD},")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(place_table, "HERE", folder)
        patch.setattr(council, "FILE", folder / "kommunalbestyrelser.csv")
        load_place_table.cache_clear()
        yield folder
    load_place_table.cache_clear()


def change(path, old, new):
    text = path.read_text(encoding="utf-8")
    assert text.count(old) == 1
    path.write_text(text.replace(old, new), encoding="utf-8")


@pytest.fixture(scope="module")
def root(tables, tmp_path_factory):
    root = tmp_path_factory.mktemp("renamed") / "figures"
    shutil.copytree(FOLDER, root)
    publish([], "foer", "Kommuneark 2028", "Ingen nye tal.", root, as_of=LAST)
    return root


@pytest.fixture(scope="module")
def before(root):
    return create_app(Settings(figures=root)).server.test_client()


@pytest.fixture(scope="module")
def after(before, root):
    publish([], "efter", "Kommuneark 2028", "Ingen nye tal.", root, as_of=FIRST)
    return create_app(Settings(figures=root)).server.test_client()


def plain(text):
    return " ".join(text.replace("\u00a0", " ").split())


def test_before_the_day_the_change_is_told_and_nothing_else(before):
    text = plain(before.get("/kommune/0326-kalundborg").text)
    assert f"Til 31. december 2027, derefter {NEW}." in text
    assert before.get("/kommune/kalundborg").status_code == 301
    assert before.get("/kommune/røsnæs-og-omegn").location.endswith("/kommune/0326-kalundborg")


def test_afterwards_every_page_has_the_new_name(after):
    for address in (
        "/kommune/0326-roesnaes-og-omegn",
        "/?kommune=0326",
        "/indlejr?kommune=0326",
        "/kommuner",
        "/?kommune=0101&sammenlign=0326",
    ):
        text = after.get(address).text
        assert NEW in text, address
        told = re.sub(r'"soeg":"[^"]*"', "", text)  # the search knows both
        assert OLD not in told, address
    assert NEW in after.get("/panel/0326.json").json["panel"]
    assert "/kommune/0326-roesnaes-og-omegn" in after.get("/sitemap.xml", base_url="https://kort.bl.dk").text
    assert squeeze(f"{NEW} Kommune") in read_text(after.get("/kommuneark/0326.pdf").data)
    assert squeeze(f"{NEW}s byråd") in read_text(after.get("/velkomstpakke/0326.pdf").data)
    (found,) = set(re.findall(r'"navn":("[^"]*"),"soeg":"[^"]*kalundborg', after.get("/").text))
    assert json.loads(found) == NEW


@pytest.mark.parametrize(
    "written", ["0326-kalundborg", "326", "kalundborg", "Kalundborg Kommune", "0326-hvad-som-helst", "røsnæs og omegn"]
)
def test_old_and_new_spellings_of_its_page_lead_there(after, written):
    answer = after.get(f"/kommune/{written}")
    assert (answer.status_code, answer.location) == (301, "/kommune/0326-roesnaes-og-omegn")


def test_files_and_open_data_follow(after):
    rows = after.get("/api/v1/kommuner/0326.json").json["noegletal"]
    assert {row["sted"] for row in rows} == {NEW}
    (place,) = [row for row in after.get("/api/v1/kommuner.json").json["kommuner"] if row["kommune_kode"] == "0326"]
    assert (place["navn"], place["gyldig_fra"], place["gyldig_til"]) == (NEW, FIRST, None)
    (was,) = [row for row in after.get("/api/v1/kommuner.json?udgave=foer").json["kommuner"] if row["kommune_kode"] == "0326"]
    assert (was["navn"], was["gyldig_fra"], was["gyldig_til"]) == (OLD, None, LAST)
    assert "roesnaes-og-omegn" in after.get("/api/v1/kommuner/0326.csv").headers["Content-Disposition"]


def test_an_older_edition_keeps_the_old_name(after):
    for address in ("/?kommune=0326&udgave=foer", "/panel/0326.json?udgave=foer", "/kommuner?udgave=foer"):
        assert OLD in plain(after.get(address, follow_redirects=True).text), address
    assert plain(after.get("/kommune/0326-roesnaes-og-omegn?udgave=foer").text).count(f"{OLD} Kommune") > 2


def test_a_workbook_with_either_name_goes_in(after, root, tmp_path):
    for number, name in enumerate((OLD, NEW)):
        path = tmp_path / f"{number}.xlsx"
        assert main(["--figures", str(root), "template", str(path), "--with-current"]) == 0
        book = load_workbook(path)
        sheet = book["Tal"]
        (cell,) = [row[1] for row in sheet.iter_rows() if row[0].value == "0326"]
        assert cell.value == NEW
        cell.value = name
        book.save(path)
        options = ["--title", "K", "--responsible", "A", "--read", "2026-11-20", "--edition", f"n{number}", "--as-of", FIRST]
        assert main(["--figures", str(root), "import", str(path), *options]) == 0
    assert Figures.load(with_examples=False, edition=list_editions(root)[-1]).places["0326"].name == NEW


def test_the_picture_of_its_page_is_where_it_was(after):
    answer = after.get("/kommune/0326-kalundborg.png", follow_redirects=True)
    assert answer.status_code == 200
    assert io.BytesIO(answer.data).read(4) == b"\x89PNG"
