"""The housing organisations of a kommune in words: for the panel, the page, the printed sheet and the welcome package."""

from dataclasses import dataclass

from components.wording.formats import SPACE, format_date, format_number
from components.wording.texts import BL_ADDRESS
from data.organisation.organisation import Organisation, OrganisationList
from data.place import Place

LIST_ADDRESS = BL_ADDRESS  # where BL has its members
FIND_AT = "Find dem hos BL"
MORE = "og {antal} mere"
HEADING = "Boligorganisationer"


@dataclass(frozen=True)
class Line:
    """An organisation as it is printed, with texts that are empty where nothing was told.

    Attributes:
        name: of the organisation.
        website: its address, to follow.
        written: the same, to read: "www.bl.dk".
        phone: as it is printed.
        email: its address.
        facts: contact, dwellings and membership in one line: "Kundeservice · 1.240 boliger · medlem af BL".
        is_example: whether it is made up.
    """

    name: str
    website: str
    written: str
    phone: str
    email: str
    facts: str
    is_example: bool


def name_list(place: Place) -> str:
    """The heading of a kommune's list: "Boligorganisationer i Kalundborg", "Boligorganisationer på Læsø"."""
    return f"{HEADING} {place.where}"


def list_lines(place: Place, organisations: OrganisationList | None) -> list[Line]:
    """The organisations of a kommune, in Danish order; none where the list has not come."""
    return [_write(one) for one in organisations.of_kommune(place.code)] if organisations else []


def _write(one: Organisation) -> Line:
    written = one.website.rpartition("://")[2].rstrip("/")
    return Line(one.name, one.website, written, one.phone, one.email, _list_facts(one), one.is_example)


def _list_facts(one: Organisation) -> str:
    number = "" if one.dwellings is None else format_number(one.dwellings, 0)
    dwellings = f"{number}{SPACE}{'bolig' if number == '1' else 'boliger'}" if number else ""
    member = {True: "medlem af BL", False: "ikke medlem af BL", None: ""}[one.is_member]
    return " · ".join(part for part in (one.contact, dwellings, member) if part)


def describe_absence(place: Place, organisations: OrganisationList | None) -> str:
    """Why a kommune has no organisations here, before the link to BL; empty where it has some."""
    if organisations is None:
        return f"Listen over boligorganisationerne i {place.full_name} er ikke med her endnu."
    return "" if organisations.of_kommune(place.code) else f"Listen nævner ingen boligorganisation i {place.full_name}."


def cite_list(organisations: OrganisationList) -> str:
    """The list's source and date: "Kilde: Boligorganisationer 2026, 1. december 2026."."""
    return f"Kilde: {organisations.title}, {format_date(organisations.read)}."


@dataclass(frozen=True)
class PrintedList:
    """A kommune's list as it is printed, with texts that are empty where they do not apply.

    Attributes:
        title: its heading.
        lines: the organisations.
        absence: why there are none, and where they are found.
        source: of the list, with its date.
        more: "og {antal} mere", for those that find no room.
    """

    title: str
    lines: tuple[Line, ...]
    absence: str
    source: str
    more: str = MORE


def print_list(place: Place, organisations: OrganisationList | None) -> PrintedList:
    """The list of a kommune for the printed sheet and the welcome package."""
    absence = describe_absence(place, organisations)
    where = f" {FIND_AT}: {LIST_ADDRESS.rpartition('://')[2].rstrip('/')}." if absence else ""
    source = "" if absence or organisations is None else cite_list(organisations)
    return PrintedList(name_list(place), tuple(list_lines(place, organisations)), absence + where, source)
