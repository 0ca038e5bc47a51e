"""What an address of the welcome package asks for, and what the file is called."""

from dataclasses import dataclass

from werkzeug.datastructures import MultiDict

from components.address.file_name import edition_suffix, slugify
from components.address.view import Parameter
from components.print.sheet_request import check_edition, read_single_values
from components.server.problem import bad_request
from data.profile.archive import Archive
from data.profile.figures import Figures

OPINIONS = "maerkesager"
ANSWERS = {"ja": True, "nej": False}


@dataclass(frozen=True)
class PackageRequest:
    """Edition (None is the newest), and whether BL's opinions are in the package.

    It is one kommune's, for its own council: its letter speaks of no second one, so there is no comparison.
    """

    edition: str | None = None
    with_opinions: bool = True


def read_package_request(args: "MultiDict[str, str]", archive: Archive) -> PackageRequest:
    """What the parameters ask for.

    Raises:
        NotFound: there is no such edition.
        RequestError: a parameter or its value is not known.
    """
    given = read_single_values(args, [OPINIONS, str(Parameter.UDGAVE)])
    asked = given.get(OPINIONS, "ja")
    if asked not in ANSWERS:
        raise bad_request(f"{OPINIONS}={asked} kendes ikke; skriv {' eller '.join(ANSWERS)}.")
    return PackageRequest(check_edition(given, archive), ANSWERS[asked])


def name_package(code: str, figures: Figures, request: PackageRequest) -> str:
    """What a reader finds in the download folder: "velkomstpakke_kalundborg_udgave-2025.pdf"."""
    without = "" if request.with_opinions else "_uden-maerkesager"
    return f"velkomstpakke_{slugify(figures.places[code].name)}{without}{edition_suffix(figures)}.pdf"
