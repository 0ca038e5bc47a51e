"""Differences between two editions."""

import math
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass

from data.profile.figures import Figures
from data.reading import Reading, Reason
from data.registry.indicator import Indicator
from data.registry.registry import Registry
from data.sentence import decapitalise, join_words
from data.store.edition import Edition

MOST_NAMED = 3  # figures that a sentence names; of more it names the panels


@dataclass(frozen=True)
class Change:
    """A figure of one place in two editions. Either may be missing, but they are never the same."""

    indicator: Indicator
    before: Reading
    after: Reading

    @property
    def ratio(self) -> float | None:
        """The value after divided by the value before; None where either is missing, or the value before is 0.

        From 200 to 300 dwellings the ratio is 1.5.
        """
        return self.after.value / self.before.value if self.before.value and self.after.value is not None else None

    @property
    def size(self) -> float:
        """The change as a part of the value before, never negative; infinite from 0, and 0 where either value is missing.

        From 200 to 300 dwellings the size is 0.5, and from 200 to 100 as well.
        """
        old, new = self.before.value, self.after.value
        if old is None or new is None or old == new:
            return 0
        return abs((new - old) / old) if old else math.inf


@dataclass(frozen=True)
class News:
    """What an edition changed: ``since`` is the edition before it, ``changes`` are by kommunekode."""

    since: Edition
    changes: Mapping[str, list[Change]]


def find_changes(before: Figures, after: Figures) -> dict[str, list[Change]]:
    """The figures that have another value, period or reason for missing than before, by kommunekode in the registry's order.

    ::

        find_changes(before, after)["0326"]
        # [Change(fraflytning, 14 pct. for 2024, 15 pct. for 2025)]
    """
    found = {
        code: [
            Change(indicator, old, new)
            for indicator in after.registry.indicators.values()
            if _compared(old := before.reading(code, indicator)) != _compared(new := after.reading(code, indicator))
        ]
        for code in after.places
    }
    return {code: changes for code, changes in found.items() if changes}


def find_revisions(before: Figures, after: Figures) -> dict[str, list[Change]]:
    """By kommunekode: the figures of earlier periods than the shown one that both editions have, with different values."""
    found = {code: list(_find_revised(before, after, code)) for code in after.places}
    return {code: revisions for code, revisions in found.items() if revisions}


def _find_revised(before: Figures, after: Figures, code: str) -> Iterator[Change]:
    for indicator in after.registry.indicators.values():
        old, shown = {reading.period: reading for reading in before.history(code, indicator)}, after.reading(code, indicator)
        for new in after.history(code, indicator):
            if new.period in old and new.period < shown.period and _compared(new) != _compared(old[new.period]):
                yield Change(indicator, old[new.period], new)


def describe_news(indicators: Collection[Indicator], registry: Registry) -> str:
    """What is new in an edition, as a Danish sentence: the figures where they are few, else the panels that they are in.

    ::

        describe_news([registry["beboere"], registry["fraflytning"]], registry)
        # 'Nye tal: beboere i almene boliger og fraflytning i almene familieboliger.'
    """
    if not indicators:
        return "De viste tal er de samme som i udgaven før."
    panels = dict.fromkeys(registry.panel_of(indicator).title for indicator in indicators)
    names = [indicator.label for indicator in indicators] if len(indicators) <= MOST_NAMED else list(panels)
    listed = [decapitalise(name) for name in names]
    last = "samt" if any(" og " in name for name in listed) else "og"  # "hovedtal samt husleje og lokal økonomi"
    return f"Nye tal: {join_words(listed, last)}."


def _compared(reading: Reading) -> tuple[object, ...]:
    """The part of a reading in which two editions are compared: not source and note; and "no row" is as good as "not published"."""
    if reading.value is not None:
        return (reading.value, reading.period)
    return (None, None if reading.reason in {Reason.IKKE_INDLAEST, Reason.IKKE_OFFENTLIGGJORT} else reading.reason)
