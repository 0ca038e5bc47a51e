"""Where each kommune is known to lie: the project's own committed borders, by which the place of a new source is judged."""

import json
from dataclasses import dataclass
from functools import cache

import geopandas as gpd
import numpy as np

from geodata.borders import FILE
from geodata.builder.crs import GRID_CRS
from geodata.map_part import Box
from geodata.problem import BorderError

MARGIN = 0.2  # degrees, some 12 to 22 km: waters and islets that a source may have beyond our borders


@dataclass(frozen=True)
class Known:
    """The kommuner of the committed border file.

    Attributes:
        names: by kommunekode.
        boxes: west, south, east, north of each kommune by kommunekode, in degrees (EPSG:4326), with MARGIN around.
        denmark: the box of all of them, likewise.
        land: the areas by kommunekode, EPSG:25832.
    """

    names: dict[str, str]
    boxes: dict[str, Box]
    denmark: Box
    land: gpd.GeoSeries

    @classmethod
    @cache
    def load(cls) -> "Known":
        """Read the committed border file; once for each process, before a build may write it anew.

        Raises:
            BorderError: the file is missing or broken.
        """
        try:
            features = json.loads(FILE.read_text(encoding="utf-8"))["features"]
            names = {feature["id"]: feature["properties"]["navn"] for feature in features}
            boxes = {feature["id"]: _widen(feature["bbox"]) for feature in features}
            land = gpd.GeoDataFrame.from_features(features, crs=4326).to_crs(GRID_CRS).geometry
        except (OSError, ValueError, LookupError) as error:
            raise BorderError(
                f"{FILE} says where the kommuner lie, but can't be read ({error}); restore it, e.g. with git restore"
            ) from error
        west, south, east, north = zip(*boxes.values(), strict=True)
        return cls(names, boxes, (min(west), min(south), max(east), max(north)), land.set_axis(list(names)))

    def count_at_home(self, points: np.ndarray, codes: list[str]) -> float:
        """The part of some points (n x 2, degrees) that lie in the boxes of their own kommuner; of an unknown kommune in Denmark."""
        boxes = np.array([self.boxes.get(code, self.denmark) for code in codes]).reshape(-1, 4)
        return float(within(points, boxes).mean()) if len(codes) else 0.0


def within(points: np.ndarray, box: np.ndarray | Box) -> np.ndarray:
    """Which points (n x 2) lie in a box, or each in the box of its own (n x 4); a point that is nowhere lies in none.

    >>> within(np.array([[10.0, 56.0], [56.0, 10.0], [np.inf, np.inf]]), (8.0, 54.0, 15.0, 58.0)).tolist()
    [True, False, False]
    """
    west, south, east, north = np.asarray(box, dtype=float).T
    x, y = points.T
    inside: np.ndarray = (x >= west) & (x <= east) & (y >= south) & (y <= north)
    return inside


def write_box(box: Box) -> str:
    """A box in degrees as words.

    >>> write_box((7.8756, 54.3592, 15.3574, 57.9517))
    '7.9 to 15.4 E, 54.4 to 58.0 N'
    """
    west, south, east, north = box
    return f"{west:.1f} to {east:.1f} E, {south:.1f} to {north:.1f} N"


def _widen(box: list[float]) -> Box:
    west, south, east, north = box
    return west - MARGIN, south - MARGIN, east + MARGIN, north + MARGIN
