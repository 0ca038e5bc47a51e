"""The API described for developers and their tools (OpenAPI 3.1)."""

from collections.abc import Collection, Iterable
from typing import Any

from components.address.open_data import FILE_FORMATS
from components.open_data import field
from components.open_data.field import Field
from components.open_data.resource import PATH_PARAMETERS, RESOURCES, Resource
from components.wording.texts import TITLE
from data.profile.archive import Archive
from data.profile.figures import Figures

VERSION = "1.0.0"
Document = dict[str, Any]


def describe_api(figures: Figures, archive: Archive, root: str, documents: Iterable[Any]) -> Document:
    """The OpenAPI document; places, indicators and editions are those that exist.

    Args:
        figures: the newest edition.
        archive: all editions.
        root: where the API lies.
        documents: those of DOCUMENTS that are described (components/open_data/document.py, which imports this module).
    """
    edition = _query("udgave", "En ældre udgave; ellers den nyeste", _text(list(archive.editions)))
    paths: Document = {}
    for resource in RESOURCES:
        parameters = [*_describe_path(resource, figures), *_describe_filters(resource, figures), edition]
        for each in FILE_FORMATS:
            said = f"{resource.title} ({each.description})"
            paths[f"/{resource.path}.{each.ending}"] = _describe_get(said, parameters, each.ending, resource.word, resource.schema)
    for document in documents:
        parameters = [edition] if document.has_editions else []
        paths[f"/{document.name}.json"] = _describe_get(document.title, parameters, "json", document.word, document.schema)
    return {
        "openapi": "3.1.0",
        "info": {"title": f"{TITLE}: åbne data", "version": VERSION, "license": {"name": "Fri genbrug med kildeangivelse"}},
        "servers": [{"url": root}],
        "paths": paths,
        "components": {"schemas": _describe_schemas()},
    }


def _describe_path(resource: Resource, figures: Figures) -> list[Document]:
    if not resource.parameter:
        return []
    known = PATH_PARAMETERS[resource.parameter]
    described = _path(resource.parameter, known.description, known.values(figures) or None)
    if known.pattern:
        described["schema"]["pattern"] = known.pattern
    return [described]


def _describe_filters(resource: Resource, figures: Figures) -> list[Document]:
    return [_query_many(one.name, one.description, one.values(figures) if one.is_listed else None) for one in resource.filters]


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
    rows = {resource.schema: resource.columns for resource in RESOURCES} | {"Udgave": field.EDITIONS}
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
