"""The notes of the kommuneark: definitions, remarks on single figures, and the sources, numbered."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass

from components.print.rows import list_printed
from components.wording.formats import name_figure
from components.wording.source import describe_alternative, describe_dates, name_source
from components.wording.standing import describe_remark
from data.profile.profile import Entry, KommuneProfile
from data.reading import Status
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
    """The notes of a sheet that shows these places: on the figures that stand on it, and on no others."""
    printed = list_printed(profiles, registry)
    told = [*printed, *(key for key in profiles[0].entries if key not in printed and _is_of_one(key, profiles))]
    keys = list(
        dict.fromkeys(profile[key].reading.source for key in told for profile in profiles if profile[key].reading.value is not None)
    )
    shared = _find_shared(profiles[0][key] for key in printed)
    definitions = [_define(profiles[0][key], keys.index(profiles[0][key].reading.source) + 1, shared) for key in printed]
    remarks = [Remark("; ".join(names), text) for text, names in shared.items()]
    remarks += [remark for profile in profiles for remark in _list_remarks(profile, printed, registry, named=len(profiles) > 1)]
    return Notes(definitions, remarks, [_cite(registry.sources[key]) for key in keys])


def _list_limits(entry: Entry) -> list[str]:
    """What must be known of an indicator besides its definition."""
    indicator = entry.indicator
    return [text for text in (indicator.note, indicator.gap_note, indicator.against_note) if text]


def _find_shared(entries: Iterable[Entry]) -> dict[str, list[str]]:
    """The limits that hold for several of the figures, with their names: they stand once, among the remarks."""
    names: dict[str, list[str]] = {}
    for entry in entries:
        for text in _list_limits(entry):
            names.setdefault(text, []).append(name_figure(entry.indicator))
    return {text: found for text, found in names.items() if len(found) > 1}


def _is_of_one(key: str, profiles: Sequence[KommuneProfile]) -> bool:
    """Whether one of two places has the figure, which is then told below the tables."""
    return len({profile[key].reading.value is None for profile in profiles}) > 1


def _define(entry: Entry, source: int, shared: Collection[str]) -> Definition:
    own = [text for text in _list_limits(entry) if text not in shared]
    return Definition(name_figure(entry.indicator), " ".join([entry.indicator.definition, *own]), source)


def _list_remarks(profile: KommuneProfile, printed: Sequence[str], registry: Registry, *, named: bool) -> list[Remark]:
    """The remarks on a place's printed figures; one that holds for several figures stands once, with all their names."""
    labels: dict[str, list[str]] = {}
    for entry in (profile[key] for key in printed):
        if text := " ".join(_write_remark(entry, registry)):
            labels.setdefault(text, []).append(name_figure(entry.indicator))
    before = f"{profile.place.name}: " if named else ""
    return [Remark(before + "; ".join(found), text) for text, found in labels.items()]


def _write_remark(entry: Entry, registry: Registry) -> Iterator[str]:
    """The source's own remark, and what other sources say.

    That a figure is missing, computed or an example is not repeated here: the sheet says so elsewhere.
    """
    reading = entry.reading
    remark = describe_remark(reading)
    if remark and reading.value is not None and reading.status is not Status.BEREGNET and not reading.is_example:
        yield remark
    yield from (describe_alternative(other, entry.indicator, registry) for other in entry.alternatives)


def _cite(source: Source) -> str:
    """Publisher, table and dates; what the table is about in full stands behind the QR code."""
    return f"{name_source(source)}{describe_dates(source)}."
