"""Read a border file of any format and any plausible layout into one area per kommune."""

from pathlib import Path

import geopandas as gpd
import pandas as pd
import shapely

from geodata.builder.attributes import read_code
from geodata.builder.crs import Tell, keep_silent, project, settle_crs
from geodata.builder.foreign import CHRISTIANSO, check_codes, is_of_kommuner, leave_out_foreign
from geodata.builder.layers import read_layer
from geodata.builder.places import check_denmark, find_middles
from geodata.builder.remedy import suggest
from geodata.problem import BorderError

__all__ = ["CHRISTIANSO", "read_borders"]
DOUBLE_AREA = 0.3e6  # square metres; smaller overlaps are inaccuracies that the generalisation repairs


def read_borders(
    path: Path, code: str | None = None, name: str | None = None, crs: str | None = None, layer: str | None = None, tell: Tell = keep_silent
) -> gpd.GeoDataFrame:
    """One valid (multi)polygon per code in EPSG:25832, index ``kode`` (four digits), column ``navn``.

    Args:
        path: GeoJSON, TopoJSON, GeoPackage, shapefile or anything else that geopandas reads.
        code: the property with the kommunekode; found by its content when None.
        name: the property with the name; likewise.
        crs: the file's CRS where the file does not say it, or says a wrong one, for example "EPSG:25832".
        layer: the layer with the kommuner; found by its content when None.
        tell: takes remarks for the terminal, such as how many foreign areas were passed over.

    Raises:
        BorderError: the file can't be read, has no codes, no areas or no CRS, or lies elsewhere; the message says what to do.
    """
    features, columns = read_layer(path, layer, code, name)
    stated, names = features[columns.code], features[columns.name].astype(str).str.strip()
    codes = pd.Series([read_code(value) for value in stated], index=stated.index, dtype=object)
    features = gpd.GeoDataFrame(
        {"stated": stated, "kode": codes, "navn": names}, geometry=features.geometry.where(~features.geometry.is_empty)
    )
    check_codes(features, columns.code)
    kommuner = features[is_of_kommuner(features["kode"])]
    _check_areas(kommuner)
    features = settle_crs(features, crs, lambda: suggest(find_middles(kommuner), kommuner["kode"].tolist(), None), tell)
    check_denmark(features.loc[kommuner.index])
    features = leave_out_foreign(features, columns.code, tell)
    _check_areas(features)
    features = project(features)
    features["geometry"] = features.geometry.make_valid().map(_areas_only)
    _check_doubles(features)
    return features[["kode", "navn", "geometry"]].dissolve("kode", aggfunc="first")


def _check_areas(features: gpd.GeoDataFrame) -> None:
    wrong = features[~features.geom_type.isin(["Polygon", "MultiPolygon"])]
    if len(wrong):
        kind = wrong.geom_type.iloc[0] or "without geometry"
        found = f"{len(wrong)} of {len(features)} features are {kind}, the first with code {wrong['kode'].iloc[0]}"
        raise BorderError(f"{found}; give areas (polygons), not lines or points")


def _check_doubles(features: gpd.GeoDataFrame) -> None:
    """A kommune may have many parts, but one name, and its parts must not overlap."""
    for code, parts in features.groupby("kode"):
        names = sorted(set(parts["navn"]))
        if len(names) > 1:
            raise BorderError(f"code {code} stands under several names: {', '.join(names)}; each kommune must have a code of its own")
        if parts.area.sum() - shapely.union_all(parts.geometry.to_numpy()).area > DOUBLE_AREA:
            raise BorderError(f"kommune {code} {names[0]} is there twice: its areas lie on top of each other; remove one of them")


def _areas_only(geometry: shapely.Geometry) -> shapely.Geometry:
    """The polygons of a repaired area, without the loose lines and points that repair may leave."""
    parts = shapely.get_parts(shapely.get_parts(geometry))
    return shapely.union_all([part for part in parts if part.geom_type == "Polygon"])
