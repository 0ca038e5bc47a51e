import json
import re
from itertools import pairwise
from pathlib import Path

import plotly.graph_objects as go
import pytest

from components import theme
from components.address.site import Site
from components.chart.trend_plot import build_trend_figure
from components.map.plot import build_base_map, graph_config, split_codes
from components.markup.render import to_html
from components.panel.layer import build_map_layer
from data.place import COUNTRY
from data.registry.registry import Registry
from tests.layers import DEMO, REAL

REGISTRY = Registry.load()
ASSETS = Path(__file__).parents[3] / "assets"


def test_no_figure_contains_geometry(borders, figures):
    figure = json.dumps(build_base_map(borders, "/geodata/x.geojson"))
    assert len(figure) < 6000
    assert "coordinates" not in figure
    assert all(trace["geojson"] == "/geodata/x.geojson" for trace in json.loads(figure)["data"] if trace["type"] == "choropleth")


def test_plotly_accepts_the_figures(borders, official):
    """The app gives plotly.js plain dicts, which spares it 15 MB of plotly classes; here the classes look at them."""
    go.Figure(build_base_map(borders, "/geodata/x.geojson"))
    for places in ([], [official.profile("0326")], [official.profile("0326"), official.profile("0165")]):
        go.Figure(build_trend_figure(places, official.profile(COUNTRY), REGISTRY.main))


def test_every_kommune_stands_on_the_map_and_the_insets_hold_theirs(borders):
    main, bornholm, capital = split_codes(borders)
    assert set(main) | set(bornholm) == set(borders.boxes)
    assert bornholm == ["0400"]
    assert {"0101", "0147", "0155", "0183", "0165"} <= set(capital)
    assert len(capital) < 45


def test_nothing_can_be_zoomed_and_nothing_is_sent_to_others(borders):
    config = graph_config(Site(base="/danmarkskort"))
    assert config["scrollZoom"] is False
    assert config["displayModeBar"] is False
    assert config["showSendToCloud"] is False
    assert config["topojsonURL"] == "/danmarkskort/assets/"
    assert build_base_map(borders, "x")["layout"]["dragmode"] is False


@pytest.mark.parametrize("key", DEMO)
def test_a_layer_has_class_and_card_for_each_kommune_and_a_legend_row_for_each_class(official, borders, key):
    layer = build_map_layer(REGISTRY[key], official, borders)
    assert layer.classes.keys() == set(borders.boxes)
    assert layer.hover_cards.keys() == official.places.keys()
    for code, number in layer.classes.items():
        assert (number == -1) == (official.reading(code, REGISTRY[key]).value is None)
        assert layer.hover_cards[code][0] == official.places[code].name
    legend, used = to_html(layer.legend), set(layer.classes.values())
    assert ("felt--mangler" in legend) == (-1 in used)
    fields = [int(count) for count in re.findall(r'class="felt[^"]*"[^>]*>(\d+)', legend)]
    assert fields == [list(layer.classes.values()).count(number) for number in sorted(used - {-1})]
    assert layer.needles.keys() == {
        code for code in official.places if official.profile(code)[key].reading.value is not None and used != {-1}
    }
    assert REGISTRY.sources[REGISTRY[key].sources[0]].publisher in to_html(layer.source_line)
    assert to_html(layer.table).count("data-kode=") == 98


@pytest.mark.parametrize("key", REAL)
def test_a_needle_stands_in_the_field_of_its_class(official, borders, key):
    layer = build_map_layer(REGISTRY[key], official, borders)
    fields = max(layer.classes.values()) + 1
    for code, number in layer.classes.items():
        if number >= 0:
            assert number - 0.01 <= layer.needles[code] * fields / 100 <= number + 1.01, code


def test_the_extremes_are_the_four_highest_and_the_four_lowest(official, borders):
    legend = to_html(build_map_layer(REGISTRY.main, official, borders).legend)
    listed = re.findall(r'kommune=(\d+)">[^<]+</a> ([\d.,]+)', legend)
    ordered = sorted(official.kommuner, key=lambda place: official.profile(place.code)[REGISTRY.main.key].reading.value)
    assert [code for code, _ in listed] == [place.code for place in (*ordered[::-1][:4], *ordered[:4])]


def test_the_table_sorts_missing_last_and_by_danish_names(official, borders):
    markup = to_html(build_map_layer(REGISTRY["husleje_privat"], official, borders).table)
    rows = re.findall(r'data-kode="(\d+)" data-navn="(\d+)" data-vaerdi="(\d+)"', markup)
    by_value = [code for code, _, _ in sorted(rows, key=lambda row: int(row[2]))]
    by_name = [official.places[code].name for code, _, _ in sorted(rows, key=lambda row: int(row[1]))]
    assert set(by_value[-3:]) == {"0492", "0563", "0825"}
    assert by_name[0] == "Albertslund"
    assert by_name[-3:] == ["Aabenraa", "Aalborg", "Aarhus"]


def test_the_trend_breaks_where_there_is_no_figure(official):
    figure = build_trend_figure([official.profile("0326")], official.profile(COUNTRY), REGISTRY.main)
    country, kalundborg, empty = figure["data"]
    assert [year for year, value in zip(kalundborg["x"], kalundborg["y"], strict=True) if value is None] == [2021, 2022]
    assert kalundborg["connectgaps"] is False
    assert (country["name"], kalundborg["name"], list(empty["x"])) == ("Hele landet", "Kalundborg", [])
    assert kalundborg["text"][0] == "2016: 15,9\u00a0pct."


def test_an_example_layer_says_how_many_of_its_figures_are_real(figures, borders):
    assert "97 af 98 tal er eksempler, ikke virkelige tal." in to_html(build_map_layer(REGISTRY["beboere"], figures, borders).source_line)


def test_the_style_sheets_have_the_theme_s_colours():
    css = "".join(path.read_text(encoding="utf-8") for path in ASSETS.glob("*/*.css"))
    properties = dict(re.findall(r"--(\w+): (#[0-9a-f]{6});", (ASSETS / "screen" / "base.css").read_text(encoding="utf-8")))
    for name in ("ink", "dim", "line", "paper", "card", "accent", "second", "sea", "coast", "quiet"):
        assert properties[name] == getattr(theme, name.upper())
    red, green, blue = (int(theme.MISSING[i : i + 2], 16) for i in (1, 3, 5))
    assert f'[fill="rgb({red}, {green}, {blue})"]' in css
    assert f"{theme.HATCH_GROUND} 0 4px, {theme.HATCH_LINE} 4px 6px" in css
    assert f".eksempelnote {{\n  color: {theme.EXAMPLE_NOTE};" in css


def test_the_ramp_falls_evenly_in_lightness():
    def lightness(colour):
        channels = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
        red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
        return 116 * (0.2126 * red + 0.7152 * green + 0.0722 * blue) ** (1 / 3) - 16

    steps = [lightness(colour) for colour in theme.RAMP]
    falls = [high - low for high, low in pairwise(steps)]
    assert all(8 < fall < 26 for fall in falls)
