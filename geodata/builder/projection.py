"""Where plotly draws a point of a part of the map: the projection and the fit of its geo subplots, in units of the drawing.

The static map is drawn in the same place, so that plotly's can replace it without a jump; a browser test checks that.
"""

from collections.abc import Callable

import numpy as np
from pyproj import Transformer

from geodata.map_part import ASPECT, Box, MapPart

UNITS = 10  # per pixel of a figure 700 pixels wide
WIDTH, HEIGHT = 700 * UNITS, round(700 * UNITS / ASPECT)
RADIUS = 6_371_000  # metres; d3 draws on a sphere, whose size has no effect after the fit
CLIP_PAD = 1e-3  # degrees that plotly takes off each side of a range before it fits it (clipPad in its plots/geo/constants.js)


def fit(part: MapPart) -> tuple[Callable[[np.ndarray], np.ndarray], Box]:
    """Fit a part as plotly does: its box as large as its place in the figure allows, the middle of the one in the middle of the other.

    Returns:
        A function from degrees (n x 2, WGS84, taken as degrees on a sphere as d3 does) to units of the figure with y downward;
        and the left, upper, right and lower edge of what is shown, in units.
    """
    domain = np.array([part.left * WIDTH, (1 - part.top) * HEIGHT, part.right * WIDTH, (1 - part.low) * HEIGHT])
    shown = _to_metres(part, _range_corners(part.box))
    size = shown.max(axis=0) - shown.min(axis=0)
    scale = ((domain[2:] - domain[:2]) / size).min()
    centre, half = (domain[:2] + domain[2:]) / 2, size * scale / 2
    origin = _to_metres(part, np.array([part.middle]))

    def to_units(degrees: np.ndarray) -> np.ndarray:
        units: np.ndarray = (_to_metres(part, degrees) - origin) * (scale, -scale) + centre
        return units

    return to_units, tuple(np.concatenate([centre - half, centre + half]))


def _range_corners(box: Box) -> np.ndarray:
    """The range's corners and the quarter points between them: the extremes of the sides that plotly draws on the sphere."""
    west, south, east, north = box
    along = np.linspace(west + CLIP_PAD, east - CLIP_PAD, 5)
    return np.array([(lon, lat) for lat in (south + CLIP_PAD, north - CLIP_PAD) for lon in along])


def _to_metres(part: MapPart, degrees: np.ndarray) -> np.ndarray:
    """d3's transverse Mercator projection, centred on the middle of the box."""
    transformer = Transformer.from_pipeline(f"+proj=tmerc +R={RADIUS} +lon_0={part.middle[0]}")
    x, y = transformer.transform(degrees[:, 0], degrees[:, 1])
    return np.stack([x, y], axis=1)
