"""Read a border file of any format and any plausible layout into one area per kommune."""

import re
from pathlib import Path

import geopandas as gpd
import shapely

from geodata.problem import BorderError

GRID_CRS = 25832  # ETRS89 / UTM zone 32N, metres: the official Danish projection
CHRISTIANSO = "0411"  # not a kommune: belongs to the Ministry of Defence
DOUBLE_AREA = 0.3e6  # square metres; smaller overlaps are inaccuracies that the generalisation repairs
CODE_NAMES = ["kommunekode", "komkode", "kode", "lau_id", "lau_code", "code", "id"]
NAME_NAMES = ["kommunenavn", "komnavn", "navn", "lau_name", "name"]


def read_borders(path: Path, code: str | None = None, name: str | None = None, crs: str | None = None) -> gpd.GeoDataFrame:
    """One valid (multi)polygon per code in EPSG:25832, index ``kode`` (four digits), column ``navn``.

    Args:
        path: GeoJSON, GeoPackage, shapefile or anything else that geopandas reads.
        code: the property with the kommunekode; detected from CODE_NAMES when None.
        name: the property with the name; detected from NAME_NAMES when None.
        crs: the file's CRS where the file itself does not say, for example "EPSG:25832".

    Raises:
        BorderError: the file can't be read, has no codes, no areas or no CRS; the message says what to do.
    """
    features = _read_file(path)
    codes = _find_column(features, code, CODE_NAMES, "kommunekode", "--code")
    names = _find_column(features, name, NAME_NAMES, "name", "--name")
    features = _project(features, crs)
    features = features.assign(kode=[_read_code(value, codes) for value in features[codes]], navn=features[names].astype(str).str.strip())
    _check_areas(features)
    features["geometry"] = features.geometry.make_valid().map(_areas_only)
    _check_doubles(features)
    return features[["kode", "navn", "geometry"]].dissolve("kode", aggfunc="first")


def _read_file(path: Path) -> gpd.GeoDataFrame:
    if not path.exists():
        raise BorderError(f"{path} does not exist; give the path of a border file")
    try:
        features = gpd.read_file(path)
    except Exception as error:  # GDAL raises a class of its own for each driver; all mean the same here
        raise BorderError(f"{path} can't be read as a border file ({error}); give GeoJSON, GeoPackage or shapefile") from error
    if not isinstance(features, gpd.GeoDataFrame) or features.empty:
        raise BorderError(f"{path} has no areas; give a file with one or more polygons per kommune")
    return features


def _find_column(features: gpd.GeoDataFrame, wanted: str | None, plausible: list[str], content: str, option: str) -> str:
    by_lower = {str(column).lower(): str(column) for column in features.columns}
    found = [by_lower[each.lower()] for each in ([wanted] if wanted else plausible) if each.lower() in by_lower]
    if not found:
        properties = ", ".join(str(column) for column in features.columns if column != features.geometry.name)
        raise BorderError(f"no property with the {content} among {properties}; name it with {option}")
    return found[0]


def _project(features: gpd.GeoDataFrame, crs: str | None) -> gpd.GeoDataFrame:
    if features.crs is None:
        if crs is None:
            raise BorderError("the file does not say its coordinate system; name it with --crs, for example --crs EPSG:25832")
        features = features.set_crs(crs)
    return features.to_crs(GRID_CRS)


def _read_code(value: object, column: str) -> str:
    text = str(value).strip().removesuffix(".0")  # numbers that were read as floats
    digits = re.fullmatch(r"(?:DK_?)?0*(\d{3})", text)
    if digits is None:
        raise BorderError(
            f"property {column} has {value!r}; expected kommunekoder such as 0326, 326 or DK0326; name another property with --code"
        )
    return digits[1].zfill(4)


def _check_areas(features: gpd.GeoDataFrame) -> None:
    wrong = features[~features.geom_type.isin(["Polygon", "MultiPolygon"])]
    if len(wrong):
        found = f"{len(wrong)} of {len(features)} features are {wrong.geom_type.iloc[0]}, the first with code {wrong['kode'].iloc[0]}"
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
