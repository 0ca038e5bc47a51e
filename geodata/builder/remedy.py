"""How coordinates that lie elsewhere would have to be read to lie in Denmark: in another system, another unit or with exchanged axes."""

from itertools import product

import numpy as np
from pyproj import CRS

from geodata.builder.crs import GRID_NAME, to_degrees
from geodata.builder.known import Known

SYSTEMS = (
    "EPSG:25832",
    "EPSG:4326",
    "EPSG:25833",
    "EPSG:3857",
    "EPSG:3035",
    "EPSG:4093",
    "EPSG:4094",
    "EPSG:4095",
    "EPSG:4096",
    "EPSG:4647",
)
UNITS = {1.0: "metres", 1000.0: "kilometres", 0.3048: "feet", 0.001: "millimetres"}  # by their length in metres
MOST = 0.9  # of the kommuner must lie at home for a reading to be the right one


def suggest(points: np.ndarray, codes: list[str], stated: CRS | None) -> str:
    """A sentence on what to do about coordinates that do not lie in Denmark as they are read now.

    Args:
        points: a point of each area as the file has it (n x 2).
        codes: the areas' kommunekoder.
        stated: the system that the file is said to be in.
    """
    found = _find_reading(points, codes)
    if found is None:
        return f"write longitude or easting first, and name the coordinate system with --crs, for example --crs {GRID_NAME}"
    system, metres, is_exchanged = found
    is_stated = stated is not None and stated.equals(CRS.from_user_input(system), ignore_axis_order=True)
    option = "" if is_stated else f"; then name the coordinate system with --crs {system}"
    if is_exchanged:
        return f"with exchanged axes they would lie in Denmark ({system}): write longitude or easting first{option}"
    if metres != 1:
        return f"they would lie in Denmark as {UNITS[metres]} of {system}: convert them to metres{option}"
    return f"they would lie in Denmark as {system}: name it with --crs {system}"


def _find_reading(points: np.ndarray, codes: list[str]) -> tuple[str, float, bool] | None:
    """The system, the unit in metres and whether the axes are exchanged: the simplest reading that has most kommuner at home."""
    known = Known.load()
    unknown = [""] * len(codes)  # a tile map has no kommune at home; that they lie in Denmark must do for it
    for homes in (codes, unknown):
        for is_exchanged, metres, system in product((False, True), UNITS, SYSTEMS):
            if metres == 1 or not CRS.from_user_input(system).is_geographic:
                degrees = to_degrees(points[:, ::-1] * metres if is_exchanged else points * metres, CRS.from_user_input(system))
                if known.count_at_home(degrees, homes) >= MOST:
                    return system, metres, is_exchanged
    return None
