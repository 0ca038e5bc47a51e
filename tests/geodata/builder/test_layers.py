"""Many layers: the one with the kommuner is found by what is in it, or asked for."""

import zipfile

import geopandas as gpd
import pyogrio
import pytest
import shapely

from tests.geodata.builder.maps import build, is_built_right, is_read_right, kommuner, list_outputs, write_topojson


def lands(borders):
    """Five larger areas with codes and names of their own."""
    parts = borders.dissolve(borders.index % 5).reset_index(drop=True)
    return parts.assign(KOMKODE=["1081", "1082", "1083", "1084", "1085"], KOMNAVN=list("ABCDE"))


def districts(borders):
    """Every kommune in two polling districts, with the kommune's code and names of their own."""
    x = borders.representative_point().x
    west = gpd.GeoSeries([shapely.box(middle - 100_000, 6_000_000, middle, 6_500_000) for middle in x], crs=borders.crs)
    halves = (("V", borders.intersection(west)), ("Ø", borders.difference(west)))
    return gpd.pd.concat([borders.set_geometry(half).assign(KOMNAVN=borders["KOMNAVN"] + side) for side, half in halves])


def points(borders):
    return borders.set_geometry(borders.representative_point())


def outlines(borders):
    return borders.set_geometry(borders.boundary)


def half_of_them(borders):
    return borders.iloc[:60]


def all_but_one(borders):
    return borders.iloc[:97]


OTHERS = [lands, districts, points, outlines, half_of_them, all_but_one]


@pytest.mark.parametrize(("other", "is_first"), list(zip(OTHERS, [False, True] * 3, strict=True)))
def test_the_layer_with_the_98_kommuner_is_found_beside_another(tmp_path, other, is_first):
    path = tmp_path / "source.gpkg"
    layers = {"a": kommuner(), "b": other(kommuner())} if is_first else {"a": other(kommuner()), "b": kommuner()}
    for name, borders in layers.items():
        borders.to_file(path, layer=name)
    assert is_read_right(path)


def write_geopackage(folder, **layers):
    for name, borders in layers.items():
        borders.to_file(folder / "source.gpkg", layer=name)
    return folder / "source.gpkg"


def write_zipped_shapefiles(folder, **layers):
    with zipfile.ZipFile(folder / "source.zip", "w") as file:
        for name, borders in layers.items():
            borders.to_file(folder / f"{name}.shp")
            for path in folder.glob(f"{name}.*"):
                file.write(path, path.name)
    return folder / "source.zip"


def write_folder_of_geodatabase(folder, **layers):
    for name, borders in layers.items():
        many = borders.set_geometry(borders.geometry.map(lambda area: shapely.MultiPolygon(shapely.get_parts(area).tolist())))
        many.to_file(folder / "source.gdb", layer=name, driver="OpenFileGDB")
    return folder / "source.gdb"


def write_topology(folder, **layers):
    return write_topojson(folder / "source.topojson", **layers)


WRITERS = [write_geopackage, write_zipped_shapefiles, write_folder_of_geodatabase, write_topology]


@pytest.mark.parametrize("write", WRITERS)
def test_the_layer_is_found_in_every_format_that_has_layers(tmp_path, write):
    assert is_read_right(write(tmp_path, lande=lands(kommuner()), kommuner=kommuner()))


@pytest.mark.parametrize("write", WRITERS)
def test_two_layers_that_both_fit_are_listed_and_asked_for(tmp_path, capsys, write):
    path = write(tmp_path, grov=kommuner(), land=lands(kommuner()), fin=kommuner())
    assert build(path) == 2
    error = capsys.readouterr().err
    assert "has 3 layers, and several of them have the kommuner: " in error
    assert "grov (98 kommuner among 98 areas)" in error
    assert "fin (98 kommuner among 98 areas)" in error
    assert "land (0 kommuner among 5 areas); name the right one with --layer" in error
    assert not list_outputs(tmp_path)
    assert build(path, "--layer", "fin") == 0
    assert is_built_right(tmp_path)


def test_where_no_layer_fits_they_are_listed_and_asked_for(tmp_path, capsys):
    assert build(write_geopackage(tmp_path, land=lands(kommuner()), nord=kommuner().iloc[:40])) == 2
    error = capsys.readouterr().err
    assert "has 2 layers, and none of them has the kommuner: nord (40 kommuner among 40 areas), land (0 kommuner among 5 areas)" in error
    assert "name the right one with --layer" in error


def test_layers_without_areas_are_listed_as_well(tmp_path, capsys):
    assert build(write_geopackage(tmp_path, punkter=points(kommuner()), linjer=outlines(kommuner()))) == 2
    assert "several of them have the kommuner: punkter (98" in capsys.readouterr().err
    assert build(tmp_path / "source.gpkg", "--layer", "linjer") == 2
    assert "give areas (polygons), not lines or points" in capsys.readouterr().err


def test_a_layer_that_is_not_there_is_answered_with_those_that_are(tmp_path, capsys):
    assert build(write_geopackage(tmp_path, land=lands(kommuner()), kommuner=kommuner()), "--layer", "kommune") == 2
    assert "has no layer 'kommune'; it has land, kommuner: name one of them with --layer" in capsys.readouterr().err


def test_a_table_without_geometry_is_passed_over(tmp_path):
    path = write_geopackage(tmp_path, kommuner=kommuner())
    pyogrio.write_dataframe(gpd.pd.DataFrame(kommuner().drop(columns="geometry")), path, layer="navne")
    assert is_read_right(path)


def test_a_topology_that_is_broken_is_refused(tmp_path, capsys):
    (tmp_path / "source.topojson").write_text('{"type": "Topology", "objects": {}, "arcs": []}', encoding="utf-8")
    assert build(tmp_path / "source.topojson") == 2
    assert "TopoJSON, GeoPackage or shapefile" in capsys.readouterr().err
