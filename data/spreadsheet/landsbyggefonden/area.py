"""Rows that are no kommune's: the country's, totals and regions."""

import re
from collections.abc import Collection, Mapping

from data.place import Place, PlaceKind
from data.spreadsheet.heading import tidy

COUNTRY_NAMES = {"hele landet", "landet", "danmark", "landstotal"}
TOTALS = {"i alt", "i-alt", "ialt", "total"}  # the country's row, if there is one such and none of the others
REGION = re.compile(r"(region|landsdel)\b")


def list_regions(places: Mapping[str, Place]) -> set[str]:
    """The names of the regioner, tidy, as they are written with "Region" and without."""
    regions = [place for place in places.values() if place.kind in {PlaceKind.REGION, PlaceKind.COMING}]
    names = {tidy(name) for place in regions for name in (place.name, *place.other_names)}
    return names | {name.removeprefix("region ") for name in names}


def is_region(name: str, regions: Collection[str]) -> bool:
    """Whether a row is that of a region or a landsdel.

    >>> is_region("Region Nord", []), is_region("Nord", ["nord"]), is_region("Regionen er uden", [])
    (True, True, False)
    """
    return bool(REGION.match(tidy(name))) or tidy(name) in regions


def is_area(name: str, regions: Collection[str]) -> bool:
    """Whether a row is that of the country, a total or a region."""
    return tidy(name) in COUNTRY_NAMES | TOTALS or is_region(name, regions)
