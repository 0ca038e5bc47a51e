"""Open data as those meet it who fetch it: every address of the OpenAPI document, every form, every way to ask wrongly."""

import csv
import io
import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from components.open_data.field import FIGURES, list_names
from components.open_data.filter import list_all_places

API = "/api/v1"


@pytest.fixture(scope="module")
def document(client):
    return client.get(f"{API}/openapi.json").json


def rows_of(client, path):
    return list(csv.DictReader(io.StringIO(client.get(f"{API}/{path}").text)))


def fill(path):
    return path.replace("{kode}", "0326").replace("{par}", "0326-0101").replace("{indikator}", "almene_andel")


def test_the_document_is_openapi(document):
    from openapi_spec_validator import validate  # loads jsonschema: nearly two seconds, in every process that only looks for tests

    validate(document)


@pytest.mark.slow
def test_every_address_of_the_document_answers_as_it_says(client, document):
    from jsonschema import Draft202012Validator  # as above

    for path, said in document["paths"].items():
        response = client.get(API + fill(path))
        (mimetype, content), *_ = said["get"]["responses"]["200"]["content"].items()
        assert (response.status_code, response.mimetype) == (200, mimetype), path
        if path.endswith(".json"):
            schema = content["schema"] | {"components": document["components"]}
            Draft202012Validator(schema).validate(response.json)
            assert set(content["schema"]["properties"]) == set(response.json) or path == "/datapackage.json"  # others describe that
            is_listed = "boligorganisationer" not in path  # none are, until their list has come
            assert min(len(part) for part in response.json.values() if isinstance(part, list)) > 0 or not is_listed
    assert len(document["paths"]) == 30


def test_every_row_says_what_it_is_and_where_it_comes_from(client, official):
    rows = rows_of(client, "noegletal.csv")
    assert list(rows[0]) == list_names(FIGURES)
    assert {row["kommune_kode"] for row in rows} == {place.code for place in list_all_places(official)}
    assert {row["indikator"] for row in rows} == set(official.registry.indicators)
    for row in rows:
        assert all(row[field.name] for field in FIGURES if not field.or_null), row
        assert bool(row["vaerdi"]) != bool(row["aarsag"])
    assert not [row for row in rows if row["status"] == "eksempel"]


def test_the_rows_are_the_profile_s_figures(client, official):
    shown = [row for row in rows_of(client, "noegletal.csv") if row["vist"] == "true"]
    assert len(shown) == len(list_all_places(official)) * len(official.registry.indicators)
    for row in shown:
        reading = official.reading(row["kommune_kode"], official.registry[row["indikator"]])
        assert (row["vaerdi"] and float(row["vaerdi"])) == (reading.value if reading.value is not None else "")
        assert (row["periode"], row["status"]) == (reading.period, reading.status)


def test_older_figures_and_other_sources_stand_below_the_shown_one(client):
    rows = [row for row in rows_of(client, "kommuner/0326.csv") if row["indikator"] == "almene_andel"]
    assert [row["vist"] for row in rows] == ["true", *["false"] * 9]
    assert [row["periode"] for row in rows] == ["2026", "2025", "2024", "2023", "2020", "2019", "2018", "2017", "2016", "2025"]
    assert (rows[-1]["vaerdi"], rows[-1]["kilde"]) == ("16", "BL - Danmarks Almene Boliger")
    assert (rows[0]["plads"], rows[1]["plads"]) == ("49", "")


def test_filters_choose_rows(client):
    assert client.get(f"{API}/noegletal.json?kommune=0326&indikator=almene_andel&status=mangler&periode=2024").json["antal"] == 0
    path = f"{API}/noegletal.json?kommune=326,0101&indikator=almene_andel&periode=2026,2025"
    found = client.get(path).json["noegletal"]
    assert {(row["kommune_kode"], row["periode"]) for row in found} == {
        (code, year) for code in ("0326", "0101") for year in ("2026", "2025")
    }


@pytest.mark.parametrize(
    ("path", "status", "said"),
    [
        ("noegletal.json?kommune=9999", 400, "kommune=9999 kendes ikke; skriv en af 0165, 0201"),
        (
            "noegletal.json?indikator=huslejen",
            400,
            "indikator=huslejen kendes ikke; skriv en af almene_andel, almene_andel_beboede, beboere",
        ),
        ("noegletal.csv?status=god", 400, "status=god kendes ikke; skriv en af officiel, beregnet, eksempel, mangler"),
        ("noegletal.csv?komune=0326", 400, "Parameteren komune kendes ikke; brug udgave, kommune, indikator, periode, status"),
        ("kommuner.csv?kommune=0326", 400, "Parameteren kommune kendes ikke; brug udgave"),
        ("noegletal.csv?udgave=1999", 400, "udgave=1999 kendes ikke; skriv en af 2025"),
        ("udgaver.json?udgave=2025", 400, "adressen tager ingen parametre"),
        ("kommuner/9999.json", 404, "Der er ingen kommune »9999«"),
        ("indikatorer/huslejen.csv", 404, "Der er ingen indikator »huslejen«"),
        ("sammenligning/0326-0326.json", 404, "Der er ikke noget på adressen"),
        ("sammenligning/0326.json", 404, "Der er ikke noget på adressen"),
        ("noegletal.pdf", 404, "Der er ikke noget på adressen. Se /api/v1/openapi.json"),
        ("noegletal.csv?periode=1066", 400, "periode=1066 kendes ikke; skriv en af 2016"),
        ("", 404, "Der er ikke noget på adressen. Se /api/v1/openapi.json"),
    ],
)
def test_what_is_asked_wrongly_gets_problem_details(client, path, status, said):
    response = client.get(f"{API}/{path}")
    assert (response.status_code, response.mimetype) == (status, "application/problem+json")
    problem = json.loads(response.text)
    assert problem["status"] == status
    assert problem["title"]
    assert said in problem["detail"]
    assert response.headers["Access-Control-Allow-Origin"] == "*"


def test_the_api_can_only_be_read(client):
    response = client.post(f"{API}/noegletal.json")
    assert (response.status_code, response.mimetype) == (405, "application/problem+json")
    assert set(response.allow) == {"GET", "HEAD", "OPTIONS"}
    assert set(client.post("/kilder-og-metode").allow) == {"GET", "HEAD", "OPTIONS"}


SENT = ["content-type", "cache-control", "x-requested-with", "if-none-match", "if-modified-since", "range"]


OPEN_DATA = [f"{API}/{path}" for path in ("noegletal.json", "noegletal.csv", "kommuner/0326.xlsx", "findes-ikke.json", "")]
PIECES = [
    "/panel/0326.json",
    "/sammenligning/0326-0101.json",
    "/kort/almene_andel.json",
    "/boligorganisationer.json",
    "/indlejr/hoejde.js",
    "/oembed",
]


@pytest.mark.parametrize("path", [*OPEN_DATA, *PIECES])
@pytest.mark.parametrize("sent", [*SENT, ",".join(SENT)])
def test_a_script_of_another_site_may_send_what_scripts_send(client, path, sent):
    asked = {"Origin": "https://avis.dk", "Access-Control-Request-Method": "GET", "Access-Control-Request-Headers": sent}
    response = client.options(path, headers=asked)
    headers = response.headers
    assert response.status_code == 204
    assert int(headers["Access-Control-Max-Age"]) > 0
    assert headers["Access-Control-Allow-Origin"] == "*"
    assert "GET" in headers["Access-Control-Allow-Methods"]
    assert set(sent.split(",")) <= {name.strip().lower() for name in headers["Access-Control-Allow-Headers"].split(",")}
    assert "ETag" in headers["Access-Control-Expose-Headers"]


@pytest.mark.parametrize("path", PIECES[:5])
def test_what_frames_fetch_says_the_same_when_it_is_read(client, path):
    asked = {"Origin": "null", "Access-Control-Request-Method": "GET"}
    told, read = client.options(path, headers=asked).headers, client.get(path).headers
    about = {name for name, _ in told if name.startswith("Access-Control-")}
    assert len(about) == 5
    assert {name: read[name] for name in about} == {name: told[name] for name in about}


def test_pages_are_not_for_scripts_of_other_sites(client):
    assert "Access-Control-Allow-Origin" not in client.get("/?kommune=0326").headers


def test_a_problem_names_an_address_and_nothing_else(client):
    assert client.get(f"{API}/kommuner/%00 æ.json").json["instance"] == "/api/v1/kommuner/%00%20%C3%A6.json"


def test_the_parameter_for_the_edition_takes_one(document):
    parameters = [one for said in document["paths"].values() for one in said["get"]["parameters"] if one["name"] == "udgave"]
    assert {one["schema"]["type"] for one in parameters} == {"string"}


def test_everyone_may_read_and_nobody_twice(client):
    response = client.get(f"{API}/kommuner.json")
    assert response.headers["Access-Control-Allow-Origin"] == "*"
    assert "max-age" in response.headers["Cache-Control"]
    again = client.get(f"{API}/kommuner.json", headers={"If-None-Match": response.headers["ETag"]})
    assert (again.status_code, again.data) == (304, b"")


@pytest.mark.parametrize("encoding", ["br", "gzip"])
@pytest.mark.parametrize("path", ["noegletal.csv", "noegletal.json", "openapi.json"])
def test_answers_are_compressed(client, path, encoding):
    plain = client.get(f"{API}/{path}")
    packed = client.get(f"{API}/{path}", headers={"Accept-Encoding": encoding})
    assert packed.headers["Content-Encoding"] == encoding
    assert len(packed.data) < len(plain.data) / 4
    again = client.get(f"{API}/{path}", headers={"Accept-Encoding": encoding, "If-None-Match": packed.headers["ETag"]})
    assert again.status_code == 304


ANY = settings(max_examples=150, deadline=None)


@ANY
@given(
    st.sampled_from(["noegletal", "kommuner", "indikatorer", "kommuner/0326", "sammenligning/0326-0101", "udgaver", "openapi"]),
    st.sampled_from(["json", "csv", "dansk.csv", "xlsx"]),
    st.dictionaries(
        st.sampled_from(["kommune", "indikator", "periode", "status", "udgave"]) | st.text(max_size=5), st.text(max_size=9), max_size=3
    ),
)
def test_any_parameters_are_answered_or_explained(client, resource, form, parameters):
    response = client.get(f"{API}/{resource}.{form}", query_string=parameters)
    assert response.status_code in {200, 400, 404}
    if response.status_code != 200:
        assert json.loads(response.text)["detail"]


@ANY
@given(st.text(alphabet=st.characters(exclude_characters="?#", exclude_categories=["Cs"]), max_size=30))
def test_any_path_is_answered_or_explained(client, path):
    response = client.get(f"{API}/{path}")
    assert response.status_code in {200, 308, 400, 404}


def test_examples_are_in_the_files_only_when_they_are_switched_on_by_name(client_all_examples):
    assert any(row["status"] == "eksempel" for row in client_all_examples.get(f"{API}/kommuner/0101.json").json["noegletal"])
