"""The profile of a kommune, a region or the country: all its figures. Pages, files and pictures take every figure from it."""

from collections.abc import Mapping
from dataclasses import dataclass

from data.place import Place
from data.reading import Rank, Reading, Reason, Status
from data.registry.indicator import Indicator
from data.registry.kind import WHOLE_PERCENT, GroupKind
from data.registry.panel import Group


@dataclass(frozen=True, slots=True)
class Alternative:
    """The reading of a source that is not the shown one, and the shown source's reading for the same period, if it has one."""

    reading: Reading
    shown: Reading | None


@dataclass(frozen=True, slots=True)
class Entry:
    """One indicator of a place.

    ``national`` and ``region`` are None where the place is the country or a region itself. ``share`` is the value as a part of
    its group's whole, from 0 to 1. ``history`` is the shown source's reading of every period, oldest first. ``is_provisional`` says
    that the source itself calls the figure too uncertain yet.
    """

    indicator: Indicator
    reading: Reading
    rank: Rank | None
    national: Reading | None
    region: Reading | None
    share: float | None
    alternatives: tuple[Alternative, ...]
    history: tuple[Reading, ...]
    is_provisional: bool = False

    @property
    def series(self) -> tuple[tuple[str, float | None], ...]:
        """The value of every period, oldest first, with None for the periods that the source does not publish.

        ::

            (("2020", 15.5), ("2021", None), ("2022", None), ("2023", 15.6))
        """
        known = {reading.period: reading.value for reading in self.history}
        periods = sorted({*known, *self.indicator.gaps}) if known else []
        return tuple((period, known.get(period)) for period in periods)


@dataclass(frozen=True)
class KommuneProfile:
    """All that is known of a place, by indicator key in the registry's order; ``similar`` are kommunekoder."""

    place: Place
    entries: Mapping[str, Entry]
    similar: tuple[str, ...]

    def __getitem__(self, key: str) -> Entry:
        """The entry of an indicator; KeyError if there is none."""
        return self.entries[key]

    def in_group(self, group: Group) -> list[Entry]:
        """The entries of a group, in reading order."""
        return [entry for entry in self.entries.values() if entry.indicator.group == group.key]

    def whole(self, group: Group) -> Reading:
        """What the parts of a group add up to; see ``add_up``."""
        return add_up(group, [entry.reading for entry in self.in_group(group)])


def add_up(group: Group, parts: list[Reading]) -> Reading:
    """What the parts of a group add up to: 100 pct., or the sum of the counts; missing if any part is, unless it can't be relevant.

    >>> parts = [Reading(value, "2025", Status.OFFICIEL, "bl_kommuneark") for value in (3372, 602, 30)]
    >>> add_up(Group("boligtype", "boligtyper", GroupKind.PARTS), parts).value
    4004
    """
    first = parts[0]
    parts = [part for part in parts if part.reason is not Reason.IKKE_RELEVANT] or parts
    values = [part.value for part in parts if part.value is not None]
    if len(values) < len(parts):
        missing = next(part for part in parts if part.value is None)
        return Reading(None, first.period, Status.MANGLER, first.source, missing.reason or Reason.IKKE_OFFENTLIGGJORT, missing.note)
    status = Status.EKSEMPEL if any(part.is_example for part in parts) else Status.BEREGNET
    total = float(WHOLE_PERCENT) if group.kind is GroupKind.SHARES else sum(values)
    return Reading(total, first.period, status, first.source, note="Beregnet: sum af delene.")
