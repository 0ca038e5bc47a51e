"""What the address of a kommuneark asks for, and what the file is called."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from werkzeug.datastructures import MultiDict
from werkzeug.exceptions import NotFound

from components.address.file_name import edition_suffix, slugify
from components.address.view import Parameter
from components.print.sheet import BOTH_SIDES, PAGES
from components.server.parameters import read_parameters
from components.server.problem import bad_request
from data.place import Place, normalise_code
from data.profile.archive import Archive
from data.profile.figures import Figures

SIDES = "sider"


@dataclass(frozen=True)
class SheetRequest:
    """Edition (None is the newest), second place, and how many pages."""

    edition: str | None = None
    other: str | None = None
    pages: int = BOTH_SIDES


def read_sheet_request(args: "MultiDict[str, str]", code: str | None, archive: Archive) -> SheetRequest:
    """What the parameters ask for.

    Args:
        args: the address's parameters.
        code: the kommune; None for all of them, which can't be compared.
        archive: the editions.

    Raises:
        NotFound: there is no such edition.
        RequestError: a parameter or its value is not known.
    """
    given = read_single_values(args, [SIDES, str(Parameter.UDGAVE), *([str(Parameter.SAMMENLIGN)] if code else [])])
    edition = check_edition(given, archive)
    other = _read_other(given.get(Parameter.SAMMENLIGN), code, archive.figures(edition).places)
    return SheetRequest(edition, other, _read_pages(given.get(SIDES)))


def read_single_values(args: "MultiDict[str, str]", allowed: Collection[str]) -> dict[str, str]:
    """The value of each parameter, of those that may have one value only; an empty one is left out.

    Raises:
        RequestError: a parameter is not known, or has several values.

    >>> read_single_values(MultiDict([("sider", "1"), ("udgave", "")]), ["sider", "udgave"])
    {'sider': '1'}
    """
    asked = {name: values for name, values in read_parameters(args, allowed).items() if values}
    if twice := [name for name, values in asked.items() if len(set(values)) > 1]:
        raise bad_request(f"{twice[0]} er skrevet med flere værdier; skriv én.")
    return {name: values[0] for name, values in asked.items()}


def check_edition(given: Mapping[str, str], archive: Archive) -> str | None:
    """The edition that is asked for, if one is.

    Raises:
        NotFound: there is no such edition.
    """
    edition = given.get(Parameter.UDGAVE)
    if edition and edition not in archive.editions:
        raise NotFound
    return edition


def _read_other(asked: str | None, code: str | None, places: Mapping[str, Place]) -> str | None:
    if asked is None:
        return None
    other = normalise_code(asked)
    if other not in places:
        raise bad_request(f"sammenlign={asked} kendes ikke; skriv en kommunekode, en regions kode eller 0000 for hele landet.")
    if other == code:
        raise bad_request("En kommune kan ikke sammenlignes med sig selv; skriv en anden kommune i sammenlign.")
    return other


def _read_pages(asked: str | None) -> int:
    known = {str(number): number for number in PAGES}
    if asked is not None and asked not in known:
        raise bad_request(f"{SIDES}={asked} kendes ikke; skriv {' eller '.join(known)}.")
    return known[asked] if asked else BOTH_SIDES


def name_sheet(code: str, figures: Figures, request: SheetRequest) -> str:
    """What a reader finds in the download folder: "kommuneark_kalundborg_roskilde_udgave-2025.pdf"."""
    places = [figures.places[each].name for each in (code, request.other) if each]
    side = "" if request.pages == BOTH_SIDES else f"_{request.pages}-side"
    return slugify("_".join(["kommuneark", *places])) + f"{side}{edition_suffix(figures)}.pdf"


def name_collection(figures: Figures) -> str:
    """The same for the file with all of them."""
    return f"kommuneark_alle{edition_suffix(figures)}.zip"
