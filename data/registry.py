"""The indicator registry: what each figure is called, means, is measured in and comes from.

The entries stand in ``indikatorer.toml``; the sources that they name stand in ``kilder.toml``. An indicator key is written
there and nowhere in the code: code that needs a certain indicator asks for it by role (``registry.roles.main``).
"""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from pathlib import Path
from typing import Any, Self, TypeVar

from data.query import Join, Query
from data.source import Source, SourceKind, base_key

HERE = Path(__file__).parent
T = TypeVar("T")


class RegistryError(ValueError):
    """An entry of the registry is wrong; the message names file, entry, field and remedy."""


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
    """How example figures are made: ``base`` times a factor between ``low`` and ``high``; see data/example.py.

    With ``part`` the indicator is that part of the panel's whole, give or take the factor.
    """

    base: str
    low: float
    high: float
    part: float | None = None


PERIODS = {
    Join.EACH: {PeriodKind.PRIMO, PeriodKind.YEAR, PeriodKind.QUARTER_START},
    Join.YEAR: {PeriodKind.YEAR},
    Join.FOUR: {PeriodKind.QUARTERS},
    Join.NEWEST: {PeriodKind.PRIMO, PeriodKind.YEAR, PeriodKind.QUARTER_START},
}


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


@dataclass(frozen=True)
class Roles:
    """The indicators that the code needs to know by what they are."""

    main: str
    households: str
    population: str
    rent: str
    similarity: tuple[str, ...]


@dataclass(frozen=True)
class Registry:
    """Indicators, panels and sources by key, in reading order."""

    indicators: Mapping[str, Indicator]
    panels: Mapping[str, Panel]
    sources: Mapping[str, Source]
    roles: Roles

    def __getitem__(self, key: str) -> Indicator:
        """The indicator with this key; KeyError if there is none."""
        return self.indicators[key]

    @property
    def main(self) -> Indicator:
        """The indicator that stands first on map, summary and trend."""
        return self.indicators[self.roles.main]

    def in_panel(self, panel: str) -> list[Indicator]:
        """The indicators of a panel, in reading order."""
        return [indicator for indicator in self.indicators.values() if indicator.panel == panel]

    def mappable(self) -> list[Indicator]:
        """The indicators that may colour the map, in reading order."""
        return [indicator for indicator in self.indicators.values() if indicator.mappable]

    def delivered(self, source: str) -> list[Indicator]:
        """The indicators that a source gives figures for, in reading order."""
        return [indicator for indicator in self.indicators.values() if source in indicator.sources]

    def with_provenance(self, fields: Mapping[str, Mapping[str, Any]]) -> Self:
        """The same registry with what an edition's sidecars say of its snapshots, by snapshot.

        A snapshot bears its source's key, or the key, a hyphen and the edition that delivered it (``bl_kommuneark-2026``):
        such a delivery becomes a source of its own, so that each figure keeps the title and date that it came with.
        """
        known = {key: replace(self.sources[base_key(key)], key=key, **said) for key, said in fields.items()}
        return replace(self, sources={**self.sources, **known})

    @classmethod
    def load(cls, indicators: Path = HERE / "indikatorer.toml", sources: Path = HERE / "kilder.toml") -> Self:
        """Read the two files.

        Raises:
            RegistryError: an entry lacks a field, has one too many, or names something that does not exist.
        """
        entries = tomllib.loads(indicators.read_text(encoding="utf-8"))
        listed = tomllib.loads(sources.read_text(encoding="utf-8"))
        registry = cls(
            indicators={entry["key"]: _indicator(entry) for entry in entries["indicator"]},
            panels={entry["key"]: _entry(Panel, entry | {"kind": PanelKind(entry["kind"])}) for entry in entries["panel"]},
            sources={key: _entry(Source, {"key": key} | fields | {"kind": SourceKind(fields["kind"])}) for key, fields in listed.items()},
            roles=_entry(Roles, _tuples(entries["roles"])),
        )
        _check_names(registry)
        return registry


def _indicator(entry: dict[str, Any]) -> Indicator:
    kinds = {"unit": Unit, "period": PeriodKind, "scale": Scale, "rule": Rule}
    fields = _tuples(entry)
    for name, kind in kinds.items():
        try:
            fields[name] = kind(entry[name])
        except (KeyError, ValueError) as error:
            known = ", ".join(kind)
            message = f"indikatorer.toml, {entry['key']}: {name} is {entry.get(name)!r}; write one of {known}"
            raise RegistryError(message) from error
    if "example" in entry:
        fields["example"] = _entry(Example, entry["example"])
    if "fetch" in entry:
        fields["fetch"] = _read_query(entry)
    return _entry(Indicator, fields)


def _read_query(entry: Mapping[str, Any]) -> Query:
    try:
        return Query.read(entry["fetch"])
    except (TypeError, ValueError) as error:
        raise RegistryError(f"indikatorer.toml, {entry['key']}, fetch: {error}; correct the entry's fields") from error


def _tuples(fields: Mapping[str, Any]) -> dict[str, Any]:
    return {name: tuple(value) if isinstance(value, list) else value for name, value in fields.items()}


def _entry(kind: type[T], fields: Mapping[str, Any]) -> T:
    try:
        return kind(**fields)
    except TypeError as error:
        raise RegistryError(f"{kind.__name__} {fields.get('key', '')}: {error}; correct the entry's fields") from error


def _check_names(registry: Registry) -> None:
    for indicator in registry.indicators.values():
        named = {*indicator.weights, indicator.at_most, indicator.against} - {""}
        unknown = [*(named - registry.indicators.keys()), *(set(indicator.sources) - registry.sources.keys())]
        if indicator.panel not in registry.panels:
            unknown.append(indicator.panel)
        if unknown:
            raise RegistryError(
                f"indikatorer.toml, {indicator.key}: {', '.join(unknown)} does not exist; correct the name or add the entry"
            )
        if problem := _check_fetch(indicator, registry.sources):
            raise RegistryError(f"indikatorer.toml, {indicator.key}: {problem}")


def _check_fetch(indicator: Indicator, sources: Mapping[str, Source]) -> str:
    """What keeps the indicator from being fetched, where its first source is a StatBank table; nothing if all is well."""
    is_fetched = sources[indicator.sources[0]].kind is SourceKind.STATBANK
    query = indicator.fetch
    if query is None:
        return f"{indicator.sources[0]} is a StatBank table, but there is no 'fetch'; add one" if is_fetched else ""
    if not is_fetched or not indicator.sources[0].endswith(f"_{query.table.lower()}"):
        return f"fetch is from {query.table}, but the first source is {indicator.sources[0]}; name the same table"
    if indicator.period not in PERIODS[query.join]:
        return f"join is {query.join}, which does not give periods of the kind {indicator.period}; correct one of them"
    strange = [f"{name} {code}" for name, codes in query.select.items() for code in codes if code not in query.whole().get(name, (code,))]
    if strange:
        return f"{', '.join(strange)} of select is not in of; a part must be in what it is a part of"
    return (
        "of makes it a percentage, but the unit is another; correct one of them" if query.of and indicator.unit is not Unit.PERCENT else ""
    )
