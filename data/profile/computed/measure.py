"""Measures over the kommuner: rank and order, the figure of a region or the country, and which kommuner are most similar."""

from collections.abc import Mapping

import numpy as np
import pandas as pd

from data.reading import Rank, Reading, Reason, Status
from data.registry.indicator import Indicator
from data.registry.kind import Rule
from data.registry.registry import Registry

DECIMALS = 6  # of a computed figure: far more than are shown, and few enough that no float noise gets into files


def rank_values(values: pd.Series, example: pd.Series) -> dict[str, Rank]:
    """Rank of every kommune that has a value, highest first; ties share a place and missing ones have none.

    Official values are ranked among official values only: a real figure is never placed between made-up ones. Example
    values are ranked among all, and say that they are examples.

    Args:
        values: one indicator's values by kommunekode, NaN where missing.
        example: whether the value is an example, by the same codes.

    >>> values = pd.Series({"0101": 20.0, "0265": 20.0, "0326": 15.7, "0825": None})
    >>> {code: (rank.position, rank.from_lowest, rank.of) for code, rank in rank_values(values, values.eq(-1)).items()}
    {'0101': (1, 2, 3), '0265': (1, 2, 3), '0326': (3, 1, 3)}
    """
    known = values.dropna()
    real = known[~example[known.index]]
    ranks: dict[str, Rank] = {}
    for group, is_example in ((known, True), (real, False)):
        if len(group) < 2:
            continue
        positions, from_lowest = (group.rank(method="min", ascending=up).astype(int).to_dict() for up in (False, True))
        codes = example.index[example] if is_example else real.index
        ranks |= {code: Rank(positions[code], from_lowest[code], len(group), is_example) for code in codes if code in positions}
    return ranks


def order_by_value(values: Mapping[str, float], *, highest_first: bool = False) -> list[str]:
    """The kommuner by a figure: the one order of lists, tables and sentences. It is that of ``rank_values``, so that ranks never run back.

    What counts is the whole value, not what is printed of it; whose values are the same stay in the order in which they are given, from
    either end.

    >>> values = {"0336": 0.55, "0210": 0.64, "0825": 0.55, "0773": 0.57}  # in Danish order of name
    >>> order_by_value(values), order_by_value(values, highest_first=True)
    (['0336', '0825', '0773', '0210'], ['0210', '0773', '0336', '0825'])

    Args:
        values: one indicator's values by kommunekode, in Danish order of name.
        highest_first: instead of the lowest.
    """
    return sorted(values, key=lambda code: -values[code] if highest_first else values[code])


def compute_area(indicator: Indicator, table: pd.DataFrame, example: pd.DataFrame, period: str, source: str) -> Reading:
    """A region's or the country's figure, computed from its kommuner where every one of them has a value.

    Counts are added; shares and means are weighted by the product of the indicator's ``weights``. There is no unweighted
    mean, and no sum that leaves out a kommune: then the figure is missing::

        kommune  enlige_husstande (pct.)  husstande (weights)
        0101                        50.0               300000
        0326                        40.0               100000
        # 47.5 pct. for the area, with status beregnet

    Args:
        indicator: what to compute.
        table: values of the area's kommuner, kommunekode by indicator key.
        example: whether each of those values is an example.
        period: the period of the values.
        source: where the values come from.
    """
    needed = [indicator.key, *indicator.weights]
    if indicator.rule is Rule.NONE:
        return Reading(None, period, Status.MANGLER, source, Reason.IKKE_OFFENTLIGGJORT, indicator.method)
    known = np.column_stack([table[key].to_numpy() for key in needed])  # an import computes some 400 areas: much faster than a DataFrame
    missing = int(np.isnan(known).any(axis=1).sum())
    if missing:
        note = f"Ikke beregnet: {missing} af {len(table)} kommuner har ikke et tal."
        reason = Reason.IKKE_OFFENTLIGGJORT if period else Reason.IKKE_INDLAEST  # without a period there is no figure at all
        return Reading(None, period, Status.MANGLER, source, reason, note)
    values = known[:, 0]
    if indicator.rule is Rule.WEIGHTED:
        weights = known[:, 1:].prod(axis=1)
        values = values * weights / weights.sum()
    status = Status.EKSEMPEL if any(example[key].any() for key in needed) else Status.BEREGNET
    return Reading(round(float(values.sum()), DECIMALS), period, status, source, note=f"Beregnet: {indicator.method}.")


def find_similar(code: str, latest: pd.DataFrame, registry: Registry, count: int = 3) -> list[str]:
    """The most similar kommuner, nearest first: by Euclidean distance over the standardised indicators of ``roles.similarity``.

    ::

        find_similar("0326", latest, registry)  # ['0390', '0479', '0707']

    Args:
        code: kommunekode.
        latest: official values only, kommunekode by indicator key.
        registry: the registry, which names the indicators.
        count: how many to find.
    """
    features = latest[list(registry.roles.similarity)]
    standard = (features - features.mean()) / features.std()
    distances = ((standard - standard.loc[code]) ** 2).sum(axis=1).drop(code)
    return [str(near) for near in distances.nsmallest(count).index]
