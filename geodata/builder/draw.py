"""The border file drawn as SVG paths, part by part, so that the running app needs no projection. Offline only: needs shapely.

``python -m geodata.draw`` draws the committed border file again, without the official one that it was built from.
"""

import hashlib
import json
from pathlib import Path
from typing import Any

import numpy as np
import shapely

from geodata.borders import FILE
from geodata.builder.projection import HEIGHT, UNITS, WIDTH, fit
from geodata.drawing import drawing_path
from geodata.map_part import CAPITAL, MAP_PARTS, MapPart

TOLERANCE = 0.5 * UNITS  # square root of the area of the triangles that are smoothed away: half a pixel


def draw(geojson: str) -> str:
    """The drawing file for a border file.

    Coordinates are whole units, UNITS to the pixel of a figure 700 pixels wide, y downward. A vertex that neighbours share
    is rounded once and the same for both, so shared borders stay shared.

    Args:
        geojson: the border file, as geodata.build writes it: feature id is the kommunekode, ``label`` in degrees.

    Returns:
        JSON: ``width`` and ``height``; ``enlarged``, the path of the area that greater Copenhagen's part enlarges;
        ``parts`` in the order of MAP_PARTS, each with its ``box`` (left, upper, right, lower) and its ``areas`` by
        kommunekode: ``path``, to be filled by the even-odd rule; ``box``; and ``label``, null where it lies outside the part;
        and ``neighbours``, the kommunekoder that each kommune shares a land border with.
    """
    features = json.loads(geojson)["features"]
    drawing = {
        "width": WIDTH,
        "height": HEIGHT,
        "enlarged": _draw_enlarged(),
        "parts": [_draw_part(part, features) for part in MAP_PARTS],
        "neighbours": find_neighbours({feature["id"]: shapely.geometry.shape(feature["geometry"]) for feature in features}),
    }
    return json.dumps(drawing, separators=(",", ":"))


def find_neighbours(shapes: dict[str, shapely.Geometry]) -> dict[str, list[str]]:
    """The kommuner that share a stretch of border with each, by kommunekode, in the order given; a corner alone is none.

    A bridge or a ferry makes no neighbour: the borders are those of the land.
    """
    return {
        code: [other for other, its in shapes.items() if other != code and shapely.intersection(shape, its).length > 0]
        for code, shape in shapes.items()
    }


def redraw(borders: Path = FILE) -> None:
    """Draw a border file again, as after a change of part, and put the drawing's SHA-256 into the sidecar."""
    drawing, sidecar = draw(borders.read_text(encoding="utf-8")), borders.with_suffix(".json")
    described = json.loads(sidecar.read_text(encoding="utf-8")) | {"drawing_sha256": hashlib.sha256(drawing.encode()).hexdigest()}
    drawing_path(borders).write_text(drawing, encoding="utf-8")
    sidecar.write_text(json.dumps(described, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")


def _draw_enlarged() -> str:
    west, south, east, north = CAPITAL.box
    place, _ = fit(MAP_PARTS[0])
    return _write_path(shapely.transform(shapely.box(west, south, east, north), place))


def _draw_part(part: MapPart, features: list[dict[str, Any]]) -> dict[str, Any]:
    place, box = fit(part)
    shown = shapely.box(*box)
    degrees = [shapely.geometry.shape(feature["geometry"]) for feature in features]
    near = [number for number, shape in enumerate(degrees) if shape.intersects(shapely.box(*part.box))]
    shapes = shapely.transform(np.array([degrees[number] for number in near], dtype=object), place)
    clipped = shapely.intersection(shapely.coverage_simplify(shapes, TOLERANCE), shown)
    labels = shapely.points(place(np.array([features[number]["properties"]["label"] for number in near]).reshape(-1, 2)))
    drawn = {
        features[number]["id"]: _draw_area(shape, label if label.within(shown) else None)
        for number, shape, label in zip(near, map(_areas_only, clipped), labels, strict=True)
        if not shape.is_empty
    }
    return {"box": _round(box), "areas": drawn}


def _areas_only(shape: shapely.Geometry) -> shapely.MultiPolygon:
    """A clipped kommune without the lines and points where it only touches the part's edge."""
    return shapely.MultiPolygon([part for part in shapely.get_parts(shape) if part.geom_type == "Polygon" and not part.is_empty])


def _draw_area(shape: shapely.MultiPolygon, label: shapely.Point | None) -> dict[str, Any]:
    return {"path": _write_path(shape), "box": _round(shape.bounds), "label": label and _round((label.x, label.y))}


def _write_path(shape: shapely.Geometry) -> str:
    """Every ring closed, all numbers relative to the point before: a third of the size of absolute ones."""
    rings = [ring for part in shapely.get_parts(shape) for ring in (part.exterior, *part.interiors)]
    start = np.zeros((1, 2), dtype=int)
    path = []
    for points in map(_round_ring, rings):
        steps = np.diff(np.vstack([start, points]), axis=0)
        path.append("m" + " ".join(f"{x} {y}" for x, y in steps) + "z")
        start = points[:1]  # where a pen stands after "z"
    return "".join(path).replace(" -", "-")


def _round_ring(ring: shapely.LinearRing) -> np.ndarray:
    points: np.ndarray = np.rint(shapely.get_coordinates(ring)).astype(int)
    return points[:-1][np.any(np.diff(points, axis=0) != 0, axis=1)]


def _round(numbers: tuple[float, ...]) -> list[int]:
    return [round(number) for number in numbers]


if __name__ == "__main__":
    redraw()
