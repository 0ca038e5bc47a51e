"""The API described for developers and their tools (OpenAPI 3.1)."""

from collections.abc import Iterable
from typing import Any

from components.address.open_data import FILE_FORMATS, JSON, FileFormat
from components.open_data import field
from components.open_data.field import Field
from components.open_data.resource import PATH_PARAMETERS, RESOURCES, Resource
from components.wording.texts import TITLE
from data.profile.archive import Archive
from data.profile.figures import Figures

VERSION = "1.0.0"
Described = dict[str, Any]  # a part of the document


def describe_api(figures: Figures, archive: Archive, root: str, documents: Iterable[Any]) -> Described:
    """The OpenAPI document; places, indicators and editions are those that exist.

    Args:
        figures: the newest edition.
        archive: all editions.
        root: where the API lies.
        documents: those of DOCUMENTS that are described (components/open_data/document.py, which imports this module).
    """
    edition = _query("udgave", "En ældre udgave; ellers den nyeste", _text(list(archive.editions)))
    paths: Described = {}
    for resource in RESOURCES:
        parameters = [*_describe_path(resource, figures), *_describe_filters(resource, figures), edition]
        for each in FILE_FORMATS:
            said = f"{resource.title} ({each.description})"
            content = _describe_content(each, _describe_json(resource.word, resource.schema, field.ANSWER))
            paths[f"/{resource.path}.{each.ending}"] = _describe_get(said, parameters, content)
    for document in documents:
        parameters = [edition] if document.has_editions else []
        content = _describe_content(JSON, _describe_json(document.word, document.schema))
        paths[f"/{document.name}.{JSON.ending}"] = _describe_get(document.title, parameters, content)
    return {
        "openapi": "3.1.0",
        "info": {"title": f"{TITLE}: åbne data", "version": VERSION, "license": {"name": "Fri genbrug med kildeangivelse"}},
        "servers": [{"url": root}],
        "paths": paths,
        "components": {"schemas": _describe_schemas()},
    }


def _describe_path(resource: Resource, figures: Figures) -> list[Described]:
    if not resource.parameter:
        return []
    known = PATH_PARAMETERS[resource.parameter]
    described = _path(resource.parameter, known.description, known.values(figures) or None)
    if known.pattern:
        described["schema"]["pattern"] = known.pattern
    return [described]


def _describe_filters(resource: Resource, figures: Figures) -> list[Described]:
    return [_query_many(one.name, one.description, one.values(figures) if one.is_listed else None) for one in resource.filters]


def _path(name: str, said: str, values: list[str] | None) -> Described:
    return {"name": name, "in": "path", "required": True, "description": said, "schema": _text(values)}


def _query(name: str, said: str, schema: Described) -> Described:
    return {"name": name, "in": "query", "description": said, "schema": schema}


def _query_many(name: str, said: str, values: list[str] | None) -> Described:
    """Several values with commas between them."""
    return _query(name, said, {"type": "array", "items": _text(values)}) | {"style": "form", "explode": False}


def _text(values: list[str] | None) -> Described:
    return {"type": "string"} | ({"enum": values} if values else {})


def _describe_content(file_format: FileFormat, schema: Described) -> Described:
    """What a file holds: in JSON what the schema says, else text, or a workbook, of which there is nothing to say."""
    if file_format is JSON:
        return {file_format.mimetype: {"schema": schema}}
    return {file_format.mimetype: {"schema": {"type": "string"}} if file_format.mimetype.startswith("text/") else {}}


def _describe_json(word: str, row: str, head: Iterable[Field] = ()) -> Described:
    """Rows under their word, and what an answer says before them."""
    rows = {"type": "array", "items": {"$ref": f"#/components/schemas/{row}"}}
    return _describe_object(_describe_fields(head) | {word: rows})


def _describe_get(said: str, parameters: list[Described], content: Described) -> Described:
    problem = {"content": {"application/problem+json": {"schema": {"$ref": "#/components/schemas/Problem"}}}}
    responses = {
        "200": {"description": said, "content": content},
        "304": {"description": "Uændret siden den ETag, som blev sendt med"},
        "400": {"description": "En parameter kendes ikke"} | problem,
        "404": {"description": "Adressen findes ikke"} | problem,
    }
    return {"get": {"summary": said, "parameters": parameters, "responses": responses}}


def _describe_schemas() -> Described:
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


def _describe_row(fields: Iterable[Field]) -> Described:
    return _describe_object(_describe_fields(fields)) | {"additionalProperties": False}


def _describe_fields(fields: Iterable[Field]) -> Described:
    return {one.name: {"type": [one.kind, "null"] if one.or_null else one.kind, "description": one.description} for one in fields}


def _describe_object(properties: Described) -> Described:
    """An object that has all of these."""
    return {"type": "object", "required": list(properties), "properties": properties}
