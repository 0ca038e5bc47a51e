"""A distribution in words: for those who do not see its drawing."""

from collections.abc import Mapping

from components.wording.formats import format_value
from data.place import Place
from data.registry.indicator import Indicator


def describe_distribution(
    indicator: Indicator, values: Mapping[str, float], middle: tuple[float, float], places: Mapping[str, Place]
) -> str:  # fmt: skip
    """From where to where the kommuner go, and where half of them lie.

    "98 kommuner: fra 3,4 pct. (Samsø) til 54,5 pct. (Brøndby); halvdelen ligger mellem 11,1 pct. og 20,7 pct."

    Args:
        indicator: what is spread.
        values: by kommunekode, lowest first.
        middle: the values between which half of them lie.
        places: all places by code.
    """
    lowest, highest = next(iter(values)), next(reversed(list(values)))
    ends = [f"{format_value(values[code], indicator)} ({places[code].name})" for code in (lowest, highest)]
    first, last = (format_value(value, indicator) for value in middle)
    return f"{len(values)} kommuner: fra {ends[0]} til {ends[1]}; halvdelen ligger mellem {first} og {last}"
