"""What an indicator is: unit, base, kind of period, and how areas are computed. The entries are in ``indikatorer.toml``."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Self

from data.registry.kind import Base, PeriodKind, Rule, Unit
from data.registry.recipe import Agreement, Block, Example, Ratio
from data.registry.statbank_query import Query


@dataclass(frozen=True)
class Indicator:
    """One figure of a kommune: an entry of ``indikatorer.toml``, field by field.

    Attributes:
        key: stable ASCII slug, the same in registry, addresses, files and API.
        group: key of the group that it stands in.
        base: what the figure speaks of.
        label: name in Danish.
        short: shorter name, where there is little room; two indicators may share one.
        unit: unit of the values.
        decimals: how many decimals are shown.
        period: the kind of period that a value is for.
        definition: what is counted, in Danish.
        plainly: the figure as one would say it, with {tal} for the number: "omkring {tal} fraflytninger pr. 100 lejemål"; or empty.
        denominator: what a share is a share of, in Danish.
        sources: source keys in order of precedence. The first that has values is shown; the others stay traceable.
        low: lowest plausible value, in ``unit``.
        high: highest plausible value, in ``unit``.
        rule: how a region's or the country's value is computed from its kommuner.
        method: the same in Danish.
        weights: indicator keys whose product weighs the kommuner; only with the rule WEIGHTED.
        limits: the lowest values of the map's second and later classes, in ``unit``; they are fixed, so that editions can be compared.
            Empty: made by rule from the figures, which nobody has seen yet (components/map/round_limits.py).
        provisional_quarters: how many of the newest quarters are too uncertain to be ranked, mapped or led with, as the source says.
        note: known limits, in Danish.
        at_most: key of the indicator that the value can't exceed, such as the population; or empty.
        gaps: periods that the source does not publish.
        gap_note: why, in Danish.
        against: key of the indicator that the value is compared with in a sentence; or empty.
        against_words: what that sentence calls it.
        against_note: limits of the comparison, in Danish.
        agrees: an indicator that should say nearly the same; None for no such one.
        example: how example figures are made; None where there are none.
        fetch: how a StatBank table gives the values; None where none does.
        ratio: how it is computed from two others; None where it is not.
        block: where Landsbyggefonden's workbook has it; None where it has not.
    """

    key: str
    group: str
    base: Base
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
    rule: Rule
    method: str
    plainly: str = ""
    weights: tuple[str, ...] = ()
    limits: tuple[float, ...] = ()
    provisional_quarters: int = 0
    note: str = ""
    at_most: str = ""
    gaps: tuple[str, ...] = ()
    gap_note: str = ""
    against: str = ""
    against_words: str = ""
    against_note: str = ""
    agrees: Agreement | None = None
    example: Example | None = None
    fetch: Query | None = None
    ratio: Ratio | None = None
    block: Block | None = None

    @property
    def plausible(self) -> str:
        """The plausible values in words, for the command line: "0 to 100 pct."."""
        return f"{self.low:.10g} to {self.high:.10g} {self.unit}"

    @property
    def is_count(self) -> bool:
        """Whether the figure grows with the kommune, rather than being a share, rate or mean: it is told, but never ranked or mapped."""
        return self.rule is Rule.SUM

    @property
    def is_ranked(self) -> bool:
        """Whether kommuner are ranked and mapped by it: shares, rates and means, if they are not provisional."""
        return not self.is_count and not self.provisional_quarters

    @property
    def tag(self) -> str:
        """The base, where it must stand beside the label: where the figure is not about almene boliger and the label doesn't say so."""
        said = self.base in self.label.lower() or self.label.lower() in self.base
        return "" if self.base is Base.ALMENE or said else str(self.base)

    def reword(self, words: Mapping[str, str]) -> Self:
        """The same with other texts, by field: label, short, definition."""
        own = {"label": self.label, "short": self.short, "definition": self.definition} | dict(words)
        return replace(self, label=own["label"], short=own["short"], definition=own["definition"])
