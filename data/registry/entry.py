"""Read the entries of the registry's two files, and say which field of which entry is wrong."""

from collections.abc import Mapping
from enum import StrEnum
from typing import Any, TypeVar

from data.registry.indicator import Indicator
from data.registry.kind import Base, Dwelling, ExampleBase, GroupKind, Measure, PeriodKind, Rule, Unit
from data.registry.panel import Group, Panel
from data.registry.recipe import Agreement, Block, Example, Ratio
from data.registry.source import Source, SourceKind
from data.registry.statbank_query import Query

T = TypeVar("T")
FILE = "indikatorer.toml"
WORDS = {"unit": Unit, "period": PeriodKind, "rule": Rule, "base": Base}  # fields with a closed set of words
RECIPES = {"example": Example, "agrees": Agreement, "ratio": Ratio, "block": Block}  # fields that are tables
RECIPE_WORDS: Mapping[str, Mapping[str, type[StrEnum]]] = {  # of these tables, the fields with a closed set of words
    "example": {"base": ExampleBase},
    "block": {"dwelling": Dwelling, "measure": Measure},
}


class RegistryError(ValueError):
    """An entry of the registry is wrong; the message names file, entry, field and remedy."""


def read_panel(entry: Mapping[str, Any]) -> Panel:
    """A panel; RegistryError where the entry lacks a field or has one too many."""
    return make(Panel, lists_to_tuples(entry))


def read_group(entry: Mapping[str, Any]) -> Group:
    """A group; RegistryError as for ``read_panel``, and where its kind is unknown."""
    agrees = {"agrees": make(Agreement, entry["agrees"])} if "agrees" in entry else {}
    return make(Group, {**entry, **agrees, "kind": _choose_word("kind", entry, GroupKind, entry["key"])})


def read_indicator(entry: Mapping[str, Any], groups: Mapping[str, Group]) -> Indicator:
    """An indicator: its own fields, and those that its group shares.

    ::

        read_indicator({"key": "etage", "group": "bygning", "fetch": {"select": {"ANVENDELSE": ["140"]}}, ...}, groups)
        # with what the group shares: fetch.select is {"EJER": ["20"], "ANVENDELSE": ["140"]}

    Raises:
        RegistryError: the group does not exist, a field is missing, unknown or of the wrong kind.
    """
    group = groups.get(entry.get("group", ""))
    if group is None:
        raise RegistryError(f"{FILE}, {entry['key']}: {entry.get('group')} does not exist; correct the name or add the entry")
    together = merge(group.shared, entry)
    fields = lists_to_tuples(together)
    fields |= {name: _choose_word(name, together, kind, entry["key"]) for name, kind in WORDS.items()}
    fields |= {name: _read_recipe(name, together) for name in RECIPES if name in together}
    if "fetch" in together:
        fields["fetch"] = _read_query(together)
    return make(Indicator, fields)


def read_source(key: str, fields: Mapping[str, Any]) -> Source:
    """A source of ``kilder.toml``."""
    return make(Source, {"key": key, **fields, "kind": SourceKind(fields["kind"])})


def merge(shared: Mapping[str, Any], own: Mapping[str, Any]) -> dict[str, Any]:
    """The fields of both; those of a table are added to each other, and the own ones win.

    >>> merge({"unit": "pct.", "fetch": {"table": "BOL101", "select": {"EJER": ["20"]}}}, {"fetch": {"select": {"BEBO": ["1000"]}}})
    {'unit': 'pct.', 'fetch': {'table': 'BOL101', 'select': {'EJER': ['20'], 'BEBO': ['1000']}}}
    """
    merged = dict(shared)
    for name, value in own.items():
        before = merged.get(name)
        merged[name] = merge(before, value) if isinstance(before, Mapping) and isinstance(value, Mapping) else value
    return merged


def lists_to_tuples(fields: Mapping[str, Any]) -> dict[str, Any]:
    """The same fields, with lists as tuples."""
    return {name: tuple(value) if isinstance(value, list) else value for name, value in fields.items()}


def make(kind: type[T], fields: Mapping[str, Any]) -> T:
    """An instance of a dataclass; RegistryError where the fields are not its own."""
    try:
        return kind(**fields)
    except TypeError as error:
        raise RegistryError(f"{kind.__name__} {fields.get('key', '')}: {error}; correct the entry's fields") from error


def _read_recipe(name: str, entry: Mapping[str, Any]) -> Any:
    fields, where = entry[name], f"{entry['key']}, {name}"
    words = {field: _choose_word(field, fields, kind, where) for field, kind in RECIPE_WORDS.get(name, {}).items()}
    return make(RECIPES[name], {**fields, **words})


def _choose_word(name: str, entry: Mapping[str, Any], kind: type[StrEnum], where: str) -> StrEnum:
    try:
        return kind(entry[name])
    except (KeyError, ValueError) as error:
        known = ", ".join(str(word) for word in kind)
        raise RegistryError(f"{FILE}, {where}: {name} is {entry.get(name)!r}; write one of {known}") from error


def _read_query(entry: Mapping[str, Any]) -> Query:
    try:
        return Query.read(entry["fetch"])
    except (TypeError, ValueError) as error:
        raise RegistryError(f"{FILE}, {entry['key']}, fetch: {error}; correct the entry's fields") from error
