"""A kommune, a region or the country: its code and names, and how they are searched and sorted.

Which there are on which day is in data/place_table.py.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

COUNTRY = "0000"
CODE_LENGTH = 4


class PlaceKind(StrEnum):
    """What a place is on the day that an edition speaks of."""

    KOMMUNE = "kommune"
    REGION = "region"
    COMING = "kommende region"  # begins later; can be compared with already
    COUNTRY = "land"


@dataclass(frozen=True)
class Place:
    """A kommune, a region or the country, as it is called and what belongs to it on one day.

    Attributes:
        code: four digits.
        name: "København", "Hele landet".
        full_name: the name as it follows "i" (in): "Københavns Kommune", "hele landet".
        kind: what it is.
        region: of a kommune, the code of its region.
        also_known_as: further words that people search with.
        where: where something is so, to stand in a sentence: "i Roskilde", "på Læsø", "i Nordfyns Kommune", "i landet som helhed".
        other_names: what it is called on other days, and the names of the regioner that it has taken over.
        members: of a region, the codes of its kommuner.
        takes_over: of a region, the codes of the regioner that became part of it.
        valid_from: the first day that this holds, ISO; empty where it has always been so.
        valid_to: the last day; empty where no end is known.
        successor: code of what comes after the last day; empty where nothing does.
        next_name: the name of that.
    """

    code: str
    name: str
    full_name: str
    kind: PlaceKind
    region: str = ""
    also_known_as: str = ""
    where: str = ""
    other_names: tuple[str, ...] = ()
    members: tuple[str, ...] = ()
    takes_over: tuple[str, ...] = ()
    valid_from: str = ""
    valid_to: str = ""
    successor: str = ""
    next_name: str = ""

    @property
    def search_words(self) -> str:
        """Every spelling a reader may type, in lower case, separated by spaces: names, aa/å, oe/ø, ae/æ and the codes.

        >>> Place("0492", "Ærø", "Ærø Kommune", PlaceKind.KOMMUNE).search_words
        'ærø kommune aeroe aro 0492 492'
        """
        words = " ".join([self.name, self.full_name, self.also_known_as, *self.other_names]).lower()
        plain = words.replace("-", " ")
        spellings = [words, plain, *(_respell(plain, pairs) for pairs in (AA_TO_RING, RING_TO_AA, TO_ASCII, TO_BARE))]
        codes = [text for code in (self.code, *self.takes_over) for text in (code, code.lstrip("0"))]
        return " ".join(dict.fromkeys(" ".join([*spellings, *codes]).split()))


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


def index_by_name(places: Iterable[Place]) -> dict[str, Place]:
    """Places by every key that a name of theirs has (``name_key``). A name of today goes before another place's of other days.

    >>> aarhus = Place("0751", "Aarhus", "Aarhus Kommune", PlaceKind.KOMMUNE, other_names=("Smilets By",))
    >>> sorted(index_by_name([aarhus]))
    ['aarhu', 'smilets by']
    """
    listed = list(places)
    by_other_name = {name_key(name): place for place in listed for name in place.other_names}
    return by_other_name | {name_key(place.name): place for place in listed}
