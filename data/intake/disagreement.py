"""Figures of different sources that should say nearly the same: those that differ by more than their definitions explain."""

from collections.abc import Collection, Iterator

from data.intake.output import describe_reading
from data.profile.figures import Figures
from data.profile.profile import add_up
from data.reading import Reading
from data.registry.panel import Group
from data.registry.recipe import Agreement


def find_disagreements(figures: Figures, keys: Collection[str]) -> Iterator[str]:
    """A sentence with both numbers for each, of the kommuner and of the indicators that were just brought in.

    ::

        Kalundborg, beboere: 6,000 (2025) differs by 29% from personer_almene, 8,412 (2026); the definitions explain 10%

    Args:
        figures: the edition that could be made.
        keys: of the indicators that were delivered or fetched.
    """
    for place in figures.kommuner:
        for name, own, other, agreement in _list_pairs(place.code, figures, keys):
            part = _differ(own, other)
            if part > agreement.within:
                said = f"{describe_reading(own)} differs by {part:.0%} from {agreement.key}, {describe_reading(other)}"
                yield f"{place.name}, {name}: {said}; the definitions explain {agreement.within:.0%}"


def _differ(own: Reading, other: Reading) -> float:
    """By how much, as a part of the other value; 0 where one is missing or made up."""
    if own.value is None or other.value is None or own.is_example or other.is_example or not other.value:
        return 0
    return abs(own.value - other.value) / other.value


def _list_pairs(code: str, figures: Figures, keys: Collection[str]) -> Iterator[tuple[str, Reading, Reading, Agreement]]:
    """What is compared with what: a figure or a group's whole with another indicator, and a figure with that of another source."""
    for indicator in figures.registry.indicators.values():
        agreement = indicator.agrees
        if not agreement or not {indicator.key, agreement.key} & {*keys}:
            continue
        own = figures.reading(code, indicator)
        if agreement.key == indicator.key:
            yield from ((indicator.key, other.reading, own, agreement) for other in figures.list_alternatives(code, indicator))
        else:
            yield indicator.key, own, figures.reading(code, figures.registry[agreement.key]), agreement
    for group in figures.registry.groups.values():
        if group.agrees and _is_touched(group, group.agrees, figures, keys):
            parts = [figures.reading(code, part) for part in figures.registry.in_group(group.key)]
            yield group.key, add_up(group, parts), figures.reading(code, figures.registry[group.agrees.key]), group.agrees


def _is_touched(group: Group, agreement: Agreement, figures: Figures, keys: Collection[str]) -> bool:
    return bool({agreement.key, *(one.key for one in figures.registry.in_group(group.key))} & {*keys})
