"""The texts of the welcome package: what BL's communications people edit, checked and filled with a kommune's names.

They are in ``velkomstpakke/``, a file for each part. The texts have a kommune's names but none of its figures: those are in the
kommuneark, which is printed from its profile.
"""

import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields, is_dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any, TypeVar

from data.problem import TextError
from data.welcome.council import CouncilName
from data.welcome.placeholder import fill_in, longest_words, name_words
from data.welcome.text_rule import TextReader, address, calendar_day, entries, line, paragraphs

FOLDER = Path(__file__).parents[1] / "velkomstpakke"
T = TypeVar("T")


@dataclass(frozen=True)
class Letter:
    """The cover letter, ``brev.toml``. Below ``contents_heading`` comes a line for each other part of the package."""

    heading: str = line("overskrift", 80)
    paragraphs: tuple[str, ...] = paragraphs("afsnit", 420, most=5)
    contents_heading: str = line("indhold_overskrift", 60)
    sheet_mention: str = line("kommuneark_omtale", 110)
    greeting: str = line("hilsen", 60)
    sender: str = line("afsender", 80)
    partner: str = line("i_samarbejde_med", 80)


@dataclass(frozen=True)
class Opinion:
    """One of BL's mærkesager."""

    title: str = line("titel", 60)
    text: str = line("tekst", 330)


@dataclass(frozen=True)
class Opinions:
    """BL's mærkesager (the policies it stands for), ``maerkesager.toml``. ``mark`` stands once on their page: they are opinions."""

    heading: str = line("overskrift", 60)
    mention: str = line("omtale", 110)
    mark: str = line("maerke", 30)
    introduction: str = line("indledning", 300)
    opinions: tuple[Opinion, ...] = entries("sag", Opinion, most=8)
    more: str = line("laes_mere", 80)
    more_address: str = address("laes_mere_adresse")


@dataclass(frozen=True)
class Topic:
    """Something that kommune and housing organisations do together."""

    title: str = line("titel", 60)
    paragraphs: tuple[str, ...] = paragraphs("afsnit", 280, most=2)


@dataclass(frozen=True)
class Contact:
    """Whom to ask about a subject."""

    who: str = line("hvem", 80)
    what: str = line("hvad", 140)
    address: str = address("adresse", optional=True)


@dataclass(frozen=True)
class Cooperation:
    """How kommune and housing organisations work together, ``samarbejde.toml``."""

    heading: str = line("overskrift", 80)
    mention: str = line("omtale", 110)
    introduction: str = line("indledning", 300)
    topics: tuple[Topic, ...] = entries("emne", Topic, most=6)
    contact_heading: str = line("kontakt_overskrift", 60)
    contacts: tuple[Contact, ...] = entries("kontakt", Contact, most=4)


@dataclass(frozen=True)
class Link:
    """A page to read on."""

    title: str = line("titel", 60)
    text: str = line("tekst", 140)
    address: str = address("adresse")


@dataclass(frozen=True)
class Links:
    """Where to read on, ``links.toml``."""

    heading: str = line("overskrift", 60)
    mention: str = line("omtale", 110)
    links: tuple[Link, ...] = entries("link", Link, most=6)


@dataclass(frozen=True)
class Event:
    """An event for council members. ``time`` and ``place`` are texts, as they are printed."""

    day: date = calendar_day("dato")  # noqa: RUF009 - a field as the others
    time: str = line("tid", 30)
    title: str = line("titel", 70)
    text: str = line("tekst", 200)
    place: str = line("sted", 60)
    address: str = address("adresse", optional=True)


def _read_clock(time: str) -> tuple[int, int]:
    """Hour and minute at which an event begins, to sort by; before all others where the text has none.

    >>> _read_clock("kl. 9.30-12.00"), _read_clock("kl. 17"), _read_clock("hele dagen")
    ((9, 30), (17, 0), (-1, 0))
    """
    found = re.search(r"(\d{1,2})(?:[.:](\d\d))?", time)
    return (int(found[1]), int(found[2] or 0)) if found else (-1, 0)


@dataclass(frozen=True)
class Events:
    """Events, ``arrangementer.toml``, in any order."""

    heading: str = line("overskrift", 60)
    mention: str = line("omtale", 110)
    events: tuple[Event, ...] = entries("arrangement", Event, most=4, optional=True)

    def upcoming(self, today: date) -> "Events | None":
        """The events that are not over, in order of time; an event is over after its day. None if there is none."""
        left = sorted((event for event in self.events if event.day >= today), key=lambda event: (event.day, *_read_clock(event.time)))
        return replace(self, events=tuple(left)) if left else None


@dataclass(frozen=True)
class PackageText:
    """All texts of the package. ``opinions`` and ``events`` are None where they are left out."""

    letter: Letter
    cooperation: Cooperation
    links: Links
    opinions: Opinions | None
    events: Events | None

    @property
    def contents(self) -> tuple[str, ...]:
        """The letter's list of what else is in the package, a line for each part, in the order of its pages.

        The kommuneark is the third page: a sheet of paper by itself, after the letter and what is printed on its back.
        """
        before = self.opinions or self.cooperation
        after = (self.cooperation if self.opinions else None, self.links, self.events)
        return (before.mention, self.letter.sheet_mention, *(part.mention for part in after if part is not None))

    def for_kommune(self, name: CouncilName, today: date, *, with_opinions: bool = True) -> "PackageText":
        """The texts for a kommune's council.

        Args:
            name: the kommune and its council.
            today: earlier events are left out.
            with_opinions: whether BL's mærkesager are in the package.
        """
        events = self.events.upcoming(today) if self.events else None
        chosen = replace(self, opinions=self.opinions if with_opinions else None, events=events)
        return _fill(chosen, name_words(name))


def _fill(part: T, words: Mapping[str, str]) -> T:
    """A part in which the placeholders of every text are filled in."""
    if is_dataclass(part) and not isinstance(part, type):
        filled = {each.name: _fill_value(getattr(part, each.name), words) for each in fields(part)}
        return replace(part, **filled)
    return part


def _fill_value(value: Any, words: Mapping[str, str]) -> Any:
    if isinstance(value, str):
        return fill_in(value, words)
    if isinstance(value, tuple):
        return tuple(_fill_value(each, words) for each in value)
    return _fill(value, words)


FILES: Mapping[str, type[Any]] = {
    "brev.toml": Letter,
    "maerkesager.toml": Opinions,
    "samarbejde.toml": Cooperation,
    "links.toml": Links,
    "arrangementer.toml": Events,
}


def load_package_text(names: Iterable[CouncilName], folder: Path = FOLDER) -> PackageText:
    """Read and check all files.

    Args:
        names: those of all kommuner: a text must fit its page with the longest.
        folder: where the files are.

    Raises:
        TextError: a text is missing, of another kind, too long or under an unknown key, or has an unknown placeholder.
    """
    reader = TextReader(longest_words(names))
    parts: dict[type[Any], Any] = {}
    for file, kind in FILES.items():
        table = _parse(folder / file, reader)
        parts[kind] = None if table is None else reader.read(kind, table, file)
    if reader.problems:
        raise TextError(reader.problems)
    return PackageText(parts[Letter], parts[Cooperation], parts[Links], parts[Opinions], parts[Events])


def _parse(path: Path, reader: TextReader) -> dict[str, Any] | None:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        reader.problems.append(f"{path.name}: the file is missing; restore it")
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        reader.problems.append(f"{path.name}: {error}; look for a quotation mark or bracket that is not closed")
    return None
