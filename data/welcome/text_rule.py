"""Rules for texts that are edited by hand: of which kind each is, and how long it may be on its page.

A part of the package is a frozen dataclass. Each field says by ``line``, ``paragraphs`` and so on which Danish key it has in the
file, and which rule its text must follow. ``TextReader`` makes the part from a parsed file, and gathers all problems, so that an
editor is told of everything at once::

    @dataclass(frozen=True)
    class Link:
        title: str = line("titel", 60)
        address: str = address("adresse")

    TextReader(longest).read(Link, {"titel": "BL", "adresse": "https://bl.dk/"}, "links.toml")  # Link("BL", "https://bl.dk/")
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
    """Any dataclass."""

    __dataclass_fields__: ClassVar[dict[str, Field[Any]]]


P = TypeVar("P", bound=Part)


class Kind(StrEnum):
    """The kinds of value that a key may have, as messages name them."""

    LINE = "a text in quotation marks"
    PARAGRAPHS = "a list of texts in brackets"
    ADDRESS = "an address in quotation marks that begins with https://"
    DAY = "a date without quotation marks, such as 2027-03-10"
    ENTRIES = "a section of its own in double brackets"


@dataclass(frozen=True)
class Rule:
    """Which value a key may have.

    ``longest`` is the number of letters that a line, or each paragraph, may have with the longest names filled in; ``most`` is the
    number of paragraphs or entries; ``entry`` is the dataclass of an entry.
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
    """Makes parts from parsed files, and gathers the problems of all of them.

    Attributes:
        problems: a sentence for each, which begins with the file and the key.
    """

    def __init__(self, longest: Mapping[str, str]) -> None:
        """Start without problems.

        Args:
            longest: the longest word that each placeholder can become; lengths are counted with these.
        """
        self.longest = longest
        self.problems: list[str] = []

    def read(self, kind: type[P], table: Mapping[str, Any], place: str) -> P | None:
        """Make a part; None, and a problem for each thing, where something is wrong with it.

        Args:
            kind: the part's dataclass.
            table: the content of the file, as ``tomllib`` gives it.
            place: what messages call it: "brev.toml", or "maerkesager.toml, sag 3".
        """
        before = len(self.problems)
        rules: dict[str, Rule] = {each.name: each.metadata[RULE] for each in fields(kind)}
        keys = [rule.key for rule in rules.values()]
        for key in table:
            if key not in keys:
                self._add_problem(f"{place}, {key}", f"there is no such key; the keys are {', '.join(keys)}")
        values = {name: self._read_value(rule, table.get(rule.key), f"{place}, {rule.key}") for name, rule in rules.items()}
        return kind(**values) if len(self.problems) == before else None

    def _add_problem(self, place: str, problem: str) -> None:
        self.problems.append(f"{place}: {problem}")

    def _read_value(self, rule: Rule, value: Any, place: str) -> Any:
        if value is None:
            if not rule.optional:
                self._add_problem(place, f"is missing; write {rule.kind}")
            return () if rule.kind is Kind.ENTRIES else ""
        if not _is_of_kind(value, rule.kind):
            self._add_problem(place, f"{value!r} is something else; write {rule.kind}")
            return None
        return self._read_several(rule, value, place) if isinstance(value, list) else self._read_one(rule, value, place)

    def _read_one(self, rule: Rule, value: Any, place: str) -> Any:
        if rule.kind is Kind.ADDRESS:
            self._check_address(value, place)
        return self._read_text(value, rule, place) if rule.kind is Kind.LINE else value

    def _read_several(self, rule: Rule, values: list[Any], place: str) -> tuple[Any, ...]:
        if len(values) > rule.most:
            self._add_problem(place, f"{len(values)} of them; the page has room for {rule.most}: take {len(values) - rule.most} away")
        if not values and not rule.optional:
            self._add_problem(place, "there is none; write one")
        if rule.kind is Kind.ENTRIES:
            return tuple(self.read(rule.entry, entry, f"{place} {number}") for number, entry in enumerate(values, 1))
        return tuple(self._read_text(text, rule, f"{place} {number}") for number, text in enumerate(values, 1))

    def _read_text(self, text: str, rule: Rule, place: str) -> str:
        """The text on one line: lines that are broken in the file belong to one paragraph."""
        text = re.sub(r"[ \t\n]+", " ", text).strip(" ")
        mistakes = [*find_mistakes(text, self.longest), *([] if text else ["is empty; write a text"])]
        length = 0 if mistakes else len(fill_in(text, self.longest))
        if length > rule.longest:
            counted = f"{length} letters with the longest names; there is room for {rule.longest}"
            mistakes.append(f"{counted}: shorten it by {length - rule.longest}")
        for mistake in mistakes:
            self._add_problem(place, mistake)
        return text

    def _check_address(self, text: str, place: str) -> None:
        if not ADDRESS.fullmatch(text):
            self._add_problem(place, f"'{text}' is no address; write {Kind.ADDRESS}")
        elif len(text) > LONGEST_ADDRESS:
            self._add_problem(place, f"{len(text)} letters; there is room for {LONGEST_ADDRESS}: find a shorter address")


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
