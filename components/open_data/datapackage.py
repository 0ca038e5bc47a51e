"""The open data as a Frictionless data package: what the CSV files hold, column by column (specs.frictionlessdata.io)."""

from collections.abc import Collection
from typing import Any

from components.address.edition import edition_query
from components.address.open_data import API
from components.address.site import Site
from components.open_data import field
from components.open_data.field import Field
from components.wording.texts import DESCRIPTION, TITLE
from data.profile.figures import Figures

PUBLISHER = {"title": "BL - Danmarks Almene Boliger", "path": "https://bl.dk/", "role": "publisher"}


def describe_package(figures: Figures, site: Site) -> dict[str, Any]:
    """``datapackage.json``, to stand beside ``noegletal.csv``, ``kommuner.csv`` and ``indikatorer.csv``.

    Those of an older edition are named by their whole addresses: beside it stand the newest.

    Args:
        figures: the edition.
        site: where the pages lie.
    """
    edition = figures.edition
    used = dict.fromkeys([*(figures.source(indicator).key for indicator in figures.registry.indicators.values()), *figures.used_sources])
    sources = [figures.registry.sources[key] for key in used]
    query = edition_query(figures)
    root = site.whole(f"{API}/") if query else ""
    return {
        "profile": "tabular-data-package",
        "name": "almene-boliger",
        "title": TITLE,
        "description": DESCRIPTION,
        **({"homepage": site.whole("/")} if site.origin else {}),
        "version": edition.name if edition else "",
        "created": f"{edition.date}T00:00:00Z" if edition else "",
        "licenses": [{"name": "attribution", "title": "Fri genbrug med kildeangivelse; kilden står i hver række"}],
        "contributors": [PUBLISHER],
        "sources": [{"title": f"{source.publisher}: {source.title}", "path": source.link} for source in sources],
        "resources": [
            _describe_table(name, title, fields, more) | {"path": f"{root}{name}.csv{query}"} for name, title, fields, more in TABLES
        ],
    }


def _refer(column: str, table: str, key: str) -> dict[str, Any]:
    """A column whose values all stand in another table; "" is the same table."""
    return {"fields": [column], "reference": {"resource": table, "fields": [key]}}


TABLES: tuple[tuple[str, str, Collection[Field], dict[str, Any]], ...] = (
    (
        "noegletal",
        "Alle tal",
        field.FIGURES,
        {"foreignKeys": [_refer("kommune_kode", "kommuner", "kommune_kode"), _refer("indikator", "indikatorer", "indikator")]},
    ),
    (
        "kommuner",
        "Kommuner, regioner og landet",
        field.PLACES,
        {"primaryKey": ["kommune_kode"], "foreignKeys": [_refer("region_kode", "", "kommune_kode")]},
    ),
    ("indikatorer", "Hvad tallene er", field.INDICATORS, {"primaryKey": ["indikator"]}),
)


def _describe_table(name: str, title: str, fields: Collection[Field], more: dict[str, Any]) -> dict[str, Any]:
    columns = [
        {"name": column.name, "type": column.kind, "description": column.description, "constraints": {"required": not column.or_null}}
        for column in fields
    ]
    return {
        "name": name,
        "profile": "tabular-data-resource",
        "title": title,
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "schema": {"fields": columns, "missingValues": [""]} | more,
    }
