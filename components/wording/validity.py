"""Since when and until when a place is what it is, in words: regioner and names of kommuner change by law, from one day to the next."""

from datetime import date, timedelta

from components.wording.formats import format_date
from data.place import Place, PlaceKind


def describe_validity(place: Place) -> str:
    """From when or until when, and what comes after; empty where no change is known.

    >>> west = Place("1098", "Region Vest", "Region Vest", PlaceKind.REGION, valid_to="2026-12-31", next_name="Region Ny")
    >>> describe_validity(west).replace("\u00a0", " ")
    'til 31. december 2026, derefter en del af Region Ny'
    """
    if place.kind is PlaceKind.COMING:
        return f"fra {format_date(place.valid_from)}"
    if not place.valid_to:
        return ""
    after = f"en del af {place.next_name}" if place.kind is PlaceKind.REGION else place.next_name
    return f"til {format_date(place.valid_to)}{f', derefter {after}' if place.next_name else ''}"


def name_with_validity(place: Place) -> str:
    """The name, and its limit in time where one is known: "Region Ny (fra 1. januar 2027)"; for lists and options."""
    validity = describe_validity(place).partition(",")[0]
    return f"{place.name} ({validity})" if validity else place.name


def describe_move(former: Place) -> str:
    """What became of a region that an older address names.

    >>> west = Place("1098", "Region Vest", "Region Vest", PlaceKind.REGION, valid_to="2026-12-31", next_name="Region Ny")
    >>> describe_move(west).replace("\u00a0", " ")
    'Region Vest er fra 1. januar 2027 en del af Region Ny, som vises i stedet.'
    """
    first = date.fromisoformat(former.valid_to) + timedelta(days=1)
    return f"{former.name} er fra {format_date(first.isoformat())} en del af {former.next_name}, som vises i stedet."
