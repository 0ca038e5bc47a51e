"""Figures that are computed from two counts of the same place, such as dwellings completed per 1,000 inhabitants."""

import math
from collections.abc import Mapping, Sequence
from datetime import date, timedelta

import pandas as pd

from data.period import describe_day, find_middle
from data.profile.computed.measure import DECIMALS
from data.profile.table import group_readings
from data.reading import Reading, Reason, Status
from data.registry.indicator import Indicator
from data.registry.kind import PeriodKind
from data.registry.registry import Registry
from data.sentence import decapitalise

FARTHEST = timedelta(days=366)  # between a count and what it is divided by: farther apart the rate would be of neither


def add_ratios(table: pd.DataFrame, registry: Registry) -> pd.DataFrame:
    """Rows of every indicator with a ``ratio``, for each place and period that has a count to divide.

    Args:
        table: the shown rows of a figure table, one source per indicator, ``vaerdi`` as float.
        registry: the registry.
    """
    wanted = [indicator for indicator in registry.indicators.values() if indicator.ratio]
    keys = {key for one in wanted if one.ratio for key in (one.ratio.of, one.ratio.per)}
    readings = group_readings(table[table["indikator"].isin(keys)])
    rows = [row for indicator in wanted for row in _list_rows(indicator, readings, registry)]
    return pd.DataFrame(rows, columns=table.columns)


def _list_rows(indicator: Indicator, readings: Mapping[tuple[str, str], Sequence[Reading]], registry: Registry) -> list[dict[str, object]]:
    if indicator.ratio is None:
        return []
    counts = {code: found for (code, key), found in readings.items() if key == indicator.ratio.of}
    computed = [
        (code, compute_ratio(indicator, count, readings.get((code, indicator.ratio.per), ()), registry))
        for code, found in counts.items()
        for count in found
    ]
    return [_write_row(code, indicator, reading) for code, reading in computed if reading]


def _write_row(code: str, indicator: Indicator, reading: Reading) -> dict[str, object]:
    return {
        "kommune_kode": code,
        "indikator": indicator.key,
        "periode": reading.period,
        "vaerdi": math.nan if reading.value is None else reading.value,
        "status": str(reading.status),
        "aarsag": str(reading.reason or ""),
        "kilde": reading.source,
        "note": reading.note,
        "sted": __name__,
    }


def compute_ratio(indicator: Indicator, count: Reading, divisors: Sequence[Reading], registry: Registry) -> Reading | None:
    """A count divided by the other count that lies nearest to it in time; both, and their days, are told in the note.

    ::

        # fuldfoerte_boliger of Kalundborg in 2025, 306, and folketal on 1 July 2026, 47822
        compute_ratio(indicator, count, divisors, registry)
        # 6.398729 for 2025, "Beregnet: nye boliger i 2025 (306) delt med indbyggere pr. 1. juli 2026 (47.822), …"

    Args:
        indicator: what is computed.
        count: the count that is divided.
        divisors: what it may be divided by: the other count of the same place, in all periods.
        registry: the registry.

    Returns:
        The reading; missing where the count is; None where there is nothing to divide by within a year.
    """
    if indicator.ratio is None:
        raise ValueError(f"{indicator.key} has no ratio; add one in indikatorer.toml")
    of, per = registry[indicator.ratio.of], registry[indicator.ratio.per]
    day = find_middle(of.period, count.period)
    divisor = find_nearest([one for one in divisors if one.value], per.period, day)
    if divisor is None:
        return None
    if count.value is None:
        return Reading(None, count.period, Status.MANGLER, count.source, count.reason or Reason.IKKE_OFFENTLIGGJORT, count.note)
    value = round(indicator.ratio.times * count.value / (divisor.value or math.nan), DECIMALS)
    when = f"i {count.period}" if of.period is PeriodKind.YEAR else f"pr. {describe_day(day)}"
    part = f"{decapitalise(of.short)} {when} ({_write(count.value)})"
    whole = f"{decapitalise(per.short)} pr. {describe_day(find_middle(per.period, divisor.period))} ({_write(divisor.value or 0)})"
    status = Status.EKSEMPEL if count.is_example or divisor.is_example else Status.BEREGNET
    note = f"Beregnet: {part} delt med {whole}, gange {_write(indicator.ratio.times)}."
    return Reading(value, count.period, status, count.source, note=note)


def find_nearest(readings: Sequence[Reading], kind: PeriodKind, day: date) -> Reading | None:
    """The reading that is counted nearest to a day; None where none is within a year of it.

    Args:
        readings: of one indicator and place.
        kind: of their periods.
        day: to be near to.
    """
    nearest = min(readings, key=lambda one: abs(find_middle(kind, one.period) - day), default=None)
    return nearest if nearest and abs(find_middle(kind, nearest.period) - day) <= FARTHEST else None


def _write(number: float) -> str:
    return f"{number:,.0f}".replace(",", ".")
