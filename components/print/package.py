"""The welcome package's own pages for one kommune: finished texts and QR codes, which velkomstpakke.typ only puts in place."""

from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass
from datetime import date
from typing import Any, Self

from components import theme
from components.address.site import without_scheme
from components.print.drawn.pictures import draw_qr_code
from components.wording import texts
from components.wording.formats import format_date
from data.place import Place
from data.welcome.council import CouncilName, load_councils
from data.welcome.package_text import Event, Link, PackageText, load_package_text

COLOURS = ("INK", "DIM", "LINE", "PAPER", "CARD", "ACCENT", "SECOND", "EXAMPLE_NOTE")
DrawCode = Callable[[str], str]  # from an address to the SVG of its QR code
Package = dict[str, Any]


@dataclass(frozen=True)
class Packer:
    """Writes the pages that a kommune's package has besides its kommuneark.

    Attributes:
        text: the texts, with words in braces for what differs between kommuner.
        councils: name of each kommune and its council, by code.
    """

    text: PackageText
    councils: Mapping[str, CouncilName]

    @classmethod
    def load(cls, places: Mapping[str, Place]) -> Self:
        """Read and check the texts.

        Args:
            places: all places by code.

        Raises:
            TextError: a text or a council's name is not sound.
        """
        councils = load_councils(places)
        return cls(load_package_text(councils.values()), councils)

    def pack(self, code: str, today: date, *, with_opinions: bool = True) -> Package:
        """A kommune's pages.

        Args:
            code: the kommune.
            today: events before this day are left out.
            with_opinions: whether BL's mærkesager are in the package.

        Raises:
            KeyError: there is no such kommune.
        """
        name = self.councils[code]
        text = self.text.for_kommune(name, today, with_opinions=with_opinions)
        return build_package(text, name, lambda address: draw_qr_code(address).svg)


def build_package(text: PackageText, name: CouncilName, draw_code: DrawCode) -> Package:
    """The content of the package's own pages, ready for JSON; the keys are those that velkomstpakke.typ reads.

    Args:
        text: the texts with the kommune's names filled in (``PackageText.for_kommune``).
        name: the kommune and its council.
        draw_code: draws the QR codes of links and events.
    """
    opinions, events = text.opinions, text.events
    return {
        "kommune": name.kommune,
        "letter": asdict(text.letter),
        "contents": list(text.contents),
        "opinions": opinions and asdict(opinions) | {"more": _write_address(opinions.more_address, draw_code, opinions.more)},
        "cooperation": asdict(text.cooperation) | {"contacts": [_write_contact(asdict(contact)) for contact in text.cooperation.contacts]},
        "links": asdict(text.links) | {"links": [_write_link(link, draw_code) for link in text.links.links]},
        "events": events and asdict(events) | {"events": [_write_event(event, draw_code) for event in events.events]},
        "words": texts.WELCOME_PACKAGE,
        "colours": {colour.lower(): getattr(theme, colour) for colour in COLOURS},
    }


def _write_address(address: str, draw_code: DrawCode, purpose: str) -> dict[str, Any]:
    """An address three times: to click, as it is written, and as a QR code; empty texts where there is none."""
    if not address:
        return {"address": "", "written": "", "code": "", "alt": ""}
    alt = f"QR-kode, der fører til {address} ({purpose})"
    return {"address": address, "written": without_scheme(address), "code": draw_code(address), "alt": alt, "purpose": purpose}


def _write_contact(contact: Mapping[str, Any]) -> dict[str, Any]:
    return {**contact, "written": without_scheme(contact["address"])}


def _write_link(link: Link, draw_code: DrawCode) -> dict[str, Any]:
    return asdict(link) | _write_address(link.address, draw_code, link.title)


def _write_event(event: Event, draw_code: DrawCode) -> dict[str, Any]:
    when = f"{format_date(event.day.isoformat())}, {event.time}"
    words = {"when": when, "title": event.title, "text": event.text, "place": event.place}
    return words | _write_address(event.address, draw_code, f"{event.title}, {when}")
