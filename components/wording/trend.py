"""What is said of figures over time: how much they changed, and where they jump."""

from collections.abc import Iterable

from components.wording.formats import format_distance, format_figure, format_value, name_figure
from data.profile.trend import Jump, Series, find_jumps, is_steady, tell_from_last_jump
from data.registry.indicator import Indicator
from data.sentence import join_words


def name_trend(indicator: Indicator) -> str:
    """What the trend shows: "Almene boligers andel af alle boliger, pct., år for år"."""
    return f"{name_figure(indicator)}, {indicator.unit}, år for år"


def describe_change(series: Series, indicator: Indicator) -> str:
    r"""A share's change over the years in a sentence; nothing is told across a jump, and nothing where one year is left.

    >>> from data.registry.registry import Registry
    >>> describe_change((("2016", 15.9), ("2017", 15.1)), Registry.load().main)
    'Siden 2016 er andelen faldet 0,8\xa0procentpoint.'
    >>> describe_change((("2016", 15.9), ("2017", 15.7)), Registry.load().main)
    'Andelen er næsten uændret siden 2016.'
    """
    told = tell_from_last_jump(series)
    if not told:
        return ""
    (start, first), (_, last) = told[0], told[-1]
    if is_steady(told):
        return f"Andelen er næsten uændret siden {start}."
    return f"Siden {start} er andelen {'steget' if last > first else 'faldet'} {format_distance(first, last, indicator)}."


def describe_jumps(name: str, series: Series, indicator: Indicator) -> str:
    r"""Where a place's figures jump, in a sentence; empty where they don't.

    >>> from data.registry.registry import Registry
    >>> describe_jumps("Roskilde", (("2025", 21.79), ("2026", 19.94)), Registry.load().main)
    'Roskilde: fra 21,8 til 19,9\xa0pct. mellem 2025 og 2026; springet er ikke forklaret i kilden.'
    """
    jumps = [_describe_jump(jump, indicator) for jump in find_jumps(series)]
    if not jumps:
        return ""
    return f"{name}: {join_words(jumps)}; {'springene' if len(jumps) > 1 else 'springet'} er ikke forklaret i kilden."


def _describe_jump(jump: Jump, indicator: Indicator) -> str:
    (start, before), (end, after) = jump.before, jump.after
    return f"fra {format_figure(before, indicator)} til {format_value(after, indicator)} mellem {start} og {end}"


def write_trend_note(lines: Iterable[tuple[str, Series]], indicator: Indicator) -> str:
    """What must be known of a trend to read it: why years are missing, and the jumps of each place; empty where there is nothing.

    "2021 og 2022 er ikke offentliggjort på grund af fejl i bygningsregisteret. Roskilde: fra 21,8 til 19,9 pct. mellem 2025 og 2026; …"

    Args:
        lines: the name and the figures of each place that is shown.
        indicator: what is shown.
    """
    said = [indicator.gap_note, *(describe_jumps(name, series, indicator) for name, series in lines)]
    return " ".join(sentence for sentence in said if sentence)
