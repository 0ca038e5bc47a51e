"""The border builder: ``python -m geodata.build SOURCE -o geodata/kommuner.geojson``.

Reads the official borders from a file of any format, generalises them and writes three files: the project's own GeoJSON, the same
borders drawn as SVG paths for the static map, and a sidecar with their provenance. They are written only if all of it succeeds.
"""

import argparse
import csv
import hashlib
import json
import sys
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import geopandas as gpd
import shapely

from geodata.builder.crs import GRID_CRS
from geodata.builder.draw import draw
from geodata.builder.files import name_files, write_together
from geodata.builder.generalise import GRID, SMALLEST_ISLET, generalise, to_degrees
from geodata.builder.options import check, parse
from geodata.builder.places import check_places
from geodata.builder.source import CHRISTIANSO, read_borders
from geodata.problem import BorderError

DECIMALS = 4  # of a degree: about 10 m, finer than the grid
KOMMUNER = Path(__file__).parents[2] / "data" / "kommuner.csv"


def build(options: argparse.Namespace) -> str:
    """Build ``options.output``, its drawing and its sidecar from ``options.source``.

    Returns:
        A line for the terminal that says what was built.

    Raises:
        BorderError: an option or the source is wrong, or a file can't be written; all files are as they were.
    """
    check(options)
    borders = read_borders(options.source, options.code, options.name, options.crs, options.layer, _tell)
    left_out = "Christiansø (0411) left out: it is no kommune; " if CHRISTIANSO in borders.index else ""
    borders = borders.drop(index=CHRISTIANSO, errors="ignore")
    kommuner = _read_names(KOMMUNER)
    check_complete(borders, kommuner)
    check_places(borders.geometry, _tell)
    areas = generalise(borders, options.tolerance)
    text = _write_geojson(areas, kommuner)
    drawing = draw(text)
    sidecar = _describe(text, drawing, options)
    write_together(dict(zip(name_files(options.output), (drawing, sidecar, text), strict=True)))
    vertices = int(shapely.get_num_coordinates(areas.geometry.to_numpy()).sum())
    return f"{left_out}{options.output}: {len(areas)} kommuner, {vertices} vertices, {len(text.encode())} bytes"


def _read_names(path: Path) -> dict[str, dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return {row["kode"]: row for row in csv.DictReader(file)}


def check_complete(borders: gpd.GeoDataFrame, kommuner: dict[str, dict[str, str]]) -> None:
    """Check that the borders have every kommune once, under its own name, and nothing else.

    Args:
        borders: as ``read_borders`` returns them.
        kommuner: rows of ``kommuner.csv`` by code.

    Raises:
        BorderError: a kommune is missing, unknown, or there twice under different codes.
    """
    missing = [f"{code} {kommuner[code]['navn']}" for code in kommuner if code not in borders.index]
    if missing:
        raise BorderError(f"{len(missing)} of {len(kommuner)} kommuner are missing: {', '.join(missing)}; give a file with all of them")
    unknown = [str(code) for code in borders.index if code not in kommuner]
    if unknown:
        raise BorderError(
            f"code {', '.join(unknown)} is no kommune; give borders as they are since 2007, or name the code's property with --code"
        )
    doubles = borders[borders["navn"].duplicated(keep=False)]
    if len(doubles):
        raise BorderError(
            f"{doubles['navn'].iloc[0]} stands under several codes: {', '.join(map(str, doubles.index))}; each kommune must be there once"
        )
    overlaps = shapely.coverage_invalid_edges(borders.geometry.to_numpy())
    area = borders.area.sum() - shapely.union_all(borders.geometry.to_numpy()).area
    if area > SMALLEST_ISLET:
        codes = [str(code) for code, edges in zip(borders.index, overlaps, strict=True) if not edges.is_empty]
        raise BorderError(
            f"kommuner {', '.join(codes)} overlap by {area / 1e6:.1f} km2: one of them is there twice; each must be there once"
        )


def _write_geojson(areas: gpd.GeoDataFrame, kommuner: dict[str, dict[str, str]]) -> str:
    degrees = to_degrees(areas.geometry, DECIMALS)
    labels = gpd.GeoSeries(_label_points(areas.geometry), index=areas.index, crs=GRID_CRS).to_crs(4326)
    features = []
    for code, shape in degrees.items():
        row = kommuner[str(code)]
        properties = {
            "navn": row["navn"],
            "label": [round(labels[code].x, DECIMALS), round(labels[code].y, DECIMALS)],
            "km2": round(areas.geometry[code].area / 1e6, 1),
        }
        box = [round(edge, DECIMALS) for edge in shape.bounds]
        features.append(
            {
                "type": "Feature",
                "id": code,
                "bbox": box,
                "properties": properties,
                "geometry": shapely.geometry.mapping(shape),
            }
        )
    return json.dumps({"type": "FeatureCollection", "features": features}, ensure_ascii=False, separators=(",", ":"))


def _label_points(areas: gpd.GeoSeries) -> list[shapely.Point]:
    """The centre of the largest circle inside each kommune's largest part: the point that is farthest from every border."""
    return [
        shapely.get_point(shapely.maximum_inscribed_circle(max(shapely.get_parts(area), key=shapely.area), tolerance=GRID), 0)
        for area in areas
    ]


def _describe(text: str, drawing: str, options: argparse.Namespace) -> str:
    sidecar: dict[str, Any] = {
        "source": options.source_name,
        "source_file": options.source.name,
        "source_sha256": _digest(options.source),
        "source_date": options.date,
        "licence": options.licence,
        "built": datetime.now(UTC).date().isoformat(),
        "grid_m": GRID,
        "grid_crs": f"EPSG:{GRID_CRS}",
        "tolerance_m": options.tolerance,
        "smallest_islet_km2": SMALLEST_ISLET / 1e6,
        "crs": "EPSG:4326",
        "decimals": DECIMALS,
        "sha256": _hash(text.encode()),
        "drawing_sha256": _hash(drawing.encode()),
    }
    return json.dumps(sidecar, ensure_ascii=False, indent=2) + "\n"


def _digest(path: Path) -> str:
    files = [path] if path.is_file() else sorted(each for each in path.rglob("*") if each.is_file())  # some formats are folders
    return _hash(b"".join(each.read_bytes() for each in files))


def _hash(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line; 0 when built, 2 with a sentence on standard error when an option or the source is wrong."""
    options = parse(arguments)
    try:
        print(build(options))
    except BorderError as error:
        _tell(f"{error}. Nothing was written.")
        return 2
    except shapely.errors.GEOSException as error:
        _tell(
            f"the areas can't be computed with ({error}); repair the source, for example with its editor's Make valid. Nothing was written."
        )
        return 2
    return 0


def _tell(remark: str) -> None:
    print(f"geodata.build: {remark}", file=sys.stderr)


if __name__ == "__main__":
    sys.exit(main())
