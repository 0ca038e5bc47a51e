"""Which rows are shown: for each indicator one source, and one period in which kommuner are compared."""

import pandas as pd

from data.place import Place, PlaceKind
from data.reading import Status
from data.registry.registry import Registry
from data.registry.source import base_key


def mark_shown(table: pd.DataFrame, registry: Registry) -> pd.Series:
    """Whether each row is shown: those of the first source, in the registry's order, that has a value for the indicator.

    One source for all kommuner and years: two that count differently never meet in one rank, map or trend. What the others
    say stays traceable. Example rows are always shown; they exist only where there is nothing else.
    """
    order = {(key, source): turn for key, one in registry.indicators.items() for turn, source in enumerate(one.sources)}
    last = len(registry.sources)
    turns = pd.Series(
        [order.get((key, base_key(source)), last) for key, source in zip(table["indikator"], table["kilde"], strict=True)],
        index=table.index,
    )
    without_value = table["vaerdi"].isna()
    first = (turns + without_value * last).groupby(table["indikator"]).transform("min") % last
    return turns.eq(first) | table["status"].eq(Status.EKSEMPEL)


def find_periods(shown: pd.DataFrame, kommuner: list[Place]) -> dict[str, str]:
    """By indicator: the newest period that any kommune has a row for. Periods of one kind sort as text."""
    codes = {place.code for place in kommuner if place.kind is PlaceKind.KOMMUNE}
    rows = shown[shown["kommune_kode"].isin(codes)]
    return {str(key): str(period) for key, period in rows.groupby("indikator")["periode"].max().items()}
