"""Open data at ``/api/v1/``: all figures as JSON, CSV, CSV for Danish Excel and xlsx, each row with its source and definition."""

from collections.abc import Collection
from functools import partial

from flask import Flask, Response, request

from components.address.open_data import API, FILE_FORMATS
from components.address.site import Site
from components.address.view import Parameter
from components.atlas import Atlas
from components.open_data.answer import write_answer
from components.open_data.document import DOCUMENTS
from components.open_data.find import nothing_there
from components.open_data.resource import RESOURCES
from components.server.caching import cacheable, write_json_answer
from components.server.kept.counting import count_edition_only
from components.server.parameters import choose_known, read_parameters
from components.server.turns import in_turn
from data.profile.archive import Archive

WORKBOOK = "xlsx"  # which takes a hundred times as long to write as the others
ENDINGS = {file_format.ending: file_format for file_format in FILE_FORMATS}


def register_open_data(server: Flask, atlas: Atlas) -> None:
    """Add the API to the app's server. What is not kept, filtered tables and workbooks, is made for a few at a time."""
    count, answer_in_turn = count_edition_only(atlas.archive.editions), in_turn(_answer)

    def serve(path: str) -> Response:
        is_kept = count(request.query_string.decode(errors="replace")) is not None and not path.endswith(WORKBOOK)
        answer = _answer if is_kept else answer_in_turn
        return answer(path, atlas.archive, atlas.site.seen_at(request.host_url))

    keep = partial(cacheable, counts=count)
    server.add_url_rule(f"{API}/", "api-begin", keep(serve), defaults={"path": ""})
    server.add_url_rule(f"{API}/<path:path>", "api", keep(serve))


def _answer(path: str, archive: Archive, site: Site) -> Response:
    """What an address within the API leads to.

    Raises:
        RequestError: it leads to nothing, or a parameter is wrong.
    """
    name, _, ending = path.partition(".")
    for document in DOCUMENTS:
        if path == f"{document.name}.json":
            asked = _read(archive, [Parameter.UDGAVE] if document.has_editions else [])
            return write_json_answer(document.make(archive.public(_choose_edition(asked)), archive, site))
    for resource in RESOURCES:
        word = resource.match(name)
        if word is not None and ending in ENDINGS:
            asked = _read(archive, [Parameter.UDGAVE, *(one.name for one in resource.filters)])
            figures = archive.public(_choose_edition(asked))
            return write_answer(resource.find(figures, word, asked), ENDINGS[ending], figures, site)
    raise nothing_there()


def _read(archive: Archive, allowed: Collection[str]) -> dict[str, list[str]]:
    asked = read_parameters(request.args, [str(name) for name in allowed])
    choose_known(Parameter.UDGAVE, asked.get(Parameter.UDGAVE, []), list(archive.editions))
    return asked


def _choose_edition(asked: dict[str, list[str]]) -> str | None:
    """The edition that is asked for; None is the newest."""
    return next(iter(asked.get(Parameter.UDGAVE, [])), None)
