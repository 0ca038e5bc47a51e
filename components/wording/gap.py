"""What is missing of a place, told once: what has not come yet in one sentence, what its source does not give with the reason."""

from collections.abc import Iterator, Sequence

from components.wording.formats import format_period, format_reading, name_figure
from components.wording.standing import describe_remark
from data.profile.profile import Entry, KommuneProfile
from data.reading import Reason
from data.registry.registry import Registry
from data.registry.source import Source, SourceKind, base_key
from data.sentence import capitalise, decapitalise, join_words

HEADING = "Tal, der mangler"


def list_gaps(places: Sequence[KommuneProfile], registry: Registry) -> list[str]:
    """The sentences, for one place or for two that are compared; none where nothing is missing.

    ::

        list_gaps([holbaek], registry)
        # ["BL's egne tal for Holbæk Kommune om beboere, fraflytning, boligtyper og familietyper er ikke med endnu."]

    Of two places, what has not come for one of them is told by ``list_only_one``.
    """
    missing = [key for key in places[0].entries if all(place[key].reading.value is None for place in places)]
    waiting = [key for key in missing if any(place[key].reading.reason is Reason.IKKE_INDLAEST for place in places)]
    sentence = _tell_waiting(places, waiting, registry)
    return [*([sentence] if sentence else []), *_tell_stated(places, registry)]


def list_only_one(pair: tuple[KommuneProfile, KommuneProfile]) -> list[str]:
    """For each of two places: the figures that only it has, in a sentence.

    ``["Kun Kalundborg Kommune har disse tal: beboere i almene boliger, 6.000 personer (2025); …"]``
    """
    sentences = []
    for place, other in (pair, pair[::-1]):
        own = [entry for key, entry in place.entries.items() if entry.reading.value is not None and other[key].reading.value is None]
        if own:
            these = "disse tal" if len(own) > 1 else "dette tal"
            sentences.append(f"Kun {place.place.full_name} har {these}: {'; '.join(_tell(entry) for entry in own)}.")
    return sentences


def _tell(entry: Entry) -> str:
    """A figure with its name and period, all in one: "beboere i almene boliger, 6.000 personer (2025)"."""
    period = format_period(entry.indicator.period, entry.reading.period)
    return f"{decapitalise(name_figure(entry.indicator))}, {format_reading(entry.reading, entry.indicator)} ({period})"


def _tell_waiting(places: Sequence[KommuneProfile], keys: Sequence[str], registry: Registry) -> str:
    """Whose figures, for whom, about what, are not here yet; BL's first, and those of others in a second sentence."""
    sources: dict[str, list[Entry]] = {}
    for key in keys:
        entry = places[0][key]
        sources.setdefault(_source_of(entry, registry).figures, []).append(entry)
    if not sources:
        return ""
    whom = join_words([place.place.full_name for place in places])
    own_first = sorted(sources.items(), key=lambda item: _source_of(item[1][0], registry).kind is not SourceKind.SPREADSHEET)
    (first, entries), *others = own_first
    said = f"{first} for {whom} om {join_words(_name(entries, registry))} er ikke med endnu."
    more = [f"{name} om {join_words(_name(found, registry))}" for name, found in others]
    return f"{said} Det samme gælder {' samt '.join(more)}." if more else said


def _source_of(entry: Entry, registry: Registry) -> Source:
    return registry.sources[base_key(entry.indicator.sources[0])]


def _name(entries: Sequence[Entry], registry: Registry) -> list[str]:
    """What the figures are about: a whole group by what it is about, others by their short names."""
    missing = {entry.indicator.key for entry in entries}
    names: dict[str, None] = {}
    for entry in entries:
        group = registry.group_of(entry.indicator)
        is_whole = all(other.key in missing for other in registry.in_group(group.key))
        names[group.about if is_whole and group.about else decapitalise(entry.indicator.short)] = None
    return list(names)


def _tell_stated(places: Sequence[KommuneProfile], registry: Registry) -> Iterator[str]:
    """A sentence for each reason: "Renovering og lokal omsætning: ikke entydigt i kilden. Kilden skriver de to tal i ét."."""
    told: dict[tuple[str, str], list[Entry]] = {}
    for place in places:
        before = f"{place.place.name}, " if len(places) > 1 else ""
        for entry in place.entries.values():
            reading = entry.reading
            if reading.reason and reading.reason is not Reason.IKKE_INDLAEST:
                told.setdefault((before, decapitalise(describe_remark(reading))), []).append(entry)
    for (before, text), entries in told.items():
        yield capitalise(f"{before}{join_words(_name(entries, registry))}: {text}")
