"""The rows as CSV, as CSV for Danish Excel and as a workbook."""

import io
import time
from datetime import datetime

import pytest
from openpyxl import load_workbook

from app import create_app
from components.address.site import Site
from components.open_data.table_file import BOM, write_csv, write_xlsx
from components.server.settings import Settings

API = "/api/v1"


def test_danish_excel_gets_semicolon_comma_and_mark(client):
    text = client.get(f"{API}/kommuner/0326.dansk.csv").data.decode()
    assert text.startswith(f"{BOM}kommune_kode;sted;")
    assert ";15,67;pct.;officiel;" in text
    assert "\r\n" in text


def test_a_workbook_has_codes_as_text_and_numbers_as_numbers(client):
    book = load_workbook(io.BytesIO(client.get(f"{API}/kommuner/0326.xlsx").data))
    head, first = list(book["Tal"].iter_rows(max_row=2, values_only=True))
    row = dict(zip(head, first, strict=True))
    assert (row["kommune_kode"], row["vaerdi"], row["vist"]) == ("0326", 15.67, "ja")
    about = dict(book["Om"].iter_rows(values_only=True))
    assert about["Udgave"].startswith("Udgave 2025 fra 24. november 2026")
    assert about["Adresse"] == "http://localhost/api/v1/kommuner/0326.xlsx?udgave=2025"
    assert set(head) <= set(about), "every column is explained"


def test_a_workbook_bears_the_address_of_its_rows_and_no_other_host_than_the_site_s():
    client = create_app(Settings(site=Site.parse("https://kort.bl.dk/kort/"))).server.test_client()
    asked = "noegletal.xlsx?kommune=0326,0101&indikator=almene_andel&indikator=beboere"
    book = load_workbook(io.BytesIO(client.get(f"{API}/{asked}").data))
    about = dict(book["Om"].iter_rows(values_only=True))
    assert about["Adresse"] == f"https://kort.bl.dk/kort/api/v1/{asked}&udgave=2025"


def test_the_same_rows_make_the_same_workbook_whenever_they_are_asked_for(client, monkeypatch):
    first = client.get(f"{API}/kommuner/0326.xlsx")
    monkeypatch.setattr(time, "localtime", lambda *_: time.gmtime(2_000_000_000))
    again = client.get(f"{API}/kommuner/0326.xlsx")
    assert again.data == first.data
    assert client.get(f"{API}/kommuner/0326.xlsx", headers={"If-None-Match": first.headers["ETag"]}).status_code == 304
    assert load_workbook(io.BytesIO(first.data)).properties.modified == datetime(2026, 11, 24)  # the edition's day


def test_no_text_is_run_as_a_formula():
    rows = [{"a": "=1+1"}]
    assert "'=1+1" in write_csv(rows, ["a"], danish=True)
    sheet = load_workbook(io.BytesIO(write_xlsx(rows, ["a"], [("=x", "=y")], None)))["Tal"]
    assert sheet["A2"].value == "'=1+1"


@pytest.mark.parametrize(
    ("path", "name"),
    [
        ("kommuner/760.xlsx", "almene-boliger_0760-ringkoebing-skjern_udgave-2025.xlsx"),
        ("sammenligning/0326-0101.csv", "almene-boliger_kalundborg-og-koebenhavn_udgave-2025.csv"),
        ("indikatorer/almene_andel.dansk.csv", "almene-boliger_almene-andel_udgave-2025.dansk.csv"),
    ],
)
def test_a_file_is_named_for_what_is_in_it(client, path, name):
    header = client.get(f"{API}/{path}").headers["Content-Disposition"]
    assert header == f"attachment; filename={name}"
