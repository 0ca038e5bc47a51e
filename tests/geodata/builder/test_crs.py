"""Coordinate systems: none said, a wrong one named, and every common one in every common format."""

import json

import pytest

from tests.geodata.builder.maps import build, is_built_right, is_read_right, kommuner, list_outputs, read_built, relabel, write_topojson

COMMON = [4326, 25832, 25833, 3857, 4258, 3035, 4093, 4094, 4095, 4096, 4647, 32632]


@pytest.mark.parametrize("crs", COMMON)
def test_a_right_file_in_a_common_system_is_built(tmp_path, crs):
    kommuner().to_crs(crs).to_file(tmp_path / "source.gpkg")
    assert is_read_right(tmp_path / "source.gpkg")


@pytest.mark.parametrize("crs", [4326, 3035])
@pytest.mark.parametrize("name", ["source.shp", "source.fgb", "source.geojson"])
def test_a_right_file_in_a_common_format_is_built(tmp_path, crs, name):
    kommuner().to_crs(crs).to_file(tmp_path / name)
    assert is_read_right(tmp_path / name)


@pytest.mark.parametrize("crs", [4326, 3035])
@pytest.mark.parametrize("form", ["GML2", "GML3.2"])  # longitude and easting first, and latitude and northing first
def test_both_orders_of_axes_of_gml_are_built(tmp_path, crs, form):
    kommuner().to_crs(crs).to_file(tmp_path / "source.gml", driver="GML", FORMAT=form)
    assert is_read_right(tmp_path / "source.gml")


def shapefile_without_prj(folder, crs):
    kommuner().to_crs(crs).to_file(folder / "source.shp")
    (folder / "source.prj").unlink()
    return folder / "source.shp"


def geojson_without_crs(folder, crs):
    kommuner().to_crs(crs).to_file(folder / "source.geojson")
    content = json.loads((folder / "source.geojson").read_text(encoding="utf-8"))
    content.pop("crs", None)
    (folder / "source.geojson").write_text(json.dumps(content), encoding="utf-8")
    return folder / "source.geojson"


def geopackage_of_an_undefined_system(folder, crs):
    with pytest.warns(UserWarning, match="'crs' was not provided"):
        relabel(kommuner().to_crs(crs), None).to_file(folder / "source.gpkg")
    return folder / "source.gpkg"


def flatgeobuf_without_crs(folder, crs):
    with pytest.warns(UserWarning, match="'crs' was not provided"):
        relabel(kommuner().to_crs(crs), None).to_file(folder / "source.fgb")
    return folder / "source.fgb"


WITHOUT_CRS = [shapefile_without_prj, geojson_without_crs, geopackage_of_an_undefined_system, flatgeobuf_without_crs]


@pytest.mark.parametrize(("write", "crs"), list(zip(WITHOUT_CRS, ["EPSG:25832", "EPSG:25832", "EPSG:25833", "EPSG:3035"], strict=True)))
def test_metres_without_a_system_are_refused_with_the_remedy_and_with_it_built(tmp_path, capsys, write, crs):
    path = write(tmp_path, crs)
    assert build(path) == 2
    error = capsys.readouterr().err
    assert "are no degrees" in error
    assert f"--crs {crs}" in error
    assert not list_outputs(tmp_path)
    assert build(path, "--crs", crs) == 0
    assert is_built_right(tmp_path)


@pytest.mark.parametrize("write", WITHOUT_CRS)
def test_degrees_without_a_system_are_built(tmp_path, write):
    assert is_read_right(write(tmp_path, 4326))


def test_topojson_is_in_degrees_by_custom_and_said_so(tmp_path, capsys):
    assert build(write_topojson(tmp_path / "source.topojson", kommuner=kommuner())) == 0
    assert "its degrees are taken as EPSG:4326" in capsys.readouterr().err
    assert is_built_right(tmp_path)


def test_degrees_that_crs_says_are_metres_are_refused_by_their_place(tmp_path, capsys):
    assert build(shapefile_without_prj(tmp_path, 4326), "--crs", "EPSG:25832") == 2
    assert "they would lie in Denmark as EPSG:4326: name it with --crs EPSG:4326" in capsys.readouterr().err


def test_metres_that_crs_says_are_degrees_are_refused(tmp_path, capsys):
    assert build(shapefile_without_prj(tmp_path, 25832), "--crs", "EPSG:4326") == 2
    assert "--crs says EPSG:4326, but the coordinates" in capsys.readouterr().err


def test_heights_are_left_out(tmp_path):
    borders = kommuner()
    borders.set_geometry(borders.geometry.force_3d(12.5)).to_file(tmp_path / "source.gpkg")
    assert build(tmp_path / "source.gpkg") == 0
    assert not read_built(tmp_path).has_z.any()
    assert is_built_right(tmp_path)
