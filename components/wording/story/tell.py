"""The story of a kommune: the themes of ``data/fortaelling.toml`` with its own figures in their sentences.

The examples are Kalundborg's.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from string import Formatter

from components.wording.formats import SINGULAR, format_figure, format_period, format_value, mark_example
from data.profile.profile import Entry, KommuneProfile
from data.reading import Reading
from data.registry.indicator import Indicator
from data.registry.kind import GroupKind, Unit
from data.registry.panel import Group
from data.registry.registry import Registry
from data.sentence import decapitalise, join_words
from data.welcome.story import Sentence, Theme

FIGURES = {"tal", "antal", "landet"}  # the words that are figures, and printed as such


@dataclass(frozen=True)
class Run:
    """A piece of a sentence; whether it is a figure, which stands out."""

    text: str
    is_figure: bool = False


Words = dict[str, str]
Told = list[Run]


def tell_theme(theme: Theme, profile: KommuneProfile, registry: Registry) -> list[Told]:
    """The sentences of a theme that the kommune has figures for, each in its pieces.

    "Kalundborg Kommune har", "4.004", "almene boliger: 3.372 familieboliger, 602 ældreboliger og 30 ungdomsboliger (2025)."
    """
    told: dict[str, Told] = {}
    for sentence in theme.sentences:
        words = find_words(sentence, profile, registry) if not told.keys() & set(sentence.unless) else None
        if words:
            told[sentence.key] = fill(sentence.zero if sentence.zero and words["antal"] == "0" else sentence.text, words)
    return list(told.values())


def find_words(sentence: Sentence, profile: KommuneProfile, registry: Registry) -> Words | None:
    """What the words of a sentence stand for at a place; None where one of them has no value there."""
    group = registry.groups.get(sentence.key)
    words = _tell_group(group, profile) if group else _tell_entry(profile[sentence.key])
    asked = {word for _, word, _, _ in Formatter().parse(sentence.text) if word}
    known = words and words | {"kommune": profile.place.full_name}
    return known if known and all(known[word] for word in asked) else None


def fill(text: str, words: Words) -> Told:
    """The sentence in its pieces; a full stop after a unit that has one is left out."""
    pieces: Told = []
    for before, word, _, _ in Formatter().parse(text):
        ends_with_stop = bool(pieces) and pieces[-1].text.endswith(".")
        pieces.append(Run(before.removeprefix(".") if ends_with_stop and before == "." else before))
        if word:
            pieces.append(Run(words[word], word in FIGURES))
    return [piece for piece in pieces if piece.text]


def _tell_entry(entry: Entry) -> Words | None:
    if entry.reading.value is None or entry.is_provisional:
        return None
    national = entry.national
    landet = "" if national is None or national.value is None else _write(national, entry.indicator)
    return _write_words(entry.reading, entry.indicator) | {"landet": landet, "dele": ""}


def _tell_group(group: Group, profile: KommuneProfile) -> Words | None:
    entries, whole = profile.in_group(group), profile.whole(group)
    if whole.value is None or any(entry.is_provisional for entry in entries):
        return None
    return _write_words(whole, entries[0].indicator) | {"landet": "", "dele": list_parts(entries, group, whole)}


def _write_words(reading: Reading, indicator: Indicator) -> Words:
    number = format_figure(reading.value or 0, indicator) + mark_example(reading.is_example)
    return {"tal": _write(reading, indicator), "antal": number, "periode": format_period(indicator.period, reading.period)}


def _write(reading: Reading, indicator: Indicator) -> str:
    return format_value(reading.value or 0, indicator) + mark_example(reading.is_example)


def list_parts(entries: Sequence[Entry], group: Group, whole: Reading) -> str:
    """The parts that are not nothing, with the sign before them: ": 3.372 familieboliger, 602 ældreboliger og 30 ungdomsboliger".

    Where one of them is all there is: ", alle ældreboliger", or ": 1 ældrebolig".
    """
    some = [entry for entry in entries if entry.reading.value]
    if not some:
        return ""
    if len(some) == 1 and group.kind is GroupKind.PARTS and whole.value != 1:
        return f", alle {decapitalise(some[0].indicator.short)}"
    parts = join_words([_write_part(entry, group) for entry in some])
    return f": {parts}{mark_example(whole.is_example)}"


def _write_part(entry: Entry, group: Group) -> str:
    value, indicator = entry.reading.value or 0, entry.indicator
    number = format_value(value, indicator) if group.kind is GroupKind.SHARES else format_figure(value, indicator)
    name, plural, single = decapitalise(indicator.short), str(Unit.DWELLINGS), SINGULAR[Unit.DWELLINGS]
    return f"{number} {name.removesuffix(plural) + single if value == 1 and name.endswith(plural) else name}"
