"""How much is fuzzed: a small sample in every run of the tests, as much as the environment says in ``make soak``."""

import os

from hypothesis import HealthCheck, settings

REQUESTS, WORKBOOKS = "FUZZ_REQUESTS", "FUZZ_WORKBOOKS"  # variables of the environment


def sample(variable: str, usual: int, share: int = 1, *, same: bool = True) -> settings:
    """Settings for so many examples: a few, or the many that the environment asks for, which are others each time.

    Args:
        variable: REQUESTS or WORKBOOKS.
        usual: how many where the environment says nothing.
        share: what is asked for is to be had from so many tests together.
        same: whether the few are always the same.
    """
    asked = os.environ.get(variable)
    return settings(
        max_examples=max(usual, int(asked) // share) if asked else usual,
        derandomize=same and not asked,
        deadline=None,
        database=None,
        suppress_health_check=list(HealthCheck),
    )
