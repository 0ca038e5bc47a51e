"""Draw the border file as SVG paths, one part of the map at a time, so that the running app needs no projection.

``python -m geodata.draw`` draws the committed border file again, without the official one that it was built from.
"""

import hashlib
import json
from pathlib import Path
from typing import Any

import numpy as np
import shapely

from geodata.borders import FILE
from geodata.builder.arrangement.plane import project
from geodata.builder.arrangement.steps import find_ends, find_steps
from geodata.builder.files import write_together
from geodata.builder.projection import HEIGHT, UNITS, WIDTH, fit
from geodata.drawing import drawing_path
from geodata.map_part import CAPITAL, MAP_PARTS, MapPart

TOLERANCE = 0.7 * UNITS  # of a pixel: square root of the area of the triangles that are smoothed away


def draw(geojson: str) -> str:
    """The content of the drawing file of a border file.

    Coordinates are whole units, UNITS to the pixel of a figure 700 pixels wide, with y downward. A vertex that neighbours share is
    rounded to the same unit for both, so shared borders stay shared.

    Args:
        geojson: the border file, as the builder writes it: feature id is the kommunekode, ``label`` in degrees.

    Returns:
        JSON with the fields of ``geodata.drawing.Drawing``: ``width``, ``height``, ``enlarged``, ``parts`` in the order of
        MAP_PARTS, each with ``box``, ``coast`` and ``areas`` by kommunekode (``path``, ``box``, and ``label`` or null), ``neighbours``, and
        ``steps`` and ``ends`` as in ``geodata.steps.Steps``.
    """
    features = json.loads(geojson)["features"]
    points = project({feature["id"]: tuple(feature["properties"]["label"]) for feature in features})
    drawing = {
        "width": WIDTH,
        "height": HEIGHT,
        "enlarged": _draw_enlarged(),
        "parts": [_draw_part(part, features) for part in MAP_PARTS],
        "neighbours": find_neighbours({feature["id"]: shapely.geometry.shape(feature["geometry"]) for feature in features}),
        "steps": find_steps(points),
        "ends": find_ends(points),
    }
    return json.dumps(drawing, separators=(",", ":"))


def find_neighbours(shapes: dict[str, shapely.Geometry]) -> dict[str, list[str]]:
    """The neighbours of each kommune, by kommunekode: those that share a stretch of land border with it, not only a corner.

    Bridges and ferries don't count.

    >>> west, east = shapely.box(0, 0, 1, 1), shapely.box(1, 0, 2, 1)
    >>> find_neighbours({"0001": west, "0002": east, "0003": shapely.box(2, 1, 3, 2)})
    {'0001': ['0002'], '0002': ['0001'], '0003': []}
    """
    return {
        code: [other for other, area in shapes.items() if other != code and shapely.intersection(shape, area).length > 0]
        for code, shape in shapes.items()
    }


def redraw(borders: Path = FILE) -> None:
    """Draw a border file again, which is needed when MAP_PARTS change, and write the drawing's checksum into the sidecar."""
    drawing, sidecar = draw(borders.read_text(encoding="utf-8")), borders.with_suffix(".json")
    described = json.loads(sidecar.read_text(encoding="utf-8")) | {"drawing_sha256": hashlib.sha256(drawing.encode()).hexdigest()}
    write_together({drawing_path(borders): drawing, sidecar: json.dumps(described, ensure_ascii=False, indent=2) + "\n"})


def _draw_enlarged() -> str:
    west, south, east, north = CAPITAL.box
    to_units, _ = fit(MAP_PARTS[0])
    return _write_path(shapely.transform(shapely.box(west, south, east, north), to_units))


def _draw_part(part: MapPart, features: list[dict[str, Any]]) -> dict[str, Any]:
    to_units, box = fit(part)
    shown = shapely.box(*box)
    degrees = [shapely.geometry.shape(feature["geometry"]) for feature in features]
    near = [number for number, shape in enumerate(degrees) if shape.intersects(shapely.box(*part.box))]
    shapes = shapely.transform(np.array([degrees[number] for number in near], dtype=object), to_units)
    simple = shapely.coverage_simplify(shapes, TOLERANCE)
    clipped, land = (shapely.intersection(each, shown) for each in (simple, shapely.coverage_union_all(simple)))
    labels = shapely.points(to_units(np.array([features[number]["properties"]["label"] for number in near]).reshape(-1, 2)))
    drawn = {
        features[number]["id"]: _draw_area(shape, label if label.within(shown) else None)
        for number, shape, label in zip(near, map(_areas_only, clipped), labels, strict=True)
        if not shape.is_empty
    }
    return {"box": _round(box), "coast": _write_path(_areas_only(land)), "areas": drawn}


def _areas_only(shape: shapely.Geometry) -> shapely.MultiPolygon:
    """A clipped kommune without the lines and points at which it only touches the part's edge."""
    return shapely.MultiPolygon([part for part in shapely.get_parts(shape) if part.geom_type == "Polygon" and not part.is_empty])


def _draw_area(shape: shapely.MultiPolygon, label: shapely.Point | None) -> dict[str, Any]:
    return {"path": _write_path(shape), "box": _round(shape.bounds), "label": label and _round((label.x, label.y))}


def _write_path(shape: shapely.Geometry) -> str:
    """SVG path data: every ring closed, all coordinates relative to the point before, which takes a third of the bytes of absolute ones."""
    rings = [ring for part in shapely.get_parts(shape) for ring in (part.exterior, *part.interiors)]
    start = np.zeros((1, 2), dtype=int)
    path = []
    for points in map(_round_ring, rings):
        steps = np.diff(np.vstack([start, points]), axis=0)
        path.append("m" + " ".join(f"{x} {y}" for x, y in steps) + "z")
        start = points[:1]  # the current point after "z"
    return "".join(path).replace(" -", "-")


def _round_ring(ring: shapely.LinearRing) -> np.ndarray:
    points: np.ndarray = np.rint(shapely.get_coordinates(ring)).astype(int)
    return points[:-1][np.any(np.diff(points, axis=0) != 0, axis=1)]


def _round(numbers: tuple[float, ...]) -> list[int]:
    return [round(number) for number in numbers]


if __name__ == "__main__":
    redraw()
