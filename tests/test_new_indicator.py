"""An indicator is one entry in the registry and a column in the workbook: everything else follows."""

import shutil

import pytest
from openpyxl import load_workbook

from app import create_app
from components.open_data.field import FIGURES, list_names
from components.screen.picker import list_indicators
from components.server.settings import Settings
from data.intake.candidate import build_candidate_from_delivery
from data.place_table import load_places
from data.profile.figures import Figures
from data.registry.registry import HERE, Registry
from data.spreadsheet.delivery import read_delivery
from data.spreadsheet.template import FIRST_ROW, write_template
from data.store.edition import FOLDER, list_editions, publish
from tests.days import TODAY

ENTRY = """
[[indicator]]
key = "altaner"
group = "husleje"
base = "almene boliger"
label = "Altaner på almene boliger"
short = "Altaner"
unit = "pct."
decimals = 1
period = "year"
definition = "Almene boliger, der har en altan."
denominator = "almene boliger"
sources = ["bl_kommuneark"]
low = 0
high = 100
rule = "weighted"
weights = ["husstande"]
method = "kommunernes andele vægtet med antal husstande"
"""
SOURCE_SHEET = {"title": "Kommuneark 2026", "responsible": "Anna", "read": "2026-11-20", "edition": "2026"}
pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def registry(tmp_path_factory):
    path = tmp_path_factory.mktemp("registry") / "indikatorer.toml"
    path.write_text((HERE / "indikatorer.toml").read_text(encoding="utf-8") + ENTRY, encoding="utf-8")
    return Registry.load(path)


@pytest.fixture(scope="module")
def root(registry, tmp_path_factory):
    """The template with the new column filled in, imported."""
    folder = tmp_path_factory.mktemp("altaner")
    root = shutil.copytree(FOLDER, folder / "figures")
    newest = list_editions(root)[-1]
    write_template(
        folder / "ark.xlsx", Figures.load(with_examples=False, edition=newest, registry=registry), "bl_kommuneark", with_current=False
    )
    book = load_workbook(folder / "ark.xlsx")
    sheet = book["Tal"]
    (column,) = [cell.column for cell in sheet[4] if cell.value == "altaner"]
    assert sheet.cell(1, column).value == "Altaner på almene boliger"
    sheet.cell(3, column).value = "2025"
    for row in range(FIRST_ROW, FIRST_ROW + 98):
        sheet.cell(row, column).value = row / 2
    book.save(folder / "ark.xlsx")
    delivery = read_delivery(folder / "ark.xlsx", registry, load_places(TODAY), "bl_kommuneark", SOURCE_SHEET)
    candidate = build_candidate_from_delivery(delivery, "bl_kommuneark", registry, load_places(TODAY), newest)
    publish(candidate.snapshots, "2026", "Kommuneark 2026", "Nye tal: altaner.", root, newest)
    return root


@pytest.fixture(scope="module")
def client(root, registry):
    return create_app(Settings(figures=root), registry).server.test_client()


def test_it_is_in_the_selector(root, registry):
    figures = Figures.load(with_examples=False, edition=list_editions(root)[-1], registry=registry)
    (option,) = [option for option in list_indicators(figures) if option["kode"] == "altaner"]
    assert (option["navn"], option["gruppe"]) == ("Altaner på almene boliger", "Husleje og lokal økonomi")


def test_it_is_in_the_panel_and_in_what_is_new(client):
    piece = client.get("/panel/0326.json").json
    assert "Altaner på almene boliger" in piece["panel"]
    assert "24,5" in piece["panel"]
    assert "<strong>Altaner på almene boliger: </strong>24,5" in piece["forslag"]


def test_it_is_on_the_map_and_in_the_table(client):
    layer = client.get("/kort/altaner.json").json
    assert layer["titel"] == "Altaner på almene boliger"
    assert layer["undertitel"].endswith(", 2025")
    assert layer["tabel"].count("pct.</td>") > 90
    assert client.get("/kort/altaner.png").mimetype == "image/png"


def test_it_is_in_the_comparison_and_on_the_page_of_sources(client):
    assert "Altaner på almene boliger" in client.get("/sammenligning/0326-0101.json").json["panel"]
    page = client.get("/kilder-og-metode").text
    assert 'id="altaner"' in page
    assert "Almene boliger, der har en altan." in page


def test_it_is_in_the_open_data(client):
    rows = client.get("/api/v1/indikatorer/altaner.json").json["noegletal"]
    assert list(rows[0]) == list_names(FIGURES)
    assert {row["kommune_kode"]: row["vaerdi"] for row in rows}["0326"] == 24.5
    assert "altaner" in [row["indikator"] for row in client.get("/api/v1/indikatorer.json").json["indikatorer"]]
    enums = client.get("/api/v1/openapi.json").json["paths"]["/indikatorer/{indikator}.json"]["get"]["parameters"][0]
    assert "altaner" in enums["schema"]["enum"]


def test_the_older_edition_says_that_it_does_not_have_it(client):
    piece = client.get("/panel/0326.json?udgave=2025").json
    assert "Du ser en ældre udgave. Udgave 2025" in piece["udgave"]
    assert "BL's egne tal for Kalundborg Kommune om altaner" in piece["panel"]
    assert client.get("/kort/altaner.json?udgave=2025").json["undertitel"].endswith(", ingen tal endnu")
