"""The closed sets of words that an entry of the registry may have: units, bases, kinds of period, rules, kinds of dwelling."""

from enum import StrEnum


class Unit(StrEnum):
    """The closed set of units, as they are shown."""

    PERCENT = "pct."
    PER_THOUSAND = "pr. 1.000 indbyggere"
    PERSONS = "personer"
    DWELLINGS = "boliger"
    HOUSEHOLDS = "husstande"
    MILLION_KRONER = "mio. kr."
    RENT = "kr. pr. m² om året"
    AREA = "m²"


class Base(StrEnum):
    """What a figure speaks of, as it is shown. One that is not about almene boliger never stands without it."""

    ALMENE = "almene boliger"
    ALL_DWELLINGS = "alle boliger"
    ALL_HOUSEHOLDS = "alle husstande"
    ALL_BUILDERS = "alle bygherrer"
    PRIVATE_RENTALS = "private lejeboliger"
    ALL_INHABITANTS = "alle indbyggere"


class PeriodKind(StrEnum):
    """How a period is written in the tables, and thereby what it means."""

    PRIMO = "primo"  # 2026: 1 January 2026
    YEAR = "year"  # 2025: in, or in the course of, 2025
    RANGE = "range"  # 2022-2024: the years together
    QUARTER_START = "quarter_start"  # 2026K3: 1 July 2026
    QUARTERS = "quarters"  # 2025K3-2026K2: the quarters together


class Rule(StrEnum):
    """How a region's or the country's figure is made where no source publishes it."""

    SUM = "sum"
    WEIGHTED = "weighted"
    RATIO = "ratio"  # from the area's own counts, as ``ratio`` of the indicator says
    NONE = "none"


class GroupKind(StrEnum):
    """How the indicators of a group belong together."""

    KEY_FIGURES = "key_figures"  # each by itself
    PARTS = "parts"  # counts that add up to a whole
    SHARES = "shares"  # percentages that add up to WHOLE_PERCENT


class ExampleBase(StrEnum):
    """What an example figure is drawn from; ``data/profile/example.py`` says what each stands for."""

    ONE = "one"
    HUNDRED = "hundred"
    DWELLINGS = "dwellings"
    STARTS = "starts"
    RENT = "rent"


class Dwelling(StrEnum):
    """The kinds of almene dwellings, which headings of Landsbyggefonden's workbook name, without Danish letters."""

    FAMILY = "familie"
    ELDERLY = "aeldre"
    YOUTH = "ungdom"


class Measure(StrEnum):
    """What a column of Landsbyggefonden's workbook measures."""

    RENT = "husleje"
    COUNT = "lejemål"
    AREA = "areal"


WHOLE_PERCENT = 100
