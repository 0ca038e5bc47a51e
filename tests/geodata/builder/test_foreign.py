"""The 98 kommuner among other areas: neighbours, all of Europe, the Kingdom, what lies on top of them."""

import geopandas as gpd
import pytest
import shapely

from tests.geodata.builder.maps import add, build, is_built_right, kommuner, list_outputs

SLESVIG = shapely.box(500_000, 6_040_000, 530_000, 6_071_000)  # over the border by a sliver
SKANE = shapely.box(715_000, 6_150_000, 760_000, 6_230_000)
UPPLAND = shapely.box(900_000, 6_700_000, 950_000, 6_750_000)
GREENLAND = shapely.box(-46, 60, -42, 62)


def with_country_prefix(sign):
    def make(borders):
        borders = borders.assign(KOMKODE="DK" + sign + borders["KOMKODE"].str.lstrip("0"))
        borders = add(borders, f"DE{sign}01001000", "Flensburg", SLESVIG)
        borders = add(borders, f"SE{sign}1280", "Malmö", SKANE)
        return add(borders, f"SE{sign}0360", "Tierp", UPPLAND)

    return make


def as_plain_numbers(borders):
    """LAU codes without a country: 0360 is Lolland and Tierp."""
    borders = add(add(borders, "01001000", "Flensburg", SLESVIG), "1280", "Malmö", SKANE)
    return add(borders, "0360", "Tierp", UPPLAND)


def first_rows_are_foreign(borders):
    foreign = add(add(borders.iloc[:0], "SE_1280", "Malmö", SKANE), "DE_01001000", "Flensburg", SLESVIG)
    return gpd.pd.concat([add(foreign, "AL_15", "Tirana", UPPLAND), borders.assign(KOMKODE="DK_" + borders["KOMKODE"])], ignore_index=True)


def without_codes_abroad(borders):
    return add(add(add(borders, None, "Tyskland", SLESVIG), None, "Sverige", SKANE), None, None, UPPLAND)


def the_kingdom(borders):
    borders = add(borders, "0955", "Kommune Kujalleq", GREENLAND, crs=4326)
    borders = add(borders, "0956", "Kommuneqarfik Sermersooq", shapely.box(-53, 64, -50, 66), crs=4326)
    return add(borders, "FO", "Føroyar", shapely.box(-7.5, 61.5, -6.5, 62.3), crs=4326)


def with_larger_units(borders):
    """The country and two parts of it in the same layer, on top of the kommuner."""
    land = shapely.union_all(borders.geometry.to_numpy())
    west, south, east, north = land.bounds
    borders = add(borders, "DK", "Danmark", land)
    borders = add(borders, "DK01", "Øst", shapely.intersection(land, shapely.box(650_000, south, east, north)))
    return add(borders, "DK02", "Vest", shapely.intersection(land, shapely.box(west, south, 650_000, north)))


def with_the_sea(borders):
    land = shapely.union_all(borders.geometry.to_numpy())
    borders = add(borders, "", "Hav", shapely.difference(shapely.box(*land.bounds), land))
    borders = add(borders, "9999", "Uden for kommune", shapely.box(600_000, 6_280_000, 605_000, 6_285_000))
    return add(borders, "?", "Ø", shapely.box(610_000, 6_290_000, 610_100, 6_290_100))


@pytest.mark.parametrize(
    "make",
    [
        with_country_prefix("_"),
        with_country_prefix(""),
        with_country_prefix("-"),
        as_plain_numbers,
        first_rows_are_foreign,
        without_codes_abroad,
        the_kingdom,
        with_larger_units,
        with_the_sea,
    ],
    ids=["DK_326", "DK326", "DK-326", "326", "foreign_first", "no_code_abroad", "kingdom", "larger_units", "sea"],
)
def test_other_areas_are_passed_over_with_a_word_and_how_many(tmp_path, capsys, make):
    make(kommuner()).to_file(tmp_path / "source.gpkg")
    assert build(tmp_path / "source.gpkg") == 0
    assert "geodata.build: 3 areas that are no kommuner of Denmark were passed over, the first " in capsys.readouterr().err
    assert is_built_right(tmp_path)


def test_a_file_of_many_countries_is_built(tmp_path, capsys):
    """1600 squares from Portugal to Finland, with numbers that are kommunekoder as well, under the usual names of such files."""
    borders = kommuner().rename(columns={"KOMKODE": "LAU_ID", "KOMNAVN": "LAU_NAME"}).to_crs(3035)
    squares = [(x, y) for x in range(2_600_000, 5_400_000, 70_000) for y in range(1_700_000, 4_500_000, 70_000)]
    denmark = shapely.box(*borders.total_bounds).buffer(60_000)
    areas = [area for area in (shapely.box(x, y, x + 60_000, y + 60_000) for x, y in squares) if not area.intersects(denmark)]
    numbers = [f"{number % 1000:03}" for number in range(len(areas))]
    abroad = gpd.GeoDataFrame({"LAU_ID": numbers, "LAU_NAME": [f"Sted {n}" for n in range(len(areas))]}, geometry=areas, crs=3035)
    europe = gpd.pd.concat([abroad, borders], ignore_index=True)
    europe["POP_2021"] = [number % 1000 for number in range(len(europe))]
    europe["OBJECTID"] = range(1, len(europe) + 1)
    europe["GISCO_ID"] = [("XX_" if index < len(abroad) else "DK_") + code for index, code in europe["LAU_ID"].items()]
    for columns in (["LAU_ID"], ["GISCO_ID"]):
        dropped = europe.drop(columns=columns)
        dropped.to_file(tmp_path / "source.gpkg")
        assert build(tmp_path / "source.gpkg") == 0
        assert f"{len(abroad)} areas that are no kommuner of Denmark were passed over" in capsys.readouterr().err
        assert is_built_right(tmp_path)


def misprinted_island(borders):
    """Læsø's code is misprinted, and a part of Bornholm has none."""
    return borders.assign(KOMKODE=borders["KOMKODE"].replace("0825", "O825"))


def part_without_code(borders):
    part = shapely.intersection(borders.geometry[borders["KOMKODE"] == "0400"].iloc[0], shapely.box(860_000, 6_100_000, 876_000, 6_200_000))
    rest = borders.set_geometry(borders.geometry.map(lambda area: area.difference(part)))
    return add(rest, None, "Bornholm", part)


def county_of_old(borders):
    return borders.assign(KOMKODE=borders["KOMKODE"].replace("0825", "0829"))


@pytest.mark.parametrize(
    ("spoil", "said"),
    [
        (misprinted_island, "property KOMKODE has 'O825'; expected kommunekoder such as 0326"),
        (part_without_code, "property KOMKODE is empty for 1 areas; expected kommunekoder such as 0326"),
        (county_of_old, "1 of 98 kommuner are missing: 0825 Læsø"),
    ],
)
def test_a_part_of_denmark_with_a_wrong_code_is_not_passed_over(tmp_path, capsys, spoil, said):
    spoil(kommuner()).to_file(tmp_path / "source.gpkg")
    assert build(tmp_path / "source.gpkg") == 2
    assert said in capsys.readouterr().err
    assert not list_outputs(tmp_path)


def test_another_country_alone_is_refused(tmp_path, capsys):
    foreign = gpd.GeoDataFrame({"KOMKODE": ["SE_0360", "SE_1280"], "KOMNAVN": ["Tierp", "Malmö"]}, geometry=[UPPLAND, SKANE], crs=25832)
    foreign.to_file(tmp_path / "source.gpkg")
    assert build(tmp_path / "source.gpkg") == 2
    assert "property KOMKODE has 'SE_0360'; expected kommunekoder" in capsys.readouterr().err
