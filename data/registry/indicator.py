"""What an indicator is: unit, kind of period, panel, scale, and how areas are computed. The entries are in ``indikatorer.toml``."""

from dataclasses import dataclass
from enum import StrEnum

from data.registry.statbank_query import Query


class Unit(StrEnum):
    """The closed set of units, as they are shown."""

    PERCENT = "pct."
    PERSONS = "personer"
    DWELLINGS = "boliger"
    HOUSEHOLDS = "husstande"
    MILLION_KRONER = "mio. kr."
    RENT = "kr. pr. m² pr. år"
    AREA = "m²"


class PeriodKind(StrEnum):
    """How a period is written in the tables, and thereby what it means."""

    PRIMO = "primo"  # 2026: 1 January 2026
    YEAR = "year"  # 2025: in, or in the course of, 2025
    RANGE = "range"  # 2022-2024: the years together
    QUARTER_START = "quarter_start"  # 2026K3: 1 July 2026
    QUARTERS = "quarters"  # 2025K3-2026K2: the quarters together


class Scale(StrEnum):
    """How the map's classes are made."""

    NATURAL = "natural"  # natural breaks
    QUANTILE = "quantile"  # equally many kommuner in each class


class Rule(StrEnum):
    """How a region's or the country's figure is made where no source publishes it."""

    SUM = "sum"
    WEIGHTED = "weighted"
    NONE = "none"


class PanelKind(StrEnum):
    """How the indicators of a panel belong together."""

    KEY_FIGURES = "key_figures"  # each by itself
    PARTS = "parts"  # counts that add up to a whole
    SHARES = "shares"  # percentages that add up to WHOLE_PERCENT


WHOLE_PERCENT = 100


@dataclass(frozen=True)
class Panel:
    """A group of indicators that are shown together. ``whole`` is what the sum of a PARTS panel is called."""

    key: str
    title: str
    kind: PanelKind
    whole: str = ""


@dataclass(frozen=True)
class Example:
    """How example figures are made: ``base`` times a random factor between ``low`` and ``high``; see data/profile/example.py.

    ``part`` is set where the indicator is a part of its panel's whole: its share of it, before the factor.
    """

    base: str
    low: float
    high: float
    part: float | None = None


@dataclass(frozen=True)
class Indicator:
    """One figure of a kommune: an entry of ``indikatorer.toml``, field by field.

    Attributes:
        key: stable ASCII slug, the same in registry, addresses, files and API.
        label: name in Danish.
        short: shorter name, where there is little room; two indicators may share one.
        unit: unit of the values.
        decimals: how many decimals are shown.
        period: the kind of period that a value is for.
        definition: what is counted, in Danish.
        denominator: what a share is a share of, in Danish.
        sources: source keys in order of precedence. The first that has values is shown; the others stay traceable.
        low: lowest plausible value, in ``unit``.
        high: highest plausible value, in ``unit``.
        scale: how the map's classes are made.
        panel: key of the panel that shows it.
        rule: how a region's or the country's value is computed from its kommuner.
        method: the same in Danish.
        weights: indicator keys whose product weighs the kommuner; only with the rule WEIGHTED.
        mappable: whether it may colour the map.
        note: known limits, in Danish.
        at_most: key of the indicator that the value can't exceed, such as the population; or empty.
        gaps: periods that the source does not publish.
        gap_note: why, in Danish.
        against: key of the indicator that the value is compared with in a sentence; or empty.
        against_words: what that sentence calls it.
        against_note: limits of the comparison, in Danish.
        example: how example figures are made; None where there are none.
        fetch: how a StatBank table gives the values; None where none does.
    """

    key: str
    label: str
    short: str
    unit: Unit
    decimals: int
    period: PeriodKind
    definition: str
    denominator: str
    sources: tuple[str, ...]
    low: float
    high: float
    scale: Scale
    panel: str
    rule: Rule
    method: str
    weights: tuple[str, ...] = ()
    mappable: bool = True
    note: str = ""
    at_most: str = ""
    gaps: tuple[str, ...] = ()
    gap_note: str = ""
    against: str = ""
    against_words: str = ""
    against_note: str = ""
    example: Example | None = None
    fetch: Query | None = None

    @property
    def plausible(self) -> str:
        """The plausible values in words, for the command line: "0 to 100 pct."."""
        return f"{self.low:.10g} to {self.high:.10g} {self.unit}"

    @property
    def is_count(self) -> bool:
        """Whether the figure is an amount that grows with the kommune, rather than a share, rate or mean."""
        return self.rule is Rule.SUM
