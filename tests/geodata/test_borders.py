import json

import brotli
import geopandas as gpd
import pytest
import shapely

from data.place import PlaceKind
from geodata.borders import FILE, Borders
from geodata.drawing import Drawing, drawing_path
from geodata.problem import BorderError


def test_the_borders_are_those_of_the_98_kommuner(borders, official):
    borders.check_codes({place.code for place in official.kommuner})
    assert len(borders.boxes) == 98
    names = {feature["id"]: feature["properties"]["navn"] for feature in json.loads(borders.content)["features"]}
    assert names == {place.code: place.name for place in official.places.values() if place.kind is PlaceKind.KOMMUNE}


def test_a_code_on_one_side_only_is_an_error(borders):
    with pytest.raises(BorderError, match="kommune 0411 is in the borders or in the figures, but not in both"):
        borders.check_codes({*borders.boxes, "0411"})


def test_the_file_is_light(borders):
    assert len(brotli.compress(borders.content)) <= 60_000


def test_the_file_is_a_valid_coverage_on_the_grid(borders):
    features = gpd.read_file(FILE)
    areas = features.to_crs(25832).geometry.to_numpy()
    assert shapely.coverage_is_valid(features.geometry.to_numpy())
    assert features.is_valid.all()
    off_grid = abs(shapely.get_coordinates(areas) / 100 - (shapely.get_coordinates(areas) / 100).round()).max() * 100
    assert off_grid < 10  # metres: the rounding to four decimals of a degree


def test_each_label_stands_in_its_kommune(borders):
    features = gpd.read_file(FILE).set_index("id")
    for code, point in borders.labels.items():
        assert features.geometry[code].contains(shapely.Point(point))


def test_another_file_than_the_sidecar_s_is_an_error(tmp_path):
    (tmp_path / FILE.name).write_bytes(FILE.read_bytes() + b"\n")
    (tmp_path / FILE.with_suffix(".json").name).write_bytes(FILE.with_suffix(".json").read_bytes())
    with pytest.raises(BorderError, match="build it again"):
        Borders.load(tmp_path / FILE.name)


@pytest.mark.parametrize(
    ("break_it", "said"),
    [
        (lambda border, sidecar: border.unlink(), rf"{FILE.name} can't be read \(No such file or directory\); restore it, or build it"),
        (lambda border, sidecar: sidecar.unlink(), r"kommuner\.json can't be read \(No such file"),
        (lambda border, sidecar: sidecar.write_bytes(b'{"sha256": "\xff'), r"kommuner\.json can't be read \('utf-8' codec"),
        (lambda border, sidecar: sidecar.write_text("[]"), r"kommuner\.json lacks sha256 or drawing_sha256; restore it"),
        (lambda border, sidecar: border.write_bytes(border.read_bytes()[:-9]), r"has sha256 .*, but kommuner\.json says"),
    ],
)
@pytest.mark.parametrize("load", [Borders.load, Drawing.load])
def test_what_can_not_be_read_is_named_with_a_remedy(tmp_path, load, break_it, said):
    for path in (FILE, FILE.with_suffix(".json"), drawing_path(FILE)):
        (tmp_path / path.name).write_bytes(path.read_bytes())
    file = tmp_path / FILE.name if load == Borders.load else drawing_path(tmp_path / FILE.name)
    break_it(file, (tmp_path / FILE.name).with_suffix(".json"))
    with pytest.raises(BorderError, match=said.replace(FILE.name, file.name)):
        load(tmp_path / FILE.name)
