"""The notes of the kommuneark: definitions, remarks on single figures, and the sources, numbered."""

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
    """What an indicator counts. ``source`` is the number of its source in the list, from 1."""

    label: str
    text: str
    source: int


@dataclass(frozen=True)
class Remark:
    """A remark on one place's figures; ``label`` names them, after the place's name where the sheet has two."""

    label: str
    text: str


@dataclass(frozen=True)
class Notes:
    """All notes of a sheet.

    Attributes:
        definitions: of its indicators, in reading order.
        remarks: on the figures of its places.
        sources: as lines, in the order of their numbers.
    """

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
    """The remarks on a place's figures; one that holds for several figures stands once, with all their names."""
    labels: dict[str, list[str]] = {}
    for entry in profile.entries.values():
        if text := " ".join(_write_remark(entry, registry)):
            labels.setdefault(text, []).append(entry.indicator.label)
    before = f"{profile.place.name}: " if named else ""
    return [Remark(before + "; ".join(found), text) for text, found in labels.items()]


def _write_remark(entry: Entry, registry: Registry) -> Iterator[str]:
    """The source's own remark, and what other sources say.

    That a figure is not loaded, computed or an example is not repeated here: the sheet says so at the figure.
    """
    reading = entry.reading
    remark = describe_remark(reading)
    if remark and reading.reason is not Reason.IKKE_INDLAEST and reading.status is not Status.BEREGNET and not reading.is_example:
        yield remark
    yield from (describe_alternative(other, entry.indicator, registry) for other in entry.alternatives)


def _cite(source: Source) -> str:
    return f"{source.publisher}, {source.title}{describe_dates(source)}."
