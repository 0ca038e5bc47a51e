"""The API described for developers and their tools (OpenAPI 3.1)."""

from typing import Any

from components.open_data import FIELDS, describe_indicator, describe_place
from components.texts import TITLE
from data.archive import Archive
from data.figures import Figures
from data.place import COUNTRY

VERSION = "1.0.0"
FORMS = {"csv": "komma og punktum", "dansk.csv": "semikolon, decimalkomma og BOM til dansk Excel", "xlsx": "Excel", "json": "JSON"}
Document = dict[str, Any]


def describe_api(figures: Figures, archive: Archive, root: str) -> Document:
    """The document; places, indicators and editions are those that exist. ``root`` is where the API lies."""
    codes, keys = list(figures.places), list(figures.registry.indicators)
    a_place = _path("kode", "Kommunekode; også en region (1081-1085) eller hele landet (0000)", codes)
    pair = _path("par", "To kommunekoder med bindestreg imellem, som 0326-0101", None)
    a_key = _path("indikator", "Et tals nøgle", keys)
    filters = [
        _query("kommune", "Kun disse kommuner, regioner eller landet; flere med komma imellem", codes),
        _query("indikator", "Kun disse tal", keys),
        _query("periode", "Kun disse perioder, som de står i rækkerne", None),
        _query("status", "Kun tal med denne status", None),
    ]
    edition = _query("udgave", "En ældre udgave; ellers den nyeste", list(archive.editions))
    paths: Document = {}
    for address, said, parameters, word, row in (
        ("/noegletal", "Alle tal for alle kommuner, regioner og landet", filters, "noegletal", "Noegletal"),
        ("/kommuner", "Kommuner, regioner og landet", [], "kommuner", "Sted"),
        ("/kommuner/{kode}", "Alle tal for ét sted", [a_place], "noegletal", "Noegletal"),
        ("/sammenligning/{par}", "Alle tal for to steder", [pair], "noegletal", "Noegletal"),
        ("/indikatorer", "Hvad tallene er, og hvor de kommer fra", [], "indikatorer", "Indikator"),
        ("/indikatorer/{indikator}", "Ét tal for alle steder", [a_key], "noegletal", "Noegletal"),
    ):
        for form in FORMS:
            paths[f"{address}.{form}"] = _describe_get(f"{said} ({FORMS[form]})", [*parameters, edition], form, word, row)
    paths["/udgaver.json"] = _describe_get("Udgaverne, den nyeste først", [], "json", "udgaver", "Udgave")
    return {
        "openapi": "3.1.0",
        "info": {"title": f"{TITLE}: åbne data", "version": VERSION, "license": {"name": "Fri genbrug med kildeangivelse"}},
        "servers": [{"url": root}],
        "paths": paths,
        "components": {"schemas": _describe_rows(figures)},
    }


def _path(name: str, said: str, values: list[str] | None) -> Document:
    return {"name": name, "in": "path", "required": True, "description": said, "schema": _text(values)}


def _query(name: str, said: str, values: list[str] | None) -> Document:
    schema = {"type": "array", "items": _text(values)}
    return {"name": name, "in": "query", "description": said, "schema": schema, "style": "form", "explode": False}


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


def _describe_rows(figures: Figures) -> Document:
    place = describe_place(figures.places[COUNTRY])
    indicator = describe_indicator(figures.registry.main, figures)
    texts = {"type": "string"}
    return {
        "Noegletal": {
            "type": "object",
            "required": [field.name for field in FIELDS],
            "properties": {
                field.name: {"type": [field.kind, "null"] if field.or_null else field.kind, "description": field.description}
                for field in FIELDS
            },
        },
        "Sted": {"type": "object", "required": list(place), "properties": {name: {"type": ["string", "null"]} for name in place}},
        "Indikator": {
            "type": "object",
            "required": list(indicator),
            "properties": {name: {"type": ["string", "integer", "null"]} for name in indicator},
        },
        "Udgave": {"type": "object", "properties": dict.fromkeys(("udgave", "titel", "dato", "aendret"), texts)},
        "Problem": {
            "type": "object",
            "properties": {"type": texts, "title": texts, "status": {"type": "integer"}, "detail": texts, "instance": texts},
        },
    }
