"""The project's borders measured against the official ones, where they are at hand."""

import json
from pathlib import Path

import geopandas as gpd
import pytest
import shapely

from geodata.borders import FILE
from geodata.builder.build import main
from geodata.builder.source import CHRISTIANSO, read_borders
from geodata.drawing import drawing_path

REFERENCE = Path(__file__).parents[4] / "shared" / "geodata" / "dagi_kommuner_500k_2014.geojson"
pytestmark = pytest.mark.skipif(not REFERENCE.exists(), reason="the reference borders are not here")


def test_the_borders_are_close_to_the_official_ones():
    official = read_borders(REFERENCE).drop(index=CHRISTIANSO).geometry
    ours = gpd.read_file(FILE).set_index("id").to_crs(25832).geometry.reindex(official.index)
    overlap = ours.intersection(official).area / ours.union(official).area
    assert overlap.median() >= 0.985
    assert overlap.min() >= 0.93


def test_no_vertex_is_the_official_file_s():
    def vertices(path: Path) -> set[tuple[float, float]]:
        return {(x, y) for x, y in shapely.get_coordinates(gpd.read_file(path).geometry.to_numpy())}

    assert len(vertices(FILE)) > 10_000
    assert not vertices(REFERENCE) & vertices(FILE)


def test_the_committed_files_are_what_the_builder_makes(tmp_path):
    built = tmp_path / FILE.name
    assert main([str(REFERENCE), "-o", str(built), "--date", "2014"]) == 0
    assert built.read_bytes() == FILE.read_bytes()
    assert drawing_path(built).read_bytes() == drawing_path(FILE).read_bytes()
    new, committed = (json.loads(path.with_suffix(".json").read_text(encoding="utf-8")) for path in (built, FILE))
    assert new | {"built": ""} == committed | {"built": ""}
