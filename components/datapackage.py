"""The open data as a Frictionless data package: what the CSV files hold, column by column (specs.frictionlessdata.io)."""

from typing import Any

from components.open_data import FIELDS, describe_indicator, describe_place
from components.texts import DESCRIPTION, TITLE
from data.figures import Figures
from data.place import COUNTRY

NUMBERS = {"decimaler": "integer", "daekning": "integer"}


def describe_package(figures: Figures) -> dict[str, Any]:
    """``datapackage.json``, to stand beside ``noegletal.csv``, ``kommuner.csv`` and ``indikatorer.csv``."""
    edition = figures.edition
    used = dict.fromkeys(figures.source(indicator).key for indicator in figures.registry.indicators.values())
    sources = [figures.registry.sources[key] for key in used]
    return {
        "profile": "tabular-data-package",
        "name": "almene-boliger",
        "title": TITLE,
        "description": DESCRIPTION,
        "version": edition.name if edition else "",
        "created": f"{edition.date}T00:00:00Z" if edition else "",
        "licenses": [{"name": "attribution", "title": "Fri genbrug med kildeangivelse; kilden står i hver række"}],
        "sources": [{"title": f"{source.publisher}: {source.title}", "path": source.link} for source in sources],
        "resources": [
            _describe_figures(),
            _describe_table("kommuner", "Kommuner, regioner og landet", list(describe_place(figures.places[COUNTRY])), "kommune_kode"),
            _describe_table("indikatorer", "Hvad tallene er", list(describe_indicator(figures.registry.main, figures)), "indikator"),
        ],
    }


def _describe_figures() -> dict[str, Any]:
    fields = [
        {"name": field.name, "type": field.kind, "description": field.description, "constraints": {"required": not field.or_null}}
        for field in FIELDS
    ]
    links = [
        {"fields": [name], "reference": {"resource": resource, "fields": [name]}}
        for name, resource in (("kommune_kode", "kommuner"), ("indikator", "indikatorer"))
    ]
    return _resource("noegletal", "Alle tal", {"fields": fields, "foreignKeys": links})


def _describe_table(name: str, title: str, columns: list[str], key: str) -> dict[str, Any]:
    fields = [{"name": column, "type": NUMBERS.get(column, "string")} for column in columns]
    return _resource(name, title, {"fields": fields, "primaryKey": [key]})


def _resource(name: str, title: str, schema: dict[str, Any]) -> dict[str, Any]:
    return {
        "name": name,
        "profile": "tabular-data-resource",
        "title": title,
        "path": f"{name}.csv",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "schema": schema | {"missingValues": [""]},
    }
