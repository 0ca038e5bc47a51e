"""The pictures of the kommuneark, and that they can be told apart without colour."""

import re
from pathlib import Path

from components.map.model import build_map_model
from components.print.drawn.pictures import (
    draw_qr_code,
    draw_sheet_map,
    draw_sheet_strip,
    draw_sheet_swarm,
    draw_sheet_trend,
)
from data.place import COUNTRY

ELEMENTS = (Path(__file__).parents[3] / "components" / "print" / "sheet_elements.typ").read_text(encoding="utf-8")


def test_the_sparkline_s_lines_differ_by_dash_and_bear_their_names(official):
    places = [official.profile(code) for code in ("0326", "0101")]
    picture = draw_sheet_trend(places, official.profile(COUNTRY), official.registry.main)
    lines = re.findall(r'<path d="M[^"]*L[^"]*" fill="none" ([^/]*)/>', picture.svg)
    dashes = [str(re.findall(r'stroke-dasharray="[^"]*"', line)) for line in lines]
    assert len(set(dashes)) == len(lines) == 3
    said = [re.sub("<[^>]*>", "", text) for text in re.findall(r"<text[^>]*>[^<]*</text>", picture.svg)]
    assert said == ["2016", "2026", "hele landet 19,4", "København 18,8", "Kalundborg 15,7", "15,9"]


def test_the_years_that_are_not_published_are_a_gap(official):
    picture = draw_sheet_trend([official.profile("0326")], official.profile(COUNTRY), official.registry.main)
    paths = re.findall(r'<path d="(M[^"]*L[^"]*)"', picture.svg)
    assert len(paths) == 2
    assert all(path.count("M") == 2 for path in paths)
    assert picture.alt == (
        "Udvikling i almene boligers andel af alle boliger: Kalundborg fra 15,9\u00a0pct. i 2016 til 15,7\u00a0pct. i 2026; "
        "hele landet fra 20,2\u00a0pct. i 2016 til 19,4\u00a0pct. i 2026. "
        "2021 og 2022 er ikke offentliggjort på grund af fejl i bygningsregisteret."
    )


def test_a_comparison_with_the_country_has_two_lines(official):
    country = official.profile(COUNTRY)
    assert draw_sheet_trend([official.profile("0326"), country], country, official.registry.main).alt.count("hele landet") == 1


def test_the_map_marks_and_names_the_kommuner_and_says_their_values(official, nothing, drawing):
    model = build_map_model(official.registry.main, official)
    alone = draw_sheet_map(model, drawing, [official.profile("0326")])
    assert alone.alt.endswith("Kalundborg Kommune (15,7\u00a0pct.) er fremhævet.")
    pair = draw_sheet_map(model, drawing, [official.profile("0326"), official.profile("0101")])
    assert pair.alt.endswith("Kalundborg Kommune (15,7\u00a0pct.) og Københavns Kommune (18,8\u00a0pct.) er fremhævet.")
    assert draw_sheet_map(model, drawing, [official.profile("0326"), official.profile("1085")]).svg == alone.svg
    missing = draw_sheet_map(build_map_model(nothing.registry.main, nothing), drawing, [nothing.profile("0326")])
    assert missing.alt.endswith("Kalundborg Kommune (ikke med endnu) er fremhævet.")
    named = [re.findall(r"<text[^>]*>([^<]*)</text>", picture.svg)[2:] for picture in (alone, pair)]
    assert named == [["Kalundborg"], ["Kalundborg", "København"]]  # after the insets' titles; no letters


def test_all_kommuner_are_dots_of_the_swarm(official):
    for code in ("0326", "0101", "0825"):
        swarm = draw_sheet_swarm(official.profile(code)[official.registry.roles.main], code, official)
        dots = re.search(r'<path d="([^"]*h0)"', swarm.svg)[1]
        assert dots.count("h0") == 98
        assert "system-ui" not in swarm.svg  # it is set in the typeface of the print
    assert swarm.alt.startswith("Almene boligers andel af alle boliger: Læsø 4,8\u00a0pct.; Hele landet 19,4\u00a0pct.; 98 kommuner: fra ")


def test_a_strip_names_both_its_ends(official):
    (key,) = [each.key for each in official.registry.ranked() if each.label == "Boliger i etagehuse"]
    strip = draw_sheet_strip(official.profile("0326")[key], "0326", official)
    assert (strip.low, strip.high) == ("Læsø 3,8", "Frederiksberg 91,5")
    count = official.registry.roles.population
    assert draw_sheet_strip(official.profile("0326")[count], "0326", official) is None  # counts are not compared


def test_a_code_has_its_quiet_zone_and_can_be_creased():
    picture = draw_qr_code("https://kort.bl.dk/?kommune=0326&sammenlign=0101&udgave=2025")
    assert picture.alt == "QR-kode, der fører til https://kort.bl.dk/?kommune=0326&sammenlign=0101&udgave=2025"
    assert 'viewBox="0 0 45 45"' in picture.svg  # version 5 of 37 modules, and 4 around them


def test_every_bar_has_an_outline_and_each_kind_a_pattern_of_its_own():
    bar = re.search(r"#let bar\(.*?\n}\)", ELEMENTS, re.DOTALL)[0]
    assert "stroke: 0.6pt + edge" in bar
    assert {"second-hatch", "example-hatch", "dots", "colour.accent"} <= set(re.findall(r"[\w.-]+", bar))
