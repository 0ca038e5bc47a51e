"""Generalise the kommuner as one coverage: shared borders stay shared, without gaps and overlaps."""

import geopandas as gpd
import numpy as np
import shapely

from geodata.problem import BorderError

GRID = 100  # metres
SMALLEST_ISLET = 0.3e6  # square metres


def generalise(borders: gpd.GeoDataFrame, tolerance: float) -> gpd.GeoDataFrame:
    """The same kommuner with their borders snapped to a 100 m grid and simplified together.

    Islets below 0.3 km2 are left out, but each kommune keeps its largest part. Vertices are points of the grid, not of the
    source. Simplification is Visvalingam-Whyatt over the whole coverage (GEOS CoverageSimplifier).

    Args:
        borders: one (multi)polygon per kommune, EPSG:25832, index ``kode``.
        tolerance: square root in metres of the area of the triangles that are smoothed away.

    Raises:
        BorderError: a kommune vanishes on the grid, or the result is no valid coverage.
    """
    areas = _drop_islets(borders.geometry)
    snapped = _snap_to_grid(areas)
    simple = gpd.GeoSeries(shapely.coverage_simplify(snapped.to_numpy(), tolerance), index=areas.index, crs=areas.crs)
    _check_coverage(simple)
    return gpd.GeoDataFrame({"navn": borders["navn"]}, geometry=simple)


def _drop_islets(areas: gpd.GeoSeries) -> gpd.GeoSeries:
    parts = areas.explode()
    sizes = parts.area
    largest = sizes.groupby(level=0).transform("max")
    kept = parts[(sizes >= SMALLEST_ISLET) | (sizes == largest)]
    return kept.groupby(level=0).agg(lambda group: shapely.union_all(group.to_numpy())).set_crs(areas.crs)


def _snap_to_grid(areas: gpd.GeoSeries) -> gpd.GeoSeries:
    """Node all borders on the grid at once, and give each face between them to the kommune that it is in.

    Rounding each area by itself would open slivers between neighbours; noding the lines together can't.
    """
    lines = shapely.union_all(shapely.boundary(areas.to_numpy()), grid_size=GRID)
    faces = shapely.get_parts(shapely.polygonize([lines]))
    face, owner = shapely.STRtree(areas.to_numpy()).query(shapely.point_on_surface(faces), predicate="within")
    face, first = np.unique(face, return_index=True)  # where the source overlaps by a sliver, one kommune gets it
    owner = owner[first]
    owned = [faces[face[owner == number]] for number in range(len(areas))]
    lost = [str(code) for code, parts in zip(areas.index, owned, strict=True) if not len(parts)]
    if lost:
        raise BorderError(f"kommune {', '.join(lost)} vanishes on the {GRID} m grid; check its area in the source")
    return gpd.GeoSeries([shapely.union_all(parts) for parts in owned], index=areas.index, crs=areas.crs)


def _check_coverage(areas: gpd.GeoSeries) -> None:
    invalid = shapely.coverage_invalid_edges(areas.to_numpy())
    wrong = [str(code) for code, edges in zip(areas.index, invalid, strict=True) if not edges.is_empty]
    if wrong or not areas.is_valid.all():
        remedy = "the source is probably no coverage there: repair it, or try another --tolerance"
        raise BorderError(f"the generalised borders of {', '.join(wrong)} overlap or gap; {remedy}")


def to_degrees(areas: gpd.GeoSeries, decimals: int) -> gpd.GeoSeries:
    """The areas in WGS84 with rounded coordinates and clockwise outer rings.

    d3, which plotly draws with, reads polygons on the sphere: a counterclockwise ring would fill the rest of the globe.

    Raises:
        BorderError: rounding broke the coverage.
    """
    degrees = areas.to_crs(4326)
    rounded = shapely.transform(degrees.to_numpy(), lambda points: np.round(points, decimals))
    turned = gpd.GeoSeries(shapely.orient_polygons(rounded, exterior_cw=True), index=areas.index, crs=4326)
    _check_coverage(turned)
    return turned
