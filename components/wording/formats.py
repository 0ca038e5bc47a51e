r"""Danish words for numbers, periods, ranks and differences. Everything that a reader sees of a figure is made here.

Numbers and units are joined by a no-break space, which stands as ``\xa0`` in the examples.
"""

from data.period import MONTHS
from data.reading import Rank, Reading, Reason
from data.registry.indicator import Indicator
from data.registry.kind import PeriodKind, Unit

EXAMPLE = "eksempel"  # beside every figure that is made up
SPACE = "\u00a0"  # no-break: a number and its unit stay on one line
TO_DANISH = str.maketrans(",.", ".,")  # Python writes 1,234.5
NEARLY_NOTHING = 0.005  # less than half a per cent would be rounded to "0 pct.", which says that there is nothing
FLOAT_ERROR = 1e-9  # 1.005 * 100 is 100.49999…, though it was printed as 1.005
QUARTER_STARTS = {"1": "1. januar", "2": "1. april", "3": "1. juli", "4": "1. oktober"}
NO_PERIOD = "ingen tal endnu"
PLACES = {1: "", 2: "næst"}  # before "højeste" and "laveste"; all others are "3.-højeste"
MIDDLE = (0.44, 0.56)  # of the way from the highest to the lowest
SMALLEST_FIELD = 20  # that has a middle to speak of
SINGULAR = {Unit.DWELLINGS: "bolig", Unit.PERSONS: "person", Unit.HOUSEHOLDS: "husstand"}
REASONS = {
    Reason.IKKE_OFFENTLIGGJORT: "Ikke offentliggjort",
    Reason.IKKE_INDLAEST: "Ikke med endnu",
    Reason.UNDERTRYKT: "Udeladt i kilden af hensyn til fortrolighed",
    Reason.IKKE_ENTYDIG: "Ikke entydigt i kilden",
    Reason.IKKE_RELEVANT: "Ikke relevant",
}


def format_number(value: float, decimals: int) -> str:
    """A number in Danish: point for thousands, comma for decimals, a real minus sign; rounded as ``round_half_up``.

    >>> format_number(3372.0, 0)
    '3.372'
    >>> format_number(15.67, 1)
    '15,7'
    """
    text = f"{round_half_up(value, decimals):,.{decimals}f}"
    return text.translate(TO_DANISH).replace("-", "−")


def round_half_up(value: float, decimals: int) -> float:
    """Round as people do, away from zero at the half. Python rounds halves to the even digit, and 1.005 down.

    >>> round_half_up(2.5, 0), round_half_up(1.005, 2), round_half_up(-0.05, 1)
    (3.0, 1.01, -0.1)
    """
    factor = 10.0**decimals
    magnitude = int(abs(value) * factor + 0.5 + FLOAT_ERROR) / factor
    return magnitude if value >= 0 else -magnitude


def name_figure(indicator: Indicator) -> str:
    """The indicator's name, with what it speaks of where that is not almene boliger: "Boliger i etagehuse (alle boliger)"."""
    return f"{indicator.label} ({indicator.tag})" if indicator.tag else indicator.label


def name_briefly(indicator: Indicator) -> str:
    """The same with the shorter name: "Etageboliger (alle boliger)"."""
    return f"{indicator.short} ({indicator.tag})" if indicator.tag else indicator.short


def format_figure(value: float, indicator: Indicator) -> str:
    """The number alone, with the indicator's decimals: "15,7"."""
    return format_number(value, indicator.decimals)


def format_value(value: float, indicator: Indicator) -> str:
    r"""Number and unit.

    >>> from data.registry.registry import Registry
    >>> format_value(15.67, Registry.load().main)
    '15,7\xa0pct.'
    """
    return f"{format_figure(value, indicator)}{SPACE}{tie_unit(name_unit(value, indicator))}"


def tie_unit(unit: str) -> str:
    r"""A unit whose abbreviations stay on the line of the next word. Tied as a whole, a long one would be broken within a word.

    >>> tie_unit("kr. pr. m² om året"), tie_unit("pr. 1.000 indbyggere")
    ('kr.\xa0pr.\xa0m² om året', 'pr.\xa01.000 indbyggere')
    """
    return unit.replace(". ", f".{SPACE}")


def name_unit(value: float, indicator: Indicator) -> str:
    """The unit as it stands after this number: "boliger" after 2, but "bolig" after 1."""
    return SINGULAR.get(indicator.unit, indicator.unit) if round_half_up(value, indicator.decimals) == 1 else indicator.unit


def format_missing(reading: Reading) -> str:
    """Why there is no value, in a few words: "Ikke offentliggjort"."""
    return REASONS[reading.reason or Reason.IKKE_OFFENTLIGGJORT]


def mark_example(is_example: bool) -> str:
    """What follows a figure that is made up: " (eksempel)"; nothing where it is real."""
    return f" ({EXAMPLE})" if is_example else ""


def format_reading(reading: Reading, indicator: Indicator) -> str:
    """Number and unit, or why there is none: "15,7 pct.", "263 mio. kr. (eksempel)", "ikke offentliggjort"."""
    if reading.value is None:
        return format_missing(reading).lower()
    return format_value(reading.value, indicator) + mark_example(reading.is_example)


def format_period(kind: PeriodKind, period: str) -> str:
    r"""What a period in the tables means, in words.

    >>> format_period(PeriodKind.PRIMO, "2026")
    '1.\xa0januar 2026'
    >>> format_period(PeriodKind.QUARTERS, "2025K3-2026K2")
    '3.\xa0kvt. 2025 til 2.\xa0kvt. 2026'
    >>> format_period(PeriodKind.YEAR, "")
    'ingen tal endnu'
    """
    if not period:
        return NO_PERIOD
    match kind:
        case PeriodKind.PRIMO:
            return f"1.{SPACE}januar {period}"
        case PeriodKind.QUARTER_START:
            year, quarter = period.split("K")
            return f"{QUARTER_STARTS[quarter].replace(' ', SPACE)} {year}"
        case PeriodKind.QUARTERS:
            return " til ".join(f"{quarter}.{SPACE}kvt. {year}" for year, quarter in (part.split("K") for part in period.split("-")))
        case PeriodKind.YEAR | PeriodKind.RANGE:
            return period


def format_date(iso: str) -> str:
    r"""A day or a month.

    >>> format_date("2026-11-24"), format_date("2026-09")
    ('24.\xa0november 2026', 'september 2026')
    """
    year, month, *day = iso.split("-")
    name = MONTHS[int(month) - 1]
    return f"{int(day[0])}.{SPACE}{name} {year}" if day else f"{name} {year}"


def format_rank(rank: Rank) -> str:
    r"""Place among the kommuner that have a value, from the nearer end; an example's rank says that it is one.

    A number alone does not tell whether many or few are above. In the middle no end is near; the lowest of all never stand there,
    however many they are.

    >>> format_rank(Rank(34, 65, of=98)), format_rank(Rank(97, 2, of=98)), format_rank(Rank(1, 96, of=98))
    ('34.-højeste af 98', 'næstlaveste af 98', 'delt højeste af 98')
    >>> format_rank(Rank(49, 50, of=98))
    'midt i feltet, nr.\xa049 af 98'
    """
    return f"{_place(rank)} af {rank.of}{mark_example(rank.is_example)}"


def _place(rank: Rank) -> str:
    tied = "delt " if rank.is_tied else ""
    if rank.of >= SMALLEST_FIELD and MIDDLE[0] <= rank.position / rank.of <= MIDDLE[1] and rank.from_lowest > 1:
        return f"midt i feltet, {tied}nr.{SPACE}{rank.position}"
    place, end = min((rank.position, "højeste"), (rank.from_lowest, "laveste"))
    return f"{tied}{PLACES.get(place, f'{place}.-')}{end}"


def format_share(share: float) -> str:
    r"""A part of a whole, from 0 to 1, in whole per cent. What is not nothing never becomes "0 pct.".

    >>> format_share(0.842), format_share(0.004), format_share(0)
    ('84\xa0pct.', 'under 1\xa0pct.', '0\xa0pct.')
    """
    if 0 < share < NEARLY_NOTHING:
        return f"under 1{SPACE}pct."
    return f"{format_number(share * 100, 0)}{SPACE}pct."


def format_distance(value: float, other: float, indicator: Indicator) -> str:
    r"""How far apart two values are, by what they are counted in: percentages by percentage points, all but rents by their unit.

    A rent differs by per cent of the second value. Computed from the rounded values that stand on the page, so that a reader who subtracts
    them gets the same.

    >>> from data.registry.registry import Registry
    >>> format_distance(15.67, 20.02, Registry.load().main)
    '4,3\xa0procentpoint'
    """
    mine, theirs = (round_half_up(each, indicator.decimals) for each in (value, other))
    if indicator.unit is Unit.PERCENT:
        return f"{format_number(abs(mine - theirs), indicator.decimals)}{SPACE}procentpoint"
    if indicator.unit is Unit.RENT:
        return _percent(abs(mine - theirs) / theirs)
    return format_value(abs(mine - theirs), indicator)


def format_difference(value: float, other: float, indicator: Indicator) -> str:
    r"""How the first value differs from the second, before "end" (than); empty where they are the same as printed.

    What can be counted is many or few, kroner are more or less, areas large or small, all else high or low: "37 boliger færre",
    "8,9 m² større", "12 pct. lavere", and of a rate "5,8 flere pr. 1.000 indbyggere".

    >>> from data.registry.registry import Registry
    >>> format_difference(15.67, 20.02, Registry.load().main)
    '4,3\xa0procentpoint lavere'
    """
    mine, theirs = (round_half_up(each, indicator.decimals) for each in (value, other))
    if mine == theirs:
        return ""
    more, less = _compare_words(indicator)
    word = more if mine > theirs else less
    if indicator.unit is Unit.PER_THOUSAND:  # of a small rate a percentage is out of all proportion: 6,4 is 967 pct. more than 0,6
        return f"{format_figure(abs(mine - theirs), indicator)} {word} {tie_unit(indicator.unit)}"
    return f"{format_distance(value, other, indicator)} {word}"


def _compare_words(indicator: Indicator) -> tuple[str, str]:
    match indicator.unit:
        case Unit.MILLION_KRONER:
            return "mere", "mindre"
        case Unit.AREA:
            return "større", "mindre"
        case Unit.PERCENT | Unit.RENT:
            return "højere", "lavere"
        case Unit.PER_THOUSAND | Unit.PERSONS | Unit.DWELLINGS | Unit.HOUSEHOLDS:
            return "flere", "færre"


def _percent(ratio: float) -> str:
    """As ``format_share``; the values differ, so that 0 too is less than one per cent."""
    return format_share(ratio) if ratio >= NEARLY_NOTHING else f"mindre end 1{SPACE}pct."
