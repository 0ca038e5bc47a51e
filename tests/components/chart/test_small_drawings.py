"""Columns, bars of parts, houses, people, small trends: what they show, and that each has its words."""

import re
from itertools import pairwise

import pytest

from components.chart.columns_svg import draw_columns
from components.chart.part_bar_svg import WIDTH, draw_part_bar
from components.chart.pictogram_svg import MOST, draw_houses, draw_people
from components.chart.sparkline_svg import WIDTH as SPARK_WIDTH
from components.chart.sparkline_svg import draw_sparkline
from components.svg.text import measure
from components.theme import ACCENT
from data.place import COUNTRY


def test_columns_are_as_high_as_their_values_and_a_missing_period_has_none():
    drawing = draw_columns([("’23", 50.0, "50"), ("’24", None, ""), ("’25", 100.0, "100")], "Fuldført & mere")
    heights = [64 - float(top) for top in re.findall(r"V([\d.]+)h", drawing)]
    assert heights == [pytest.approx(23), pytest.approx(46)]
    assert re.findall(r">([^<>]+)</text>", drawing) == ["50", "’23", "’24", "100", "’25"]
    assert 'aria-label="Fuldført &amp; mere"' in drawing


def test_columns_of_nothing_stand_at_the_line():
    assert "NaN" not in draw_columns([("’24", 0.0, "0"), ("’25", 0.0, "0")], "Ingen")


def test_parts_are_as_long_as_they_are_large_and_nothing_has_no_field():
    drawing = draw_part_bar([0.5, 0.0, 0.3, 0.001], "Dele")
    fields = [(float(left), float(right)) for left, right in re.findall(r"M(\d+) 0H(\d+)", drawing)]
    assert [left for left, _ in fields] == [0, WIDTH * 0.5, WIDTH * 0.8]
    assert all(right - left >= 2 for left, right in fields)


@pytest.mark.parametrize("draw", [draw_houses, draw_people])
@pytest.mark.parametrize(("filled", "of"), [(0, 1), (1, 8), (24, 24), (14, 100)])
def test_there_are_as_many_signs_as_things_and_as_many_filled_as_meant(draw, filled, of):
    drawing = draw(filled, of, "Ord")
    assert drawing.count("<path") == of
    assert drawing.count(ACCENT) == filled
    places = re.findall(r"translate\((\d+ \d+)\)", drawing)
    assert len(set(places)) == of


@pytest.mark.parametrize(("filled", "of"), [(2, 1), (1, MOST + 1), (0, 0), (-1, 3)])
def test_signs_that_can_not_be_counted_are_refused(filled, of):
    with pytest.raises(ValueError, match="signs; expected"):
        draw_houses(filled, of, "Ord")


@pytest.mark.parametrize("code", ["0326", "0101", "0147", "0153", "0760", "0825", COUNTRY])
def test_the_small_trend_has_the_last_values_apart_and_inside(official, code):
    main = official.registry.main
    drawing = draw_sparkline(official.profile(code), official.profile(COUNTRY), main)
    numbers = re.findall(r'<text x="(\d+)" y="([\d.]+)"[^>]*font-weight="\d+">([^<]+)<', drawing)
    assert len(numbers) == (1 if code == COUNTRY else 2)
    heights = sorted(float(y) for _, y, _ in numbers)
    assert all(after - before >= 13.9 for before, after in pairwise(heights))
    assert all(float(x) + measure(words, 13) <= SPARK_WIDTH for x, _, words in numbers)
    assert 'role="img"' in drawing


def test_what_is_known_of_one_year_has_no_trend(official):
    country = official.profile(COUNTRY)
    assert draw_sparkline(official.profile("0326"), country, official.registry["husstande"]) == ""
    assert draw_sparkline(official.profile("1081"), country, official.registry.main) == ""
