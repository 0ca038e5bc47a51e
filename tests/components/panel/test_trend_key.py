import re

import pytest

from components.markup.render import to_html
from components.panel.trend_key import build_trend_key
from components.wording.formats import format_value
from data.place import COUNTRY
from tests.page import parse, read_text


@pytest.fixture
def read_note(official):
    main = official.registry.main

    def read(*codes):
        key = build_trend_key([official.profile(code) for code in codes], official.profile(COUNTRY), main, official.source(main))
        return re.findall('<p class="panel-note">(.*?)</p>', to_html(key))

    return read


def test_jumps_of_the_shown_places_stand_below_the_trend(read_note, official):
    gap = official.registry.main.gap_note
    assert read_note("0326") == [gap]
    (alone,) = read_note("0265")
    assert alone.startswith(f"{gap} Roskilde: fra 21,8 til 19,9\u00a0pct. mellem 2023 og 2024; ")
    (pair,) = read_note("0326", "0201")
    assert "Kalundborg: " not in pair
    assert "Allerød: fra 14,7 til 17,0\u00a0pct. mellem 2019 og 2020; " in pair


def test_the_country_has_the_gap_only(read_note, official):
    assert read_note(COUNTRY) == [official.registry.main.gap_note]


@pytest.mark.parametrize(
    ("codes", "heads"),
    [
        (["0326"], ["År", "Kalundborg", "Hele landet"]),
        (["0326", "0265"], ["År", "A: Kalundborg", "B: Roskilde", "Hele landet"]),
        (["0326", COUNTRY], ["År", "Kalundborg", "Hele landet"]),
        ([COUNTRY], ["År", "Hele landet"]),
    ],
)
def test_the_trend_s_figures_stand_in_a_table_that_is_heard(official, codes, heads):
    main = official.registry.main
    profiles = [official.profile(code) for code in codes]
    key = build_trend_key(profiles, official.profile(COUNTRY), main, official.source(main))
    table = next(parse(f"<!doctype html><title>x</title>{to_html(key)}").iter("table"))
    assert read_text(table.find("caption")) == "Almene boligers andel af alle boliger, pct., år for år"
    assert [(read_text(cell), cell.get("scope")) for cell in table.find("thead").iter("th")] == [(head, "col") for head in heads]
    rows = [[read_text(cell) for cell in row] for row in table.find("tbody")]
    series = [dict(official.profile(code)[main.key].series) for code in dict.fromkeys([*codes, COUNTRY])]
    assert [row[0] for row in rows] == list(series[-1])
    for year, *values in rows:
        known = [each[year] for each in series]
        assert values == ["ikke offentliggjort" if value is None else format_value(value, main) for value in known]
    assert {row[0] for row in rows if row[1] == "ikke offentliggjort"} == set(main.gaps)
