"""What a text that is edited by hand must be: of a kind, and no longer than its page has room for.

A part of the package is a frozen dataclass whose fields say under which Danish key they stand in the file and what may
stand there (``line``, ``paragraphs`` and so on). ``TextReader`` makes the part from a parsed file and gathers all that is
wrong, so that an editor is told of everything at once.
"""

import re
from collections.abc import Mapping
from dataclasses import Field, dataclass, field, fields
from datetime import date, datetime
from enum import StrEnum
from typing import Any, ClassVar, Protocol, TypeVar

from data.welcome.placeholder import fill_in, find_mistakes

RULE = "rule"
LONGEST_ADDRESS = 100
SCHEME = "https://"
ADDRESS = re.compile(SCHEME + r"[a-z0-9.-]+\.[a-z]+(/[!-z|~]*)?")  # no spaces, no braces


class Part(Protocol):
    """A dataclass."""

    __dataclass_fields__: ClassVar[dict[str, Field[Any]]]


P = TypeVar("P", bound=Part)


class Kind(StrEnum):
    """What may stand at a key, in the words of a message."""

    LINE = "a text in quotation marks"
    PARAGRAPHS = "a list of texts in brackets"
    ADDRESS = "an address in quotation marks that begins with https://"
    DAY = "a date without quotation marks, such as 2027-03-10"
    ENTRIES = "a section of its own in double brackets"


@dataclass(frozen=True)
class Rule:
    """What may stand at a key.

    ``longest`` counts the letters of a line or of each paragraph when the longest names are filled in; ``most`` counts
    paragraphs or entries; ``entry`` is the dataclass of an entry.
    """

    key: str
    kind: Kind
    longest: int = LONGEST_ADDRESS
    most: int = 1
    optional: bool = False
    entry: type[Any] = object


def line(key: str, longest: int) -> Any:
    """A field that is a text of one paragraph."""
    return field(metadata={RULE: Rule(key, Kind.LINE, longest)})


def paragraphs(key: str, longest: int, most: int) -> Any:
    """A field that is a tuple of texts."""
    return field(metadata={RULE: Rule(key, Kind.PARAGRAPHS, longest, most)})


def address(key: str, *, optional: bool = False) -> Any:
    """A field that is a web address; an empty text where it is optional and left out."""
    return field(metadata={RULE: Rule(key, Kind.ADDRESS, optional=optional)})


def calendar_day(key: str) -> Any:
    """A field that is a date."""
    return field(metadata={RULE: Rule(key, Kind.DAY)})


def entries(key: str, entry: type[Any], most: int, *, optional: bool = False) -> Any:
    """A field that is a tuple of parts of their own."""
    return field(metadata={RULE: Rule(key, Kind.ENTRIES, most=most, optional=optional, entry=entry)})


class TextReader:
    """Reads parts and gathers what is wrong with them.

    Attributes:
        problems: a sentence for each thing, which begins with the file and the key.
    """

    def __init__(self, longest: Mapping[str, str]) -> None:
        """Measure texts with these words filled in.

        Args:
            longest: the longest that each placeholder can become.
        """
        self.longest = longest
        self.problems: list[str] = []

    def read(self, kind: type[P], table: Mapping[str, Any], place: str) -> P | None:
        """A part; None where something is wrong with it.

        Args:
            kind: the part's dataclass.
            table: what stands in the file, as ``tomllib`` gives it.
            place: where that is: "brev.toml", or "maerkesager.toml, sag 3".
        """
        before = len(self.problems)
        rules: dict[str, Rule] = {each.name: each.metadata[RULE] for each in fields(kind)}
        keys = [rule.key for rule in rules.values()]
        for key in table:
            if key not in keys:
                self._say(f"{place}, {key}", f"there is no such key; the keys are {', '.join(keys)}")
        values = {name: self._read_value(rule, table.get(rule.key), f"{place}, {rule.key}") for name, rule in rules.items()}
        return kind(**values) if len(self.problems) == before else None

    def _say(self, place: str, what: str) -> None:
        self.problems.append(f"{place}: {what}")

    def _read_value(self, rule: Rule, value: Any, place: str) -> Any:
        if value is None:
            if not rule.optional:
                self._say(place, f"is missing; write {rule.kind}")
            return () if rule.kind is Kind.ENTRIES else ""
        if not _is_of_kind(value, rule.kind):
            self._say(place, f"{value!r} is something else; write {rule.kind}")
            return None
        return self._read_several(rule, value, place) if isinstance(value, list) else self._read_one(rule, value, place)

    def _read_one(self, rule: Rule, value: Any, place: str) -> Any:
        if rule.kind is Kind.ADDRESS:
            self._check_address(value, place)
        return self._read_text(value, rule, place) if rule.kind is Kind.LINE else value

    def _read_several(self, rule: Rule, values: list[Any], place: str) -> tuple[Any, ...]:
        if len(values) > rule.most:
            self._say(place, f"{len(values)} of them; the page has room for {rule.most}: take {len(values) - rule.most} away")
        if not values and not rule.optional:
            self._say(place, "there is none; write one")
        if rule.kind is Kind.ENTRIES:
            return tuple(self.read(rule.entry, entry, f"{place} {number}") for number, entry in enumerate(values, 1))
        return tuple(self._read_text(text, rule, f"{place} {number}") for number, text in enumerate(values, 1))

    def _read_text(self, text: str, rule: Rule, place: str) -> str:
        """The text on one line: what is broken over several in the file is one paragraph."""
        text = re.sub(r"[ \t\n]+", " ", text).strip(" ")
        mistakes = [*find_mistakes(text, self.longest), *([] if text else ["is empty; write a text"])]
        length = 0 if mistakes else len(fill_in(text, self.longest))
        if length > rule.longest:
            counted = f"{length} letters with the longest names; there is room for {rule.longest}"
            mistakes.append(f"{counted}: shorten it by {length - rule.longest}")
        for mistake in mistakes:
            self._say(place, mistake)
        return text

    def _check_address(self, text: str, place: str) -> None:
        if not ADDRESS.fullmatch(text):
            self._say(place, f"'{text}' is no address; write {Kind.ADDRESS}")
        elif len(text) > LONGEST_ADDRESS:
            self._say(place, f"{len(text)} letters; there is room for {LONGEST_ADDRESS}: find a shorter address")


def _is_of_kind(value: Any, kind: Kind) -> bool:
    match kind:
        case Kind.LINE | Kind.ADDRESS:
            return isinstance(value, str)
        case Kind.DAY:
            return isinstance(value, date) and not isinstance(value, datetime)
        case Kind.PARAGRAPHS:
            return isinstance(value, list) and all(isinstance(each, str) for each in value)
        case Kind.ENTRIES:
            return isinstance(value, list) and all(isinstance(each, dict) for each in value)
