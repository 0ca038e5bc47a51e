"""Organisations for tests, of no real organisation."""

from data.organisation.organisation import Organisation, OrganisationList
from data.place import PlaceKind
from data.place_table import load_places
from tests.days import TODAY

PLACES = load_places(TODAY)
KOMMUNER = [place for place in PLACES.values() if place.kind is PlaceKind.KOMMUNE]
CODES = [place.code for place in KOMMUNER]


def make(kommune: str = "0326", name: str = "Prøvebo", **more: object) -> Organisation:
    """An organisation of which nothing is told but what is given."""
    told = {"website": "", "phone": "", "email": "", "contact": "", "dwellings": None, "is_member": None} | more
    return Organisation(kommune, name, **told)  # type: ignore[arg-type]


def make_list(*organisations: Organisation) -> OrganisationList:
    """A list as it was delivered."""
    return OrganisationList(organisations, "Boligorganisationer 2026", "2026-12-01", "Anna Ørsted, BL", "2026")


FULL = make(
    name="Prøvebo, afd. »Øst« & \"Vest\"",
    website="https://www.prøvebo.example/boliger?by=Svebølle,1",
    phone="12 34 56 78",
    email="kontakt@prøvebo.example",
    contact="Udlejning, Kalundborg",
    dwellings=1234,
    is_member=True,
)  # fmt: skip
FEW = make_list(
    FULL,
    make("0751", "Århus Prøvebo", is_member=False, dwellings=0),
    make("0101", "prøvebo Ø"),
    make("0101", "Aa Prøvebo"),
    make("0101", "Zebra Prøvebo", phone="+46 8 123 456"),
    make("0751", "Prøvebo"),
)
