import re
from dataclasses import replace
from html import escape
from xml.etree import ElementTree as ET

import pytest

from components.map.model import build_map_model
from components.map.plot import split_codes
from components.map.svg import MISSING_FILL, build_map_svg
from components.panel.layer import build_map_layer
from components.theme import RAMP, SECOND
from data.registry.registry import Registry
from tests.layers import DEMO

REGISTRY = Registry.load()
SVG = "{http://www.w3.org/2000/svg}"


@pytest.fixture(scope="module")
def main(official):
    return build_map_model(REGISTRY.main, official)


def areas(svg):
    """The kommuner of each part of the map by name: fill and title."""
    groups = ET.fromstring(svg).findall(f"{SVG}g")
    found = [
        [(path.get("fill"), path.findtext(f"{SVG}title")) for path in group.iter(f"{SVG}path") if path.find(f"{SVG}title") is not None]
        for group in groups
    ]
    return [{title.split("\n")[0]: (colour, title) for colour, title in group} for group in found]


@pytest.mark.parametrize("key", DEMO)
@pytest.mark.parametrize("which", ["official", "figures"])
def test_every_kommune_has_plotly_s_colour_and_card(request, which, borders, drawing, key):
    figures = request.getfixturevalue(which)
    layer = build_map_layer(REGISTRY[key], figures, borders)
    parts = areas(build_map_svg(build_map_model(REGISTRY[key], figures), drawing))
    for codes, drawn in zip(split_codes(borders), parts, strict=True):
        wanted = {figures.places[code].name: (layer.classes[code], layer.hover_cards[code]) for code in codes}
        assert drawn.keys() <= wanted.keys()
        assert len(wanted) - len(drawn) <= 1  # Ringsted's box meets greater Copenhagen's, but the kommune does not
        for name, (colour, title) in drawn.items():
            number, card = wanted[name]
            assert colour == (RAMP[number] if number >= 0 else MISSING_FILL)
            assert title == "\n".join(card)


def test_a_map_is_the_same_whenever_it_is_drawn(main, drawing):
    assert build_map_svg(main, drawing, "0326", "0101") == build_map_svg(main, drawing, "0326", "0101")


def test_insets_have_their_titles_and_the_enlarged_area_its_outline(main, drawing):
    svg = build_map_svg(main, drawing)
    assert re.findall(r"<text[^>]*>([^<]*)</text>", svg) == ["Bornholm, forstørret", "Hovedstaden, forstørret"]
    assert svg.count(drawing.enlarged) == 1


def signs(svg):
    return re.findall(r">([AB])</text>", svg)


@pytest.mark.parametrize(
    ("kommune", "other", "wanted"),
    [
        (None, None, []),
        ("0326", None, ["A"]),
        ("0326", "0101", ["B", "A", "B"]),  # København stands on the country and in the inset
        ("0400", "0326", ["B", "A"]),
        ("0326", "1085", ["A"]),  # a region has no outline
        ("0326", "0000", ["A"]),
    ],
)
def test_picked_places_are_marked_wherever_they_stand(main, drawing, kommune, other, wanted):
    svg = build_map_svg(main, drawing, kommune, other)
    assert signs(svg) == wanted
    assert svg.count(f'stroke="{SECOND}" stroke-dasharray="50 30"') == wanted.count("B")


def test_a_kommune_cut_by_an_inset_is_outlined_there_but_its_sign_stays_on_the_country(main, drawing):
    plain, picked = build_map_svg(main, drawing), build_map_svg(main, drawing, "0350")
    path = drawing.parts[2].areas["0350"].path
    assert picked.count(path) == plain.count(path) + 2
    assert signs(picked) == ["A"]


def test_the_sign_stands_above_a_kommune_that_it_would_hide(main, drawing):
    for code, above in (("0825", False), ("0147", True), ("0326", False)):
        area = drawing.parts[0].areas[code]
        x, y = re.findall(r'translate\((\d+) (\d+)\)"><circle', build_map_svg(main, drawing, code))[0]
        assert (int(y) < area.box[1]) is above, code
        assert int(x) == area.label[0]


def test_links_lead_where_the_caller_says_and_are_escaped(main, drawing):
    svg = build_map_svg(main, drawing, link=lambda code: f'/x?a=1&kommune={code}"')
    links = [each.get("href") for each in ET.fromstring(svg).iter(f"{SVG}a")]
    assert len(links) == sum(len(part.areas) for part in drawing.parts)
    assert links[0] == '/x?a=1&kommune=0101"'
    assert 'role="group"' in svg
    assert "<a" not in build_map_svg(main, drawing)


def test_words_are_escaped(main, drawing):
    odd = "<b>&\"'"
    names = dict(main.names) | {"0101": odd}
    model = replace(main, names=names, indicator=replace(main.indicator, label=odd))
    svg = build_map_svg(model, drawing)
    assert odd not in svg
    assert ET.fromstring(svg).get("aria-label").startswith(odd)
    assert odd in areas(svg)[0]
    assert escape(odd) in svg


def test_the_coast_is_a_path_of_its_own_round_all_kommuner_of_a_part(main, drawing):
    """Nothing is drawn as a copy of all of them, which browsers would make anew with every pick."""
    svg = build_map_svg(main, drawing)
    assert "<use" not in svg
    for part in drawing.parts:
        assert svg.count(f'd="{part.coast}"') == 1
        rings = part.coast.count("z"), sum(area.path.count("z") for area in part.areas.values())
        assert 1 <= rings[0] <= rings[1]
