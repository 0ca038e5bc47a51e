"""The API described for developers and their tools (OpenAPI 3.1)."""

from collections.abc import Collection
from typing import Any

from components.address.open_data import EVERYTHING
from components.open_data import field
from components.open_data.field import Field
from components.wording.texts import TITLE
from data.profile.archive import Archive
from data.profile.figures import Figures
from data.reading import Status

VERSION = "1.0.0"
FORMS = {"csv": "komma og punktum", "dansk.csv": "semikolon, decimalkomma og BOM til dansk Excel", "xlsx": "Excel", "json": "JSON"}
Document = dict[str, Any]


def describe_api(figures: Figures, archive: Archive, root: str) -> Document:
    """The document; places, indicators and editions are those that exist. ``root`` is where the API lies."""
    codes, keys = list(figures.places), list(figures.registry.indicators)
    a_place = _path("kode", "Kommunekode; også en region (1081-1085) eller hele landet (0000)", codes)
    pair = _path("par", "To kommunekoder med bindestreg imellem, som 0326-0101", None)
    pair["schema"]["pattern"] = "^[0-9]{4}-[0-9]{4}$"
    a_key = _path("indikator", "Et tals nøgle", keys)
    filters = [
        _query_many("kommune", "Kun disse kommuner, regioner eller landet; flere med komma imellem", codes),
        _query_many("indikator", "Kun disse tal", keys),
        _query_many("periode", "Kun disse perioder, som de står i rækkerne", None),
        _query_many("status", "Kun tal med denne status", list(Status)),
    ]
    edition = _query("udgave", "En ældre udgave; ellers den nyeste", _text(list(archive.editions)))
    paths: Document = {}
    for address, said, parameters, word, row in (
        (f"/{EVERYTHING}", "Alle tal for alle kommuner, regioner og landet", filters, EVERYTHING, "Noegletal"),
        ("/kommuner", "Kommuner, regioner og landet", [], "kommuner", "Sted"),
        ("/kommuner/{kode}", "Alle tal for ét sted", [a_place], EVERYTHING, "Noegletal"),
        ("/sammenligning/{par}", "Alle tal for to steder", [pair], EVERYTHING, "Noegletal"),
        ("/indikatorer", "Hvad tallene er, og hvor de kommer fra", [], "indikatorer", "Indikator"),
        ("/indikatorer/{indikator}", "Ét tal for alle steder", [a_key], EVERYTHING, "Noegletal"),
    ):
        for form in FORMS:
            paths[f"{address}.{form}"] = _describe_get(f"{said} ({FORMS[form]})", [*parameters, edition], form, word, row)
    paths["/datapackage.json"] = _describe_get(
        "Datapakken (Frictionless): hvad CSV-filerne holder", [edition], "json", "resources", "Tabel"
    )
    paths["/udgaver.json"] = _describe_get("Udgaverne, den nyeste først", [], "json", "udgaver", "Udgave")
    return {
        "openapi": "3.1.0",
        "info": {"title": f"{TITLE}: åbne data", "version": VERSION, "license": {"name": "Fri genbrug med kildeangivelse"}},
        "servers": [{"url": root}],
        "paths": paths,
        "components": {"schemas": _describe_schemas()},
    }


def _path(name: str, said: str, values: list[str] | None) -> Document:
    return {"name": name, "in": "path", "required": True, "description": said, "schema": _text(values)}


def _query(name: str, said: str, schema: Document) -> Document:
    return {"name": name, "in": "query", "description": said, "schema": schema}


def _query_many(name: str, said: str, values: list[str] | None) -> Document:
    """Several values with commas between them."""
    return _query(name, said, {"type": "array", "items": _text(values)}) | {"style": "form", "explode": False}


def _text(values: list[str] | None) -> Document:
    return {"type": "string"} | ({"enum": values} if values else {})


def _describe_get(said: str, parameters: list[Document], form: str, word: str, row: str) -> Document:
    problem = {"content": {"application/problem+json": {"schema": {"$ref": "#/components/schemas/Problem"}}}}
    rows = {"type": "array", "items": {"$ref": f"#/components/schemas/{row}"}}
    wrapped = {"type": "object", "required": [word], "properties": {word: rows}}
    content = {
        "json": {"application/json": {"schema": wrapped}},
        "xlsx": {"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": {}},
    }.get(form, {"text/csv": {"schema": {"type": "string"}}})
    responses = {
        "200": {"description": said, "content": content},
        "304": {"description": "Uændret siden den ETag, som blev sendt med"},
        "400": {"description": "En parameter kendes ikke"} | problem,
        "404": {"description": "Adressen findes ikke"} | problem,
    }
    return {"get": {"summary": said, "parameters": parameters, "responses": responses}}


def _describe_schemas() -> Document:
    texts = {"type": "string"}
    rows = {"Noegletal": field.FIGURES, "Sted": field.PLACES, "Indikator": field.INDICATORS, "Udgave": field.EDITIONS}
    return {name: _describe_row(fields) for name, fields in rows.items()} | {
        "Tabel": {"type": "object", "required": ["name", "path", "schema"], "properties": {"name": texts, "path": texts}},
        "Problem": {
            "type": "object",
            "required": ["type", "title", "status", "detail", "instance"],
            "properties": {"type": texts, "title": texts, "status": {"type": "integer"}, "detail": texts, "instance": texts},
        },
    }


def _describe_row(fields: Collection[Field]) -> Document:
    columns = {
        column.name: {"type": [column.kind, "null"] if column.or_null else column.kind, "description": column.description}
        for column in fields
    }
    return {"type": "object", "required": list(columns), "properties": columns, "additionalProperties": False}
