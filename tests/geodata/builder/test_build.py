"""The border builder on a Denmark of 98 squares: every way in, and every wrong file."""

import json

import geopandas as gpd
import pytest
import shapely

from geodata.builder.build import KOMMUNER, _read_names, main
from geodata.drawing import Drawing

NAMES = _read_names(KOMMUNER)
SIDE = 10_000


def squares():
    """98 squares of 10 km, side by side in EPSG:25832, fourteen to a row."""
    boxes = [shapely.box(x, y, x + SIDE, y + SIDE) for x, y in ((500_000 + n % 14 * SIDE, 6_100_000 + n // 14 * SIDE) for n in range(98))]
    return gpd.GeoDataFrame({"KOMKODE": list(NAMES), "KOMNAVN": [row["navn"] for row in NAMES.values()]}, geometry=boxes, crs=25832)


def build(borders, folder, *options, name="source.gpkg"):
    borders.to_file(folder / name)
    return main([str(folder / name), "-o", str(folder / "out.geojson"), *options])


def read(folder):
    return json.loads((folder / "out.geojson").read_text(encoding="utf-8"))["features"]


def test_every_kommune_comes_out_with_its_properties(tmp_path):
    assert build(squares(), tmp_path, "--date", "2026") == 0
    features = read(tmp_path)
    assert [feature["id"] for feature in features] == sorted(NAMES)
    first = features[0]
    assert first["properties"]["navn"] == "København"
    assert set(first["properties"]) == {"navn", "label", "km2"}  # which region it lies in is another matter from day to day
    assert first["properties"]["km2"] == 100
    west, south, east, north = first["bbox"]
    assert west < first["properties"]["label"][0] < east
    assert south < first["properties"]["label"][1] < north
    sidecar = json.loads((tmp_path / "out.json").read_text(encoding="utf-8"))
    assert sidecar["source_date"] == "2026"
    assert len(Drawing.load(tmp_path / "out.geojson").parts[0].areas) == 98
    assert {"source", "licence", "sha256", "drawing_sha256", "source_sha256", "tolerance_m", "grid_m", "built"} <= sidecar.keys()


def test_outer_rings_run_clockwise(tmp_path):
    build(squares(), tmp_path)
    for feature in read(tmp_path):
        assert not shapely.geometry.shape(feature["geometry"]).exterior.is_ccw


@pytest.mark.parametrize(
    ("rename", "crs", "name"),
    [
        ({}, 4326, "source.geojson"),
        ({"KOMKODE": "kommunekode", "KOMNAVN": "navn"}, 25832, "source.shp"),
        ({"KOMKODE": "LAU_ID", "KOMNAVN": "LAU_NAME"}, 3035, "source.gpkg"),
    ],
)
def test_any_format_property_and_crs(tmp_path, rename, crs, name):
    borders = squares().rename(columns={old: new[:10] for old, new in rename.items()}).to_crs(crs)
    options = ["--code", "kommunekod"] if name.endswith("shp") else []
    assert build(borders, tmp_path, *options, name=name) == 0
    assert len(read(tmp_path)) == 98


def test_codes_may_be_numbers_or_have_a_country(tmp_path):
    borders = squares()
    assert build(borders.assign(KOMKODE=borders["KOMKODE"].astype(int)), tmp_path) == 0
    assert build(borders.assign(KOMKODE="DK" + borders["KOMKODE"]), tmp_path) == 0


def test_christianso_is_left_out_and_said_so(tmp_path, capsys):
    islands = gpd.GeoDataFrame({"KOMKODE": ["0411"], "KOMNAVN": ["Christiansø"]}, geometry=[shapely.box(0, 0, 900, 900)], crs=25832)
    assert build(gpd.pd.concat([squares(), islands]), tmp_path) == 0
    assert "Christiansø (0411) left out" in capsys.readouterr().out
    assert len(read(tmp_path)) == 98


def test_islets_go_but_a_kommune_keeps_its_largest_part(tmp_path):
    borders = squares()
    islet = shapely.box(400_000, 6_000_000, 400_400, 6_000_400)
    borders.loc[0, "geometry"] = shapely.union_all([borders.geometry[0], islet])
    borders.loc[1, "geometry"] = shapely.box(300_000, 6_000_000, 300_500, 6_000_500)  # smaller than an islet, but all there is
    assert build(borders, tmp_path) == 0
    by_code = {feature["id"]: shapely.geometry.shape(feature["geometry"]) for feature in read(tmp_path)}
    assert by_code[borders["KOMKODE"][0]].geom_type == "Polygon"
    assert by_code[borders["KOMKODE"][1]].area > 0


def test_a_hole_stays_a_hole(tmp_path):
    borders = squares()
    inner = borders.geometry[0].centroid.buffer(2000, cap_style="square")
    borders.loc[0, "geometry"] = borders.geometry[0].difference(inner)
    borders.loc[1, "geometry"] = inner
    build(borders, tmp_path)
    by_code = {feature["id"]: shapely.geometry.shape(feature["geometry"]) for feature in read(tmp_path)}
    assert len(by_code[borders["KOMKODE"][0]].interiors) == 1


def drop_one(borders):
    return borders.drop(index=5)


def twice(borders):
    return gpd.pd.concat([borders, borders.iloc[[3]]])


def twice_under_another_code(borders):
    return gpd.pd.concat([borders, borders.iloc[[3]].assign(KOMKODE="0999")])


def one_name_twice(borders):
    return borders.assign(KOMNAVN=borders["KOMNAVN"].replace("Aarhus", "Aalborg"))


def one_code_twice(borders):
    return gpd.pd.concat([borders, borders.iloc[[3]].assign(KOMKODE="0326", geometry=[shapely.box(0, 0, 5000, 5000)])])


def lines(borders):
    return borders.assign(geometry=borders.boundary)


def no_codes(borders):
    return borders.drop(columns="KOMKODE")


def wrong_codes(borders):
    return borders.assign(KOMKODE="Kalundborg")


def overlapping(borders):
    borders.loc[1, "geometry"] = borders.geometry[1].buffer(3000)
    return borders


@pytest.mark.parametrize(
    ("spoil", "said"),
    [
        (drop_one, "1 of 98 kommuner are missing: "),
        (twice, "0153 Brøndby is there twice: its areas lie on top of each other; remove one of them"),
        (twice_under_another_code, "code 0999 is no kommune"),
        (one_name_twice, "Aalborg stands under several codes: 0751, 0851; each kommune must be there once"),
        (one_code_twice, "code 0326 stands under several names: Brøndby, Kalundborg; each kommune must have a code of its own"),
        (lines, "98 of 98 features are LineString, the first with code 0101; give areas (polygons), not lines or points"),
        (no_codes, "no property with the kommunekode among KOMNAVN; name it with --code"),
        (wrong_codes, "property KOMKODE has 'Kalundborg'; expected kommunekoder such as 0326"),
        (overlapping, "overlap by"),
    ],
)
def test_a_wrong_source_ends_with_a_sentence_and_writes_nothing(tmp_path, capsys, spoil, said):
    assert build(spoil(squares()), tmp_path) == 2
    error = capsys.readouterr().err
    assert said in error
    assert error.endswith("Nothing was written.\n")
    assert not list(tmp_path.glob("out*"))


def test_a_file_that_is_none_ends_with_a_sentence(tmp_path, capsys):
    assert main([str(tmp_path / "nowhere.gpkg")]) == 2
    (tmp_path / "text.geojson").write_text("no borders", encoding="utf-8")
    assert main([str(tmp_path / "text.geojson")]) == 2
    assert "does not exist" in capsys.readouterr().err


def test_a_file_without_crs_asks_for_it(tmp_path, capsys):
    squares().to_file(tmp_path / "source.shp")
    (tmp_path / "source.prj").unlink()
    assert main([str(tmp_path / "source.shp"), "-o", str(tmp_path / "out.geojson")]) == 2
    assert "name it with --crs" in capsys.readouterr().err
    assert main([str(tmp_path / "source.shp"), "-o", str(tmp_path / "out.geojson"), "--crs", "EPSG:25832"]) == 0
