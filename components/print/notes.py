"""What stands behind the figures of the kommuneark: definitions, what is peculiar to a place, and the sources, numbered."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from components.wording.source import describe_alternative, describe_dates
from components.wording.standing import describe_remark
from data.profile.profile import Entry, KommuneProfile
from data.reading import Reason, Status
from data.registry.registry import Registry
from data.registry.source import Source


@dataclass(frozen=True)
class Definition:
    """What a figure counts, and the number of its source in the list."""

    label: str
    text: str
    source: int


@dataclass(frozen=True)
class Remark:
    """What is to be said of one place's figure."""

    label: str
    text: str


@dataclass(frozen=True)
class Notes:
    """Definitions in reading order, remarks on the places' own figures, and the sources as lines."""

    definitions: list[Definition]
    remarks: list[Remark]
    sources: list[str]


def write_notes(profiles: Sequence[KommuneProfile], registry: Registry) -> Notes:
    """The notes of a sheet that shows these places."""
    entries = list(profiles[0].entries.values())
    keys = list(dict.fromkeys(entry.reading.source for profile in profiles for entry in profile.entries.values()))
    definitions = [_define(entry, keys.index(entry.reading.source) + 1) for entry in entries]
    remarks = [remark for profile in profiles for remark in _list_remarks(profile, registry, named=len(profiles) > 1)]
    return Notes(definitions, remarks, [_cite(registry.sources[key]) for key in keys])


def _define(entry: Entry, source: int) -> Definition:
    indicator = entry.indicator
    limits = (indicator.note, indicator.gap_note, indicator.against_note)
    return Definition(indicator.label, " ".join(text for text in (indicator.definition, *limits) if text), source)


def _list_remarks(profile: KommuneProfile, registry: Registry, *, named: bool) -> list[Remark]:
    """What is said of several figures in the same words is said once."""
    labels: dict[str, list[str]] = {}
    for entry in profile.entries.values():
        if text := " ".join(_remark(entry, registry)):
            labels.setdefault(text, []).append(entry.indicator.label)
    before = f"{profile.place.name}: " if named else ""
    return [Remark(before + "; ".join(found), text) for text, found in labels.items()]


def _remark(entry: Entry, registry: Registry) -> Iterator[str]:
    """What the source says of a figure, and what others say; that a figure is not loaded stands at the figure itself."""
    reading = entry.reading
    said = describe_remark(reading)
    if said and reading.reason is not Reason.IKKE_INDLAEST and reading.status is not Status.BEREGNET and not reading.is_example:
        yield said
    yield from (describe_alternative(other, entry.indicator, registry) for other in entry.alternatives)


def _cite(source: Source) -> str:
    return f"{source.publisher}, {source.title}{describe_dates(source)}."
