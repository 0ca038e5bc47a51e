"""What a name of an organisation, and the function of who is to be asked, may be; and what no text may have in it."""

import re
import unicodedata

from data.problem import shorten

SHORTEST_NAME, LONGEST_NAME = 2, 100
LONGEST_CONTACT = 80
HIDDEN = {"Cc", "Cf", "Co", "Cs", "Cn"}  # Unicode's kinds of characters that can't be seen: control, format, private, half, unassigned
LOST = "\ufffd"  # what stands for a character that could not be decoded
ESCAPED = re.compile(r"_x[0-9A-Fa-f]{4}_")  # how Excel stores a control character, such as the end of a line from another system
NUMBER = re.compile(r"\d(?:[ .-]?\d){5,}", re.ASCII)  # six digits or more, also in groups: a telephone number


def tidy_text(text: str) -> str:
    """A text on one line, with single spaces, and each letter written in one way (Unicode NFC).

    >>> tidy_text(" Eksempel  Boligforening ")
    'Eksempel Boligforening'
    >>> tidy_text("A\u030arhus")
    'Århus'

    Raises:
        ValueError: it has a character that can't be seen, or one that was lost.
    """
    tidy = " ".join(unicodedata.normalize("NFC", text).split())
    hidden = next((f"U+{ord(mark):04X}" for mark in tidy if unicodedata.category(mark) in HIDDEN), "")
    if escaped := ESCAPED.search(tidy):
        hidden = escaped[0]
    if hidden:
        raise ValueError(f"'{shorten(_show(tidy))}' has the hidden character {hidden}; write the text again by hand, and do not paste it")
    if LOST in tidy:
        raise ValueError(f"'{shorten(tidy)}' has a character that was lost when the file was saved; write it again, and save it as UTF-8")
    return tidy


def _show(text: str) -> str:
    """A text as a message can quote it: without what can't be seen."""
    return "".join(mark for mark in text if unicodedata.category(mark) not in HIDDEN)


def organisation_key(name: str) -> str:
    """A key that all spellings of one organisation's name share: capitals, spaces, hyphens, and å or aa do not count.

    >>> organisation_key("Århus-Eksempel Bolig") == organisation_key("AARHUS EKSEMPELBOLIG")
    True
    """
    return re.sub(r"[\s\-‐‑–—]", "", name.casefold()).replace("å", "aa")


def read_name(text: str) -> str:
    """The name of an organisation.

    >>> read_name("Eksempel  Boligforening")
    'Eksempel Boligforening'

    Raises:
        ValueError: it can't be one; the message says what came and what to do.
    """
    name = _read_words(text, "the name of the organisation")
    if not SHORTEST_NAME <= len(name) <= LONGEST_NAME:
        raise ValueError(
            f"'{shorten(name)}' has {len(name)} characters; write the name of the organisation in {SHORTEST_NAME} to {LONGEST_NAME}"
        )
    return name


def read_contact(text: str) -> str:
    """The function of who is to be asked; empty if none is given.

    >>> read_contact("Kundeservice")
    'Kundeservice'

    Raises:
        ValueError: it is too long, or has an e-mail address or a number in it.
    """
    if not text:
        return ""
    contact = _read_words(text, "a function such as Kundeservice")
    if len(contact) > LONGEST_CONTACT:
        raise ValueError(f"'{shorten(contact)}' has {len(contact)} characters; write a function in at most {LONGEST_CONTACT}")
    if "@" in contact:
        raise ValueError(f"'{shorten(contact)}' has an e-mail address; write a function here, and the address in its own column")
    if NUMBER.search(contact):
        raise ValueError(f"'{shorten(contact)}' has a long number; write a function here, and a telephone number in its own column")
    return contact


def _read_words(text: str, expected: str) -> str:
    words = tidy_text(text)
    if not any(mark.isalpha() for mark in words):
        raise ValueError(f"'{shorten(words)}' has no letter; write {expected}")
    if words[0] in "=+-@":  # a spreadsheet that opens our files as CSV would take it for a formula
        raise ValueError(f"'{shorten(words)}' begins with {words[0]} like a formula; write {expected}")
    return words
