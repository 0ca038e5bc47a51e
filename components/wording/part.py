"""Parts of a whole in words and in lengths of bars.

The examples are Kalundborg's almene dwellings by kind.
"""

from components.wording.formats import format_figure, format_missing, format_period, format_share, format_value, mark_example
from data.profile.profile import Entry, KommuneProfile
from data.registry.kind import WHOLE_PERCENT, GroupKind
from data.registry.panel import Group


def measure_part(entry: Entry, group: Group) -> float | None:
    """How much a figure is of its group's whole, from 0 to 1 (3.372 of 4.004 is 0.842); None where either is not known."""
    if group.kind is GroupKind.SHARES:
        return None if entry.reading.value is None else entry.reading.value / WHOLE_PERCENT
    return entry.share


def format_part(entry: Entry, group: Group) -> str:
    """The number at a bar, with its part of the whole, or why there is none: "3.372 (84 pct.)", "ikke offentliggjort"."""
    if entry.reading.value is None:
        return format_missing(entry.reading).lower()
    if group.kind is GroupKind.SHARES:
        return format_value(entry.reading.value, entry.indicator)
    number = format_figure(entry.reading.value, entry.indicator)
    return number if entry.share is None else f"{number} ({format_share(entry.share)})"


def format_part_of_whole(entry: Entry, group: Group) -> str:
    """The part that a bar shows, where the number beside it is another: "84 pct." beside 3.372; empty for what is a share itself."""
    return "" if group.kind is not GroupKind.PARTS or entry.share is None else format_share(entry.share)


def describe_whole(group: Group, profile: KommuneProfile) -> str:
    """The period of a group's parts, and their whole: "2025 · 4.004 almene boliger i alt"."""
    first = profile.in_group(group)[0]
    period = format_period(first.indicator.period, first.reading.period)
    whole = profile.whole(group)
    if group.kind is GroupKind.SHARES:
        return f"{period} · pct. af {first.indicator.denominator}"
    if whole.value is None:
        return period
    return f"{period} · {format_figure(whole.value, first.indicator)} {group.whole}{mark_example(whole.is_example)}"
