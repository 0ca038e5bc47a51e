"""What is said of figures over time: how much they changed, and where they jump."""

from collections.abc import Iterable, Sequence

from components.wording.formats import format_distance, format_figure, format_value, name_figure
from data.profile.trend import Jump, Series, find_jumps, is_steady, list_known, tell_from_last_jump
from data.registry.indicator import Indicator
from data.sentence import decapitalise, join_words

Line = tuple[str, Series]  # a place's name and its figures


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


def describe_trend(places: Sequence[Line], country: Line, indicator: Indicator) -> str:
    """The trend in words, for those who can't see it: each line's first and last value, why there is a gap, which jumps are unexplained.

    "Udvikling i almene boligers andel af alle boliger: Kalundborg fra 15,9 pct. i 2016 til 15,7 pct. i 2026; hele landet fra …"

    Args:
        places: the name and the figures of each place that is shown beside the country.
        country: the country's.
        indicator: what is shown.
    """
    told = [_describe_line(name, series, indicator) for name, series in (*places, country)]
    said = f"Udvikling i {decapitalise(name_figure(indicator))}: {'; '.join(told)}"
    return f"{said.removesuffix('.')}. {write_trend_note(places, indicator)}".strip()


def _describe_line(name: str, series: Series, indicator: Indicator) -> str:
    known = list_known(series)
    (start, first), (end, last) = known[0], known[-1]
    if start == end:
        return f"{name} {format_value(first, indicator)} i {start}"
    return f"{name} fra {format_value(first, indicator)} i {start} til {format_value(last, indicator)} i {end}"


def write_trend_note(lines: Iterable[Line], indicator: Indicator) -> str:
    """What must be known of a trend to read it: why years are missing, and the jumps of each place; empty where there is nothing.

    "2021 og 2022 er ikke offentliggjort på grund af fejl i bygningsregisteret. Roskilde: fra 21,8 til 19,9 pct. mellem 2025 og 2026; …"

    Args:
        lines: the name and the figures of each place that is shown.
        indicator: what is shown.
    """
    said = [indicator.gap_note, *(describe_jumps(name, series, indicator) for name, series in lines)]
    return " ".join(sentence for sentence in said if sentence)
