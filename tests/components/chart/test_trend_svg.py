import re
from dataclasses import replace
from xml.etree import ElementTree

import pytest

from components.chart.trend_plot import build_trend_figure
from components.chart.trend_svg import HEIGHT, LEFT, LOWER, RIGHT, UPPER, draw_trend_svg
from data.place import COUNTRY, PlaceKind
from data.place_table import load_places
from data.profile.profile import KommuneProfile
from data.registry.registry import Registry
from tests.days import TODAY

REGISTRY = Registry.load()
MAIN = REGISTRY.main
SVG = "{http://www.w3.org/2000/svg}"


@pytest.fixture
def draw(official):
    def draw(*codes):
        return ElementTree.fromstring(draw_trend_svg([official.profile(code) for code in codes], official.profile(COUNTRY), MAIN))

    return draw


def titles(svg):
    return [title.text for title in svg.iter(f"{SVG}title")]


def lines(svg):
    """The lines in the order drawn."""
    return [path.get("d") for path in svg.iter(f"{SVG}path") if path.get("fill") == "none"]


def values(profile):
    return [value for _, value in profile[MAIN.key].series if value is not None]


@pytest.mark.parametrize("code", load_places(TODAY))
def test_every_place_has_a_trend_with_a_point_for_each_value(official, code):
    country, profile = official.profile(COUNTRY), official.profile(code)
    text = draw_trend_svg([profile], country, MAIN)
    svg = ElementTree.fromstring(text)
    drawn = [country] if profile.place.kind is PlaceKind.COUNTRY or not values(profile) else [country, profile]
    assert len(titles(svg)) == sum(len(values(each)) for each in drawn)
    assert len(lines(svg)) == len(drawn)
    assert len(text.encode()) < 6000


def test_the_trend_of_two_places_is_small_as_well(official):
    both = [official.profile(code) for code in ("0760", "0169")]  # the longest names
    assert len(draw_trend_svg(both, official.profile(COUNTRY), MAIN).encode()) < 6000


def test_points_have_place_year_and_value_as_title(draw):
    found = titles(draw("0326", "0101"))
    assert "Kalundborg, 2026: 15,7\u00a0pct." in found
    assert "Hele landet, 2026: 19,4\u00a0pct." in found
    assert any(title.startswith("København, 2016: ") for title in found)


def test_the_trend_has_a_text_alternative(draw):
    assert draw("0326").get("role") == "img"
    assert draw("0326").get("aria-label") == (
        "Udvikling i almene boligers andel af alle boliger: Kalundborg fra 15,9\u00a0pct. i 2016 til 15,7\u00a0pct. i 2026; "
        "hele landet fra 20,2\u00a0pct. i 2016 til 19,4\u00a0pct. i 2026. "
        "2021 og 2022 er ikke offentliggjort på grund af fejl i bygningsregisteret."
    )
    assert draw(COUNTRY).get("aria-label").startswith("Udvikling i almene boligers andel af alle boliger: hele landet fra ")


def test_the_unpublished_years_are_a_gap_in_every_line(draw):
    for line in lines(draw("0326", "0101")):
        assert line.count("M") == 2  # before 2021, and from 2023


def test_a_single_year_between_gaps_is_visible(official):
    country = official.profile(COUNTRY)
    entry = country[MAIN.key]
    alone = replace(entry, history=tuple(reading for reading in entry.history if reading.period in ("2016", "2023", "2024")))
    svg = ElementTree.fromstring(draw_trend_svg([], KommuneProfile(country.place, {MAIN.key: alone}, ()), MAIN))
    assert re.fullmatch(r"M[\d.]+ [\d.]+m-2 0h4M[\d.]+ [\d.]+L[\d.]+ [\d.]+", *lines(svg))


@pytest.mark.parametrize("code", ["0326", "0101", "0165"])  # to 30, 30 and 70 pct.
def test_everything_stands_where_plotly_puts_it(official, draw, code):
    figure = build_trend_figure([official.profile(code)], official.profile(COUNTRY), MAIN)
    layout = figure["layout"]
    margin = layout["margin"]
    assert (layout["height"], margin["l"], margin["t"], HEIGHT - margin["b"]) == (HEIGHT, LEFT, UPPER, LOWER)
    start, end = layout["xaxis"]["range"]
    svg = draw(code)
    texts = [text.text for text in svg.iter(f"{SVG}text")]
    assert texts == [*layout["yaxis"]["ticktext"], *layout["xaxis"]["ticktext"]]
    wanted = [
        pytest.approx(
            [LEFT + (RIGHT - LEFT) * (x - start) / (end - start), LOWER - (LOWER - UPPER) * y / layout["yaxis"]["range"][1]], abs=0.06
        )
        for line in figure["data"]
        for x, y in zip(line["x"], line["y"], strict=True)
        if y is not None
    ]
    assert [[float(circle.get("cx")), float(circle.get("cy"))] for circle in svg.iter(f"{SVG}circle")] == wanted


def test_lines_look_as_plotly_s(official, draw):
    codes = ("0326", "0101")
    figure = build_trend_figure([official.profile(code) for code in codes], official.profile(COUNTRY), MAIN)
    drawn = [path for path in draw(*codes).iter(f"{SVG}path") if path.get("fill") == "none"]
    wanted = [(line["line"]["color"], line["line"]["width"], line["line"]["dash"]) for line in figure["data"]]
    dashes = {None: "solid", "9 9": "dash", "3 3": "dot"}
    assert [(path.get("stroke"), float(path.get("stroke-width")), dashes[path.get("stroke-dasharray")]) for path in drawn] == wanted


def test_place_b_has_diamonds(draw):
    svg = draw("0326", "0101")
    diamonds = [path for path in svg.iter(f"{SVG}path") if path.find(f"{SVG}title") is not None]
    assert [path.find(f"{SVG}title").text[:9] for path in diamonds] == ["København"] * len(diamonds)
    assert diamonds


def test_names_are_escaped(official):
    profile = official.profile("0326")
    odd = replace(profile, place=replace(profile.place, name='A & "B" <c>'))
    svg = ElementTree.fromstring(draw_trend_svg([odd], official.profile(COUNTRY), MAIN))
    assert ': A & "B" <c> fra ' in svg.get("aria-label")
    assert any(title.startswith('A & "B" <c>, 20') for title in titles(svg))


def test_the_words_for_those_who_can_t_see_it_name_the_jumps(draw):
    assert draw("0326").get("aria-label").endswith(MAIN.gap_note)
    said = draw("0326", "0265").get("aria-label")
    assert said.endswith(f"{MAIN.gap_note} Roskilde: fra 21,8 til 19,9\u00a0pct. mellem 2023 og 2024; springet er ikke forklaret i kilden.")
