"""The welcome package's own pages, as the finished words and codes that velkomstpakke.typ sets: the texts, one kommune's."""

from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass
from datetime import date
from typing import Any, Self

from components import theme
from components.address.site import without_scheme
from components.print.pictures import picture_code
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
    """Writes the pages that a kommune's package has besides its kommuneark, from the texts and the councils' names."""

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
        return build_package(text, name, lambda address: picture_code(address).svg)


def build_package(text: PackageText, name: CouncilName, draw_code: DrawCode) -> Package:
    """What stands on the package's pages besides the kommuneark.

    Args:
        text: the texts with the kommune's names, ``PackageText.for_kommune``.
        name: the kommune and its council.
        draw_code: draws the QR codes of links and events.
    """
    return {
        "kommune": name.kommune,
        "letter": asdict(text.letter),
        "contents": list(text.contents),
        "opinions": text.opinions and asdict(text.opinions) | {"more": _lead_to(text.opinions.more_address, draw_code, text.opinions.more)},
        "cooperation": asdict(text.cooperation) | {"contacts": [_write_contact(asdict(contact)) for contact in text.cooperation.contacts]},
        "links": asdict(text.links) | {"links": [_write_link(link, draw_code) for link in text.links.links]},
        "events": text.events and asdict(text.events) | {"events": [_announce(event, draw_code) for event in text.events.events]},
        "words": texts.WELCOME_PACKAGE,
        "colours": {colour.lower(): getattr(theme, colour) for colour in COLOURS},
    }


def _lead_to(address: str, draw_code: DrawCode, purpose: str) -> dict[str, Any]:
    """An address to click, to write and to scan; empty where there is none."""
    if not address:
        return {"address": "", "written": "", "code": "", "alt": ""}
    said = f"QR-kode, der fører til {address} ({purpose})"
    return {"address": address, "written": without_scheme(address), "code": draw_code(address), "alt": said, "purpose": purpose}


def _write_contact(contact: Mapping[str, Any]) -> dict[str, Any]:
    return {**contact, "written": without_scheme(contact["address"])}


def _write_link(link: Link, draw_code: DrawCode) -> dict[str, Any]:
    return asdict(link) | _lead_to(link.address, draw_code, link.title)


def _announce(event: Event, draw_code: DrawCode) -> dict[str, Any]:
    when = f"{format_date(event.day.isoformat())}, {event.time}"
    told = {"when": when, "title": event.title, "text": event.text, "place": event.place}
    return told | _lead_to(event.address, draw_code, f"{event.title}, {when}")
