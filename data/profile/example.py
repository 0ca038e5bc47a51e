"""Example figures for the indicators that only BL can deliver, until BL's own are loaded.

They are made up, and deterministic: the same official figures give the same example figures. The registry says how
(``example`` of an indicator): a base times a factor drawn between two bounds.

====================  ==============================================================================
base                  what it stands for
====================  ==============================================================================
``one``, ``hundred``  1 and 100
``dwellings``         almene dwellings: the real almene share of the kommune's real number of households
``starts``            dwellings started: 1 to 4 pct. of ``dwellings``
``rent``              mio. kr.: ``dwellings`` times the real rent per m2; the factor is the mean size in m2
====================  ==============================================================================

Parts of a whole (``part``) are rounded so that they add up to the whole exactly.
"""

import random
from collections.abc import Mapping
from itertools import groupby

import pandas as pd

from data.reading import Status
from data.registry.indicator import Indicator
from data.registry.kind import ExampleBase, PeriodKind
from data.registry.recipe import Example
from data.registry.registry import Registry

PERIODS = {
    PeriodKind.PRIMO: "2025",
    PeriodKind.YEAR: "2025",
    PeriodKind.RANGE: "2022-2024",
    PeriodKind.QUARTER_START: "2025K1",
    PeriodKind.QUARTERS: "2025K1-2025K4",
}
SOURCE = "eksempel"


def make_examples(latest: pd.DataFrame, periods: Mapping[str, str], registry: Registry) -> pd.DataFrame:
    """Rows of a figure table with status ``eksempel`` for each kommune and indicator without any row.

    Args:
        latest: official values, kommunekode by indicator key.
        periods: by indicator key, the period of the official figures, where there are any; examples get the same.
        registry: the registry.
    """
    rows = [
        (code, indicator.key, periods.get(indicator.key) or PERIODS[indicator.period], value)
        for code, official in latest.iterrows()
        for indicator, value in _draw(str(code), official, registry)
    ]
    table = pd.DataFrame(rows, columns=["kommune_kode", "indikator", "periode", "vaerdi"])
    return table.assign(status=Status.EKSEMPEL, aarsag="", kilde=SOURCE, note="", sted=__name__)


def _draw(code: str, official: pd.Series, registry: Registry) -> list[tuple[Indicator, float]]:
    bases = _compute_bases(code, official, registry)
    wanted = [indicator for indicator in registry.indicators.values() if indicator.example]
    drawn = []
    for _, group in groupby(wanted, key=lambda indicator: indicator.group):
        members = list(group)
        drawn += [(one, _draw_value(code, one, bases)) for one in members if _recipe(one).part is None]
        drawn += _draw_parts(code, [one for one in members if _recipe(one).part is not None], bases)
    return drawn


def _recipe(indicator: Indicator) -> Example:
    if indicator.example is None:
        raise ValueError(f"{indicator.key} has no example; add one in indikatorer.toml")
    return indicator.example


def _compute_bases(code: str, official: pd.Series, registry: Registry) -> dict[ExampleBase, float]:
    roles = registry.roles
    dwellings = official[roles.main] / 100 * official[roles.households]
    starts = dwellings * random.Random(f"{code} starts").uniform(0.01, 0.04)
    return {
        ExampleBase.ONE: 1,
        ExampleBase.HUNDRED: 100,
        ExampleBase.DWELLINGS: round(dwellings),
        ExampleBase.STARTS: round(starts),
        ExampleBase.RENT: dwellings * official[roles.rent] / 1e6,
    }


def _draw_factor(code: str, indicator: Indicator) -> float:
    recipe = _recipe(indicator)
    return random.Random(f"{code} {indicator.key}").uniform(recipe.low, recipe.high)


def _draw_value(code: str, indicator: Indicator, bases: Mapping[ExampleBase, float]) -> float:
    return round(bases[_recipe(indicator).base] * _draw_factor(code, indicator), indicator.decimals)


def _draw_parts(code: str, members: list[Indicator], bases: Mapping[ExampleBase, float]) -> list[tuple[Indicator, float]]:
    if not members:
        return []
    weights = [(_recipe(one).part or 0) * _draw_factor(code, one) for one in members]
    return list(zip(members, split(int(bases[_recipe(members[0]).base]), weights), strict=True))


def split(whole: int, weights: list[float]) -> list[float]:
    """Whole numbers in proportion to the weights that add up to ``whole`` (largest remainder method).

    >>> split(10, [1, 1, 2])
    [3.0, 2.0, 5.0]
    """
    exact = [whole * weight / sum(weights) for weight in weights]
    parts = [int(share) for share in exact]
    by_remainder = sorted(range(len(parts)), key=lambda i: parts[i] - exact[i])
    for i in by_remainder[: whole - sum(parts)]:
        parts[i] += 1
    return [float(part) for part in parts]
