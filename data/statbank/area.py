"""Places in a StatBank table: which variable has them, and under which codes."""

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Self

from data.place import COUNTRY, Place, PlaceKind

CODE_LENGTH = 3  # of the country, regioner and kommuner; landsdele have two digits
FIRST_KOMMUNE = "101"  # of all codes with three digits; those before it are the country's and the regioner's
# How tables name what has a code like a kommune's and is none
NO_KOMMUNE = re.compile(
    r"(region|landsdel|provins|hele|danmark|uoplyst|ukendt|uden|udland|christiansø|færøerne|grønland|i alt)", re.IGNORECASE
)


@dataclass(frozen=True)
class Areas:
    """The places that figures are fetched for, besides the country: codes of kommuner and of regioner; and names, for messages.

    The regioner are those of all days: an answer may have those of yesterday, of tomorrow, or both.
    """

    kommuner: tuple[str, ...]
    regions: tuple[str, ...] = ()
    names: Mapping[str, str] = field(default_factory=dict)

    @classmethod
    def of(cls, places: Collection[Place]) -> Self:
        """Those among the given places, by code, which may be of several days."""
        names = {place.code: place.name for place in sorted(places, key=lambda place: place.code)}
        kommuner = {place.code for place in places if place.kind is PlaceKind.KOMMUNE}
        regions = {place.code for place in places if place.kind in {PlaceKind.REGION, PlaceKind.COMING}}
        return cls(tuple(sorted(kommuner)), tuple(sorted(regions)), names)

    def find_published(self, codes: Collection[str]) -> list[str]:
        """The places that a table has, by its own codes: the country and the regioner where they are among them, and the kommuner.

        >>> Areas(("0101",), ("1098", "1099")).find_published({"000", "098", "101"})
        ['0000', '1098', '0101']
        """
        wider = [code for code in (COUNTRY, *self.regions) if to_statbank_code(code) in codes]
        return [*wider, *self.kommuner]

    def name_figure(self, code: str, period: str) -> str:
        """A place and a period, as messages name a figure.

        >>> Areas((), names={"0326": "Kalundborg"}).name_figure("0326", "2026")
        'Kalundborg, 2026'
        """
        return f"{self.names.get(code, code)}, {period}"


def to_statbank_code(code: str) -> str:
    """The service's code of a place: three digits.

    >>> to_statbank_code("0101"), to_statbank_code("1099"), to_statbank_code("0000")
    ('101', '099', '000')
    """
    return code[-CODE_LENGTH:]


def find_area(variables: Mapping[str, Collection[str]], kommuner: Collection[str]) -> str:
    """The variable that has most of the kommuner among its codes; empty if there is none. Tables call it OMRÅDE, AMT and more.

    >>> find_area({"OMRÅDE": ["000", "101", "326"], "TID": ["2026"]}, ["0101", "0326", "0400"])
    'OMRÅDE'
    """
    ours = {to_statbank_code(code) for code in kommuner}
    counts = {name: len(ours & set(codes)) for name, codes in variables.items()}
    best = max(counts, key=counts.__getitem__, default="")
    return best if counts.get(best, 0) > len(ours) / 2 else ""


def check_kommuner(name: str, values: Mapping[str, str], areas: Areas) -> list[str]:
    """The table and kommuner.csv must have the same kommuner; a sentence for those that only one of them has.

    >>> check_kommuner("OMRÅDE", {"000": "Hele landet", "101": "København", "999": "Nyby"}, Areas(("0101", "0326")))
    ['OMRÅDE has kommuner that kommuner.csv has not: 999 Nyby', 'OMRÅDE lacks the kommuner 326']
    """
    ours = {to_statbank_code(code) for code in areas.kommuner}
    unknown = [f"{code} {text}" for code, text in sorted(values.items()) if code not in ours and _is_kommune(code, text)]
    problems = [f"{name} has kommuner that kommuner.csv has not: {', '.join(unknown)}"] if unknown else []
    gone = sorted(ours - values.keys())
    return problems + ([f"{name} lacks the kommuner {', '.join(gone)}"] if gone else [])


def _is_kommune(code: str, text: str) -> bool:
    """Whether an area of a table is a kommune, by its code and text."""
    return len(code) == CODE_LENGTH and code.isdigit() and code >= FIRST_KOMMUNE and not NO_KOMMUNE.match(text)


def describe_passed_over(name: str, values: Mapping[str, str], areas: Areas) -> Iterator[str]:
    """Sentences for the areas of a table that are no kommune, no region of any day, and not the country; landsdele are not named.

    >>> areas = Areas(("0101",), ("1099",), {"1099": "Region Nord"})
    >>> list(describe_passed_over("OMRÅDE", {"101": "København", "098": "Region Nord", "01": "Landsdel By"}, areas))
    ['098 Region Nord of OMRÅDE is passed over: regioner.csv has Region Nord as 1099; correct it']
    """
    ours = {to_statbank_code(code) for code in (COUNTRY, *areas.kommuner, *areas.regions)}
    by_name = {areas.names.get(code, code): code for code in areas.regions}
    for code, text in values.items():
        if code not in ours and len(code) >= CODE_LENGTH and not _is_kommune(code, text):
            remedy = f": regioner.csv has {text} as {by_name[text]}; correct it" if text in by_name else ""
            yield f"{code} {text} of {name} is passed over{remedy}"
