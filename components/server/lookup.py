"""The edition and the kommune that an address asks for."""

from collections.abc import Mapping

from flask import request
from werkzeug.exceptions import NotFound

from components.address.place import find_kommune
from components.address.view import Parameter
from components.wording import texts
from data.place import Place
from data.profile.archive import Archive


def choose_edition(archive: Archive) -> tuple[str | None, str]:
    """The edition that a page's address asks for (None is the newest), and a notice where it does not exist and the newest is shown."""
    name = request.args.get(Parameter.UDGAVE) or None
    return (None, texts.NOTICES[Parameter.UDGAVE]) if name and name not in archive.editions else (name, "")


def find_edition(archive: Archive) -> str | None:
    """The edition that the address of a piece, a picture or a file asks for; None is the newest.

    Raises:
        NotFound: there is no such edition.
    """
    name = request.args.get(Parameter.UDGAVE) or None
    if name and name not in archive.editions:
        raise NotFound
    return name


def find_place(written: str, places: Mapping[str, Place]) -> Place:
    """The kommune that the end of an address names, in any of its spellings.

    Raises:
        NotFound: it names none.
    """
    place = find_kommune(written.rstrip("/"), places)
    if place is None:
        raise NotFound
    return place
