import json

import brotli
import geopandas as gpd
import pytest
import shapely

from data.place import PlaceKind
from geodata.borders import FILE, Borders
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
