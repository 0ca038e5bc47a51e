import pytest

from components.map.locator import draw_locator
from components.theme import ACCENT


@pytest.mark.parametrize(
    ("code", "marks", "rings"),
    [("0326", 1, 0), ("0760", 1, 0), ("0825", 1, 1), ("0563", 1, 1), ("0400", 1, 0), ("0101", 2, 0), ("0147", 2, 0)],
)
def test_a_kommune_is_marked_wherever_it_is_drawn(drawing, code, marks, rings):
    svg = draw_locator(drawing, code)
    assert svg.count(f'fill="{ACCENT}"') == marks
    assert svg.count("<circle") == rings


def test_every_kommune_is_marked_and_none_is_lost(drawing):
    for code in {code for part in drawing.parts for code in part.areas}:
        svg = draw_locator(drawing, code)
        assert f'fill="{ACCENT}"' in svg
        assert svg.count("<path") >= len(drawing.parts[0].areas) + 1
