"""The indicator registry: name, definition, unit and sources of every figure.

The entries are in ``indikatorer.toml``; the sources that they name are in ``kilder.toml``. An indicator key is written there and
nowhere in the code: code that needs a certain indicator asks for it by role (``registry.roles.main``).
"""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Self, TypeVar

from data.registry.indicator import Example, Indicator, Panel, PanelKind, PeriodKind, Rule, Scale, Unit
from data.registry.source import Source, SourceKind, base_key
from data.registry.statbank_query import Join, Query

HERE = Path(__file__).parents[1]
T = TypeVar("T")


class RegistryError(ValueError):
    """An entry of the registry is wrong; the message names file, entry, field and remedy."""


PERIODS = {  # the kinds of period that each way of joining can give
    Join.EACH: {PeriodKind.PRIMO, PeriodKind.YEAR, PeriodKind.QUARTER_START},
    Join.YEAR: {PeriodKind.YEAR},
    Join.FOUR: {PeriodKind.QUARTERS},
    Join.NEWEST: {PeriodKind.PRIMO, PeriodKind.YEAR, PeriodKind.QUARTER_START},
}


@dataclass(frozen=True)
class Roles:
    """Keys of the indicators that the code needs for a purpose: ``main`` leads map and summary, ``similarity`` finds similar kommuner."""

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
        """The indicator that comes first on the map, in the summary and in the trend."""
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
        """The same registry with the provenance of an edition's snapshots added to its sources.

        A snapshot is named after its source, or after its source and the edition that delivered it (``bl_kommuneark-2026``).
        Such a delivery becomes a source of its own, so that each figure keeps the title and date that it came with::

            registry.with_provenance({"bl_kommuneark-2026": {"title": "Kommuneark 2026"}}).sources["bl_kommuneark-2026"].title
            # 'Kommuneark 2026'; publisher, link and licence are those of bl_kommuneark

        Args:
            fields: by snapshot, the fields of ``Source`` that its sidecar has.
        """
        sources = {key: replace(self.sources[base_key(key)], key=key, **own) for key, own in fields.items()}
        return replace(self, sources={**self.sources, **sources})

    @classmethod
    def load(cls, indicators: Path = HERE / "indikatorer.toml", sources: Path = HERE / "kilder.toml") -> Self:
        """Read the two files.

        Args:
            indicators: the entries of indicators, panels and roles.
            sources: the entries of sources.

        Raises:
            RegistryError: an entry lacks a field, has one too many, or names something that does not exist.
        """
        entries = tomllib.loads(indicators.read_text(encoding="utf-8"))
        source_entries = tomllib.loads(sources.read_text(encoding="utf-8"))
        registry = cls(
            indicators={entry["key"]: _read_indicator(entry) for entry in entries["indicator"]},
            panels={entry["key"]: _make(Panel, entry | {"kind": PanelKind(entry["kind"])}) for entry in entries["panel"]},
            sources={key: _read_source(key, fields) for key, fields in source_entries.items()},
            roles=_make(Roles, _lists_to_tuples(entries["roles"])),
        )
        _check_names(registry)
        return registry


def _read_indicator(entry: dict[str, Any]) -> Indicator:
    kinds = {"unit": Unit, "period": PeriodKind, "scale": Scale, "rule": Rule}
    fields = _lists_to_tuples(entry)
    for name, kind in kinds.items():
        try:
            fields[name] = kind(entry[name])
        except (KeyError, ValueError) as error:
            known = ", ".join(kind)
            message = f"indikatorer.toml, {entry['key']}: {name} is {entry.get(name)!r}; write one of {known}"
            raise RegistryError(message) from error
    if "example" in entry:
        fields["example"] = _make(Example, entry["example"])
    if "fetch" in entry:
        fields["fetch"] = _read_query(entry)
    return _make(Indicator, fields)


def _read_source(key: str, fields: dict[str, Any]) -> Source:
    return _make(Source, {"key": key} | fields | {"kind": SourceKind(fields["kind"])})


def _read_query(entry: Mapping[str, Any]) -> Query:
    try:
        return Query.read(entry["fetch"])
    except (TypeError, ValueError) as error:
        raise RegistryError(f"indikatorer.toml, {entry['key']}, fetch: {error}; correct the entry's fields") from error


def _lists_to_tuples(fields: Mapping[str, Any]) -> dict[str, Any]:
    return {name: tuple(value) if isinstance(value, list) else value for name, value in fields.items()}


def _make(kind: type[T], fields: Mapping[str, Any]) -> T:
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
    """Why the indicator can't be fetched, where its first source is a StatBank table; empty if it can, or need not."""
    is_fetched = sources[indicator.sources[0]].kind is SourceKind.STATBANK
    query = indicator.fetch
    if query is None:
        return f"{indicator.sources[0]} is a StatBank table, but there is no 'fetch'; add one" if is_fetched else ""
    if not is_fetched or not indicator.sources[0].endswith(f"_{query.table.lower()}"):
        return f"fetch is from {query.table}, but the first source is {indicator.sources[0]}; name the same table"
    if indicator.period not in PERIODS[query.join]:
        return f"join is {query.join}, which does not give periods of the kind {indicator.period}; correct one of them"
    whole = query.denominator_codes()
    not_in_whole = [f"{name} {code}" for name, codes in query.select.items() for code in codes if code not in whole.get(name, (code,))]
    if not_in_whole:
        return f"{', '.join(not_in_whole)} of select is not in of; a part must be in what it is a part of"
    return (
        "of makes it a percentage, but the unit is another; correct one of them" if query.of and indicator.unit is not Unit.PERCENT else ""
    )
