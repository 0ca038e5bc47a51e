"""How a StatBank table gives an indicator: the entry ``fetch`` in ``indikatorer.toml``."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any, Self


class Join(StrEnum):
    """How the table's periods become the indicator's."""

    EACH = "each"  # as they are
    YEAR = "year"  # the four quarters of a year together; a year without all four is left out
    FOUR = "four"  # the four newest quarters together
    NEWEST = "newest"  # the newest alone


@dataclass(frozen=True)
class Query:
    """How a StatBank table gives the indicator.

    ``select`` are the value codes of each variable that are added up, ``"*"`` for all; a variable that is left out is
    eliminated by the service. With ``of`` the figure is ``select`` in per cent of ``of``, with two decimals. ``named`` are
    texts that a variable's value must still have, so that a code that changes its meaning stops the fetch.
    """

    table: str
    select: Mapping[str, tuple[str, ...]]
    of: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    join: Join = Join.EACH
    named: Mapping[str, str] = field(default_factory=dict)

    @classmethod
    def read(cls, entry: Mapping[str, Any]) -> Self:
        """The query of a ``fetch`` entry; TypeError or ValueError if a field is missing, unknown or none of its kind."""
        parts = {name: {code: tuple(values) for code, values in entry.get(name, {}).items()} for name in ("select", "of")}
        return cls(**{**entry, **parts, "join": Join(entry.get("join", Join.EACH))})
