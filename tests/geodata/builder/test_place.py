"""Plausible form, impossible place: a sound coverage of the 98 kommuner that lies elsewhere, or whose kommuner do."""

import numpy as np
import pytest
import shapely

from geodata.builder.known import Known
from tests.geodata.builder.maps import add, build, change, is_built_right, kommuner, list_outputs, relabel

MIDDLE = (667_000, 6_225_000)  # easting and northing of the middle of the country's box, metres


def exchanged_degrees():
    return change(kommuner().to_crs(4326), lambda x, y: np.stack([y, x], axis=1))


def exchanged_metres():
    return change(kommuner(), lambda x, y: np.stack([y, x], axis=1))


def zone_33_read_as_32():
    return relabel(kommuner().to_crs(25833), 25832)


def zone_32_read_as_33():
    return relabel(kommuner(), 25833)


def web_mercator_read_as_zone_32():
    return relabel(kommuner().to_crs(3857), 25832)


def kilometres():
    return change(kommuner(), lambda x, y: np.stack([x, y], axis=1) / 1000)


def feet():
    return change(kommuner(), lambda x, y: np.stack([x, y], axis=1) / 0.3048)


def without_the_zone_s_number():
    return relabel(kommuner().to_crs(4647), 25832)


def southern_hemisphere():
    return change(kommuner().to_crs(4326), lambda x, y: np.stack([x, -y], axis=1))


@pytest.mark.parametrize(
    ("spoil", "remedy"),
    [
        (exchanged_degrees, "with exchanged axes they would lie in Denmark (EPSG:4326): write longitude or easting first"),
        (exchanged_metres, "with exchanged axes they would lie in Denmark (EPSG:25832): write longitude or easting first"),
        (zone_33_read_as_32, "they would lie in Denmark as EPSG:25833: name it with --crs EPSG:25833"),
        (zone_32_read_as_33, "they would lie in Denmark as EPSG:25832: name it with --crs EPSG:25832"),
        (web_mercator_read_as_zone_32, "name it with --crs EPSG:3857"),
        (without_the_zone_s_number, "name it with --crs EPSG:4647"),
        (kilometres, "they would lie in Denmark as kilometres of EPSG:25832: convert them to metres"),
        (feet, "they would lie in Denmark as feet of EPSG:25832: convert them to metres"),
        (southern_hemisphere, "write longitude or easting first, and name the coordinate system with --crs"),
    ],
)
def test_borders_outside_denmark_are_refused_with_where_they_lie_and_what_would_put_them_right(tmp_path, capsys, spoil, remedy):
    spoil().to_file(tmp_path / "source.gpkg")
    assert build(tmp_path / "source.gpkg") == 2
    error = capsys.readouterr().err
    assert "kommuner lie outside Denmark: read as EPSG:" in error
    assert "expected 7.9 to 15.4 E, 54.4 to 58.0 N; the axes or the coordinate system are wrong" in error
    assert remedy in error
    assert not list_outputs(tmp_path)


@pytest.mark.parametrize(("crs", "stated"), [("EPSG:25833", 25832), ("EPSG:25832", 4326), ("EPSG:3857", 25833)])
def test_the_remedy_of_a_wrong_system_builds(tmp_path, capsys, crs, stated):
    relabel(kommuner().to_crs(crs), stated).to_file(tmp_path / "source.gpkg")
    assert build(tmp_path / "source.gpkg") == 2
    assert f"name it with --crs {crs}" in capsys.readouterr().err
    assert build(tmp_path / "source.gpkg", "--crs", crs) == 0
    assert f"says EPSG:{stated}; {crs} is taken instead, as --crs says" in capsys.readouterr().err
    assert is_built_right(tmp_path)


def mirrored_from_left_to_right(borders):
    return change(borders, lambda x, y: np.stack([2 * MIDDLE[0] - x, y], axis=1))


def upside_down(borders):
    return change(borders, lambda x, y: np.stack([x, 2 * MIDDLE[1] - y], axis=1))


def turned(borders):
    return change(borders, lambda x, y: np.stack([2 * MIDDLE[0] - x, 2 * MIDDLE[1] - y], axis=1))


def moved_by_15_km(borders):
    return change(borders, lambda x, y: np.stack([x + 15_000, y], axis=1))


def codes_moved_down_by_a_row(borders):
    return borders.assign(KOMKODE=np.roll(borders["KOMKODE"], 1), KOMNAVN=np.roll(borders["KOMNAVN"], 1))


def areas_sorted_by_size(borders):
    return borders.set_geometry(borders.geometry.iloc[borders.area.argsort()].reset_index(drop=True))


@pytest.mark.parametrize(
    "spoil", [mirrored_from_left_to_right, upside_down, turned, moved_by_15_km, codes_moved_down_by_a_row, areas_sorted_by_size]
)
def test_a_map_within_denmark_whose_kommuner_lie_elsewhere_is_refused(tmp_path, capsys, spoil):
    spoil(kommuner()).to_file(tmp_path / "source.gpkg")
    assert build(tmp_path / "source.gpkg") == 2
    error = capsys.readouterr().err
    assert "kommuner don't lie where they belong: " in error
    assert "; and " in error
    assert "the map is mirrored, turned or moved, or the codes belong to other areas" in error
    assert not list_outputs(tmp_path)


def exchange(borders, first, second, columns=("KOMKODE", "KOMNAVN")):
    one, other = (borders.index[borders["KOMKODE"] == code][0] for code in (first, second))
    for column in columns:
        borders.loc[[one, other], column] = borders.loc[[other, one], column].to_numpy()
    return borders


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("0326", "0340"),  # neighbours of like size
        ("0101", "0147"),  # one lies within the other
        ("0153", "0187"),  # neighbours 3 km apart
        ("0400", "0851"),  # ends of the country
        ("0563", "0825"),  # islands
        ("0155", "0185"),  # one island for both
    ],
)
def test_two_kommuner_with_exchanged_codes_are_refused(tmp_path, capsys, first, second):
    exchange(kommuner(), first, second).to_file(tmp_path / "source.gpkg")
    assert build(tmp_path / "source.gpkg") == 2
    error = capsys.readouterr().err
    names = Known.load().names
    assert "2 of 98 kommuner don't lie where they belong: " in error
    assert f"{first} {names[first]} lies where {second} {names[second]} belongs, expected " in error
    assert f"{second} {names[second]} lies where {first} {names[first]} belongs, expected " in error
    assert "correct the codes, or name their property with --code" in error


def test_exchanged_codes_that_keep_their_names_are_refused_too(tmp_path, capsys):
    exchange(kommuner(), "0326", "0340", columns=["KOMKODE"]).to_file(tmp_path / "source.gpkg")
    assert build(tmp_path / "source.gpkg") == 2
    assert "0326 Kalundborg lies where 0340 Sorø belongs" in capsys.readouterr().err


def test_a_kommune_in_the_sea_is_told_by_where_it_lies(tmp_path, capsys):
    borders = kommuner()
    borders = borders[borders["KOMKODE"] != "0825"]
    add(borders, "0825", "Læsø", shapely.box(420_000, 6_350_000, 432_000, 6_360_000)).to_file(tmp_path / "source.gpkg")
    assert build(tmp_path / "source.gpkg") == 2
    assert "0825 Læsø lies at 7.7 to 7.9 E, 57.3 to 57.4 N, where no kommune is, expected 10.9 to 11.2 E" in capsys.readouterr().err


@pytest.mark.parametrize("nothing", [None, shapely.Polygon(), shapely.MultiPolygon()], ids=["none", "empty", "empty_multi"])
def test_a_kommune_without_an_area_is_refused(tmp_path, capsys, nothing):
    borders = kommuner()
    borders.loc[3, "geometry"] = nothing
    borders.to_file(tmp_path / "source.gpkg")
    assert build(tmp_path / "source.gpkg") == 2
    assert "1 of 98 features are without geometry, the first with code " in capsys.readouterr().err


@pytest.mark.filterwarnings("ignore:invalid value encountered:RuntimeWarning")  # shapely makes and reads it all the same
@pytest.mark.parametrize("number", [np.nan, np.inf])
def test_a_vertex_that_is_nowhere_is_refused(tmp_path, capsys, number):
    borders = kommuner()
    points = shapely.get_coordinates(borders.geometry[3])
    points[1] = number
    borders.loc[3, "geometry"] = shapely.Polygon(points)
    borders.to_file(tmp_path / "source.gpkg")
    assert build(tmp_path / "source.gpkg") == 2
    assert "1 of 98 areas have coordinates that are none, or can't be projected" in capsys.readouterr().err


def with_waters(borders):
    """Every kommune reaches out to sea, as in some administrative files; the neighbours keep their land."""
    land = shapely.union_all(borders.geometry.to_numpy())
    for index in borders.index[borders["KOMKODE"].isin(["0825", "0400", "0492"])]:
        area = borders.geometry[index]
        borders.loc[index, "geometry"] = shapely.union(area, shapely.difference(area.buffer(12_000), land))
    return borders


def with_small_parts_lost(borders):
    largest = borders.geometry.map(lambda area: max(shapely.get_parts(area), key=shapely.area))
    return borders.set_geometry(largest)


def coarser(borders):
    return borders.set_geometry(shapely.coverage_simplify(borders.geometry.to_numpy(), 3000))


def moved_by_a_datum(borders):
    return change(borders, lambda x, y: np.stack([x + 80, y + 200], axis=1))


@pytest.mark.parametrize("make", [with_waters, with_small_parts_lost, coarser, moved_by_a_datum])
def test_other_borders_of_the_same_kommuner_are_built(tmp_path, make):
    make(kommuner()).to_file(tmp_path / "source.gpkg")
    assert build(tmp_path / "source.gpkg") == 0
    assert list_outputs(tmp_path) == ["out.geojson", "out.json", "out_tegning.json"]


def test_a_tile_map_is_built_and_said_not_to_be_checked(tmp_path, capsys):
    borders = kommuner()
    tiles = [shapely.box(x, y, x + 9000, y + 9000) for x, y in ((480_000 + n % 10 * 9000, 6_100_000 + n // 10 * 9000) for n in range(98))]
    borders.set_geometry(tiles, crs=25832).to_file(tmp_path / "source.gpkg")
    assert build(tmp_path / "source.gpkg") == 0
    assert "as in a tile map: whether each lies in its place was not checked" in capsys.readouterr().err
