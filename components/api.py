"""Open data at ``/api/v1/``: all figures as JSON, CSV, CSV for Danish Excel and xlsx, each row with its source and definition."""

import json
from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass
from http import HTTPStatus

from flask import Flask, Response, request

from components.datapackage import describe_package
from components.edition import describe_edition
from components.files import API, write_plainly
from components.memory import return_memory
from components.open_data import NAMES, Row, describe_indicator, describe_place, list_rows
from components.openapi import describe_api
from components.problem import PROBLEM_TYPE, AskedWronglyError, write_problem
from components.query import choose, find_one, read_parameters
from components.serving import keep, write_json_answer
from components.site import Site
from components.table_file import write_csv, write_xlsx
from components.texts import TITLE
from components.view import Parameter
from data.archive import Archive
from data.figures import Figures
from data.place import COUNTRY, Place, danish_order, normalise_code
from data.registry import Indicator

MIMETYPES = {
    "json": "application/json",
    "csv": "text/csv",
    "dansk.csv": "text/csv",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}
EVERYTHING = "noegletal"
FILTERS = ("kommune", "indikator", "periode", "status")


@dataclass(frozen=True)
class Answer:
    """Rows and their columns, the name of a file with them, and the word that they stand under in JSON."""

    rows: Iterable[Row]
    names: list[str]
    file: str
    word: str = "noegletal"


def register_api(server: Flask, archive: Archive, site: Site) -> None:
    """Add the API to the app's server."""

    def serve(path: str) -> Response:
        try:
            return keep(_answer(path, archive, site))
        except AskedWronglyError as wrong:
            return Response(write_problem(wrong.status, wrong.detail, request.path), wrong.status, mimetype=PROBLEM_TYPE)

    def let_everyone_read(response: Response) -> Response:
        if request.path.startswith(f"{API}/"):
            response.headers["Access-Control-Allow-Origin"] = "*"
            response.headers["Access-Control-Allow-Methods"] = "GET, HEAD, OPTIONS"
        return response

    server.add_url_rule(f"{API}/<path:path>", "api", serve)
    server.after_request(let_everyone_read)


def _answer(path: str, archive: Archive, site: Site) -> Response:
    resource, _, form = path.partition(".")
    match path, resource.split("/"):
        case "openapi.json", _:
            return write_json_answer(describe_api(_open(archive, ()), archive, site.path(API)))
        case "datapackage.json", _:
            return write_json_answer(describe_package(_open(archive, (Parameter.UDGAVE,))))
        case "udgaver.json", _:
            read_parameters(request.args, ())
            return write_json_answer({"udgaver": [_describe_edition(name, archive) for name in archive.editions]})
        case _, parts if form in MIMETYPES:
            figures = _open(archive, (Parameter.UDGAVE, *(FILTERS if parts == ["noegletal"] else ())))
            return _write(_find(parts, figures), form, figures)
    raise AskedWronglyError(HTTPStatus.NOT_FOUND, f"Der er ikke noget på adressen. Se {API}/openapi.json.")


def _describe_edition(name: str, archive: Archive) -> Row:
    edition = archive.editions[name]
    return {"udgave": name, "titel": edition.title, "dato": edition.date, "aendret": edition.changed}


def _open(archive: Archive, allowed: Collection[str]) -> Figures:
    """The figures of the edition that is asked for; real ones only."""
    asked = read_parameters(request.args, [str(name) for name in allowed]).get(Parameter.UDGAVE, [])
    (name,) = choose(Parameter.UDGAVE, asked, list(archive.editions))[:1]  # the newest stands first
    return archive.public(name)


def _find(parts: list[str], figures: Figures) -> Answer:
    """What a path names.

    Raises:
        AskedWronglyError: it names nothing.
    """
    places, indicators = figures.places, figures.registry.indicators
    match parts:
        case ["kommuner"]:
            rows = [describe_place(place) for place in places.values()]
            return Answer(rows, list(rows[0]), "kommuner", "kommuner")
        case ["indikatorer"]:
            rows = [describe_indicator(indicator, figures) for indicator in indicators.values()]
            return Answer(rows, list(rows[0]), "indikatorer", "indikatorer")
        case ["kommuner", code]:
            place = places[find_one("kommune", normalise_code(code), places)]
            return _rows([place], indicators.values(), figures, f"{place.code}-{place.name}")
        case ["sammenligning", pair]:
            two = [places[find_one("kommune", normalise_code(code), places)] for code in pair.split("-")]
            if len(set(two)) == len(two) == len("ab"):
                return _rows(two, indicators.values(), figures, "-og-".join(place.name for place in two))
        case ["indikatorer", key]:
            return _rows(_all_places(figures), [indicators[find_one("indikator", key, indicators)]], figures, key)
        case ["noegletal"]:
            return _filter(figures)
    raise AskedWronglyError(HTTPStatus.NOT_FOUND, f"Der er ikke noget på adressen. Se {API}/openapi.json.")


def _all_places(figures: Figures) -> list[Place]:
    """The kommuner in Danish order, then the regioner and the country."""
    areas = [place for place in figures.places.values() if place not in figures.kommuner and place.code != COUNTRY]
    return [*figures.kommuner, *sorted(areas, key=lambda place: danish_order(place.name)), figures.places[COUNTRY]]


def _rows(places: list[Place], indicators: Iterable[Indicator], figures: Figures, file: str) -> Answer:
    return Answer(list_rows(places, list(indicators), figures), NAMES, file)


def _filter(figures: Figures) -> Answer:
    """All rows, or those that the parameters ask for."""
    asked = read_parameters(request.args, [*FILTERS, str(Parameter.UDGAVE)])
    everywhere = {place.code: place for place in _all_places(figures)}
    codes = choose("kommune", asked.get("kommune", []), everywhere)
    keys = choose("indikator", asked.get("indikator", []), figures.registry.indicators)
    rows = list(list_rows([everywhere[code] for code in codes], [figures.registry[key] for key in keys], figures))
    for name in ("periode", "status"):
        wanted = choose(name, asked.get(name, []), sorted({row[name] for row in rows if row[name]}))
        rows = [row for row in rows if row[name] in wanted] if asked.get(name) else rows
    return Answer(rows, NAMES, EVERYTHING)


def _write(answer: Answer, form: str, figures: Figures) -> Response:
    writers: dict[str, Callable[[], str | bytes]] = {
        "json": lambda: _as_json(answer, figures),
        "csv": lambda: write_csv(answer.rows, answer.names, danish=False),
        "dansk.csv": lambda: write_csv(answer.rows, answer.names, danish=True),
        "xlsx": lambda: write_xlsx(answer.rows, answer.names, _tell_about(figures)),
    }
    response = Response(writers[form](), mimetype=MIMETYPES[form])
    if answer.file == EVERYTHING:
        response.call_on_close(return_memory)
    if form != "json":
        edition = figures.edition.name if figures.edition else ""
        name = write_plainly(f"almene-boliger_{answer.file}_udgave-{edition}.{form}")
        response.headers.set("Content-Disposition", "attachment", filename=name)
    return response


def _as_json(answer: Answer, figures: Figures) -> str:
    rows = list(answer.rows)
    said = {"udgave": figures.edition.name if figures.edition else "", "antal": len(rows), answer.word: rows}
    return json.dumps(said, ensure_ascii=False)


def _tell_about(figures: Figures) -> list[tuple[str, str]]:
    return [
        ("Titel", TITLE),
        ("Udgave", describe_edition(figures).replace("\u00a0", " ")),
        ("Adresse", request.base_url),
        ("Vilkår", "Fri genbrug med kildeangivelse. Kilden står ved hvert tal."),
    ]
