"""Which coordinate system a border file is in: what it says, what ``--crs`` says, and what its coordinates can be."""

from collections.abc import Callable

import geopandas as gpd
import numpy as np
import shapely
from pyproj import CRS, Transformer
from pyproj.exceptions import CRSError, ProjError

from geodata.problem import BorderError

GRID_CRS = 25832  # ETRS89 / UTM zone 32N, metres: the official Danish projection
GRID_NAME = f"EPSG:{GRID_CRS}"
DEGREES = 4326  # WGS84 longitude and latitude
Tell = Callable[[str], object]  # takes a remark for the terminal


def keep_silent(remark: str) -> None:
    """Tell nobody."""


def read_crs(text: str) -> CRS:
    """The coordinate system that ``--crs`` names.

    >>> read_crs("25832").to_string(), read_crs("EPSG:4326").is_geographic
    ('EPSG:25832', True)

    Raises:
        BorderError: there is none of that name, or it has no longitude and latitude or easting and northing.
    """
    try:
        crs = CRS.from_user_input(text.strip())
    except CRSError as error:
        raise BorderError(
            f"--crs {text!r} is no coordinate system that is known; give an EPSG code, for example --crs EPSG:25832"
        ) from error
    if not _is_of_a_map(crs):
        raise BorderError(
            f"--crs {text} is {crs.name}, which has no eastings and northings and no degrees; give for example --crs EPSG:25832"
        )
    return crs


def settle_crs(features: gpd.GeoDataFrame, wanted: str | None, remedy: Callable[[], str], tell: Tell) -> gpd.GeoDataFrame:
    """The features with the coordinate system that they are in.

    ``wanted`` is believed before the file: GeoJSON without a CRS is in degrees by definition, though many have metres in it. A
    file that says nothing and has degrees is taken as WGS84, as TopoJSON is by custom.

    Args:
        features: as read.
        wanted: what ``--crs`` names, if it is given.
        remedy: says which ``--crs`` would be right, when it has to be told.
        tell: takes a remark for the terminal.

    Raises:
        BorderError: the file does not say it, or has no degrees though it says so.
    """
    own = features.crs if features.crs is not None and _is_of_a_map(features.crs) else None
    crs = read_crs(wanted) if wanted is not None else own
    has_degrees = _has_degrees(features)
    if crs is None and not has_degrees:
        came = f"the file does not say its coordinate system; name it with --crs, for example --crs {GRID_NAME}"
        raise BorderError(f"{came}; its coordinates ({_write_bounds(features)}) are no degrees, and {remedy()}")
    if crs is None:
        crs = CRS.from_epsg(DEGREES)
        tell("the file does not say its coordinate system; its degrees are taken as EPSG:4326")
    if crs.is_geographic and not has_degrees:
        said = "--crs" if wanted is not None else "the file, or its format,"
        raise BorderError(f"{said} says {name_crs(crs)}, but the coordinates ({_write_bounds(features)}) are no degrees; {remedy()}")
    if wanted is not None and own is not None and not own.equals(crs, ignore_axis_order=True):
        tell(f"the file, or its format, says {name_crs(own)}; {name_crs(crs)} is taken instead, as --crs says")
    return features.set_crs(crs, allow_override=True)


def to_degrees(points: np.ndarray, crs: CRS) -> np.ndarray:
    """Points (n x 2, easting or longitude first) as longitude and latitude in EPSG:4326; infinite where a point is nowhere on the globe."""
    x, y = Transformer.from_crs(crs, DEGREES, always_xy=True).transform(points[:, 0], points[:, 1])
    return np.stack([x, y], axis=1)


def project(features: gpd.GeoDataFrame) -> gpd.GeoDataFrame:
    """The features in EPSG:25832, without heights.

    Raises:
        BorderError: a coordinate is none, or can't be projected.
    """
    features = features.set_geometry(features.geometry.force_2d())
    try:
        projected = features.to_crs(GRID_CRS)
    except ProjError as error:
        raise BorderError(
            f"the borders can't be projected from {name_crs(features.crs)} ({error}); name the right one with --crs"
        ) from error
    points, owners = shapely.get_coordinates(projected.geometry.to_numpy(), return_index=True)
    wrong = set(owners[~np.isfinite(points).all(axis=1)])
    if wrong:
        came = f"{len(wrong)} of {len(features)} areas have coordinates that are none, or can't be projected from {name_crs(features.crs)}"
        raise BorderError(f"{came}; repair them, or name the right coordinate system with --crs")
    return projected


def name_crs(crs: CRS) -> str:
    """Its EPSG code where it has one, else its name."""
    code = crs.to_epsg()
    return f"EPSG:{code}" if code else str(crs.name)


def _is_of_a_map(crs: CRS) -> bool:
    """Not heights, not a globe's X, Y and Z, and not the "undefined Cartesian" that a GeoPackage has where nothing was said."""
    return bool(crs.is_geographic or crs.is_projected)


def _has_degrees(features: gpd.GeoDataFrame) -> bool:
    west, south, east, north = features.total_bounds
    return bool(west >= -360 and east <= 360 and south >= -360 and north <= 360)  # 360: degrees of exchanged axes are degrees


def _write_bounds(features: gpd.GeoDataFrame) -> str:
    west, south, east, north = features.total_bounds
    return f"x {west:.0f} to {east:.0f}, y {south:.0f} to {north:.0f}"
