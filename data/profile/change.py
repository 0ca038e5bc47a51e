"""Differences between two editions."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass

from data.profile.figures import Figures
from data.reading import Reading, Reason
from data.registry.indicator import Indicator
from data.registry.registry import Registry
from data.store.edition import Edition

NAMED = 3  # figures; more are told by their panels


@dataclass(frozen=True)
class Change:
    """A place's figure before and after. Either may be missing, but they are never the same."""

    indicator: Indicator
    before: Reading
    after: Reading

    @property
    def ratio(self) -> float | None:
        """The value after as a multiple of the value before; None where either is missing or nothing."""
        return self.after.value / self.before.value if self.before.value and self.after.value is not None else None


@dataclass(frozen=True)
class News:
    """What an edition changed: ``since`` is the edition before it, ``changes`` are by kommunekode."""

    since: Edition
    changes: Mapping[str, list[Change]]


def find_changes(before: Figures, after: Figures) -> dict[str, list[Change]]:
    """By place, in the registry's order: the figures whose value, period or reason for missing is another than before."""
    found = {
        code: [
            Change(indicator, old, new)
            for indicator in after.registry.indicators.values()
            if _said(old := before.reading(code, indicator)) != _said(new := after.reading(code, indicator))
        ]
        for code in after.places
    }
    return {code: changes for code, changes in found.items() if changes}


def find_revisions(before: Figures, after: Figures) -> dict[str, list[Change]]:
    """By place: the figures of earlier periods than the shown one that both editions have, and not alike."""
    found = {code: list(_revise(before, after, code)) for code in after.places}
    return {code: revisions for code, revisions in found.items() if revisions}


def _revise(before: Figures, after: Figures, code: str) -> Iterator[Change]:
    for key, entry in after.profile(code).entries.items():
        old = {reading.period: reading for reading in before.profile(code)[key].history}
        for new in entry.history:
            if new.period in old and new.period < entry.reading.period and _said(new) != _said(old[new.period]):
                yield Change(entry.indicator, old[new.period], new)


def describe_news(indicators: Collection[Indicator], registry: Registry) -> str:
    """What an edition has that is new, as a Danish sentence: the figures where they are few, else the panels that they stand in."""
    if not indicators:
        return "De viste tal er de samme som i udgaven før."
    panels = dict.fromkeys(registry.panels[indicator.panel].title for indicator in indicators)
    names = [indicator.label for indicator in indicators] if len(indicators) <= NAMED else list(panels)
    listed = [name[0].lower() + name[1:] for name in names]
    together = " og ".join([", ".join(listed[:-1]), listed[-1]] if len(listed) > 1 else listed)
    return f"Nye tal: {together}."


def _said(reading: Reading) -> tuple[object, ...]:
    """What a reader is told; of two missing figures only the reason counts, and not whether somebody said that there is none."""
    if reading.value is not None:
        return (reading.value, reading.period)
    return (None, None if reading.reason in {Reason.IKKE_INDLAEST, Reason.IKKE_OFFENTLIGGJORT} else reading.reason)
