"""The address of a kommune's own page, and the other spellings that lead there."""

from collections.abc import Collection, Mapping
from functools import lru_cache

from components.address.file_name import slugify
from data.place import Place, PlaceKind, name_key, normalise_code

PREFIX = "/kommune/"


def place_address(place: Place) -> str:
    """A kommune's own page: the code makes the address lasting, the name makes it readable.

    >>> place_address(Place("0326", "Kalundborg", "Kalundborg Kommune", PlaceKind.KOMMUNE))
    '/kommune/0326-kalundborg'
    """
    return f"{PREFIX}{place.code}-{slugify(place.name)}"


def find_kommune(written: str, places: Mapping[str, Place]) -> Place | None:
    """The kommune that the end of an address names, by its code or by any spelling of its name; None where there is no such kommune.

    "0326-kalundborg", "0326", "326-hvad-som-helst" (whatever follows a code), "kalundborg", "Aabenraa", "åbenrå" and "kbh" are understood.

    Args:
        written: what follows PREFIX.
        places: all places by code.
    """
    code = normalise_code(written.partition("-")[0])
    if code in places:
        return places[code] if places[code].kind is PlaceKind.KOMMUNE else None
    return _by_name(tuple(places.values())).get(_key(written))


def list_spellings(places: Mapping[str, Place]) -> dict[str, Place]:
    """The kommune of every code and spelling as they may stand in an address; a spelling that two kommuner share is left out.

    For Aabenraa among them: "0580", "580", "aabenraa", "åbenrå", "aabenraa-kommune".
    """
    found: dict[str, Place | None] = {}
    for place in places.values():
        if place.kind is PlaceKind.KOMMUNE:
            spellings = {place.code, place.code.lstrip("0"), *_spell({place.name, place.full_name, *place.also_known_as.split()})}
            found |= {spelling: None if spelling in found else place for spelling in spellings}
    for place in places.values():  # a name of other days is only taken where no place has it today
        if place.kind is PlaceKind.KOMMUNE:
            found |= {spelling: place for spelling in _spell(place.other_names) if spelling not in found}
    return {spelling: place for spelling, place in found.items() if place}


def _spell(names: Collection[str]) -> set[str]:
    """Names as they may stand in an address: "Århus Kommune" as "århus-kommune" and "aarhus-kommune"."""
    lower = {name.lower().replace(" ", "-") for name in names}
    return lower | {name.replace("aa", "å") for name in lower} | {slugify(name) for name in names}


@lru_cache(maxsize=1)
def _by_name(places: tuple[Place, ...]) -> dict[str, Place]:
    """``list_spellings`` by ``_key``; cached, since all requests ask with the same places."""
    spellings = list_spellings({place.code: place for place in places})
    return {_key(spelling): place for spelling, place in spellings.items()}


def _key(name: str) -> str:
    """What all spellings of a name have in common: "Århus", "aarhus+kommune" and "aarhus" all give "aarhu"."""
    return slugify(name_key(name.replace("_", " ").replace("+", " ")))
