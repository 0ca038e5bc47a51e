"""Class limits by rule: round numbers near the quintiles."""

from collections.abc import Sequence

import numpy as np

SHARES = (0.2, 0.4, 0.6, 0.8)


def round_limits(values: Sequence[float], decimals: int) -> tuple[float, ...]:
    """Limits at multiples of the coarsest round step for which they are four."""
    printed = np.round(np.array(sorted(values), dtype=float), decimals)
    if len(set(printed)) <= 1:
        return ()
    quintiles = np.quantile(printed, SHARES)
    for power in range(6, -decimals - 1, -1):
        for factor in (5.0, 2.5, 2.0, 1.0):
            step = factor * 10.0**power
            limits = tuple(round(round(quintile / step) * step, 6) for quintile in quintiles)
            if len(set(limits)) == len(SHARES):
                return limits
    return tuple(sorted({float(quintile) for quintile in quintiles}))
