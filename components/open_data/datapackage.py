"""The open data as a Frictionless data package: what the CSV files hold, column by column (specs.frictionlessdata.io)."""

from typing import Any

from components.address.edition import edition_query
from components.address.open_data import API
from components.address.site import Site
from components.open_data.resource import RESOURCES, Resource
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
            _describe_table(resource) | {"path": f"{root}{resource.path}.csv{query}"} for resource in RESOURCES if resource.package_title
        ],
    }


def _describe_table(resource: Resource) -> dict[str, Any]:
    columns = [
        {"name": column.name, "type": column.kind, "description": column.description, "constraints": {"required": not column.or_null}}
        for column in resource.columns
    ]
    return {
        "name": resource.path,
        "profile": "tabular-data-resource",
        "title": resource.package_title,
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "schema": {"fields": columns, "missingValues": [""]} | dict(resource.keys),
    }
