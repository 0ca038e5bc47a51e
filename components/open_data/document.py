"""The documents of the open data: what describes it, each at an address of its own, as JSON."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from components.address.open_data import API
from components.address.site import Site
from components.open_data.datapackage import describe_package
from components.open_data.openapi import describe_api
from components.open_data.rows import describe_edition_row
from data.profile.archive import Archive
from data.profile.figures import Figures


@dataclass(frozen=True)
class Document:
    """A document.

    Attributes:
        name: its address within the API without ``.json``.
        make: makes it, from the edition's figures, all editions, and where the pages lie.
        title: what it is; empty for the one that describes the others, which does not describe itself.
        schema: what a row is called in OpenAPI.
        word: the key of the rows.
        has_editions: whether there is one for each edition.
        link: what the page's link to it says; empty where there is none.
    """

    name: str
    make: Callable[[Figures, Archive, Site], dict[str, Any]]
    title: str = ""
    schema: str = ""
    word: str = ""
    has_editions: bool = False
    link: str = ""


def _describe_api(figures: Figures, archive: Archive, site: Site) -> dict[str, Any]:
    return describe_api(figures, archive, site.path(API), [document for document in DOCUMENTS if document.title])


def _describe_package(figures: Figures, _: Archive, site: Site) -> dict[str, Any]:
    return describe_package(figures, site)


def _list_editions(_: Figures, archive: Archive, __: Site) -> dict[str, Any]:
    return {"udgaver": [describe_edition_row(edition) for edition in archive.editions.values()]}


DOCUMENTS = (
    Document(
        "datapackage",
        _describe_package,
        "Datapakken (Frictionless): hvad CSV-filerne holder",
        "Tabel",
        "resources",
        has_editions=True,
        link="Datapakke (Frictionless)",
    ),
    Document("udgaver", _list_editions, "Udgaverne, den nyeste først", "Udgave", "udgaver"),
    Document("openapi", _describe_api, link="API beskrevet i OpenAPI"),
)
