"""All figures, loaded and checked once, and the profiles made from them."""

import math
from collections.abc import Hashable, Mapping
from functools import cached_property
from pathlib import Path
from typing import Any

import pandas as pd

from data.example import make_examples
from data.fact import load_facts
from data.measure import compute_area, find_similar, rank_values
from data.place import COUNTRY, Place, PlaceKind, load_places
from data.profile import Alternative, Entry, KommuneProfile, add_up
from data.reading import Rank, Reading, Reason, Status
from data.registry import Indicator, PanelKind, Registry
from data.table import FOLDER, check_table, read_tables


class Figures:
    """The figures of every place.

    Attributes:
        registry: what the figures mean.
        places: country, regioner and kommuner by code, the kommuner in Danish order.
        facts: sentences on the whole country.
        with_examples: whether made-up figures stand in for those that BL has not delivered.
    """

    def __init__(self, table: pd.DataFrame, registry: Registry, places: Mapping[str, Place], *, with_examples: bool) -> None:
        """Arrange a checked table.

        Args:
            table: as ``check_table`` returns it.
            registry: the registry.
            places: all places by code.
            with_examples: fill in example figures where a kommune has no row at all for an indicator.
        """
        self.registry, self.places, self.with_examples = registry, places, with_examples
        self.facts = load_facts()
        self.kommuner = [place for place in places.values() if place.kind is PlaceKind.KOMMUNE]
        self._official = self._latest_values(table)
        self._periods = {str(key): str(period) for key, period in table.groupby("indikator")["periode"].max().items()}
        if with_examples:
            table = self._fill_in(table)
        self._readings = self._arrange(table)
        self._latest = self._latest_values(table)
        self._example = self._latest_values(table.assign(vaerdi=table["status"].eq(Status.EKSEMPEL).astype(float))).eq(1)
        self._areas: dict[tuple[str, str], Reading] = {}
        self._profiles: dict[str, KommuneProfile] = {}

    @classmethod
    def load(cls, *, with_examples: bool, folder: Path = FOLDER, registry: Registry | None = None) -> "Figures":
        """Read, check and arrange the tables of a folder.

        Raises:
            FiguresError: a table is not sound.
            RegistryError: an entry of the registry is not.
        """
        registry = registry or Registry.load()
        places = load_places()
        table = check_table(read_tables(folder), registry, places)
        return cls(table, registry, places, with_examples=with_examples)

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

    def _latest_values(self, table: pd.DataFrame) -> pd.DataFrame:
        shown = self._shown(table).sort_values("periode").drop_duplicates(["kommune_kode", "indikator"], keep="last")
        wide = shown.pivot(index="kommune_kode", columns="indikator", values="vaerdi")
        return wide.reindex(index=[place.code for place in self.kommuner], columns=list(self.registry.indicators)).astype(float)

    def _shown(self, table: pd.DataFrame) -> pd.DataFrame:
        """One row per kommune, indicator and period: of several sources, the one that the registry names first."""
        first = {(key, source): turn for key, one in self.registry.indicators.items() for turn, source in enumerate(one.sources)}
        turns = [first.get(pair, -1) for pair in zip(table["indikator"], table["kilde"], strict=True)]
        return table.assign(turn=turns).sort_values("turn", kind="stable").drop_duplicates(["kommune_kode", "indikator", "periode"])

    def _fill_in(self, table: pd.DataFrame) -> pd.DataFrame:
        known = set(zip(table["kommune_kode"], table["indikator"], strict=True))
        examples = make_examples(self._official, self._periods, self.registry)
        new = [pair not in known for pair in zip(examples["kommune_kode"], examples["indikator"], strict=True)]
        drawn = {str(key): str(period) for key, period in examples.groupby("indikator")["periode"].max().items()}
        self._periods = drawn | self._periods
        return pd.concat([table, examples[new]], ignore_index=True)

    def _arrange(self, table: pd.DataFrame) -> dict[tuple[str, str], list[Reading]]:
        shown_rows = set(self._shown(table).index)
        readings: dict[tuple[str, str], list[Reading]] = {}
        self._others: dict[tuple[str, str], list[Reading]] = {}
        in_order = table.sort_values("periode")
        for number, row in zip(in_order.index, in_order.to_dict("records"), strict=True):
            group = readings if number in shown_rows else self._others
            group.setdefault((row["kommune_kode"], row["indikator"]), []).append(_read_row(row))
        return readings

    def reading(self, code: str, indicator: Indicator) -> Reading:
        """The shown value of a place: the latest; for a region or the country the published one, else computed."""
        found = self._readings.get((code, indicator.key))
        if found:
            return found[-1]
        period = self._periods.get(indicator.key, "")
        if self.places[code].kind is PlaceKind.KOMMUNE:
            note = f"Der er ikke indlæst et tal fra {self.registry.sources[indicator.sources[0]].publisher} for kommunen."
            return Reading(None, period, Status.MANGLER, indicator.sources[0], Reason.IKKE_OFFENTLIGGJORT, note)
        if (code, indicator.key) not in self._areas:
            codes = [place.code for place in self.kommuner if code in (COUNTRY, place.region)]
            self._areas[code, indicator.key] = compute_area(indicator, self._latest.loc[codes], self._example.loc[codes], period)
        return self._areas[code, indicator.key]

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
            series=self._series(place.code, indicator),
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

    def _series(self, code: str, indicator: Indicator) -> tuple[tuple[str, float | None], ...]:
        known = {reading.period: reading.value for reading in self._readings.get((code, indicator.key), [])}
        periods = sorted({*known, *indicator.gaps}) if known else []
        return tuple((period, known.get(period)) for period in periods)


def _read_row(row: Mapping[Hashable, Any]) -> Reading:
    value = None if math.isnan(row["vaerdi"]) else float(row["vaerdi"])
    reason = Reason(row["aarsag"]) if row["aarsag"] else None
    return Reading(value, row["periode"], Status(row["status"]), row["kilde"], reason, row["note"])
