"""Places in a StatBank table: which variable has them, and under which codes."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Self

from data.place import COUNTRY, Place, PlaceKind

CODE_LENGTH = 3  # of the country, regioner and kommuner; landsdele have two digits
CHRISTIANSOE = "411"  # in the tables beside the kommuner, and no kommune


@dataclass(frozen=True)
class Areas:
    """The places that figures are fetched for, besides the country: codes of kommuner and of regioner; and names, for messages."""

    kommuner: tuple[str, ...]
    regions: tuple[str, ...] = ()
    names: Mapping[str, str] = field(default_factory=dict)

    @classmethod
    def of(cls, places: Iterable[Place]) -> Self:
        """Those among the given places, by code."""
        ordered = sorted(places, key=lambda place: place.code)
        kommuner, regions = (tuple(one.code for one in ordered if one.kind is kind) for kind in (PlaceKind.KOMMUNE, PlaceKind.REGION))
        return cls(kommuner, regions, {place.code: place.name for place in ordered})

    def find_published(self, codes: Collection[str]) -> list[str]:
        """The places that a table has, by its own codes: the country and the regioner where they are among them, and the kommuner.

        >>> Areas(("0101",), ("1084", "1085")).find_published({"000", "084", "101"})
        ['0000', '1084', '0101']
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

    >>> to_statbank_code("0101"), to_statbank_code("1084"), to_statbank_code("0000")
    ('101', '084', '000')
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
    others = {to_statbank_code(code) for code in (COUNTRY, *areas.regions)} | {CHRISTIANSOE}
    theirs = {code for code in values if len(code) == CODE_LENGTH} - others
    ours = {to_statbank_code(code) for code in areas.kommuner}
    unknown = [f"{code} {values[code]}" for code in sorted(theirs - ours)]
    problems = [f"{name} has kommuner that kommuner.csv has not: {', '.join(unknown)}"] if unknown else []
    gone = sorted(ours - theirs)
    return problems + ([f"{name} lacks the kommuner {', '.join(gone)}"] if gone else [])
