"""Open data at ``/api/v1/``: all figures as JSON, CSV, CSV for Danish Excel and xlsx, each row with its source and definition."""

from collections.abc import Collection, Iterable
from http import HTTPStatus

from flask import Flask, Response, request

from components.address.file_name import describe_places
from components.address.open_data import API, EVERYTHING
from components.address.site import Site
from components.address.view import Parameter
from components.atlas import Atlas
from components.open_data import field
from components.open_data.answer import MIMETYPES, Answer, write_answer
from components.open_data.datapackage import describe_package
from components.open_data.openapi import describe_api
from components.open_data.rows import describe_indicator, describe_place, edition_row, list_rows
from components.server.caching import cacheable, write_json_answer
from components.server.parameters import choose_known, read_parameters, require_known
from components.server.problem import RequestError
from data.place import COUNTRY, Place, danish_order, normalise_code
from data.profile.archive import Archive
from data.profile.figures import Figures
from data.reading import Status
from data.registry.indicator import Indicator

FILTERS = ("kommune", "indikator", "periode", "status")


def register_open_data(server: Flask, atlas: Atlas) -> None:
    """Add the API to the app's server."""
    archive, site = atlas.archive, atlas.site

    def serve(path: str) -> Response:
        return _answer(path, archive, site)

    def let_everyone_read(response: Response) -> Response:
        if request.path.startswith(f"{API}/"):
            response.headers["Access-Control-Allow-Origin"] = "*"
            response.headers["Access-Control-Allow-Methods"] = "GET, HEAD, OPTIONS"
            response.headers["Access-Control-Allow-Headers"] = "If-None-Match"
            response.headers["Access-Control-Expose-Headers"] = "ETag, Content-Disposition"
        return response

    server.add_url_rule(f"{API}/", "api-begin", cacheable(serve), defaults={"path": ""})
    server.add_url_rule(f"{API}/<path:path>", "api", cacheable(serve))
    server.after_request(let_everyone_read)


def _answer(path: str, archive: Archive, site: Site) -> Response:
    resource, _, form = path.partition(".")
    match path, resource.split("/"):
        case "openapi.json", _:
            return write_json_answer(describe_api(_open(archive, ()), archive, site.path(API)))
        case "datapackage.json", _:
            return write_json_answer(describe_package(_open(archive, (Parameter.UDGAVE,)), site.seen_at(request.host_url)))
        case "udgaver.json", _:
            read_parameters(request.args, ())
            return write_json_answer({"udgaver": [edition_row(edition) for edition in archive.editions.values()]})
        case _, parts if form in MIMETYPES:
            figures = _open(archive, (Parameter.UDGAVE, *(FILTERS if parts == [EVERYTHING] else ())))
            return write_answer(_find(parts, figures), form, figures, site.seen_at(request.host_url))
    raise RequestError(HTTPStatus.NOT_FOUND, f"Der er ikke noget på adressen. Se {API}/openapi.json.")


def _open(archive: Archive, allowed: Collection[str]) -> Figures:
    """The figures of the edition that is asked for; real ones only."""
    asked = read_parameters(request.args, [str(name) for name in allowed]).get(Parameter.UDGAVE, [])
    (name,) = choose_known(Parameter.UDGAVE, asked, list(archive.editions))[:1]  # the newest stands first
    return archive.public(name)


def _find(parts: list[str], figures: Figures) -> Answer:
    """What a path names.

    Raises:
        AskedWronglyError: it names nothing.
    """
    places, indicators = figures.places, figures.registry.indicators
    match parts:
        case ["kommuner"]:
            return Answer([describe_place(place) for place in places.values()], field.PLACES, "kommuner", "kommuner")
        case ["indikatorer"]:
            rows = [describe_indicator(indicator, figures) for indicator in indicators.values()]
            return Answer(rows, field.INDICATORS, "indikatorer", "indikatorer")
        case ["kommuner", code]:
            place = places[require_known("kommune", normalise_code(code), places)]
            return _rows([place], indicators.values(), figures, describe_places([place]))
        case ["sammenligning", pair]:
            two = [places[require_known("kommune", normalise_code(code), places)] for code in pair.split("-")]
            if len(set(two)) == len(two) == len("ab"):
                return _rows(two, indicators.values(), figures, describe_places(two))
        case ["indikatorer", key]:
            return _rows(_all_places(figures), [indicators[require_known("indikator", key, indicators)]], figures, key)
        case [word] if word == EVERYTHING:
            return _filter(figures)
    raise RequestError(HTTPStatus.NOT_FOUND, f"Der er ikke noget på adressen. Se {API}/openapi.json.")


def _all_places(figures: Figures) -> list[Place]:
    """The kommuner in Danish order, then the regioner and the country."""
    areas = [place for place in figures.places.values() if place not in figures.kommuner and place.code != COUNTRY]
    return [*figures.kommuner, *sorted(areas, key=lambda place: danish_order(place.name)), figures.places[COUNTRY]]


def _rows(places: list[Place], indicators: Iterable[Indicator], figures: Figures, about: str) -> Answer:
    return Answer(list_rows(places, list(indicators), figures), field.FIGURES, about)


def _filter(figures: Figures) -> Answer:
    """All rows, or those that the parameters ask for."""
    asked = read_parameters(request.args, [*FILTERS, str(Parameter.UDGAVE)])
    everywhere = {place.code: place for place in _all_places(figures)}
    codes = choose_known("kommune", asked.get("kommune", []), everywhere)
    keys = choose_known("indikator", asked.get("indikator", []), figures.registry.indicators)
    rows = list_rows([everywhere[code] for code in codes], [figures.registry[key] for key in keys], figures)
    known: dict[str, list[str]] = {"periode": figures.periods, "status": list(Status)}
    wanted = {name: choose_known(name, asked[name], values) for name, values in known.items() if asked.get(name)}
    chosen = (row for row in rows if all(row[name] in values for name, values in wanted.items()))
    return Answer(chosen, field.FIGURES, EVERYTHING)
