"""How an indicator is made from a StatBank table: the entry ``fetch`` in ``indikatorer.toml``."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any, Self

QUARTERS = 4  # in a year


class Join(StrEnum):
    """How the table's periods are joined to the indicator's; ``data.statbank.period.join_periods`` does it."""

    EACH = "each"  # as they are
    YEAR = "year"  # the four quarters of a year together; a year without all four is left out
    FOUR = "four"  # the four newest quarters together
    NEWEST = "newest"  # the newest alone
    FIVE_YEARS = "five"  # the five newest whole years together
    TEN_YEARS = "ten"  # the ten newest whole years together


@dataclass(frozen=True)
class Query:
    """How an indicator is made from a StatBank table.

    The share of dwellings owned by almene boligselskaber (``EJER`` 20), of all owners but "not stated" (UOPL)::

        Query("BOL101", select={"EJER": ("20",)}, of={"EJER": ("10", "20", "UOPL")}, uncounted={"EJER": ("UOPL",)})

    Attributes:
        table: name of the table, such as BOL101.
        select: by variable, the codes of the values that are added up. A variable that is left out is summed by the service.
        spans: by variable, the first and the last year of age or building that are added up; without a last, all from the first on.
            Which values lie within is read from the table's own description.
        match: by variable, a word that the text of the values that are added up contains, where their codes are not known; or several
            with a stroke between them (``"mænd|mand"``), of which it contains one.
        of: where the figure is a percentage: by variable, the codes of the values that it is a percentage of. A variable in
            which ``of`` differs from ``select`` has all its codes here, so that a value that is new in the table stops the fetch.
        uncounted: codes of ``of`` that are not counted in the denominator, such as "not stated".
        join: how the table's periods are joined to the indicator's.
        named: by variable and code, a word that the value's text must contain (``"EJER 20": "almene"``), so that a code that has
            changed its meaning stops the fetch.
    """

    table: str
    select: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    spans: Mapping[str, tuple[int, ...]] = field(default_factory=dict)
    match: Mapping[str, str] = field(default_factory=dict)
    of: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    uncounted: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    join: Join = Join.EACH
    named: Mapping[str, str] = field(default_factory=dict)

    def requested_codes(self) -> dict[str, tuple[str, ...]]:
        """All codes to ask the service for, by variable.

        >>> Query("BOL101", select={"EJER": ("20",), "BEBO": ("1000",)}, of={"EJER": ("10", "20")}).requested_codes()
        {'EJER': ('20', '10'), 'BEBO': ('1000',)}
        """
        names = dict.fromkeys((*self.select, *self.of))
        return {name: tuple(dict.fromkeys((*self.select.get(name, ()), *self.of.get(name, ())))) for name in names}

    def part_variables(self) -> list[str]:
        """The variables in which the figure is a part of a whole: ``of`` has other codes than ``select``.

        >>> Query("BOL101", select={"EJER": ("20",), "BEBO": ("1",)}, of={"EJER": ("10", "20"), "BEBO": ("1",)}).part_variables()
        ['EJER']
        """
        return [name for name, codes in self.of.items() if set(codes) != set(self.select.get(name, ()))]

    def denominator_codes(self) -> dict[str, tuple[str, ...]]:
        """The codes that the figure is divided by: ``of`` without ``uncounted``.

        >>> Query("BOL101", select={}, of={"EJER": ("10", "20", "UOPL")}, uncounted={"EJER": ("UOPL",)}).denominator_codes()
        {'EJER': ('10', '20')}
        """
        return {name: tuple(code for code in codes if code not in self.uncounted.get(name, ())) for name, codes in self.of.items()}

    @classmethod
    def read(cls, entry: Mapping[str, Any]) -> Self:
        """The query of a ``fetch`` entry, as ``tomllib`` gives it.

        >>> Query.read({"table": "FAM55N", "select": {}, "join": "newest"}).join
        <Join.NEWEST: 'newest'>

        Raises:
            TypeError, ValueError: a field is missing, unknown or of the wrong kind.
        """
        parts = {name: _read_codes(name, entry.get(name, {})) for name in ("select", "of", "uncounted")}
        spans = {variable: _read_span(variable, years) for variable, years in entry.get("spans", {}).items()}
        return cls(**{**entry, **parts, "spans": spans, "join": _read_join(entry.get("join", Join.EACH))})


def _read_join(word: str) -> Join:
    if word not in list(Join):
        raise ValueError(f"join is {word!r}; write one of {', '.join(Join)}")
    return Join(word)


def _read_span(variable: str, years: Any) -> tuple[int, ...]:
    """The first and the last year, or only the first."""
    if not isinstance(years, list) or len(years) not in {1, 2} or not all(isinstance(year, int) for year in years):
        raise ValueError(f"{variable} of spans is {years!r}; write the first and the last year, or only the first: [65]")
    return tuple(years)


def _read_codes(name: str, given: Mapping[str, Any]) -> dict[str, tuple[str, ...]]:
    for variable, codes in given.items():
        if not isinstance(codes, list) or not codes or not all(isinstance(code, str) for code in codes):
            raise ValueError(f"{variable} of {name} is {codes!r}; write a list of codes, each in quotes")
    return {variable: tuple(codes) for variable, codes in given.items()}
