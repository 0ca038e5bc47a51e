"""How an organisation is reached: what a website, an e-mail address and a telephone number may be, and how each is kept."""

import re

from data.organisation.text_field import tidy_text
from data.problem import shorten

LONGEST_WEBSITE, LONGEST_EMAIL = 200, 100
LABEL = r"[a-z0-9æøåäöüé](?:[a-z0-9æøåäöüé-]{0,61}[a-z0-9æøåäöüé])?"  # a host may have Danish letters, and those of the neighbours
HOST = rf"(?:{LABEL}\.)+(?:[a-z]{{2,24}}|xn--[a-z0-9-]{{2,59}})"
SCHEME = re.compile(r"([a-z][a-z0-9+.-]*)://", re.IGNORECASE)
SITE = re.compile(HOST, re.ASCII)
LOCAL = r"[A-Za-z0-9æøåÆØÅ_+-]+(?:\.[A-Za-z0-9æøåÆØÅ_+-]+)*"  # no ? or &: those would add to the message in a mailto: link
EMAIL = re.compile(rf"({LOCAL})@({HOST})", re.ASCII)
UNSAFE = set('\\"<>^`{|}')  # in an address: browsers read \ as /, and the others must be written as %-codes
DENMARK = "45"
DANISH_DIGITS = 8
FOREIGN_DIGITS = range(6, 16)
SEPARATORS = re.compile(r"[ .\-‐‑–()]+")


def read_website(text: str) -> str:
    """The address of a website, with its scheme; empty if none is given.

    >>> read_website("www.BL.dk/Boliger"), read_website("http://bl.dk")
    ('https://www.bl.dk/Boliger', 'http://bl.dk')

    Raises:
        ValueError: it can't be one; the message says what came and what to do.
    """
    if not text:
        return ""
    written = tidy_text(text)
    found = SCHEME.match(written)
    scheme = found[1].lower() if found else "https"
    host, rest = _split_address(written[found.end() :] if found else written)
    website = f"{scheme}://{host.lower()}{rest}"
    if fault := _find_fault(written, scheme, host.lower(), website):
        raise ValueError(f"'{shorten(written)}' {fault}; write the address of a website, such as www.eksempel.dk")
    return website


def _split_address(address: str) -> tuple[str, str]:
    """The host and what follows it."""
    end = next((number for number, mark in enumerate(address) if mark in "/?#"), len(address))
    return address[:end], address[end:]


def _find_fault(written: str, scheme: str, host: str, website: str) -> str:
    """Why an address is none, or an empty text."""
    if " " in written:
        return "has a space in it"
    if scheme not in {"http", "https"}:
        return f"begins with {scheme}://, and neither http:// nor https://"
    if "@" in host:
        return "has a @ before its first slash, like an e-mail address or a password"
    if UNSAFE & set(written):
        return f"has the mark {next(mark for mark in written if mark in UNSAFE)} in it"
    if not SITE.fullmatch(host):
        return "has no sound host name"
    return f"has {len(website)} characters, more than {LONGEST_WEBSITE}" if len(website) > LONGEST_WEBSITE else ""


def read_email(text: str) -> str:
    """An e-mail address; empty if none is given.

    >>> read_email("kontakt@Eksempel.example")
    'kontakt@eksempel.example'

    Raises:
        ValueError: it can't be one; the message says what came and what to do.
    """
    if not text:
        return ""
    written = tidy_text(text)
    local, at, host = written.rpartition("@")
    email = f"{local}{at}{host.lower()}"
    expected = "write one e-mail address, such as kontakt@eksempel.dk"
    if len(email) > LONGEST_EMAIL:
        raise ValueError(f"'{shorten(written)}' has {len(email)} characters, more than {LONGEST_EMAIL}; {expected}")
    if not EMAIL.fullmatch(email):
        raise ValueError(f"'{shorten(written)}' is no e-mail address; {expected}")
    return email


def read_phone(text: str) -> str:
    """A telephone number as it is printed; empty if none is given. A Danish one has no +45.

    >>> read_phone("+45 12345678"), read_phone("0045 12-34-56-78"), read_phone("4512345678")
    ('12 34 56 78', '12 34 56 78', '12 34 56 78')
    >>> read_phone("+46 8-123 456")
    '+46 8 123 456'

    Raises:
        ValueError: it can't be one; the message says what came and what to do.
    """
    if not text:
        return ""
    written = tidy_text(text)
    plain = SEPARATORS.sub(" ", written).strip()
    is_abroad, digits = plain.startswith("+"), plain.removeprefix("+").replace(" ", "")
    if not digits.isascii() or not digits.isdigit() or "(0)" in written:
        raise ValueError(_describe_phone(written))
    danish = digits.removeprefix("00") if digits.startswith(f"00{DENMARK}") and len(digits) > DANISH_DIGITS else digits
    if danish.startswith(DENMARK) and len(danish) == DANISH_DIGITS + len(DENMARK):
        danish, is_abroad = danish.removeprefix(DENMARK), False
    if not is_abroad and len(danish) == DANISH_DIGITS:
        return " ".join(danish[start : start + 2] for start in range(0, DANISH_DIGITS, 2))
    if is_abroad and len(digits) in FOREIGN_DIGITS and not digits.startswith(("0", DENMARK)):
        return f"+{plain.removeprefix('+').strip()}"
    raise ValueError(_describe_phone(written))


def _describe_phone(written: str) -> str:
    return f"'{shorten(written)}' is no telephone number; write eight digits, such as 12 34 56 78, or begin with + for another country"
