import re
import struct
from functools import cache

import pytest

from components.map.model import build_map_model
from components.markup.render import to_html
from components.panel.layer import build_map_layer
from components.picture.map import CELL, INNER, MARGIN, PICK, SIGN, WIDTH, build_map_picture, draw_map_picture, draw_pick
from components.svg.png import render
from components.svg.text import measure
from components.theme import PAPER
from data.place import COUNTRY
from data.registry.registry import Registry
from tests.layers import DEMO

REGISTRY = Registry.load()


def words(svg):
    """All text of a picture, line after line."""
    return [re.sub("<[^>]*>", "", line) for line in re.findall(r"<text[^>]*>(.*?)</text>", svg)]


@pytest.fixture
def draw(official, figures, borders, drawing):
    def draw(key, kommune=None, other=None, *, examples=False):
        return draw_map_picture(REGISTRY[key], figures if examples else official, borders, drawing, kommune, other)

    return draw


def crop(svg, left, upper, width, height):
    """A PNG of a part of a picture."""
    return render(re.sub('viewBox="[^"]*"', f'viewBox="{left} {upper} {width} {height}"', svg, count=1), width)


@cache
def blank(width, height):
    paper = f'<rect width="{width}" height="{height}" fill="{PAPER}"/>'
    return render(f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}">{paper}</svg>', width)


@pytest.mark.slow
@pytest.mark.parametrize("examples", [False, True], ids=["official", "with examples"])
@pytest.mark.parametrize("key", DEMO)
def test_no_ink_touches_the_margins_of_any_picture(draw, key, examples):
    svg = draw(key, "0760", "0169", examples=examples)  # the longest names
    height = int(re.search(r'viewBox="0 0 \d+ (\d+)"', svg)[1])
    edge = MARGIN - 2
    assert crop(svg, WIDTH - edge, 0, edge, height) == blank(edge, height)
    assert crop(svg, 0, height - edge, WIDTH, edge) == blank(WIDTH, edge)
    assert crop(svg, WIDTH - MARGIN - 20, 0, edge, height) != blank(edge, height)


@pytest.mark.parametrize("key", DEMO)
@pytest.mark.parametrize("examples", [False, True], ids=["official", "with examples"])
def test_a_picture_says_what_the_page_says(draw, figures, official, borders, key, examples):
    layer = build_map_layer(REGISTRY[key], figures if examples else official, borders)
    said = " ".join(words(draw(key, examples=examples)))
    assert said.startswith(f"Danmarkskortet over almene boliger {layer.title}")
    warning = re.match(r"\d+ af \d+ tal er eksempler, ikke virkelige tal\.", re.sub("<[^>]*>", "", to_html(layer.source_line)))
    rows = [warning[0]] if warning else []
    rows += [layer.subtitle, re.sub("<[^>]*>", "", to_html(layer.source_line)).removeprefix(f"{rows[0]} " if rows else "")]
    for row in [*rows, *re.findall(r"</span>([^<]*)</p>", to_html(layer.legend))]:
        assert row in said


@pytest.mark.parametrize("key", DEMO)
def test_legend_labels_fit_their_cells(figures, official, key):
    for each in (figures, official):
        assert all(measure(row.text, 15) < CELL for row in build_map_model(REGISTRY[key], each).legend() if row.colour)


def test_every_pick_fits_its_line(figures, official):
    for place in figures.places:
        for key in DEMO:
            for each in (figures, official):
                sign, *lines = words(draw_pick("A", place, REGISTRY[key], each).svg)
                assert sign == "A"
                assert all(SIGN + measure(line, PICK) <= INNER for line in lines), lines


def test_picked_places_are_named_with_their_values(draw):
    lines = words(draw(REGISTRY.roles.main, "0326", "0101"))
    assert lines[2:4] == ["A", "Kalundborg Kommune: 15,7\u00a0pct., midt i feltet, nr.\u00a049 af 98"]
    assert lines[4:6] == ["B", "Københavns Kommune: 18,8\u00a0pct., 33.-højeste af 98"]
    assert "B" not in words(draw(REGISTRY.roles.main, "0326"))
    assert not {"A", "B"} & set(words(draw(REGISTRY.roles.main)))


def test_a_region_and_the_country_are_named_without_a_mark(draw):
    lines = words(draw(REGISTRY.roles.main, "0326", COUNTRY))
    assert "Hele landet: 19,4\u00a0pct." in lines
    assert lines.count("B") == 1
    assert any(line.startswith("Region Sjælland: ") for line in words(draw(REGISTRY.roles.main, "0326", "1085")))


def test_a_missing_figure_is_said_with_its_reason(draw):
    lines = words(draw("husleje_privat", "0825"))
    assert "Læsø Kommune: udeladt i kilden af hensyn til fortrolighed" in lines
    assert "intet tal for 3 af 98: udeladt i kilden af hensyn til fortrolighed" in lines


def test_examples_are_said_to_be_examples(draw):
    assert "97 af 98 tal er eksempler, ikke virkelige tal." in words(draw("beboere", examples=True))
    assert not any("eksempel" in line for line in words(draw("beboere")))


def test_the_png_is_1600_pixels_wide_and_the_same_whenever_it_is_made(official, borders, drawing):
    first, second = (build_map_picture(REGISTRY.main, official, borders, drawing, "0326") for _ in range(2))
    assert first == second
    assert struct.unpack(">I", first[16:20]) == (1600,)
