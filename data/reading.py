"""One figure: its value, or why there is none, with period, status and source."""

from dataclasses import dataclass
from enum import StrEnum


class Status(StrEnum):
    """How far a value may be trusted."""

    OFFICIEL = "officiel"  # published by the named source
    BEREGNET = "beregnet"  # computed here from official figures, by a stated method
    EKSEMPEL = "eksempel"  # made up to show the layout
    MANGLER = "mangler"  # no value, for a reason


class Reason(StrEnum):
    """Why a value is missing."""

    IKKE_OFFENTLIGGJORT = "ikke_offentliggjort"
    UNDERTRYKT = "undertrykt"
    IKKE_ENTYDIG = "ikke_entydig"
    IKKE_RELEVANT = "ikke_relevant"
    IKKE_INDLAEST = "ikke_indlaest"  # the edition has no row: set by the code, never by a source


STATED_REASONS = tuple(reason for reason in Reason if reason is not Reason.IKKE_INDLAEST)


@dataclass(frozen=True, slots=True)
class Reading:
    """A value in its indicator's unit, or None with a reason. ``note`` is a Danish sentence, or empty."""

    value: float | None
    period: str
    status: Status
    source: str
    reason: Reason | None = None
    note: str = ""

    @property
    def is_example(self) -> bool:
        """Whether the value is made up and must be marked wherever it stands."""
        return self.status is Status.EKSEMPEL


@dataclass(frozen=True, slots=True)
class Rank:
    """Place among the kommuner; ties share one.

    ``position`` is 1 for the highest value, ``from_lowest`` is 1 for the lowest, ``of`` counts the kommuner that have a value.
    """

    position: int
    from_lowest: int
    of: int
    is_example: bool = False

    @property
    def is_tied(self) -> bool:
        """Whether another kommune has the same value.

        >>> Rank(2, 97, of=98).is_tied, Rank(2, 96, of=98).is_tied
        (False, True)
        """
        return self.position + self.from_lowest <= self.of
