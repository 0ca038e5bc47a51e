"""All figures of an edition, loaded and checked once, and the profiles made from them."""

import math
from collections.abc import Hashable, Mapping, Sequence
from functools import cached_property
from typing import Any

import pandas as pd

from data.place import COUNTRY, Place, PlaceKind, load_places
from data.profile.choice import find_periods, mark_shown
from data.profile.example import make_examples
from data.profile.fact import Fact, load_facts
from data.profile.measure import compute_area, find_similar, rank_values
from data.profile.profile import Alternative, Entry, KommuneProfile, add_up
from data.reading import Rank, Reading, Reason, Status
from data.registry.indicator import Indicator, PanelKind
from data.registry.registry import Registry
from data.registry.source import Source
from data.store.check import check_table
from data.store.edition import Edition, list_editions, read_snapshots
from data.store.snapshot import Snapshot


class Figures:
    """The figures of every place in one edition.

    Attributes:
        registry: what the figures mean.
        places: country, regioner and kommuner by code, the kommuner in Danish order.
        facts: sentences on the whole country.
        with_examples: whether made-up figures stand in for those that BL has not delivered.
        edition: the edition, or None for a table that belongs to none.
        periods: every period that a figure has, oldest first.
        used: the keys of all sources that have a figure.
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
            facts: sentences on the whole country.
        """
        self.registry, self.places, self.with_examples = registry, places, with_examples
        self.edition, self.is_newest, self.facts = edition, is_newest, facts
        self.kommuner = [place for place in places.values() if place.kind is PlaceKind.KOMMUNE]
        shown = mark_shown(table, registry)
        self._periods = find_periods(table[shown], self.kommuner)
        self._official = self._latest_values(table[shown])
        if with_examples:
            table = self._fill_in(table)
            shown = mark_shown(table, registry)
        self.periods, self.used = (list(dict.fromkeys(table[name].sort_values())) for name in ("periode", "kilde"))
        self._latest = self._latest_values(table[shown])
        is_example = table["status"].eq(Status.EKSEMPEL)
        self._example = self._latest_values(table.assign(vaerdi=is_example.astype(float))[shown]).eq(1)
        self._readings, self._others = _arrange(table[shown]), _arrange(table[~shown])
        self._areas: dict[tuple[str, str], Reading] = {}
        self._profiles: dict[str, KommuneProfile] = {}

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
        known = registry.with_provenance({key: snapshot.source_fields() for key, snapshot in snapshots.items()})
        table = check_table(join_tables(snapshots, None if is_newest else registry), known, places)
        return cls(table, known, places, with_examples=with_examples, edition=edition, is_newest=is_newest, facts=load_facts())

    def profile(self, code: str) -> KommuneProfile:
        """The profile of a place.

        Raises:
            KeyError: there is no place with this code.
        """
        if code not in self._profiles:
            place = self.places[code]
            similar = tuple(find_similar(code, self._official, self.registry)) if place.kind is PlaceKind.KOMMUNE else ()
            entries = {key: self._entry(place, indicator) for key, indicator in self.registry.indicators.items()}
            self._profiles[code] = KommuneProfile(place, entries, similar)
        return self._profiles[code]

    @cached_property
    def ranks(self) -> dict[str, dict[str, Rank]]:
        """Rank by indicator key and kommunekode."""
        return {key: rank_values(self._latest[key], self._example[key]) for key in self.registry.indicators}

    def coverage(self, indicator: Indicator) -> int:
        """How many kommuner have a value."""
        return int(self._latest[indicator.key].notna().sum())

    def count_examples(self, indicator: Indicator) -> int:
        """How many kommuner have a made-up value."""
        return int((self._example[indicator.key] & self._latest[indicator.key].notna()).sum())

    def period(self, indicator: Indicator) -> str:
        """The period that kommuner are shown and compared in; empty where there is no figure."""
        return self._periods.get(indicator.key, "")

    def source(self, indicator: Indicator) -> Source:
        """Where the shown figures come from: the real ones' source, also where most of them are examples."""
        for place in (*self.kommuner, self.places[COUNTRY]):
            for reading in reversed(self._readings.get((place.code, indicator.key), [])):
                if not reading.is_example:
                    return self.registry.sources[reading.source]
        return self.registry.sources[indicator.sources[0]]

    def reading(self, code: str, indicator: Indicator) -> Reading:
        """The value of a place in the period that all are compared in; for region and country published, else computed."""
        if published := self.published(code, indicator):
            return published
        if self.places[code].kind is PlaceKind.KOMMUNE:
            return self._tell_missing(indicator, self._readings.get((code, indicator.key), []))
        if (code, indicator.key) not in self._areas:
            self._areas[code, indicator.key] = self.compute(code, indicator)
        return self._areas[code, indicator.key]

    def published(self, code: str, indicator: Indicator) -> Reading | None:
        """What the source itself says of a place, in the period that all are compared in."""
        found = self._readings.get((code, indicator.key), [])
        return next((reading for reading in found if reading.period == self.period(indicator)), None)

    def compute(self, code: str, indicator: Indicator, instead: pd.Series | None = None) -> Reading:
        """A region's or the country's figure, made from its kommuner's; or from values by kommunekode that are given instead."""
        codes = [place.code for place in self.kommuner if code in (COUNTRY, place.region)]
        values, example = self._latest.loc[codes], self._example.loc[codes]
        if instead is not None:
            values = values.assign(**{indicator.key: instead.reindex(codes)})
        return compute_area(indicator, values, example, self.period(indicator), self.source(indicator).key)

    def _tell_missing(self, indicator: Indicator, older: list[Reading]) -> Reading:
        source = self.source(indicator)
        latest = f" Det seneste er for {older[-1].period}." if older else ""
        note = f"Der er ikke indlæst et tal fra {source.publisher} for kommunen.{latest}"
        return Reading(None, self.period(indicator), Status.MANGLER, source.key, Reason.IKKE_INDLAEST, note)

    def _latest_values(self, shown: pd.DataFrame) -> pd.DataFrame:
        """Values in the period that kommuner are compared in, kommunekode by indicator key; NaN where missing."""
        current = shown[shown["periode"].eq(shown["indikator"].map(self._periods))]
        wide = current.pivot(index="kommune_kode", columns="indikator", values="vaerdi")
        return wide.reindex(index=[place.code for place in self.kommuner], columns=list(self.registry.indicators)).astype(float)

    def _fill_in(self, table: pd.DataFrame) -> pd.DataFrame:
        known = set(zip(table["kommune_kode"], table["indikator"], strict=True))
        examples = make_examples(self._official, self._periods, self.registry)
        new = [pair not in known for pair in zip(examples["kommune_kode"], examples["indikator"], strict=True)]
        drawn = {str(key): str(period) for key, period in examples.groupby("indikator")["periode"].max().items()}
        self._periods = drawn | self._periods
        return pd.concat([table, examples[new]], ignore_index=True)

    def _entry(self, place: Place, indicator: Indicator) -> Entry:
        reading = self.reading(place.code, indicator)
        return Entry(
            indicator=indicator,
            reading=reading,
            rank=self.ranks[indicator.key].get(place.code),
            national=None if place.kind is PlaceKind.COUNTRY else self.reading(COUNTRY, indicator),
            region=self.reading(place.region, indicator) if place.region else None,
            share=self._share(place, indicator, reading),
            alternatives=self._alternatives(place.code, indicator),
            history=tuple(self._readings.get((place.code, indicator.key), [])),
        )

    def _share(self, place: Place, indicator: Indicator, reading: Reading) -> float | None:
        panel = self.registry.panels[indicator.panel]
        if reading.value is None or panel.kind is PanelKind.KEY_FIGURES:
            return None
        whole = add_up(panel, [self.reading(place.code, part) for part in self.registry.in_panel(panel.key)])
        return reading.value / whole.value if whole.value else None

    def _alternatives(self, code: str, indicator: Indicator) -> tuple[Alternative, ...]:
        shown = {reading.period: reading for reading in self._readings.get((code, indicator.key), [])}
        return tuple(Alternative(other, shown.get(other.period)) for other in self._others.get((code, indicator.key), []))


def join_tables(snapshots: Mapping[str, Snapshot], registry: Registry | None = None) -> pd.DataFrame:
    """The snapshots' rows below one another; of an older edition (``registry`` given) only what the registry still knows."""
    table = pd.concat([snapshot.table for snapshot in snapshots.values()], ignore_index=True)
    return table if registry is None else table[table["indikator"].isin(registry.indicators)].reset_index(drop=True)


def _arrange(table: pd.DataFrame) -> dict[tuple[str, str], list[Reading]]:
    """Readings by place and indicator, oldest first."""
    readings: dict[tuple[str, str], list[Reading]] = {}
    for row in table.sort_values("periode", kind="stable").to_dict("records"):
        readings.setdefault((row["kommune_kode"], row["indikator"]), []).append(_read_row(row))
    return readings


def _read_row(row: Mapping[Hashable, Any]) -> Reading:
    value = None if math.isnan(row["vaerdi"]) else float(row["vaerdi"])
    reason = Reason(row["aarsag"]) if row["aarsag"] else None
    return Reading(value, row["periode"], Status(row["status"]), row["kilde"], reason, row["note"])
