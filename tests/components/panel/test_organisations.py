"""The housing organisations of a kommune wherever they stand: panel, page, search, open data and paper."""

import csv
import io

import pytest
from openpyxl import load_workbook

from tests.components.print.pdf_reading import count_pages, read_text, squeeze
from tests.lists import LISTED
from tests.page import parse
from tests.page import read_text as text_of

API = "/api/v1"


def section_of(markup):
    page = parse(f"<!doctype html><html><body>{markup}</body></html>")
    return next((one for one in page.iter("section") if one.get("id") == "boligorganisationer"), None)


def panel(client, code):
    return section_of(client.get(f"/panel/{code}.json").json["forslag"])


def plain(text):
    return " ".join(text.replace("\u00a0", " ").split())


def test_a_kommune_s_organisations_stand_in_danish_order_with_how_to_reach_them(client_listed):
    section = panel(client_listed, "0326")
    first, second = section.findall(".//li")
    assert plain(text_of(second)) == "Aabo1 bolig · ikke medlem af BL"
    assert plain(text_of(first)) == "PrøveboUdlejning · 1.240 boliger · medlem af BL12 34 56 78post@proevebo.example"
    links = [link.get("href") for link in section.iter("a")]
    assert links == ["https://www.proevebo.example/om", "tel:12345678", "mailto:post@proevebo.example"]
    assert "Kilde: Boligorganisationer 2026, 1. december 2026." in plain(text_of(section))
    assert "Anna" not in text_of(section)


def test_many_are_folded_away(client_listed):
    section = panel(client_listed, "0101")
    assert len(section.findall(".//li")) == 60
    assert len(section.findall("./details/ul/li")) == 6
    assert [text_of(summary) for summary in section.findall(".//summary")] == ["Boligorganisationer i København (60)", "Vis 54 mere"]


def test_what_was_delivered_is_never_markup(client_listed):
    section = panel(client_listed, "0760")
    assert section.find(".//b") is None
    assert '<b>Vestbo</b> & Søn "A/S"' in text_of(section)


def test_a_kommune_without_any_says_so(client_listed):
    section = panel(client_listed, "0825")
    assert plain(text_of(section)).endswith("Listen nævner ingen boligorganisation i Læsø Kommune. Find dem hos BL.")
    assert section.find(".//a").get("href") == "https://bl.dk/"


def test_until_the_list_has_come_there_is_one_line_with_a_link_and_nothing_invented(client):
    page = parse(client.get("/kommune/0326-kalundborg").text)
    on_page = next(one for one in page.iter("section") if one.get("id") == "boligorganisationer")
    for section in (panel(client, "0326"), on_page):
        heading, line = "Boligorganisationer i Kalundborg", "Listen over boligorganisationerne i Kalundborg Kommune er ikke med her endnu."
        assert plain(text_of(section)) == f"{heading}{line} Find dem hos BL."
        assert [link.get("href") for link in section.iter("a")] == ["https://bl.dk/"]
    assert client.get("/boligorganisationer.json").json == []
    assert client.get(f"{API}/boligorganisationer.json").json["antal"] == 0


@pytest.mark.parametrize("code", ["0000", "1081"])
def test_a_region_and_the_country_have_no_list(client_listed, code):
    assert panel(client_listed, code) is None


def test_the_plain_page_has_them(client_listed):
    page = parse(client_listed.get("/kommune/0326-kalundborg").text)
    (section,) = [one for one in page.iter("section") if one.get("id") == "boligorganisationer"]
    assert len(section.findall(".//li")) == 2


def test_the_search_knows_the_kommuner_of_each(client_listed):
    listed = dict(client_listed.get("/boligorganisationer.json").json)
    assert listed["Prøvebo"] == ["0101", "0326"]
    assert len(listed) == len({one.name for one in LISTED.organisations})
    assert client_listed.get("/boligorganisationer.json?udgave=2025").json == []
    assert client_listed.get("/boligorganisationer.json?udgave=1999").status_code == 404


def test_the_open_data_has_every_row_in_every_form(client_listed):
    rows = client_listed.get(f"{API}/boligorganisationer.json").json
    assert rows["antal"] == len(LISTED.organisations) == 63
    (one,) = [row for row in rows["boligorganisationer"] if row["kommune_kode"] == "0326" and row["navn"] == "Prøvebo"]
    assert one == {
        "kommune_kode": "0326", "kommune": "Kalundborg", "navn": "Prøvebo", "hjemmeside": "https://www.proevebo.example/om",
        "telefon": "12 34 56 78", "mail": "post@proevebo.example", "kontakt": "Udlejning", "boliger": 1240, "medlem_af_bl": True,
        "kilde": "Boligorganisationer 2026", "dato": "2026-12-01", "udgave": "liste",
    }  # fmt: skip
    machine = list(csv.DictReader(io.StringIO(client_listed.get(f"{API}/boligorganisationer.csv").text)))
    assert [row["navn"] for row in machine] == [row["navn"] for row in rows["boligorganisationer"]]
    danish = client_listed.get(f"{API}/boligorganisationer.dansk.csv").data.decode("utf-8-sig")
    assert len(list(csv.DictReader(io.StringIO(danish), delimiter=";"))) == 63
    sheet = load_workbook(io.BytesIO(client_listed.get(f"{API}/boligorganisationer.xlsx").data)).worksheets[0]
    assert sheet.max_row == 64
    chosen = client_listed.get(f"{API}/boligorganisationer.json?kommune=326,760").json["boligorganisationer"]
    assert {row["kommune_kode"] for row in chosen} == {"0326", "0760"}
    assert client_listed.get(f"{API}/boligorganisationer.json?kommune=9999").status_code == 400
    assert client_listed.get(f"{API}/boligorganisationer.json?kommune=1081").status_code == 400


def test_the_back_of_the_sheet_has_as_many_as_fit_and_counts_the_others(client_listed, typeset_answers):
    few, many = (client_listed.get(f"/kommuneark/{code}.pdf").data for code in ("0326", "0101"))
    assert squeeze("Prøvebo Udlejning · 1.240 boliger · medlem af BL") in read_text(few)
    assert "mere" not in read_text(few).split(squeeze("Boligorganisationer i Kalundborg"))[1].split("Sådanertalleneopgjort")[0]
    text = read_text(many).split(squeeze("Boligorganisationer i København"))[1].split("Sådanertalleneopgjort")[0]
    shown = text.count("Hovedbo") + text.count("Prøvebo")
    assert 6 <= shown < 60
    assert squeeze(f"og {60 - shown} mere") in text
    assert count_pages(few) == count_pages(many) == 2


def test_a_pair_and_one_page_have_no_list(client_listed, typeset_answers):
    for address in ("/kommuneark/0326.pdf?sider=1", "/kommuneark/0326.pdf?sammenlign=0101"):
        assert "Prøvebo" not in read_text(client_listed.get(address).data), address


def test_the_welcome_package_s_page_on_cooperation_has_them(client_listed, typeset_answers):
    few, many = (read_text(client_listed.get(f"/velkomstpakke/{code}.pdf").data) for code in ("0326", "0101"))
    after = few.split("Hvemkanduspørge?")[1]
    assert squeeze("Boligorganisationer i Kalundborg") in after
    assert "www.proevebo.example/om·12345678" in after.replace("\u200b", "")
    assert "mere." in many.split(squeeze("Boligorganisationer i København"))[2]
    assert count_pages(client_listed.get("/velkomstpakke/0101.pdf").data) == count_pages(client_listed.get("/velkomstpakke/0326.pdf").data)


def test_without_a_list_the_package_sends_to_bl(client, typeset_answers):
    assert squeeze("Navne og kontakter står på BL's hjemmeside") in read_text(client.get("/velkomstpakke/0326.pdf").data)
    assert squeeze("er ikke med her endnu. Find dem hos BL: bl.dk.") in read_text(client.get("/kommuneark/0326.pdf").data)
