"""What an indicator is: unit, kind of period, panel, scale, and how areas are computed. The entries stand in ``indikatorer.toml``."""

from dataclasses import dataclass
from enum import StrEnum

from data.registry.statbank_query import Query


class Unit(StrEnum):
    """The closed set of units, spelt as a reader sees them."""

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
    """How the indicators of a panel stand together."""

    KEY_FIGURES = "key_figures"  # each by itself
    PARTS = "parts"  # counts that add up to a whole
    SHARES = "shares"  # percentages that add up to 100


@dataclass(frozen=True)
class Panel:
    """A group of indicators that is shown together. ``whole`` names the sum of a PARTS panel."""

    key: str
    title: str
    kind: PanelKind
    whole: str = ""


@dataclass(frozen=True)
class Example:
    """How example figures are made: ``base`` times a factor between ``low`` and ``high``; see data/profile/example.py.

    With ``part`` the indicator is that part of the panel's whole, give or take the factor.
    """

    base: str
    low: float
    high: float
    part: float | None = None


@dataclass(frozen=True)
class Indicator:
    """One figure of a kommune.

    ``sources`` stand in order of precedence: where two give a value for the same period, the first is shown and the
    others stay traceable. ``low`` and ``high`` bound plausible values, in ``unit``. ``weights`` are indicator keys whose
    product weighs the kommuner when ``rule`` is WEIGHTED; ``method`` says the same in Danish. ``gaps`` are periods that
    the source does not publish. ``against`` is an indicator that the value is held up against in words.
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
        """The plausible values in words, for the command line."""
        return f"{self.low:.10g} to {self.high:.10g} {self.unit}"

    @property
    def is_count(self) -> bool:
        """Whether the figure is an amount that grows with the kommune, rather than a share, rate or mean."""
        return self.rule is Rule.SUM
