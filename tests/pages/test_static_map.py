"""The drawing is what plotly draws: one can take the other's place without a jump."""

import pytest

from components.map.model import build_map_model
from components.map.svg import build_map_svg
from tests.browser import script

BOXES = """[...document.querySelectorAll('path:has(title)')].map(path => path.getBBox())
  .map(box => [box.x, box.y, box.x + box.width, box.y + box.height])"""
NEAR = 15  # units: 1.5 pixels of a figure 700 pixels wide


@pytest.mark.parametrize("width", [1280, 390])
def test_the_drawing_lies_where_plotly_draws(visit, local, drawing, width):
    with visit(local, width=width) as page:
        page.open_with_graphs()
        found = page.page.evaluate(script("drawn_boxes.js"))
    units = drawing.width / found["width"]
    for part, drawn in zip(found["parts"], drawing.parts, strict=True):
        assert [edge * units for edge in part["frame"]] == pytest.approx(drawn.box, abs=NEAR)
        seen = {code: (box, label) for code, box, label in part["areas"] if box[2] > box[0]}
        assert set(seen) == set(drawn.areas)
        for code, (box, label) in seen.items():
            area = drawn.areas[code]
            assert [edge * units for edge in box] == pytest.approx(area.box, abs=NEAR), code
            assert area.label is None or [each * units for each in label] == pytest.approx(area.label, abs=NEAR), code


def test_a_browser_draws_the_svg_where_the_drawing_says(open_page, official, drawing):
    page = open_page()
    page.set_content(build_map_svg(build_map_model(official.registry.main, official), drawing))
    boxes = page.evaluate(BOXES)
    assert boxes == [pytest.approx(area.box) for frame in drawing.parts for area in frame.areas.values()]
