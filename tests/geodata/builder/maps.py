"""Maps to build from: the project's own borders, made coarse, and what an editor or a web service may have done to them."""

import json
from functools import cache

import geopandas as gpd
import shapely

from geodata.borders import FILE
from geodata.builder.build import check_complete, main
from geodata.builder.crs import keep_silent
from geodata.builder.known import Known
from geodata.builder.places import check_places
from geodata.builder.source import read_borders


@cache
def _read_coarse():
    features = gpd.read_file(FILE)[["id", "navn", "geometry"]].to_crs(25832)
    coarse = shapely.coverage_simplify(features.geometry.to_numpy(), 2500)  # a build of it takes a quarter of the time
    return gpd.GeoDataFrame({"KOMKODE": features["id"], "KOMNAVN": features["navn"]}, geometry=coarse, crs=25832)


def kommuner():
    """The 98 kommuner in EPSG:25832, coarse."""
    return _read_coarse().copy()


def relabel(borders, crs):
    """The same coordinates, said to be in another system; with None, in none."""
    return borders.set_crs(crs, allow_override=True)


def change(borders, function):
    """The coordinates changed by a function of x and y."""
    return borders.set_geometry(borders.geometry.map(lambda area: shapely.transform(area, lambda xy: function(*xy.T), interleaved=True)))


def add(borders, code, name, area, crs=25832):
    """One area more."""
    more = gpd.GeoDataFrame({"KOMKODE": [code], "KOMNAVN": [name]}, geometry=[area], crs=crs).to_crs(borders.crs)
    return gpd.pd.concat([borders, more], ignore_index=True)


def build(path, *options):
    """Build from a file into its folder; the exit code."""
    return main([str(path), "-o", str(path.parent / "out.geojson"), *options])


def is_read_right(path, *options):
    """Whether a source passes everything that is checked before the generalisation; a build in a fifth of its time."""
    known = Known.load()
    borders = read_borders(path, *options)
    check_complete(borders, {code: {"navn": name} for code, name in known.names.items()})
    check_places(borders.geometry, keep_silent)
    return len(borders) == len(known.names)


def read_built(folder):
    """The built areas in EPSG:25832 by kommunekode."""
    return gpd.read_file(folder / "out.geojson").set_index("id").to_crs(25832).geometry


def is_built_right(folder):
    """Whether all 98 came out, each where it belongs."""
    built, wanted = read_built(folder), kommuner().set_index("KOMKODE").geometry
    assert sorted(built.index) == sorted(wanted.index)
    return bool((built.intersection(wanted).area / wanted.area).min() > 0.8)


def list_outputs(folder):
    return sorted(path.name for path in folder.iterdir() if path.name.startswith("out"))


def write_topojson(path, **layers):
    """TopoJSON of layers in degrees, every ring an arc."""
    arcs, objects = [], {}
    for layer, borders in layers.items():
        geometries = []
        for row in borders.to_crs(4326).itertuples(index=False):
            polygons = []
            for part in shapely.get_parts(row.geometry):
                rings = [part.exterior, *part.interiors]
                polygons.append([[len(arcs) + number] for number in range(len(rings))])
                arcs += [shapely.get_coordinates(ring).tolist() for ring in rings]
            properties = {"kommunekode": row.KOMKODE, "navn": row.KOMNAVN}
            geometries.append({"type": "MultiPolygon", "properties": properties, "arcs": polygons})
        objects[layer] = {"type": "GeometryCollection", "geometries": geometries}
    path.write_text(json.dumps({"type": "Topology", "objects": objects, "arcs": arcs}), encoding="utf-8")
    return path
