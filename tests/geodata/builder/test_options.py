"""Options that can't be: refused with a sentence before the source is read, and nothing is left."""

import pytest

from geodata.builder import source
from geodata.builder.build import main
from tests.geodata.builder.maps import build, kommuner, list_outputs


@pytest.fixture
def borders(tmp_path, monkeypatch):
    """A source that must not be read."""

    def read(*arguments):
        raise AssertionError("work was done")

    monkeypatch.setattr(source, "read_layer", read)
    path = tmp_path / "source.gpkg"
    path.write_text("not read", encoding="utf-8")
    return path


@pytest.mark.parametrize("tolerance", ["nan", "-150", "inf", "-inf", "0", "-0.0", "1e9", "150000"])
def test_a_tolerance_that_is_no_length_is_refused_before_any_work(borders, capsys, tolerance):
    assert build(borders, f"--tolerance={tolerance}") == 2
    assert "is no length in metres above 0 and up to 5000; give for example --tolerance 150" in capsys.readouterr().err
    assert not list_outputs(borders.parent)


@pytest.mark.parametrize("crs", ["", "none", "EPSG:", "EPSG:99999", "UTM32", "55,8", "EPSG:5799", "EPSG:4978"])
def test_a_system_that_is_none_is_refused_before_any_work(borders, capsys, crs):
    assert build(borders, "--crs", crs) == 2
    assert "for example --crs EPSG:25832" in capsys.readouterr().err
    assert not list_outputs(borders.parent)


@pytest.mark.parametrize(
    "name", ["X.json", "X", "X.shp", "X.gpkg", "X.geojson.json", "X.topojson", ".geojson", "X.geojson.part", "X_tegning.json"]
)
def test_a_name_with_another_ending_is_refused_before_any_work(borders, capsys, name):
    assert main([str(borders), "-o", str(borders.parent / name)]) == 2
    assert "does not end in .geojson, but the borders are GeoJSON" in capsys.readouterr().err
    assert [path.name for path in borders.parent.iterdir()] == ["source.gpkg"]


@pytest.mark.parametrize("name", ["X_tegning.geojson", "kommuner_tegning.geojson", "_tegning.geojson", "X_tegning_tegning.geojson"])
def test_a_name_like_a_drawing_s_is_refused_before_any_work(borders, capsys, name):
    assert main([str(borders), "-o", str(borders.parent / name)]) == 2
    assert "give a name that does not end in _tegning" in capsys.readouterr().err
    assert [path.name for path in borders.parent.iterdir()] == ["source.gpkg"]


@pytest.mark.parametrize(
    "taken", ["out.geojson", "out.json", "out_tegning.json", "out.geojson.part", "out.json.part", "out_tegning.json.part"]
)
def test_a_folder_in_the_place_of_a_file_is_refused_before_any_work(borders, capsys, taken):
    (borders.parent / taken).mkdir()
    assert build(borders) == 2
    assert "a folder" in capsys.readouterr().err
    assert list_outputs(borders.parent) == [taken]


@pytest.mark.parametrize("folder", ["nowhere", "nowhere/deeper", "source.gpkg"])
def test_a_folder_that_is_none_is_refused_before_any_work(borders, capsys, folder):
    assert main([str(borders), "-o", str(borders.parent / folder / "out.geojson")]) == 2
    assert "make it first, or name another" in capsys.readouterr().err
    assert [path.name for path in borders.parent.iterdir()] == ["source.gpkg"]


def test_a_name_that_is_too_long_is_refused_before_any_work(borders, capsys):
    assert main([str(borders), "-o", str(borders.parent / ("x" * 300 + ".geojson"))]) == 2
    assert "can't be written (File name too long); name another file with -o" in capsys.readouterr().err


@pytest.mark.parametrize(("source_name", "output"), [("X.json", "X.geojson"), ("X_tegning.json", "X.geojson"), ("X.geojson", "X.geojson")])
def test_a_source_is_never_written_over(borders, capsys, source_name, output):
    path = borders.rename(borders.with_name(source_name))
    assert main([str(path), "-o", str(path.with_name(output))]) == 2
    assert f"{source_name} over its source; name another file with -o" in capsys.readouterr().err
    assert path.read_text(encoding="utf-8") == "not read"


def test_a_source_by_another_name_is_never_written_over(borders):
    (borders.parent / "out.json").symlink_to(borders)
    assert build(borders) == 2
    (borders.parent / "out.json").unlink()
    (borders.parent / "out_tegning.json").hardlink_to(borders)
    assert build(borders) == 2
    assert borders.read_text(encoding="utf-8") == "not read"


@pytest.mark.parametrize("name", ["out.json", "out_tegning.json"])
@pytest.mark.parametrize("kind", ["FeatureCollection", "Topology"])
def test_other_borders_where_sidecar_or_drawing_go_are_kept(borders, capsys, name, kind):
    (borders.parent / name).write_text(f'{{"type": "{kind}"}}', encoding="utf-8")
    assert build(borders) == 2
    assert "over borders that are there already; move them away" in capsys.readouterr().err
    assert (borders.parent / name).read_text(encoding="utf-8") == f'{{"type": "{kind}"}}'


def test_a_source_that_is_missing_is_told_first(tmp_path, capsys):
    assert main([str(tmp_path / "nowhere.gpkg"), "-o", str(tmp_path / "X.json")]) == 2
    assert "nowhere.gpkg does not exist; give the path of a border file. Nothing was written.\n" in capsys.readouterr().err


def test_a_build_takes_the_place_of_an_earlier_one(tmp_path):
    kommuner().to_file(tmp_path / "source.gpkg")
    assert build(tmp_path / "source.gpkg", "--date", "2025") == 0
    assert build(tmp_path / "source.gpkg", "--date", "2026", "--tolerance", "300") == 0
    assert '"source_date": "2026"' in (tmp_path / "out.json").read_text(encoding="utf-8")
    assert list_outputs(tmp_path) == ["out.geojson", "out.json", "out_tegning.json"]
