"""The reading of every place and indicator in one edition: what a source has, else what is computed, else why there is none."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from functools import cached_property

import pandas as pd

from data.place import COUNTRY, Place, PlaceKind
from data.profile.arrangement import arrange
from data.profile.computed.earlier import compute_earlier, say_when_it_began
from data.profile.computed.measure import compute_area
from data.profile.computed.ratio import compute_ratio
from data.reading import Reading, Reason, Status
from data.registry.indicator import Indicator
from data.registry.kind import Rule
from data.registry.registry import Registry
from data.registry.source import Source


class Readings:
    """The readings of an edition.

    Attributes:
        registry: what the figures mean.
        places: of the edition's day: country, regioner, coming regioner and kommuner by code, the kommuner in Danish order.
        kommuner: the 98 of them.
        regions: those of the day, in the order of their table; none that begins later.
        periods: every period that a figure has, oldest first.
        used_sources: the keys of all sources that have a figure.
    """

    def __init__(self, table: pd.DataFrame, registry: Registry, places: Mapping[str, Place], *, with_examples: bool) -> None:
        """Arrange a checked table.

        Args:
            table: as ``check_table`` returns it.
            registry: the registry.
            places: all places by code.
            with_examples: fill in example figures where a kommune has no row at all for an indicator.
        """
        self.registry, self.places = registry, places
        self.kommuner = [place for place in places.values() if place.kind is PlaceKind.KOMMUNE]
        self.regions = [place for place in places.values() if place.kind is PlaceKind.REGION]
        arranged = arrange(table, registry, self.kommuner, with_examples=with_examples)
        self.periods, self.used_sources = arranged.all_periods, arranged.used_sources
        self._periods, self._official = arranged.periods, arranged.official
        self._latest, self._is_example = arranged.latest, arranged.is_example
        self._readings, self._other_readings = arranged.readings, arranged.other_readings
        self._area_cache: dict[tuple[str, str], Reading] = {}
        self._history_cache: dict[tuple[str, str], Sequence[Reading]] = {}

    def period(self, indicator: Indicator) -> str:
        """The period that kommuner are shown and compared in; empty where there is no figure."""
        return self._periods.get(indicator.key, "")

    def source(self, indicator: Indicator) -> Source:
        """The source of the shown figures; of the real ones, also where most of them are examples."""
        return self._sources[indicator.key]

    @cached_property
    def _sources(self) -> dict[str, Source]:
        return {key: self._find_source(indicator) for key, indicator in self.registry.indicators.items()}

    def _find_source(self, indicator: Indicator) -> Source:
        for place in (*self.kommuner, self.places[COUNTRY]):
            for reading in reversed(self.history(place.code, indicator)):
                if not reading.is_example:
                    return self.registry.sources[reading.source]
        return self.registry.sources[indicator.sources[0]]

    def reading(self, code: str, indicator: Indicator) -> Reading:
        """The value of a place in the period that kommuner are compared in; of a region or the country published, else computed."""
        if published := self.published(code, indicator):
            return published
        if self.places[code].kind is PlaceKind.KOMMUNE:
            return self._make_missing(indicator, self.history(code, indicator))
        if (code, indicator.key) not in self._area_cache:
            self._area_cache[code, indicator.key] = say_when_it_began(self.aggregate(code, indicator), self.places[code], indicator)
        return self._area_cache[code, indicator.key]

    def published(self, code: str, indicator: Indicator) -> Reading | None:
        """What the source itself has for a place, in the period that kommuner are compared in."""
        known = self._readings.get((code, indicator.key), ())
        return next((reading for reading in known if reading.period == self.period(indicator)), None)

    def history(self, code: str, indicator: Indicator) -> Sequence[Reading]:
        """What there is of a place in every period, oldest first: the source's own, and of a new region what is computed besides."""
        own = self._readings.get((code, indicator.key), ())
        if not self.places[code].takes_over:
            return own
        if (code, indicator.key) not in self._history_cache:
            self._history_cache[code, indicator.key] = self._complete_history(self.places[code], indicator, own)
        return self._history_cache[code, indicator.key]

    def _complete_history(self, place: Place, indicator: Indicator, own: Sequence[Reading]) -> list[Reading]:
        """A new region's history: what no source has is computed, from its kommuner or from its own counts."""
        if indicator.ratio:
            counts, divisors = (self.history(place.code, self.registry[key]) for key in (indicator.ratio.of, indicator.ratio.per))
            ratios = [compute_ratio(indicator, count, divisors, self.registry) for count in counts]
            computed = [one for one in ratios if one and one.value is not None]
        else:
            computed = compute_earlier(place, indicator, self.registry, self._readings, self.period(indicator))
            now = self.reading(place.code, indicator)
            computed += [now] if now.value is not None else []
        by_period = {one.period: say_when_it_began(one, place, indicator) for one in computed} | {one.period: one for one in own}
        return [by_period[period] for period in sorted(by_period)]

    def aggregate(self, code: str, indicator: Indicator, replacement: pd.Series | None = None) -> Reading:
        """A region's or the country's figure, computed from its kommuner by the indicator's rule.

        Args:
            code: of the region or the country.
            indicator: what to compute.
            replacement: values by kommunekode to compute it from, instead of those of this edition.
        """
        if indicator.rule is Rule.RATIO:
            return self._divide(code, indicator)
        values, example = self._values_by_area[code]
        if replacement is not None:
            values = values.assign(**{indicator.key: replacement.reindex(values.index)})
        computed = compute_area(indicator, values, example, self.period(indicator), self.source(indicator).key)
        if computed.value is None and indicator.rule is not Rule.NONE and not self._is_loaded(values.index, indicator):
            return replace(computed, reason=Reason.IKKE_INDLAEST)
        return computed

    def _divide(self, code: str, indicator: Indicator) -> Reading:
        """An area's own ratio, from its own two counts; missing where these are of another period than the kommuner's ratios."""
        keys = (indicator.ratio.of, indicator.ratio.per) if indicator.ratio else ()
        counts = [self.reading(code, self.registry[key]) for key in keys]
        computed = compute_ratio(indicator, counts[0], counts[1:], self.registry) if counts and counts[0].period else None
        return computed if computed and computed.period == self.period(indicator) else self._make_missing(indicator, ())

    def _is_loaded(self, codes: Iterable[str], indicator: Indicator) -> bool:
        """Whether the edition has a row of each of these kommuner, be it a value or the source's reason for none."""
        return all(self.published(str(code), indicator) for code in codes)

    @cached_property
    def _values_by_area(self) -> dict[str, tuple[pd.DataFrame, pd.DataFrame]]:
        """Of each region and the country: its kommuner's values, and whether they are examples. An import computes some 400 figures."""
        everyone = tuple(place.code for place in self.kommuner)
        members = {code: list(place.members or everyone) for code, place in self.places.items() if place.kind is not PlaceKind.KOMMUNE}
        return {area: (self._latest.loc[codes], self._is_example.loc[codes]) for area, codes in members.items()}

    def _make_missing(self, indicator: Indicator, older: Sequence[Reading]) -> Reading:
        source = self.source(indicator)
        latest = f" Det seneste er for {older[-1].period}." if older else ""
        note = f"{source.figures} for kommunen er ikke med her endnu.{latest}"
        return Reading(None, self.period(indicator), Status.MANGLER, source.key, Reason.IKKE_INDLAEST, note)
