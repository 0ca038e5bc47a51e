"""Swarm and strip: what they show of 98 kommuner, for every place and every indicator that kommuner are compared on."""

import re
from functools import cache

import pytest

from components.chart.distribution import FEWEST, find_distribution
from components.chart.shared import draw_shared
from components.chart.strip_svg import draw_strip
from components.chart.swarm_svg import EDGE, ON_PAPER, RADIUS, WIDTH, draw_dots, draw_swarm, lay_out_swarm
from components.markup.render import to_html
from components.panel.panel import build_panel
from components.svg.text import measure
from data.place import COUNTRY
from tests.layers import REAL

CODES = ["0101", "0147", "0153", "0326", "0411", "0563", "0741", "0760", "0825"]
LETTER = 10  # height of a capital letter
LABEL = re.compile(r'<text x="([\d.-]+)" y="([\d.]+)"[^>]*text-anchor="(\w+)"[^>]*>([^<]*)</text>')
PATH = re.compile(r'<path d="([^"]+)"[^>]*data-koder="([^"]+)"')
POINT = re.compile(r"M([\d.]+) ([\d.]+)")


def read_points(drawing):
    """The point of each kommune, as scripts read them."""
    return {
        code: (float(x), float(y))
        for path, codes in PATH.findall(drawing)
        for (x, y), code in zip(POINT.findall(path), codes.split(), strict=True)
    }


def find(figures, key, code):
    return find_distribution(figures.profile(code)[key], code, figures)


@cache
def every(figures):
    """Every distribution that is drawn of a few kommuner, the country and a region."""
    places = [code for code in (*CODES, COUNTRY, "1081") if code in figures.places]
    return [(key, code, found) for key in REAL for code in places if (found := find(figures, key, code))]


def test_every_kommune_with_a_figure_is_a_dot_on_its_value(official):
    for key, code, distribution in every(official):
        dots = read_points(draw_swarm(distribution, official))
        assert len(dots) == official.coverage(official.registry[key]), (key, code)
        span = distribution.scale[-1] - distribution.scale[0]
        for kommune, (x, _) in dots.items():
            expected = EDGE + (ON_PAPER - 2 * EDGE) * (distribution.values[kommune] - distribution.scale[0]) / span
            assert x == pytest.approx(expected, abs=0.51), (key, kommune)


def test_the_place_is_marked_on_its_dot_and_a_region_on_its_value(official):
    for key, code, distribution in every(official):
        drawing = draw_swarm(distribution, official)
        marked = [(float(x), float(y)) for x, y in re.findall(r'<circle cx="([\d.]+)" cy="([\d.]+)"', drawing)]
        assert len(marked) == (code != COUNTRY), (key, code)
        if code in distribution.values:
            assert marked[0] == pytest.approx(lay_out_swarm(distribution, ON_PAPER).points[code], abs=0.1)
        elif marked:
            expected = EDGE + (ON_PAPER - 2 * EDGE) * distribution.locate(official.profile(code)[key].reading.value)
            assert marked[0][0] == pytest.approx(expected, abs=0.1)


def test_no_dot_lies_on_another_or_outside(official):
    for key, code, distribution in every(official):
        swarm = lay_out_swarm(distribution)
        dots = list(swarm.points.values())
        for number, (x, y) in enumerate(dots):
            assert RADIUS <= x <= WIDTH - RADIUS
            assert RADIUS <= y <= swarm.foot - RADIUS
            for other_x, other_y in dots[:number]:
                assert (x - other_x) ** 2 + (y - other_y) ** 2 >= (2 * RADIUS) ** 2, (key, code)


def test_the_dots_are_the_same_whichever_place_is_marked(official):
    """A page has them once: picking another kommune moves only the mark."""
    drawn = {(key, draw_dots(distribution)) for key, _, distribution in every(official)}
    assert len(drawn) == len({key for key, _ in drawn})


def test_a_page_has_the_dots_and_lines_of_every_ranked_indicator_once(official):
    shared = draw_shared(official)
    for one in official.registry.ranked():
        covered = official.coverage(one)
        assert shared.count(f'id="strimmel-{one.key}"') == (covered >= FEWEST), one.key
        if covered >= FEWEST:
            strip = re.search(rf'id="strimmel-{one.key}">(.*?)</g>', shared)[1]
            assert len(read_points(strip)) == covered
    assert shared.count('id="svaerm-') == 1
    assert re.sub(' data-koder="[0-9 ]*"', "", shared) == draw_shared(official, with_codes=False) != shared


def test_no_words_lie_on_others_or_outside(official):
    for key, code, distribution in every(official):
        boxes = []
        for x, y, anchor, words in LABEL.findall(draw_swarm(distribution, official)):
            width = measure(words, 13)
            left = float(x) - {"start": 0, "middle": width / 2, "end": width}[anchor]
            boxes.append((left, float(y) - LETTER, left + width, float(y)))
        for number, (left, top, right, bottom) in enumerate(boxes):
            assert left >= -0.1, (key, code)
            assert right <= ON_PAPER + 0.1, (key, code)
            for one in boxes[:number]:
                assert right <= one[0] or left >= one[2] or bottom <= one[1] or top >= one[3], (key, code)


def test_a_strip_has_a_line_for_each_and_a_mark_for_the_place(official):
    for key, code, distribution in every(official):
        drawing = draw_strip(distribution, official)
        assert len(re.findall(r"M\d+ 16V44", drawing)) == official.coverage(official.registry[key])
        assert drawing.count(' fill="#20262b"') == (code != COUNTRY)


def test_what_is_drawn_is_also_said(official):
    main = official.registry.roles.main
    said = find(official, main, "0326").describe(official.places).replace("\u00a0", " ")
    assert said == (
        "Kalundborg: 15,7 pct. Hele landet: 19,4 pct. "
        "98 kommuner: fra 3,4 (Samsø) til 54,5 pct. (Brøndby); halvdelen ligger mellem 10,9 og 20,3 pct."
    )
    assert "Kalundborg" not in find(official, main, COUNTRY).describe(official.places)


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


def test_the_panel_has_one_swarm_and_a_strip_at_every_other_ranked_figure_and_no_line_of_its_own(official):
    piece = build_panel("0326", official)
    assert to_html(piece.head).count('class="svaerm"') == 1
    markup = to_html(piece.panel)
    pointed = set(re.findall(r'href="#strimmel-(\w+)"', markup))
    profile = official.profile("0326")
    assert pointed == {key for key in REAL if profile[key].rank and key != official.registry.roles.main}
    assert "data-koder" not in markup


@pytest.mark.parametrize("code", [COUNTRY, "1081", "1086"])
def test_a_region_and_the_country_are_none_of_the_kommuner(official, code):
    distribution = find(official, official.registry.roles.main, code)
    assert code not in distribution.values
    assert (distribution.own is None) == (code == COUNTRY)
    assert distribution.national == pytest.approx(19.42, abs=0.1)
