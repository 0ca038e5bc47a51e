"""How a StatBank table gives an indicator: the entry ``fetch`` in ``indikatorer.toml``."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any, Self

QUARTERS = 4  # of a year


class Join(StrEnum):
    """How the table's periods become the indicator's."""

    EACH = "each"  # as they are
    YEAR = "year"  # the four quarters of a year together; a year without all four is left out
    FOUR = "four"  # the four newest quarters together
    NEWEST = "newest"  # the newest alone


@dataclass(frozen=True)
class Query:
    """How a StatBank table gives the indicator.

    ``select`` are the value codes of each variable that are added up; a variable that is left out is eliminated by the
    service. With ``of`` the figure is ``select`` in per cent of ``of``, with two decimals; the variables in which the two
    differ are listed whole in ``of``, so that a value more stops the fetch; ``uncounted`` are those of them that are no part of
    the whole, such as "not stated". ``named`` is what a value's text must have in it ("EJER 20" = "almene"), so that a code that
    changes its meaning stops the fetch as well.
    """

    table: str
    select: Mapping[str, tuple[str, ...]]
    of: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    uncounted: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    join: Join = Join.EACH
    named: Mapping[str, str] = field(default_factory=dict)

    def asked(self) -> dict[str, tuple[str, ...]]:
        """Every code that is needed, by variable."""
        names = dict.fromkeys((*self.select, *self.of))
        return {name: tuple(dict.fromkeys((*self.select.get(name, ()), *self.of.get(name, ())))) for name in names}

    def divided(self) -> list[str]:
        """The variables in which the figure is a part of a whole."""
        return [name for name, codes in self.of.items() if set(codes) != set(self.select.get(name, ()))]

    def whole(self) -> dict[str, tuple[str, ...]]:
        """What the figure is divided by: ``of`` without what is not counted."""
        return {name: tuple(code for code in codes if code not in self.uncounted.get(name, ())) for name, codes in self.of.items()}

    @classmethod
    def read(cls, entry: Mapping[str, Any]) -> Self:
        """The query of a ``fetch`` entry; TypeError or ValueError if a field is missing, unknown or none of its kind."""
        parts = {name: _read_codes(name, entry.get(name, {})) for name in ("select", "of", "uncounted")}
        return cls(**{**entry, **parts, "join": _read_join(entry.get("join", Join.EACH))})


def _read_join(word: str) -> Join:
    if word not in list(Join):
        raise ValueError(f"join is {word!r}; write one of {', '.join(Join)}")
    return Join(word)


def _read_codes(name: str, given: Mapping[str, Any]) -> dict[str, tuple[str, ...]]:
    for variable, codes in given.items():
        if not isinstance(codes, list) or not codes or not all(isinstance(code, str) for code in codes):
            raise ValueError(f"{variable} of {name} is {codes!r}; write a list of codes, each in quotes")
    return {variable: tuple(codes) for variable, codes in given.items()}
