"""An area's figures of earlier periods, computed from its kommuner: a new region has had none published."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date

import pandas as pd

from data.period import describe_day, find_middle
from data.place import Place
from data.profile.computed.measure import compute_area
from data.profile.computed.ratio import find_nearest
from data.reading import Reading
from data.registry.indicator import Indicator
from data.registry.kind import Rule
from data.registry.registry import Registry

History = Mapping[tuple[str, str], Sequence[Reading]]  # by kommunekode and indicator key, oldest first


def compute_earlier(place: Place, indicator: Indicator, registry: Registry, readings: History, before: str) -> list[Reading]:
    """A region's figures of the periods before a period, oldest first, by the indicator's rule; none where a kommune lacks one.

    Args:
        place: the region, with its kommuner.
        indicator: what to compute; one with the rule "ratio" is divided from two such histories instead (``ratio.compute_ratio``).
        registry: the registry.
        readings: what sources have of the kommuner.
        before: the period that kommuner are compared in.
    """
    if indicator.rule not in {Rule.SUM, Rule.WEIGHTED}:
        return []
    periods = sorted({one.period for one in readings.get((place.members[0], indicator.key), ()) if one.period < before})
    found = [_compute(place, indicator, registry, readings, period) for period in periods]
    return [reading for reading in found if reading.value is not None]


def _compute(place: Place, indicator: Indicator, registry: Registry, readings: History, period: str) -> Reading:
    day = find_middle(indicator.period, period)
    needed = [indicator, *(registry[key] for key in indicator.weights)]
    found = {
        one.key: [_find(readings.get((code, one.key), ()), one, period if one is indicator else "", day) for code in place.members]
        for one in needed
    }
    values = pd.DataFrame({key: [one.value if one else None for one in column] for key, column in found.items()}, dtype=float)
    example = pd.DataFrame({key: [bool(one and one.is_example) for one in column] for key, column in found.items()})
    source = next((one.source for one in found[indicator.key] if one), indicator.sources[0])
    computed = compute_area(indicator, values, example, period, source)
    others = sorted({one.period for key in indicator.weights for one in found[key] if one and one.period != period})
    return replace(computed, note=f"{computed.note} Vægtene er fra {' og '.join(others)}.") if others else computed


def _find(history: Sequence[Reading], indicator: Indicator, period: str, day: date) -> Reading | None:
    """The reading of a period; of a weight, that which lies nearest to the day, within a year: it may be counted on other days."""
    if period:
        return next((one for one in history if one.period == period), None)
    return find_nearest(history, indicator.period, day)


def say_when_it_began(reading: Reading, place: Place, indicator: Indicator) -> Reading:
    """The reading of a region, whose note says so where the period lies before the region began.

    ::

        say_when_it_began(reading, new, registry["folketal"]).note
        # "Beregnet: summen af kommunerne. Regionen findes fra 1. januar 2027."
    """
    if not place.takes_over or not reading.period or find_middle(indicator.period, reading.period).isoformat() >= place.valid_from:
        return reading
    began = f"Regionen findes fra {describe_day(date.fromisoformat(place.valid_from))}."
    return reading if reading.note.endswith(began) else replace(reading, note=f"{reading.note} {began}".strip())
