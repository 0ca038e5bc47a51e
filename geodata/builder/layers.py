"""Read the layer of a border file that has the kommuner."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import geopandas as gpd
import pandas as pd

from geodata.builder.attributes import ENOUGH, Columns, count_kommuner, find_columns
from geodata.builder.known import Known
from geodata.problem import BorderError

AREAS = ("Polygon", "Surface", "Unknown", "GeometryCollection")  # parts of the names of geometry types that can have areas


@dataclass(frozen=True)
class Layer:
    """A layer of a border file.

    Attributes:
        name: as the file has it.
        rows: how many areas it has.
        kommuner: how many of the kommuner, each under one name.
    """

    name: str
    rows: int
    kommuner: int

    def __str__(self) -> str:
        return f"{self.name} ({self.kommuner} kommuner among {self.rows} areas)"


def read_layer(path: Path, wanted: str | None, code: str | None, name: str | None) -> tuple[gpd.GeoDataFrame, Columns]:
    """The features of the layer with the kommuner, and which of their properties have code and name.

    Args:
        path: the border file.
        wanted: the layer; found when None, as the one that has most of the kommuner.
        code: the property with the kommunekode; found when None.
        name: the property with the name; likewise.

    Raises:
        BorderError: the file can't be read, or it can't be told which layer or property is meant.
    """
    with _reading(path):
        types = {str(row.name): str(row.geometry_type) for row in gpd.list_layers(path).itertuples(index=False)}
    layer = _pick(path, types, wanted, code, name)
    with _reading(path):
        features = gpd.read_file(path, layer=layer)
    if not isinstance(features, gpd.GeoDataFrame) or features.empty:
        raise BorderError(f"{path} has no areas; give a file with one or more polygons per kommune")
    return features, find_columns(pd.DataFrame(features.drop(columns=features.geometry.name)), code, name, Known.load().names)


def _pick(path: Path, types: dict[str, str], wanted: str | None, code: str | None, name: str | None) -> str:
    if wanted is not None:
        if wanted not in types:
            raise BorderError(f"{path} has no layer {wanted!r}; it has {', '.join(types)}: name one of them with --layer")
        return wanted
    plausible = [layer for layer, kind in types.items() if any(area in kind for area in AREAS)] or list(types)
    if len(plausible) == 1:
        return plausible[0]
    layers = sorted((_count(path, layer, code, name) for layer in plausible), key=lambda layer: -layer.kommuner)
    most = layers[0].kommuner if layers else 0
    best = [layer for layer in layers if layer.kommuner == most >= ENOUGH * len(Known.load().names)]
    if len(best) == 1:
        return best[0].name
    which = "several of them have" if best else "none of them has"
    listed = ", ".join(map(str, layers)) or "none"
    raise BorderError(f"{path} has {len(types)} layers, and {which} the kommuner: {listed}; name the right one with --layer")


def _count(path: Path, layer: str, code: str | None, name: str | None) -> Layer:
    known = Known.load().names
    with _reading(path):
        table = pd.DataFrame(gpd.read_file(path, layer=layer, ignore_geometry=True))
    try:
        return Layer(layer, len(table), count_kommuner(table, find_columns(table, code, name, known), known))
    except BorderError:  # it has no code or no name; another layer may
        return Layer(layer, len(table), 0)


@contextmanager
def _reading(path: Path) -> Iterator[None]:
    try:
        yield
    except Exception as error:  # GDAL raises a class of its own for each driver; all mean the same here
        raise BorderError(f"{path} can't be read as a border file ({error}); give GeoJSON, TopoJSON, GeoPackage or shapefile") from error
