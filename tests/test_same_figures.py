"""Page, map's table and open data say the same of every place: what the API has, rounded here, is what stands on the screen.

That the printed kommuneark says what the screen says is held in tests/components/print/test_sheet.py.
"""

import csv
import io
import re
from decimal import ROUND_HALF_UP, Decimal

import pytest
from openpyxl import load_workbook

from components.wording.formats import REASONS
from data.place import PlaceKind
from data.reading import Reason
from tests.page import parse, read_text

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module", params=["client", "client_rehearsed"])
def app(request):
    """As the public meets it, and as it would after a fetch of Danmarks Statistik's figures."""
    return request.getfixturevalue(request.param)


@pytest.fixture(scope="module")
def rows(app, official):
    """The rows that are shown, by place and indicator, as the machine-readable CSV has them."""
    text = app.get("/api/v1/noegletal.csv").text
    listed = list(csv.DictReader(io.StringIO(text)))
    for code in (code for code, place in official.places.items() if place.kind is PlaceKind.COMING):  # answers where it is asked for
        listed += csv.DictReader(io.StringIO(app.get(f"/api/v1/kommuner/{code}.csv").text))
    shown = [row for row in listed if row["vist"] == "true"]
    return {(row["kommune_kode"], row["indikator"]): row for row in shown}


@pytest.fixture(scope="module")
def indicators(app):
    return {row["indikator"]: row for row in app.get("/api/v1/indikatorer.json").json["indikatorer"]}


def write(row, indicator):
    """The number as Danes print it, made without a line of the app's own; or the reason in words."""
    if not row["vaerdi"]:
        return REASONS[Reason(row["aarsag"])].lower()
    rounded = Decimal(row["vaerdi"]).quantize(Decimal(1).scaleb(-indicator["decimaler"]), ROUND_HALF_UP)
    return f"{rounded:,}".translate(str.maketrans(",.", ".,"))


def classes(element):
    return (element.get("class") or "").split()


def read_value(element):
    return read_text(next(each for each in element.iter() if {"vaerdi", "mangler"} & set(classes(each))))


def read_panel(client, code, main="Hovedtal"):
    """By panel and name: what stands as the figure. Key figures have labels, bars short names; what is missing is not there."""
    said = {}
    piece = client.get(f"/panel/{code}.json").json
    root = parse(f"<!doctype html><html><body>{piece['hoved']}{piece['panel']}</body></html>")
    boxes = [each for each in root.iter() if {"emne", "marked", "raekke", "hovedtal"} & set(classes(each))]
    for box in boxes:
        is_main = {"raekke", "hovedtal"} & set(classes(box))
        title = "" if is_main else read_text(next(box.iter("h3")))
        tag = "" if is_main else "".join(read_text(each) for each in next(box.iter("h3")).iter() if "grundlag" in classes(each))
        heading = main if is_main else title.removesuffix(tag).strip()
        for figure in (element for element in box.iter() if "noegletal" in classes(element)):
            said[heading, read_text(figure.find("dt"))] = read_value(figure)
        for name in (name for told in box.iter() if "forklaring" in classes(told) for name in told.iter("h4")):
            said[heading, read_text(name).strip()] = read_value(box.find("summary"))
        for bar in (element for element in box.iter("li") if element.find("details") is not None):
            parts = {name: read_text(element) for element in bar.iter() for name in classes(element)}
            definition = read_text(bar.find("details").find("p"))  # two groups of a panel may have parts of one name
            said[heading, parts["navn"], definition] = re.split(r"\s(?=\(|pct)", parts["antal"].replace("\u00a0", " "))[0]
    return said


@pytest.fixture(scope="module")
def codes(request, app, official):
    """Every place of what the public meets; after the fetch, whose figures are made up, every sixth and all that are no kommune."""
    every = 1 if app is request.getfixturevalue("client") else 6
    others = [place.code for place in official.places.values() if place.kind is not PlaceKind.KOMMUNE]
    return [*others, *(place.code for place in official.kommuner[::every])]


def test_the_panel_of_every_place_says_what_the_api_has(app, rows, indicators, codes):
    for code in codes:
        said = read_panel(app, code)
        for key, indicator in indicators.items():
            wanted = write(rows[code, key], indicator)
            names = {f"{indicator[name]}{base}" for name in ("navn", "kort_navn") for base in ("", f" {indicator['grundlag']}")}
            found = [
                value
                for (panel, name, *definition), value in said.items()
                if panel == indicator["panel"] and name in names and all(one.startswith(indicator["definition"]) for one in definition)
            ]
            if not found and wanted == "0":
                continue  # a part of nothing: the whole says 0
            if rows[code, key]["vaerdi"]:
                assert {each.replace("\u00a0", " ") for each in found} == {wanted}, (code, key)
            else:  # told once, with all that is missing
                assert not found, (code, key)


def test_the_map_s_table_says_what_the_api_has(app, rows, indicators):
    for key, indicator in indicators.items():
        layer = app.get(f"/kort/{key}.json")
        if layer.status_code == 404:  # no layer of the map, such as the population
            continue
        found = re.findall(r'<tr data-kode="(\d{4})".*?<td class="tal">(.*?)</td><td class="tal">(.*?)</td></tr>', layer.json["tabel"])
        assert len(found) == 98
        for code, value, rank in found:
            words = re.sub("<.*?>", "", value).replace("\u00a0", " ").lower()
            wanted = write(rows[code, key], indicator)
            assert words == wanted or words.startswith(f"{wanted} "), (code, key)
            assert rank == rows[code, key]["plads"], (code, key)


def test_every_form_of_the_whole_table_has_the_same_figures(client):
    machine = list(csv.reader(io.StringIO(client.get("/api/v1/noegletal.csv").text)))
    danish = list(csv.reader(io.StringIO(client.get("/api/v1/noegletal.dansk.csv").data.decode("utf-8-sig")), delimiter=";"))
    listed = client.get("/api/v1/noegletal.json").json["noegletal"]
    sheet = load_workbook(io.BytesIO(client.get("/api/v1/noegletal.xlsx").data), read_only=True)["Tal"]
    book = list(sheet.iter_rows(values_only=True))
    assert machine[0] == danish[0] == list(listed[0]) == list(book[0])
    code, value = machine[0].index("kommune_kode"), machine[0].index("vaerdi")
    for one, two, three, four in zip(machine[1:], danish[1:], listed, book[1:], strict=True):
        wanted = float(one[value]) if one[value] else None
        assert (float(two[value].replace(",", ".")) if two[value] else None) == three["vaerdi"] == four[value] == wanted
        assert one[code] == two[code] == three["kommune_kode"] == four[code]
