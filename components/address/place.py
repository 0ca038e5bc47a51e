"""The address of a kommune's own page, and the other spellings that lead there."""

from collections.abc import Mapping
from functools import lru_cache

from components.address.file_name import slugify
from data.place import Place, PlaceKind, name_key, normalise_code

PREFIX = "/kommune/"


def place_address(place: Place) -> str:
    """``/kommune/0326-kalundborg``: the code makes it lasting, the name readable."""
    return f"{PREFIX}{place.code}-{slugify(place.name)}"


def find_kommune(written: str, places: Mapping[str, Place]) -> Place | None:
    """The kommune that the end of an address names: by code (``326``), with or without its name, or by any of its spellings.

    "0326-kalundborg", "0326", "326-hvad-som-helst", "kalundborg", "Aabenraa", "åbenrå" and "kbh" are all understood.
    """
    code = normalise_code(written.partition("-")[0])
    if code in places:
        return places[code] if places[code].kind is PlaceKind.KOMMUNE else None
    return _by_name(tuple(places.values())).get(_key(written))


def list_spellings(places: Mapping[str, Place]) -> dict[str, Place]:
    """Codes and names by which a kommune may be looked for, as they stand in an address; those that two share are left out."""
    found: dict[str, Place | None] = {}
    for place in places.values():
        if place.kind is PlaceKind.KOMMUNE:
            names = {place.name, place.full_name, *place.also_known_as.split()}
            lower = {name.lower().replace(" ", "-") for name in names}
            old = {name.replace("aa", "å") for name in lower}
            for spelling in {place.code, place.code.lstrip("0"), *lower, *old, *(slugify(name) for name in names)}:
                found[spelling] = None if spelling in found else place
    return {spelling: place for spelling, place in found.items() if place}


@lru_cache(maxsize=1)
def _by_name(places: tuple[Place, ...]) -> dict[str, Place]:
    """Every spelling; where two kommuner share one, it names neither."""
    spellings = list_spellings({place.code: place for place in places})
    return {_key(spelling): place for spelling, place in spellings.items()}


def _key(name: str) -> str:
    """Spellings with letters of ASCII only are the same as those with æ, ø and å."""
    return slugify(name_key(name.replace("_", " ").replace("+", " ")))
