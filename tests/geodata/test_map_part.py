from geodata.map_part import ASPECT, CAPITAL, COUNTRY, MAP_PARTS, MapPart


def test_a_box_twice_as_wide_as_high_on_the_equator_fills_a_place_of_that_shape():
    part = MapPart(box=(-10.0, -5.0, 10.0, 5.0), left=0.1, low=0.2, width=0.5)
    assert part.middle == (0, 0)
    assert (part.right, part.top) == (0.6, 0.2 + 0.25 * ASPECT)


def test_degrees_of_longitude_are_shorter_in_denmark_so_a_box_is_higher():
    equator = MapPart(box=(10.0, -0.5, 11.0, 0.5), left=0, low=0, width=0.5)
    denmark = MapPart(box=(10.0, 55.5, 11.0, 56.5), left=0, low=0, width=0.5)
    assert 1.75 < denmark.top / equator.top < 1.8  # 1 / cos 56


def test_parts_of_the_map_stand_within_the_figure():
    assert MAP_PARTS[0] is COUNTRY
    assert all(0 <= part.left < part.right <= 1 for part in MAP_PARTS)
    assert all(0 <= part.low < part.top <= 1 for part in MAP_PARTS)
    assert COUNTRY.box[0] < CAPITAL.box[0] < CAPITAL.box[2] < COUNTRY.box[2]
