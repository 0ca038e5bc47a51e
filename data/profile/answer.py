"""The one figure that answers a topic: BL's own where it has come, else a public one."""

from dataclasses import dataclass

from data.profile.profile import Entry, KommuneProfile
from data.reading import Reading
from data.registry.kind import GroupKind
from data.registry.panel import Group, Panel
from data.registry.registry import Registry


@dataclass(frozen=True)
class Answer:
    """A topic's answer.

    Attributes:
        entry: the figure; of a whole, the first of its parts.
        reading: its value; of a group with parts, their sum.
        group: the group whose whole it is; None where it is a figure by itself.
    """

    entry: Entry
    reading: Reading
    group: Group | None = None


def find_answer(profile: KommuneProfile, topic: Panel, registry: Registry) -> Answer | None:
    """The first of the topic's ``lead`` that has a value for the place; None where none has.

    Of parts it is what they add up to, of shares the largest, which says most. What is provisional never leads.
    """
    for key in topic.lead:
        answer = _find_in_group(profile, registry.groups[key]) if key in registry.groups else _find_figure(profile, key)
        if answer:
            return answer
    return None


def _find_figure(profile: KommuneProfile, key: str) -> Answer | None:
    entry = profile[key]
    return None if entry.reading.value is None or entry.is_provisional else Answer(entry, entry.reading)


def _find_in_group(profile: KommuneProfile, group: Group) -> Answer | None:
    entries = [entry for entry in profile.in_group(group) if not entry.is_provisional]
    known = [entry for entry in entries if entry.reading.value is not None]
    if not known or len(known) < len(entries):
        return None
    if group.kind is GroupKind.PARTS:
        return Answer(known[0], profile.whole(group), group)
    best = max(known, key=lambda entry: entry.reading.value or 0)
    return Answer(best, best.reading)
