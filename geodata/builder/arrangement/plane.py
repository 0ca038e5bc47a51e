"""The kommuner as points on a plane."""

from collections.abc import Mapping

import numpy as np
from pyproj import Transformer

from geodata.builder.arrangement.steps import Point
from geodata.builder.crs import GRID_CRS


def project(labels: Mapping[str, Point]) -> dict[str, Point]:
    """Label points in degrees as metres eastward and northward (EPSG:25832).

    >>> x, y = project({"0326": (11.09, 55.68)})["0326"]
    >>> round(x / 1000), round(y / 1000)
    (631, 6172)

    Args:
        labels: longitude and latitude by kommunekode.
    """
    degrees = np.array(list(labels.values()), dtype=float).reshape(-1, 2)
    x, y = Transformer.from_crs(4326, GRID_CRS, always_xy=True).transform(degrees[:, 0], degrees[:, 1])
    return {code: (float(east), float(north)) for code, east, north in zip(labels, x, y, strict=True)}
