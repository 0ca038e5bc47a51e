"""Whether the borders lie where Denmark lies, and each kommune where it belongs."""

import geopandas as gpd
import numpy as np
import shapely

from geodata.builder.crs import GRID_CRS, Tell, name_crs, to_degrees
from geodata.builder.known import MARGIN, Known, within, write_box
from geodata.builder.remedy import suggest
from geodata.map_part import Box
from geodata.problem import BorderError

MOST = 0.9  # of the kommuner
SHARE = 0.5  # of the land that is known of a kommune; the official borders have 0.97 or more of it, a neighbour's none
SAME_SIZE = 0.1  # of the size in the middle: tiles differ by less, kommuner by much more
NAMED = 4  # kommuner in a message


def find_middles(features: gpd.GeoDataFrame) -> np.ndarray:
    """The middle of each area's bounding box (n x 2), as the file has it; no number where there is no geometry."""
    bounds = features.geometry.bounds.to_numpy()
    middles: np.ndarray = (bounds[:, :2] + bounds[:, 2:]) / 2
    return middles


def check_denmark(features: gpd.GeoDataFrame) -> None:
    """Check that the kommuner as a whole lie in Denmark, before they are projected to where they can't be.

    Args:
        features: the areas of the kommuner in the source's own coordinate system, with their ``kode``.

    Raises:
        BorderError: more than a tenth of the kommuner lie elsewhere; the message says where, and what would put them right.
    """
    denmark, middles = Known.load().denmark, find_middles(features)
    is_inside = within(to_degrees(middles, features.crs), denmark)
    codes = features["kode"].tolist()
    outside = set(codes) - {code for code, inside in zip(codes, is_inside, strict=True) if inside}
    if len(outside) > (1 - MOST) * len(set(codes)):
        west, south, east, north = features.total_bounds
        corners = to_degrees(np.array([[west, south], [east, north]]), features.crs)
        lies = write_box(tuple(corners.ravel())) if np.isfinite(corners).all() else "nowhere on the globe"
        came = (
            f"{len(outside)} of {len(set(codes))} kommuner lie outside Denmark: read as {name_crs(features.crs)} the borders lie at {lies}"
        )
        remedy = suggest(middles, codes, features.crs)
        raise BorderError(f"{came}, expected {write_box(denmark)}; the axes or the coordinate system are wrong: {remedy}")


def check_places(areas: gpd.GeoSeries, tell: Tell) -> None:
    """Check that each kommune covers at least half of the land that is known of it.

    A kommune that the committed borders don't have is passed over. A tile map, in which all kommuner are equally large, has its
    kommuner nowhere near their places; it is only said that they were not checked.

    Args:
        areas: one (multi)polygon per kommune, EPSG:25832, index kommunekode.
        tell: takes a remark for the terminal.

    Raises:
        BorderError: a kommune lies elsewhere; the message says whose place it has.
    """
    if _is_tile_map(areas):
        tell("the kommuner are equally large, as in a tile map: whether each lies in its place was not checked")
        return
    land = Known.load().land.reindex(areas.index).dropna()
    shares = areas.loc[land.index].intersection(land).area / land.area
    misplaced = areas.loc[shares.index[shares < SHARE]]
    if len(misplaced):
        named = "; ".join(_describe(str(code), area) for code, area in list(misplaced.items())[:NAMED])
        more = f"; and {len(misplaced) - NAMED} more" if len(misplaced) > NAMED else ""
        cause = (
            "the map is mirrored, turned or moved, or the codes belong to other areas: correct the axes, the coordinate system or the codes"
            if len(misplaced) > len(areas) / 2
            else "their codes were exchanged or given to other areas: correct the codes, or name their property with --code"
        )
        raise BorderError(f"{len(misplaced)} of {len(areas)} kommuner don't lie where they belong: {named}{more}; {cause}")


def _is_tile_map(areas: gpd.GeoSeries) -> bool:
    sizes = areas.area
    return bool(((sizes / sizes.median() - 1).abs() < SAME_SIZE).mean() >= MOST)


def _describe(code: str, area: shapely.Geometry) -> str:
    known = Known.load()
    place = shapely.point_on_surface(area)
    others = [str(other) for other in known.land.index[known.land.contains(place)]]
    lies = f"where {others[0]} {known.names[others[0]]} belongs" if others else f"at {write_box(_to_box(area))}, where no kommune is"
    west, south, east, north = known.boxes[code]
    expected = write_box((west + MARGIN, south + MARGIN, east - MARGIN, north - MARGIN))
    return f"{code} {known.names[code]} lies {lies}, expected {expected}"


def _to_box(area: shapely.Geometry) -> Box:
    west, south, east, north = gpd.GeoSeries([area], crs=GRID_CRS).to_crs(4326).total_bounds
    return west, south, east, north
