import pytest

from data.place import COUNTRY
from data.profile.trend import find_jumps, is_steady, list_known, measure_change, tell_from_last_jump
from data.registry.registry import Registry

MAIN = Registry.load().main


def years(start, *values):
    return tuple((str(start + number), value) for number, value in enumerate(values))


@pytest.mark.parametrize(
    ("values", "jumps"),
    [
        ((15.0, 16.19), 0),
        ((12.0, 13.2), 1),  # 1.1999999999999993 as floats
        ((13.2, 12.0), 1),
        ((12.0, None, 20.0), 0),  # nobody knows in how many steps
        ((12.0, None, None, 20.0, 22.0, 20.0), 2),
        ((12.0, 13.0, 14.0, 15.0), 0),
        ((), 0),
        ((None,), 0),
    ],
)
def test_a_jump_is_between_two_published_years_side_by_side(values, jumps):
    assert len(find_jumps(years(2016, *values))) == jumps


def test_the_jumps_of_the_real_figures(official):
    found = {place.code: find_jumps(official.profile(place.code)[MAIN.key].series) for place in official.kommuner}
    assert sum(map(len, found.values())) == 22
    (roskilde,) = found["0265"]
    assert (roskilde.before, roskilde.after) == ((2023, 21.81), (2024, 19.94))
    assert found["0326"] == find_jumps(official.profile(COUNTRY)[MAIN.key].series) == ()
    assert all(abs(jump.after[1] - jump.before[1]) > 1.19 for jumps in found.values() for jump in jumps)


@pytest.mark.parametrize(
    ("values", "told"),
    [
        ((15.0, 15.2, None, 15.1), (2016, 2017, 2019)),
        ((15.0, 17.0, 17.1, None, 17.2), (2017, 2018, 2020)),
        ((15.0, 17.0, 15.0, 15.1), (2018, 2019)),
        ((15.0, 15.1, 17.0), ()),
        ((15.0, None), ()),
        ((), ()),
    ],
)
def test_a_change_is_told_from_the_last_jump(values, told):
    assert tuple(year for year, _ in tell_from_last_jump(years(2016, *values))) == told


@pytest.mark.parametrize(("last", "steady"), [(15.49, True), (14.51, True), (15.5, False), (14.5, False)])
def test_less_than_half_a_point_is_steady(last, steady):
    assert is_steady(((2016, 15.0), (2017, 18.0), (2018, last))) is steady


def test_a_change_is_free_of_the_noise_of_floats():
    assert measure_change(list_known(years(2016, 12.0, None, 13.2))) == 1.2
