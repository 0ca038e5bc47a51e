"""What an address asks for: an edition, a kommune."""

from collections.abc import Mapping

from flask import request
from werkzeug.exceptions import NotFound

from components.address.place import find_kommune
from components.address.view import Parameter
from components.wording import texts
from data.place import Place
from data.profile.archive import Archive


def choose_edition(archive: Archive) -> tuple[str | None, str]:
    """The edition that the address of a page asks for, and what to say of one that does not exist: the newest is shown then."""
    name = request.args.get(Parameter.UDGAVE) or None
    return (None, texts.NOTICES[Parameter.UDGAVE]) if name and name not in archive.editions else (name, "")


def find_edition(archive: Archive) -> str | None:
    """The edition that the address asks for; a piece of an unknown edition does not exist."""
    name = request.args.get(Parameter.UDGAVE) or None
    if name and name not in archive.editions:
        raise NotFound
    return name


def find_place(written: str, places: Mapping[str, Place]) -> Place:
    """The kommune that the end of an address names; an address that names none does not exist."""
    place = find_kommune(written.rstrip("/"), places)
    if place is None:
        raise NotFound
    return place
