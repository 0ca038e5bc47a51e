"""Five regioner to the end of 2026, four after it: in every place where a reader or a program meets them."""

import csv
import io
import json
import re

import pytest

from tests.days import FIRST_OF_FOUR, LAST_OF_FIVE
from tests.page import parse, read_text
from tests.two_days import AFTER, BEFORE, NEW, OLD

API = "/api/v1"
FIVE = {"1081", "1082", "1083", *OLD}
FOUR = {"1081", "1082", "1083", NEW}
BEGINS = "fra 1. januar 2027"
ENDS = "til 31. december 2026, derefter en del af Region Østdanmark"


@pytest.fixture(params=["client_before", "client_after"])
def day(request):
    """The app, and the regioner that it should have, on each side of the day."""
    return request.getfixturevalue(request.param), FIVE if request.param == "client_before" else FOUR


def plain(text):
    return text.replace("\u00a0", " ")


def rows_of(client, path):
    answer = client.get(f"{API}/{path}")
    assert answer.status_code == 200, path
    return list(csv.DictReader(io.StringIO(answer.text)))


def list_options(client, field):
    setup = re.search(r'<script[^>]*id="opsaetning"[^>]*>(.*?)</script>', client.get("/").text, re.DOTALL)[1]
    return json.loads(setup)["valg"][field]


def test_the_table_of_places_has_them_with_their_days(day):
    client, regions = day
    rows = {row["kommune_kode"]: row for row in rows_of(client, "kommuner.csv")}
    assert {code for code, row in rows.items() if row["slags"] == "region"} == regions
    assert {row["slags"] for row in rows.values()} == {"kommune", "region", "land"}
    assert {row["region_kode"] for row in rows.values() if row["slags"] == "kommune"} == regions
    for code in OLD if regions == FIVE else ():
        assert (rows[code]["gyldig_til"], rows[code]["afloest_af"]) == (LAST_OF_FIVE, NEW)
    if regions == FOUR:
        assert (rows[NEW]["gyldig_fra"], rows[NEW]["gyldig_til"]) == (FIRST_OF_FOUR, "")


def test_the_figures_of_all_places_are_those_of_the_day(day):
    client, regions = day
    codes = {row["kommune_kode"] for row in rows_of(client, "noegletal.csv?indikator=almene_andel,folketal")}
    assert {code for code in codes if code.startswith("1")} == regions
    (total,) = [row for row in rows_of(client, f"kommuner/{NEW}.csv") if row["indikator"] == "folketal" and row["vist"] == "true"]
    members = [row for row in rows_of(client, "noegletal.csv?indikator=folketal") if row["kommune_kode"][0] == "0"]
    places = {row["kommune_kode"]: row["region_kode"] for row in rows_of(client, "kommuner.csv")}
    east = [float(row["vaerdi"]) for row in members if row["vist"] == "true" and places[row["kommune_kode"]] in (*OLD, NEW)]
    assert len(east) == 46
    assert float(total["vaerdi"]) == sum(east)
    assert total["status"] == "beregnet"
    assert plain(total["note"]) == "Beregnet: sum af kommunerne. Regionen findes fra 1. januar 2027."


def test_earlier_periods_are_computed_for_the_new_region_and_said_to_be(client_after):
    rows = [row for row in rows_of(client_after, f"kommuner/{NEW}.csv") if row["indikator"] == "fuldfoerte_boliger"]
    assert [row["periode"] for row in rows] == ["2025", "2024", "2023", "2022", "2021"]
    kommuner = rows_of(client_after, "noegletal.csv?indikator=fuldfoerte_boliger&periode=2022")
    places = {row["kommune_kode"]: row["region_kode"] for row in rows_of(client_after, "kommuner.csv")}
    expected = sum(float(row["vaerdi"]) for row in kommuner if places[row["kommune_kode"]] == NEW)
    (found,) = [row for row in rows if row["periode"] == "2022"]
    assert float(found["vaerdi"]) == expected
    assert found["status"] == "beregnet"
    assert "Regionen findes fra" in found["note"]


def test_the_list_of_kommuner_is_by_the_regioner_of_the_day(day):
    client, regions = day
    page = parse(client.get("/kommuner").text)
    sections = {section.get("id"): section for section in page.iter("section") if section.get("class") == "region"}
    assert set(sections) == {f"r{code}" for code in regions}
    said = {key: plain(read_text(section.find(".//caption"))) for key, section in sections.items()}
    if regions == FIVE:
        assert [key for key, text in said.items() if ENDS in text.replace("Til", "til")] == sorted(f"r{code}" for code in OLD)
    else:
        assert not [text for text in said.values() if "31. december" in text]
        assert {span.get("id") for span in sections[f"r{NEW}"].iter("span")} >= {f"r{code}" for code in OLD}  # older links
        assert "46 kommuner" in said[f"r{NEW}"]


def test_who_compares_is_offered_what_is_and_what_will_be(day):
    client, regions = day
    options = {option["kode"]: option for option in list_options(client, "vaelg-sammenligning") if option["kode"][0] == "1"}
    assert set(options) == regions | {NEW}
    names = {code: plain(option["navn"]) for code, option in options.items()}
    if regions == FIVE:
        assert names[NEW] == f"Region Østdanmark ({BEGINS})"
        assert {names[code] for code in OLD} == {f"{name} (til 31. december 2026)" for name in ("Region Hovedstaden", "Region Sjælland")}
    else:
        assert names[NEW] == "Region Østdanmark"
    assert {"hovedstaden", "sjælland", "1084"} <= set(options[NEW]["soeg"].split())


def test_a_comparison_with_the_new_region_says_since_when(client_before, client_after):
    before, after = (plain(client.get(f"/sammenligning/0326-{NEW}.json").json["hoved"]) for client in (client_before, client_after))
    assert f"{BEGINS.capitalize()}; tallene er beregnet af de 46 kommuners tal." in before
    assert "Region Østdanmark" in after
    assert BEGINS.capitalize() not in after
    ending = plain(client_before.get("/sammenligning/0326-1085.json").json["hoved"])
    assert f"T{ENDS[1:]}." in ending


def test_suggestions_page_sheet_and_crumbs_follow(client_before, client_after):
    before, after = (plain(client.get("/kommune/0326-kalundborg").text) for client in (client_before, client_after))
    assert "Region Sjælland</a>" in before
    assert f"({ENDS})" in before
    assert f"Region Østdanmark ({BEGINS})" in before
    assert "Region Sjælland" not in after
    assert after.count("Region Østdanmark") >= 3
    assert "31. december 2026" not in after
    assert "Sjælland</td>" not in client_after.get("/").text


def test_an_older_edition_keeps_its_five(client_after):
    rows = rows_of(client_after, f"kommuner.csv?udgave={BEFORE}")
    assert {row["kommune_kode"] for row in rows if row["slags"] == "region"} == FIVE
    page = parse(client_after.get(f"/kommuner?udgave={BEFORE}").text)
    assert {section.get("id") for section in page.iter("section") if section.get("class") == "region"} == {f"r{code}" for code in FIVE}
    shown = client_after.get(f"/?kommune=0326&sammenlign=1085&udgave={BEFORE}").text
    assert "Region Sjælland" in shown
    assert "som vises i stedet" not in shown.split("opsaetning")[0]
    named = rows_of(client_after, f"kommuner.csv?udgave={AFTER}")
    assert {row["kommune_kode"] for row in named if row["slags"] == "region"} == FOUR
