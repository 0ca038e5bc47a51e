"""All figures of an edition, loaded and checked once, and the profiles made from them."""

from collections.abc import Mapping, Sequence
from functools import cached_property
from sys import intern

import pandas as pd

from data.organisation.example import make_example_list
from data.organisation.organisation import OrganisationList
from data.organisation.organisation_file import read_organisations
from data.place import COUNTRY, Place, PlaceKind
from data.place_table import load_place_table
from data.profile.computed.measure import find_similar, order_by_value, rank_values
from data.profile.fact import Fact, load_facts
from data.profile.profile import Alternative, Entry, KommuneProfile, add_up
from data.profile.provisional import find_newest_quarter, is_provisional
from data.profile.readings import Readings
from data.profile.table import add_provenance, join_tables
from data.reading import Rank, Reading
from data.registry.indicator import Indicator
from data.registry.kind import GroupKind
from data.registry.registry import Registry
from data.store.check import check_table
from data.store.edition import Edition, list_editions, read_snapshots

MAP_COVERAGE = 90  # kommuner that must have a value for a map: with fewer it shows where figures are missing, not how they are spread


class Figures(Readings):
    """The figures of every place in one edition: its readings, and the profiles and ranks that are made from them.

    Attributes:
        facts: sentences about the whole country.
        with_examples: whether made-up figures are shown for those that BL has not delivered.
        edition: the edition, or None for a table that belongs to none.
        is_newest: whether there is no newer edition.
        former: the regioner that ended before the edition's day, by code; ``successor`` is what they are part of on it.
        organisations: the housing organisations of the kommuner, made up where ``with_examples`` and none are loaded; else None.
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
        former: Mapping[str, Place] | None = None,
        organisations: OrganisationList | None = None,
    ) -> None:
        """Arrange a checked table.

        Args:
            table: as ``check_table`` returns it.
            registry: the registry.
            places: all places of the edition's day by code.
            with_examples: fill in example figures where a kommune has no row at all for an indicator.
            edition: where the table comes from.
            is_newest: whether there is no newer edition.
            facts: sentences about the whole country.
            former: the regioner that ended before.
            organisations: the housing organisations; None where their list has not come.
        """
        super().__init__(table, registry, places, with_examples=with_examples)
        self.with_examples, self.edition, self.is_newest, self.facts = with_examples, edition, is_newest, facts
        self.former, self.organisations = former or {}, organisations
        self._profile_cache: dict[str, KommuneProfile] = {}
        self._values_cache: dict[tuple[str, bool], Mapping[str, float]] = {}

    @classmethod
    def load(
        cls,
        *,
        with_examples: bool,
        edition: Edition | None = None,
        registry: Registry | None = None,
        is_newest: bool | None = None,
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
        registry, everywhere = registry or Registry.load(), load_place_table()
        if is_newest is None:
            is_newest = edition == list_editions(edition.folder.parent)[-1]
        snapshots = read_snapshots(edition)
        known = add_provenance(registry, snapshots)
        table = check_table(join_tables(snapshots, None if is_newest else registry), known, everywhere.codes)
        places = everywhere.on(edition.day)
        kommuner = [place for place in places.values() if place.kind is PlaceKind.KOMMUNE]
        organisations = read_organisations(edition.folder, [place.code for place in kommuner])
        return cls(
            table,
            known,
            places,
            with_examples=with_examples,
            edition=edition,
            is_newest=is_newest,
            facts=load_facts(),
            former=everywhere.former_on(edition.day),
            organisations=organisations or (make_example_list(kommuner) if with_examples else None),
        )

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

    def list_values(self, indicator: Indicator, *, with_examples: bool) -> Mapping[str, float]:
        """The value of every kommune that has one, by kommunekode, in the order of ``order_by_value``; with made-up ones or without."""
        asked = indicator.key, with_examples
        if asked not in self._values_cache:
            latest = self._latest[indicator.key].dropna()
            shown = latest if with_examples else latest[~self._is_example[indicator.key][latest.index]]
            values = {intern(str(code)): float(value) for code, value in shown.items()}
            self._values_cache[asked] = {code: values[code] for code in order_by_value(values)}
        return self._values_cache[asked]

    def coverage(self, indicator: Indicator) -> int:
        """How many kommuner have a value."""
        return int(self._latest[indicator.key].notna().sum())

    def count_examples(self, indicator: Indicator) -> int:
        """How many kommuner have a made-up value."""
        return int((self._is_example[indicator.key] & self._latest[indicator.key].notna()).sum())

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
