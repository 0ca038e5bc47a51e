"""Choose the rows that are shown: for each indicator one source, and one period in which kommuner are compared."""

import pandas as pd

from data.place import Place, PlaceKind
from data.reading import Status
from data.registry.registry import Registry
from data.registry.source import base_key


def mark_shown(table: pd.DataFrame, registry: Registry) -> pd.Series:
    """Whether each row is shown: those of the first source, in the registry's order, that has a value for the indicator.

    One source is shown for all kommuner and years, so that no rank, map or trend mixes two ways of counting; the others stay
    traceable. Example rows are always shown; they exist only where there is nothing else::

        indikator     kilde          vaerdi  shown
        almene_andel  dst_bol101      15.67   True
        almene_andel  bl_kommuneark   16.0   False

    Args:
        table: rows of a figure table, ``vaerdi`` as float.
        registry: names each indicator's sources in order of precedence.
    """
    order = {(key, source): number for key, one in registry.indicators.items() for number, source in enumerate(one.sources)}
    last = len(registry.sources)
    precedence = pd.Series(
        [order.get((key, base_key(source)), last) for key, source in zip(table["indikator"], table["kilde"], strict=True)],
        index=table.index,
    )
    without_value = table["vaerdi"].isna()
    first = (precedence + without_value * last).groupby(table["indikator"]).transform("min") % last
    return precedence.eq(first) | table["status"].eq(Status.EKSEMPEL)


def find_periods(shown: pd.DataFrame, kommuner: list[Place]) -> dict[str, str]:
    """By indicator key: the newest period that any kommune has a row for, such as ``{"almene_andel": "2026"}``.

    All periods of an indicator are of one kind, and sort as text.
    """
    codes = {place.code for place in kommuner if place.kind is PlaceKind.KOMMUNE}
    rows = shown[shown["kommune_kode"].isin(codes)]
    return {str(key): str(period) for key, period in rows.groupby("indikator")["periode"].max().items()}
