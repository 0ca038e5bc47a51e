"""The rows of each table of the open data, as an address asks for them.

Every function takes the edition, the word of the address that varies, and the values of the filters by parameter. An address that names
what does not exist raises RequestError.
"""

from collections.abc import Mapping, Sequence
from http import HTTPStatus

from components.address.file_name import describe_places
from components.address.open_data import API, EVERYTHING
from components.open_data import field as columns
from components.open_data.answer import Answer
from components.open_data.filter import KOMMUNER, filter_rows, list_all_places
from components.open_data.rows import describe_indicator, describe_place, list_organisations, list_rows
from components.server.parameters import choose_known, require_known
from components.server.problem import RequestError
from data.place import Place, PlaceKind, normalise_code
from data.profile.figures import Figures

Asked = Mapping[str, list[str]]  # the filters' values by parameter


def find_places(figures: Figures, _: str, __: Asked) -> Answer:
    """All places of the edition's day."""
    today = [place for place in figures.places.values() if place.kind is not PlaceKind.COMING]
    return Answer([describe_place(place) for place in today], columns.PLACES, "kommuner", "kommuner")


def find_indicators(figures: Figures, _: str, __: Asked) -> Answer:
    """What the figures are."""
    rows = [describe_indicator(indicator, figures) for indicator in figures.registry.indicators.values()]
    return Answer(rows, columns.INDICATORS, "indikatorer", "indikatorer")


def find_organisations(figures: Figures, _: str, asked: Asked) -> Answer:
    """The housing organisations, of all kommuner or of those that the filter chooses."""
    codes = choose_known(KOMMUNER.name, asked.get(KOMMUNER.name, []), [place.code for place in figures.kommuner])
    rows = list_organisations([figures.places[code] for code in codes], figures)
    return Answer(rows, columns.ORGANISATIONS, "boligorganisationer", "boligorganisationer")


def find_place(figures: Figures, code: str, _: Asked) -> Answer:
    """All figures of one place."""
    return _list_figures([_find_place(figures, code)], figures)


def find_pair(figures: Figures, pair: str, _: Asked) -> Answer:
    """All figures of two places, such as ``0326-0101``."""
    match places := [_find_place(figures, code) for code in pair.split("-")]:
        case [first, second] if first != second:
            return _list_figures(places, figures)
    raise nothing_there()


def _find_place(figures: Figures, code: str) -> Place:
    return figures.places[require_known("kommune", normalise_code(code), figures.places)]


def _list_figures(places: Sequence[Place], figures: Figures) -> Answer:
    return Answer(list_rows(places, list(figures.registry.indicators.values()), figures), columns.FIGURES, describe_places(places))


def find_indicator(figures: Figures, key: str, _: Asked) -> Answer:
    """One figure of all places."""
    indicator = figures.registry[require_known("indikator", key, figures.registry.indicators)]
    return Answer(list_rows(list_all_places(figures), [indicator], figures), columns.FIGURES, key)


def find_everything(figures: Figures, _: str, asked: Asked) -> Answer:
    """All rows, or those that the filters choose."""
    return Answer(filter_rows(figures, asked), columns.FIGURES, EVERYTHING)


def nothing_there() -> RequestError:
    """The error of an address that is none of ours."""
    return RequestError(HTTPStatus.NOT_FOUND, f"Der er ikke noget på adressen. Se {API}/openapi.json.")
