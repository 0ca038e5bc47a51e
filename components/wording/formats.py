"""Danish words for numbers, periods, ranks and differences. Everything that a reader sees of a figure is made here."""

from data.reading import Rank, Reading, Reason
from data.registry.indicator import Indicator, PeriodKind, Unit

SPACE = "\u00a0"  # never a line break between a number and its unit
QUARTER_STARTS = {"1": "1. januar", "2": "1. april", "3": "1. juli", "4": "1. oktober"}
NO_PERIOD = "ingen tal endnu"
MONTHS = (
    "januar", "februar", "marts", "april", "maj", "juni",
    "juli", "august", "september", "oktober", "november", "december",
)  # fmt: skip
SINGULAR = {Unit.DWELLINGS: "bolig", Unit.PERSONS: "person", Unit.HOUSEHOLDS: "husstand"}
REASONS = {
    Reason.IKKE_OFFENTLIGGJORT: "Ikke offentliggjort",
    Reason.IKKE_INDLAEST: "Ikke indlæst",
    Reason.UNDERTRYKT: "Skjult af hensyn til fortrolighed",
    Reason.IKKE_ENTYDIG: "Ikke entydigt i kilden",
    Reason.IKKE_RELEVANT: "Ikke relevant",
}


def capitalise(words: str) -> str:
    """The same with a large first letter, to begin a sentence or a heading.

    >>> capitalise("hele landet")
    'Hele landet'
    """
    return words[:1].upper() + words[1:]


def decapitalise(words: str) -> str:
    """The same with a small first letter, to go on in a sentence.

    >>> decapitalise("Andel af almene boliger i Danmark")
    'andel af almene boliger i Danmark'
    """
    return words[:1].lower() + words[1:]


def format_number(value: float, decimals: int) -> str:
    """3372.0 as "3.372", 15.67 with one decimal as "15,7", rounded half up as readers do."""
    text = f"{round_half_up(value, decimals):,.{decimals}f}"
    return text.translate(str.maketrans(",.", ".,")).replace("-", "−")


def round_half_up(value: float, decimals: int) -> float:
    """Rounded away from zero at the half, on the decimal digits that the source printed (2.345 becomes 2.35)."""
    factor = 10.0**decimals
    magnitude = int(abs(value) * factor + 0.5 + 1e-9) / factor
    return magnitude if value >= 0 else -magnitude


def format_figure(value: float, indicator: Indicator) -> str:
    """The number alone, with the indicator's decimals."""
    return format_number(value, indicator.decimals)


def format_value(value: float, indicator: Indicator) -> str:
    """Number and unit: "15,7 pct.", "263 mio. kr."."""
    return f"{format_figure(value, indicator)}{SPACE}{name_unit(value, indicator).replace(' ', SPACE)}"


def name_unit(value: float, indicator: Indicator) -> str:
    """The unit as it stands after this number: "2 boliger", but "1 bolig"."""
    return SINGULAR.get(indicator.unit, indicator.unit) if round_half_up(value, indicator.decimals) == 1 else indicator.unit


def format_missing(reading: Reading) -> str:
    """Why there is no value, in a few words."""
    return REASONS[reading.reason or Reason.IKKE_OFFENTLIGGJORT]


def format_reading(reading: Reading, indicator: Indicator) -> str:
    """Number and unit, marked if it is an example; or why it is missing."""
    if reading.value is None:
        return format_missing(reading).lower()
    return format_value(reading.value, indicator) + (" (eksempel)" if reading.is_example else "")


def format_period(kind: PeriodKind, period: str) -> str:
    """What a period means: "2026" as "1. januar 2026", "2025K3-2026K2" as "3. kvartal 2025-2. kvartal 2026"."""
    if not period:
        return NO_PERIOD
    match kind:
        case PeriodKind.PRIMO:
            return f"1.{SPACE}januar {period}"
        case PeriodKind.QUARTER_START:
            year, quarter = period.split("K")
            return f"{QUARTER_STARTS[quarter].replace(' ', SPACE)} {year}"
        case PeriodKind.QUARTERS:
            return "-".join(f"{quarter}.{SPACE}kvartal {year}" for year, quarter in (part.split("K") for part in period.split("-")))
        case PeriodKind.YEAR | PeriodKind.RANGE:
            return period


def format_date(iso: str) -> str:
    """A day or a month: "2026-11-24" as "24. november 2026", "2026-09" as "september 2026"."""
    year, month, *day = iso.split("-")
    name = MONTHS[int(month) - 1]
    return f"{int(day[0])}.{SPACE}{name} {year}" if day else f"{name} {year}"


def format_rank(rank: Rank) -> str:
    """In words: "nr. 34 af 98"; an example's rank says so."""
    return f"nr.{SPACE}{rank.position} af {rank.of}" + (" (eksempel)" if rank.is_example else "")


def format_share(share: float) -> str:
    """A part of a whole in whole per cent; below half a per cent, but not nothing, is "under 1 pct."."""
    if 0 < share < 0.005:
        return f"under 1{SPACE}pct."
    return f"{format_number(share * 100, 0)}{SPACE}pct."


def format_difference(value: float, other: float, indicator: Indicator) -> str:
    """How the first differs from the second: "2,4 procentpoint over", "12 pct. under", "det samme som".

    Reckoned from the rounded values that stand on the page, so that a reader gets the same.
    """
    mine, theirs = (round_half_up(each, indicator.decimals) for each in (value, other))
    if mine == theirs:
        return "det samme som"
    where = "over" if mine > theirs else "under"
    if indicator.unit is Unit.PERCENT:
        return f"{format_number(abs(mine - theirs), indicator.decimals)}{SPACE}procentpoint {where}"
    if indicator.is_count:
        return _count_difference(mine, theirs, indicator)
    if indicator.unit is Unit.AREA:
        return f"{format_number(abs(mine - theirs), indicator.decimals)}{SPACE}m² {where}"
    return f"{_percent(abs(mine - theirs) / theirs)} {where}"


def _percent(ratio: float) -> str:
    return format_share(ratio) if ratio >= 0.005 else f"under 1{SPACE}pct."


def _count_difference(mine: float, theirs: float, indicator: Indicator) -> str:
    word = "mere" if indicator.unit is Unit.MILLION_KRONER else "flere"
    less = "mindre" if indicator.unit is Unit.MILLION_KRONER else "færre"
    return f"{format_value(abs(mine - theirs), indicator)} {word if mine > theirs else less} end"
