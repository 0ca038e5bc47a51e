"""The 98 kommuner, the five regioner and the country: codes, names and how they are searched and sorted."""

from collections.abc import Hashable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Any

import pandas as pd

HERE = Path(__file__).parent
COUNTRY = "0000"
KOMMUNER = 98
CODE_LENGTH = 4


class PlaceKind(StrEnum):
    """What a place is."""

    KOMMUNE = "kommune"
    REGION = "region"
    COUNTRY = "land"


@dataclass(frozen=True)
class Place:
    """A kommune, a region or the country.

    ``full_name`` is the name as it follows "i" (in): "Københavns Kommune", "Region Sjælland", "hele landet". ``also_known_as`` are
    further words that people search with.
    """

    code: str
    name: str
    full_name: str
    kind: PlaceKind
    region: str = ""
    also_known_as: str = ""

    @property
    def search_words(self) -> str:
        """Every spelling a reader may type, in lower case, separated by spaces: names, aa/å, oe/ø, ae/æ and the code.

        >>> Place("0492", "Ærø", "Ærø Kommune", PlaceKind.KOMMUNE).search_words
        'ærø kommune aeroe aro 0492 492'
        """
        words = f"{self.name} {self.full_name} {self.also_known_as}".lower()
        plain = words.replace("-", " ")
        spellings = [words, plain, *(_respell(plain, pairs) for pairs in (AA_TO_RING, RING_TO_AA, TO_ASCII, TO_BARE))]
        unique = dict.fromkeys(" ".join([*spellings, self.code, self.code.lstrip("0")]).split())
        return " ".join(unique)


AA_TO_RING = {"aa": "å"}
RING_TO_AA = {"å": "aa"}
TO_ASCII = {"å": "aa", "ø": "oe", "æ": "ae"}
TO_BARE = {"å": "a", "ø": "o", "æ": "a"}


def _respell(words: str, pairs: Mapping[str, str]) -> str:
    for old, new in pairs.items():
        words = words.replace(old, new)
    return words


def danish_order(name: str) -> str:
    """A sort key for Danish: æ, ø, å come last and aa sorts as å.

    >>> sorted(["Aabenraa", "Ærø", "Vejle", "Ødsted"], key=danish_order)
    ['Vejle', 'Ærø', 'Ødsted', 'Aabenraa']
    """
    return name.lower().replace("aa", "å").translate(str.maketrans("æøå", "{|}"))


def name_key(name: str) -> str:
    """A key that all spellings of one kommune's name share.

    >>> name_key("Århus Kommune"), name_key("Aarhus")
    ('aarhu', 'aarhu')
    >>> name_key("Nordfyns"), name_key("Nordfyn")
    ('nordfyn', 'nordfyn')
    """
    words = name.lower().replace("-", " ").replace("regionskommune", " ").replace("kommune", " ")
    return " ".join(_respell(words, RING_TO_AA).split()).removesuffix("s")


def normalise_code(text: str) -> str:
    """A kommunekode with all its four digits; what is not one to four digits is returned unchanged.

    >>> normalise_code("326")
    '0326'
    >>> normalise_code("Kalundborg")
    'Kalundborg'
    """
    return text.zfill(CODE_LENGTH) if text.isascii() and text.isdigit() and len(text) <= CODE_LENGTH else text


def load_places(folder: Path = HERE) -> dict[str, Place]:
    """All places by code: the country first, then the regioner, then the kommuner in Danish order of name.

    Args:
        folder: where ``kommuner.csv`` (kode, navn, fuldt_navn, region_kode, ogsaa_kendt_som) and ``regioner.csv``
            (kode, navn) are.

    Raises:
        ValueError: there are not 98 kommuner with each its own code, or one lies in an unknown region.
    """
    regions = pd.read_csv(folder / "regioner.csv", dtype=str)
    kommuner = pd.read_csv(folder / "kommuner.csv", dtype=str, keep_default_na=False)
    places = {COUNTRY: Place(COUNTRY, "Hele landet", "hele landet", PlaceKind.COUNTRY)}
    places |= {code: Place(code, name, name, PlaceKind.REGION) for code, name in regions.itertuples(index=False)}
    found = [_read_kommune(row) for row in kommuner.to_dict("records")]
    without_region = [place.name for place in found if place.region not in places]
    if len({place.code for place in found}) != KOMMUNER or without_region:
        content = f"{len(found)} rows, unknown region for {without_region}"
        raise ValueError(f"kommuner.csv: {content}; expected {KOMMUNER} kommuner, each with a code of its own and a region of regioner.csv")
    return places | {place.code: place for place in sorted(found, key=lambda place: danish_order(place.name))}


def _read_kommune(row: Mapping[Hashable, Any]) -> Place:
    return Place(row["kode"], row["navn"], row["fuldt_navn"], PlaceKind.KOMMUNE, row["region_kode"], row["ogsaa_kendt_som"])
