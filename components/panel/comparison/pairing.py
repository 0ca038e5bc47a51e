"""What two places have in common: the pairs of figures that are compared, and those that only one of them has."""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from components.chart.distribution import Distribution, find_distribution
from data.profile.figures import Figures
from data.profile.profile import Entry, KommuneProfile
from data.reading import Reading
from data.registry.kind import GroupKind
from data.registry.panel import Group, Panel
from data.registry.registry import Registry

Profiles = tuple[KommuneProfile, KommuneProfile]


@dataclass(frozen=True)
class Pair:
    """A figure of two places; of a group with parts, their wholes.

    Attributes:
        entries: the figure of either place; of a whole, the first of its parts.
        readings: the values of either place.
        group: whose parts add up to them; None where it is a figure by itself.
    """

    entries: tuple[Entry, Entry]
    readings: tuple[Reading, Reading]
    group: Group | None = None

    @property
    def values(self) -> tuple[float, float]:
        """Both values."""
        first, second = (reading.value for reading in self.readings)
        return first or 0.0, second or 0.0


def list_pairs(profiles: Profiles, groups: list[Group]) -> list[Pair]:
    """The figures of these groups that both places have, in reading order."""
    return [pair for group in groups for first in profiles[0].in_group(group) if (pair := find_pair(profiles, first.indicator.key))]


def find_pair(profiles: Profiles, key: str) -> Pair | None:
    """An indicator of both; None where one of them lacks it."""
    first, second = (profile[key] for profile in profiles)
    if first.reading.value is None or second.reading.value is None:
        return None
    return Pair((first, second), (first.reading, second.reading))


def find_lead(profiles: Profiles, topic: Panel, registry: Registry) -> Pair | None:
    """The first of what may answer the topic that both have; what is provisional never leads."""
    for key in topic.lead:
        group = registry.groups.get(key)
        pair = _find_in_group(profiles, group) if group else find_pair(profiles, key)
        if pair and not any(entry.is_provisional for entry in pair.entries):
            return pair
    return None


def _find_in_group(profiles: Profiles, group: Group) -> Pair | None:
    """The wholes of parts; of shares the one that is largest in the first place."""
    entries = tuple(profile.in_group(group) for profile in profiles)
    if group.kind is GroupKind.PARTS:
        wholes = (profiles[0].whole(group), profiles[1].whole(group))
        return None if any(whole.value is None for whole in wholes) else Pair((entries[0][0], entries[1][0]), wholes, group)
    known = [pair for entry in entries[0] if (pair := find_pair(profiles, entry.indicator.key))]
    return max(known, key=lambda pair: pair.values[0], default=None)


def find_spread(pair: Pair, profiles: Profiles, figures: Figures) -> Distribution | None:
    """The kommuner among which both places stand; None where they are not compared on it, or one figure is real and one made up."""
    if pair.group or pair.readings[0].is_example != pair.readings[1].is_example:
        return None
    spread = find_distribution(pair.entries[0], profiles[0].place.code, figures)
    other = find_distribution(pair.entries[1], profiles[1].place.code, figures)
    return spread if other else None


def list_largest_differences(profiles: Profiles, figures: Figures, count: int) -> list[Pair]:
    """The main figure, then those on which the places are farthest apart, in standard deviations of the kommuner; one of a panel.

    Equal values are no difference: they come only where the main figure is the same.
    """
    registry = figures.registry
    main = find_pair(profiles, registry.roles.main)
    ranked = [pair for one in registry.ranked() if (pair := find_pair(profiles, one.key))]
    by_distance = sorted(((_measure(pair, profiles, figures), pair) for pair in ranked), key=lambda found: -found[0])
    chosen = [main] if main else []
    taken = {registry.panel_of(registry.main).key}
    for distance, pair in by_distance:
        panel = registry.panel_of(pair.entries[0].indicator).key
        if distance > 0 and panel not in taken and len(chosen) < count:
            chosen.append(pair)
            taken.add(panel)
    return chosen


def _measure(pair: Pair, profiles: Profiles, figures: Figures) -> float:
    """How far apart the places are, in standard deviations of the kommuner's values; 0 where that can't be said."""
    spread = find_spread(pair, profiles, figures)
    deviation = float(np.std(list(spread.values.values()))) if spread else 0.0
    return abs(pair.values[0] - pair.values[1]) / deviation if deviation else 0.0


def list_one_sided(profiles: Profiles) -> Iterator[tuple[KommuneProfile, list[Entry]]]:
    """For each of the two, if there are any, the figures that only it has."""
    for profile, other in (profiles, profiles[::-1]):
        own = [entry for key, entry in profile.entries.items() if entry.reading.value is not None and other[key].reading.value is None]
        if own:
            yield profile, own
