"""All figures of an edition, loaded and checked once, and the profiles made from them."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from functools import cached_property

import pandas as pd

from data.place import COUNTRY, Place, PlaceKind, load_places
from data.profile.arrangement import arrange
from data.profile.fact import Fact, load_facts
from data.profile.measure import compute_area, find_similar, rank_values
from data.profile.profile import Alternative, Entry, KommuneProfile, add_up
from data.profile.provisional import find_newest_quarter, is_provisional
from data.profile.ratio import compute_ratio
from data.profile.table import add_provenance, join_tables
from data.reading import Rank, Reading, Reason, Status
from data.registry.indicator import Indicator
from data.registry.kind import GroupKind, Rule
from data.registry.registry import Registry
from data.registry.source import Source
from data.store.check import check_table
from data.store.edition import Edition, list_editions, read_snapshots

MAP_COVERAGE = 90  # kommuner that must have a value for a map: with fewer it shows where figures are missing, not how they are spread


class Figures:
    """The figures of every place in one edition.

    Attributes:
        registry: what the figures mean.
        places: country, regioner and kommuner by code, the kommuner in Danish order.
        facts: sentences about the whole country.
        with_examples: whether made-up figures are shown for those that BL has not delivered.
        edition: the edition, or None for a table that belongs to none.
        periods: every period that a figure has, oldest first.
        used_sources: the keys of all sources that have a figure.
        is_newest: whether there is no newer edition.
    """

    def __init__(
        self,
        table: pd.DataFrame,
        registry: Registry,
        places: Mapping[str, Place],
        *,
        with_examples: bool,
        edition: Edition | None = None,
        is_newest: bool = True,
        facts: Sequence[Fact] = (),
    ) -> None:
        """Arrange a checked table.

        Args:
            table: as ``check_table`` returns it.
            registry: the registry.
            places: all places by code.
            with_examples: fill in example figures where a kommune has no row at all for an indicator.
            edition: where the table comes from.
            is_newest: whether there is no newer edition.
            facts: sentences about the whole country.
        """
        self.registry, self.places, self.with_examples = registry, places, with_examples
        self.edition, self.is_newest, self.facts = edition, is_newest, facts
        self.kommuner = [place for place in places.values() if place.kind is PlaceKind.KOMMUNE]
        arranged = arrange(table, registry, self.kommuner, with_examples=with_examples)
        self.periods, self.used_sources = arranged.all_periods, arranged.used_sources
        self._periods, self._official = arranged.periods, arranged.official
        self._latest, self._is_example = arranged.latest, arranged.is_example
        self._readings, self._other_readings = arranged.readings, arranged.other_readings
        self._area_cache: dict[tuple[str, str], Reading] = {}
        self._profile_cache: dict[str, KommuneProfile] = {}

    @classmethod
    def load(
        cls, *, with_examples: bool, edition: Edition | None = None, registry: Registry | None = None, is_newest: bool | None = None
    ) -> "Figures":
        """Read, check and arrange one edition, for commands and tests; the app has an ``Archive`` of them.

        Args:
            with_examples: fill in example figures.
            edition: which edition; the newest of the project's own if left out.
            registry: the registry; the project's own if left out.
            is_newest: whether there is no newer edition; looked up in the edition's folder if left out.

        Raises:
            FiguresError: a table is not sound.
            RegistryError: an entry of the registry is not.
        """
        edition = edition or list_editions()[-1]
        registry = registry or Registry.load()
        if is_newest is None:
            is_newest = edition == list_editions(edition.folder.parent)[-1]
        places, snapshots = load_places(), read_snapshots(edition)
        known = add_provenance(registry, snapshots)
        table = check_table(join_tables(snapshots, None if is_newest else registry), known, places)
        return cls(table, known, places, with_examples=with_examples, edition=edition, is_newest=is_newest, facts=load_facts())

    def profile(self, code: str) -> KommuneProfile:
        """The profile of a place.

        Raises:
            KeyError: there is no place with this code.
        """
        if code not in self._profile_cache:
            place = self.places[code]
            similar = tuple(find_similar(code, self._official, self.registry)) if place.kind is PlaceKind.KOMMUNE else ()
            entries = {key: self._make_entry(place, indicator) for key, indicator in self.registry.indicators.items()}
            self._profile_cache[code] = KommuneProfile(place, entries, similar)
        return self._profile_cache[code]

    @cached_property
    def ranks(self) -> dict[str, dict[str, Rank]]:
        """Rank by indicator key and kommunekode; none for counts, which say how large a kommune is, and for what is provisional."""
        empty: dict[str, dict[str, Rank]] = {key: {} for key in self.registry.indicators}
        return empty | {one.key: rank_values(self._latest[one.key], self._is_example[one.key]) for one in self.registry.ranked()}

    @cached_property
    def mappable(self) -> list[Indicator]:
        """The indicators that may colour the map: those that are ranked and that nearly all kommuner have; the main one first."""
        wide = [one for one in self.registry.ranked() if self.coverage(one) >= MAP_COVERAGE]
        return sorted(wide, key=lambda one: one.key != self.registry.roles.main)

    def coverage(self, indicator: Indicator) -> int:
        """How many kommuner have a value."""
        return int(self._latest[indicator.key].notna().sum())

    def count_examples(self, indicator: Indicator) -> int:
        """How many kommuner have a made-up value."""
        return int((self._is_example[indicator.key] & self._latest[indicator.key].notna()).sum())

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
            self._area_cache[code, indicator.key] = self.aggregate(code, indicator)
        return self._area_cache[code, indicator.key]

    def published(self, code: str, indicator: Indicator) -> Reading | None:
        """What the source itself has for a place, in the period that kommuner are compared in."""
        return next((reading for reading in self.history(code, indicator) if reading.period == self.period(indicator)), None)

    def history(self, code: str, indicator: Indicator) -> Sequence[Reading]:
        """What the source itself has for a place, in every period, oldest first."""
        return self._readings.get((code, indicator.key), ())

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
        """An area's own ratio, from its own two counts."""
        keys = (indicator.ratio.of, indicator.ratio.per) if indicator.ratio else ()
        counts = [self.reading(code, self.registry[key]) for key in keys]
        computed = compute_ratio(indicator, counts[0], counts[1:], self.registry) if counts and counts[0].period else None
        return computed or self._make_missing(indicator, ())

    def _is_loaded(self, codes: Iterable[str], indicator: Indicator) -> bool:
        """Whether the edition has a row of each of these kommuner, be it a value or the source's reason for none."""
        return all(self.published(str(code), indicator) for code in codes)

    @cached_property
    def _values_by_area(self) -> dict[str, tuple[pd.DataFrame, pd.DataFrame]]:
        """Of each region and the country: its kommuner's values, and whether they are examples. An import computes some 400 figures."""
        members = {
            area: [place.code for place in self.kommuner if area in (COUNTRY, place.region)]
            for area, place in self.places.items()
            if place.kind is not PlaceKind.KOMMUNE
        }
        return {area: (self._latest.loc[codes], self._is_example.loc[codes]) for area, codes in members.items()}

    def _make_missing(self, indicator: Indicator, older: Sequence[Reading]) -> Reading:
        source = self.source(indicator)
        latest = f" Det seneste er for {older[-1].period}." if older else ""
        note = f"{source.figures} for kommunen er ikke med her endnu.{latest}"
        return Reading(None, self.period(indicator), Status.MANGLER, source.key, Reason.IKKE_INDLAEST, note)

    def _make_entry(self, place: Place, indicator: Indicator) -> Entry:
        reading = self.reading(place.code, indicator)
        return Entry(
            indicator=indicator,
            reading=reading,
            rank=self.ranks[indicator.key].get(place.code),
            national=None if place.kind is PlaceKind.COUNTRY else self.reading(COUNTRY, indicator),
            region=self.reading(place.region, indicator) if place.region else None,
            share=self._compute_share(place, indicator, reading),
            alternatives=self.list_alternatives(place.code, indicator),
            history=tuple(self.history(place.code, indicator)),
            is_provisional=self.is_provisional(indicator, reading.period),
        )

    def is_provisional(self, indicator: Indicator, period: str) -> bool:
        """Whether the source calls the figure of a period too uncertain yet to be ranked, mapped or led with."""
        return is_provisional(indicator, period, self._find_newest_quarter(indicator))

    def _find_newest_quarter(self, indicator: Indicator) -> int:
        """The newest quarter that any figure of the same source has."""
        if not indicator.provisional_quarters:
            return 0
        same = [one for one in self.registry.indicators.values() if one.sources[0] == indicator.sources[0]]
        return find_newest_quarter((one.period, self.period(one)) for one in same if self.period(one))

    def _compute_share(self, place: Place, indicator: Indicator, reading: Reading) -> float | None:
        group = self.registry.group_of(indicator)
        if reading.value is None or group.kind is GroupKind.KEY_FIGURES:
            return None
        whole = add_up(group, [self.reading(place.code, part) for part in self.registry.in_group(group.key)])
        return reading.value / whole.value if whole.value else None

    def list_alternatives(self, code: str, indicator: Indicator) -> tuple[Alternative, ...]:
        """What other sources than the shown one say of a place."""
        shown = {reading.period: reading for reading in self.history(code, indicator)}
        return tuple(Alternative(other, shown.get(other.period)) for other in self._other_readings.get((code, indicator.key), []))
