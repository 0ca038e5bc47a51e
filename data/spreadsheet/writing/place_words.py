"""Codes and names of places as people write them: "101.0", "DK0101", "København (101)", "101 København"."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from data.place import Place, name_key, normalise_code

CODE = r"(?:DK[ -]?)?(\d{1,4})(?:[.,]0+)?"  # also with the country before it, or from a column of numbers
ALONE = re.compile(rf"'?{CODE}", re.ASCII | re.IGNORECASE)
LONG_CODE = CODE.replace("{1,4}", "{3,4}")
BEFORE = re.compile(rf"\(?{LONG_CODE}\)?[\s:;,.–-]+([^\d]+)", re.ASCII | re.IGNORECASE)
AFTER = re.compile(rf"([^\d]+?)[\s:;,–-]*[\s(\[]{LONG_CODE}[)\]]?", re.ASCII | re.IGNORECASE)


@dataclass(frozen=True)
class PlaceWords:
    """What a cell says of a place: its code with four digits, its name, or both; what it does not say is empty."""

    code: str
    name: str


def read_place_words(text: str) -> PlaceWords:
    """The code and the name in a text.

    >>> read_place_words("101.0"), read_place_words("DK0101")
    (PlaceWords(code='0101', name=''), PlaceWords(code='0101', name=''))
    >>> read_place_words("København (101)") == read_place_words("0101 København") == PlaceWords("0101", "København")
    True
    >>> read_place_words("Københavns Kommune")
    PlaceWords(code='', name='Københavns Kommune')
    """
    text = text.strip()
    if found := ALONE.fullmatch(text):
        return PlaceWords(normalise_code(found[1]), "")
    if found := BEFORE.fullmatch(text):
        return PlaceWords(normalise_code(found[1]), found[2].strip())
    if found := AFTER.fullmatch(text):
        return PlaceWords(normalise_code(found[2]), found[1].strip())
    return PlaceWords("", text)


def find_named(text: str, names: Mapping[str, Place]) -> Place | None:
    """The place that a text names; None where it names none, gives a code alone, or a code that is another place's.

    Args:
        text: a name, which may have its code beside it.
        names: places by the keys of their names.
    """
    if place := names.get(name_key(text)):
        return place
    words = read_place_words(text)
    place = names.get(name_key(words.name)) if words.code and words.name else None
    return place if place and place.code == words.code else None
