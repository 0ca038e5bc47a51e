"""The indicator registry: name, definition, unit and sources of every figure.

The entries are in ``indikatorer.toml``; the sources that they name are in ``kilder.toml``. An indicator key is written there and
nowhere in the code: code that needs a certain indicator asks for it by role (``registry.roles.main``).
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from types import MappingProxyType
from typing import Any, Self

from data.project_file import explain, read_toml
from data.registry.coherence import check_entries
from data.registry.entry import RegistryError, lists_to_tuples, make, read_group, read_indicator, read_panel, read_source
from data.registry.indicator import Indicator
from data.registry.panel import Group, Panel
from data.registry.source import Source, base_key

HERE = Path(__file__).parents[1]
__all__ = ["Registry", "RegistryError", "Roles"]


@dataclass(frozen=True)
class Roles:
    """Keys of the indicators that the code needs for a purpose: ``main`` leads map and summary, ``similarity`` finds similar kommuner."""

    main: str
    households: str
    population: str
    rent: str
    dwellings: str
    similarity: tuple[str, ...]


@dataclass(frozen=True)
class Registry:
    """Indicators, groups, panels and sources by key, in reading order."""

    indicators: Mapping[str, Indicator]
    groups: Mapping[str, Group]
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

    @property
    def topics(self) -> list[Panel]:
        """The panels that answer a question of their readers in one figure."""
        return [panel for panel in self.panels.values() if panel.is_topic]

    @property
    def topic_keys(self) -> list[str]:
        """Their keys."""
        return [topic.key for topic in self.topics]

    def in_group(self, group: str) -> list[Indicator]:
        """The indicators of a group, in reading order."""
        return [indicator for indicator in self.indicators.values() if indicator.group == group]

    def groups_of(self, panel: str) -> list[Group]:
        """The groups of a panel, in reading order."""
        return [group for group in self.groups.values() if group.panel == panel]

    def group_of(self, indicator: Indicator) -> Group:
        """The group that an indicator stands in."""
        return self.groups[indicator.group]

    def panel_of(self, indicator: Indicator) -> Panel:
        """The panel that an indicator stands in."""
        return self.panels[self.groups[indicator.group].panel]

    def ranked(self) -> list[Indicator]:
        """The indicators that kommuner are ranked and mapped by, in reading order."""
        return [indicator for indicator in self.indicators.values() if indicator.is_ranked]

    def delivered(self, source: str) -> list[Indicator]:
        """The indicators that a source gives figures for, in reading order."""
        return [indicator for indicator in self.indicators.values() if source in indicator.sources]

    def with_provenance(
        self, fields: Mapping[str, Mapping[str, Any]], wording: Mapping[str, Mapping[str, str]] = MappingProxyType({})
    ) -> Self:
        """The same registry with the provenance of an edition's snapshots added to its sources, and their words to its indicators.

        A snapshot is named after its source, or after its source and the edition that delivered it (``bl_kommuneark-2026``).
        Such a delivery becomes a source of its own, so that each figure keeps the title and date that it came with::

            registry.with_provenance({"bl_kommuneark-2026": {"title": "Kommuneark 2026"}}).sources["bl_kommuneark-2026"].title
            # 'Kommuneark 2026'; publisher, link and licence are those of bl_kommuneark

        Args:
            fields: by snapshot, the fields of ``Source`` that its sidecar has.
            wording: by indicator key, the words that the figures ask for: ``{"personer_boern": {"short": "0-19 år"}}``.
        """
        sources = {key: replace(self.sources[base_key(key)], key=key, **own) for key, own in fields.items()}
        indicators = {key: one.reword(wording[key]) if key in wording else one for key, one in self.indicators.items()}
        return replace(self, indicators=indicators, sources={**self.sources, **sources})

    @classmethod
    def load(cls, indicators: Path = HERE / "indikatorer.toml", sources: Path = HERE / "kilder.toml") -> Self:
        """Read the two files.

        Args:
            indicators: the entries of indicators, groups, panels and roles.
            sources: the entries of sources.

        Raises:
            ProblemsError: a file can't be read.
            RegistryError: an entry lacks a field, has one too many, or names something that does not exist.
        """
        with explain(sources):
            found = {key: read_source(key, fields) for key, fields in read_toml(sources).items()}
        entries = read_toml(indicators)
        with explain(indicators):
            groups = {entry["key"]: read_group(entry) for entry in entries["group"]}
            registry = cls(
                indicators={entry["key"]: read_indicator(entry, groups) for entry in entries["indicator"]},
                groups=groups,
                panels={entry["key"]: read_panel(entry) for entry in entries["panel"]},
                sources=found,
                roles=make(Roles, lists_to_tuples(entries["roles"])),
            )
        check_entries(registry)
        return registry
