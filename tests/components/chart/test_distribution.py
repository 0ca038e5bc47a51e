"""Swarm and strip: what they show of 98 kommuner, for every place and every indicator that kommuner are compared on."""

import re

import pytest

from components.chart.distribution import find_distribution
from components.chart.strip_svg import draw_strip
from components.chart.swarm_svg import HALF_LETTER, LARGE, RADIUS, WIDTH, describe, draw_swarm
from components.markup.render import to_html
from components.panel.panel import build_panel
from components.svg.text import measure
from data.place import COUNTRY
from tests.layers import REAL

CODES = ["0101", "0147", "0153", "0326", "0411", "0563", "0741", "0760", "0825"]
LABEL = re.compile(r'<text x="([\d.-]+)" y="([\d.]+)"[^>]*text-anchor="(\w+)"[^>]*>([^<]*)</text>')
POINT = re.compile(r"M([\d.]+) ([\d.]+)h0")


def find(figures, key, code):
    return find_distribution(figures.profile(code)[key], code, figures)


def every(figures):
    """Every distribution that is drawn of a few kommuner, the country and a region."""
    places = [code for code in (*CODES, COUNTRY, "1081") if code in figures.places]
    return [(key, code, found) for key in REAL for code in places if (found := find(figures, key, code))]


def test_every_kommune_with_a_figure_is_a_dot_and_the_place_is_on_its_value(official):
    for key, code, distribution in every(official):
        drawing = draw_swarm(distribution, official)
        dots = [(float(x), float(y)) for x, y in POINT.findall(drawing)]
        marked = re.findall(r'<circle cx="([\d.]+)" cy="([\d.]+)"', drawing)
        assert len(dots) + len(marked) == official.coverage(official.registry[key])
        assert len(marked) == (code in distribution.values)
        for x, _ in marked:
            span = distribution.scale[-1] - distribution.scale[0]
            expected = 12 + 396 * (distribution.values[code] - distribution.scale[0]) / span
            assert float(x) == pytest.approx(expected, abs=0.1)


def test_no_dot_lies_on_another_or_outside(official):
    for key, code, distribution in every(official):
        drawing = draw_swarm(distribution, official)
        dots = [(float(x), float(y), RADIUS) for x, y in POINT.findall(drawing)]
        dots += [(float(x), float(y), LARGE) for x, y in re.findall(r'<circle cx="([\d.]+)" cy="([\d.]+)"', drawing)]
        height = float(re.search(r'viewBox="0 0 420 (\d+)"', drawing)[1])
        for number, (x, y, size) in enumerate(dots):
            assert size <= x <= WIDTH - size
            assert size <= y <= height - size
            for other_x, other_y, other_size in dots[:number]:
                assert (x - other_x) ** 2 + (y - other_y) ** 2 >= (size + other_size - 0.2) ** 2, (key, code)


def test_no_words_lie_on_others_or_outside(official):
    for key, code, distribution in every(official):
        boxes = []
        for x, y, anchor, words in LABEL.findall(draw_swarm(distribution, official)):
            width = measure(words, 13)
            left = float(x) - {"start": 0, "middle": width / 2, "end": width}[anchor]
            boxes.append((left, float(y) - HALF_LETTER * 2, left + width, float(y)))
        for number, (left, top, right, bottom) in enumerate(boxes):
            assert left >= -0.1, (key, code)
            assert right <= WIDTH + 0.1, (key, code)
            for one in boxes[:number]:
                assert right <= one[0] or left >= one[2] or bottom <= one[1] or top >= one[3], (key, code)


def test_a_strip_has_a_line_for_each_and_a_mark_for_the_place(official):
    for key, code, distribution in every(official):
        drawing = draw_strip(distribution, official)
        assert len(re.findall(r"[Mm][\d-]+ ?-?\d+v28", drawing)) == official.coverage(official.registry[key])
        assert drawing.count(' fill="#20262b"') == (code in distribution.values)


def test_what_is_drawn_is_also_said(official):
    main = official.registry.roles.main
    said = describe(find(official, main, "0326"), official).replace("\u00a0", " ")
    assert said == (
        "Kalundborg: 15,7 pct. Hele landet: 19,4 pct. "
        "98 kommuner: fra 3,4 pct. (Samsø) til 54,5 pct. (Brøndby); halvdelen ligger mellem 10,9 pct. og 20,3 pct."
    )
    assert "Kalundborg" not in describe(find(official, main, COUNTRY), official)


def test_a_real_figure_is_never_shown_among_made_up_ones(figures):
    made_up = 0
    for indicator in figures.registry.ranked():
        for code in CODES:
            if code in figures.places and (distribution := find(figures, indicator.key, code)):
                shown = {figures.profile(other)[indicator.key].reading.is_example for other in distribution.values}
                is_example = figures.profile(code)[indicator.key].reading.is_example
                assert is_example or shown == {False}
                made_up += is_example
    assert made_up > 0


def test_counts_and_figures_of_one_kommune_have_no_drawing(official):
    for key in ("folketal", "husstande", "fraflytning", "beboere", "boliger_familie"):
        assert find(official, key, "0326") is None, key


def test_the_panel_has_one_swarm_and_a_strip_at_every_other_ranked_figure(official):
    markup = to_html(build_panel("0326", official).panel)
    assert markup.count('class="svaerm"') == 1
    profile = official.profile("0326")
    ranked = [key for key in REAL if profile[key].rank and key != official.registry.roles.main]
    assert markup.count('class="strimmel"') == len(ranked)


@pytest.mark.parametrize("code", [COUNTRY, "1081", "1086"])
def test_a_region_and_the_country_see_the_kommuner_without_a_mark(official, code):
    distribution = find(official, official.registry.roles.main, code)
    assert distribution.place == ""
    assert distribution.national == pytest.approx(19.42, abs=0.1)
