"""The map of the printed sheet, on which the sheet's kommuner are outlined and bear their names."""

from collections.abc import Sequence
from html import escape

from components.map.model import MapModel
from components.map.svg import draw_map
from components.print.drawn.land import find_land
from components.print.drawn.name_place import EDGE, LEADING, SIZE, NamePlace, nearest_point, place_names
from components.theme import CARD, INK, SECOND
from data.place import Place
from geodata.drawing import Drawing

WORDS = 1.8  # the map is printed only 62 mm wide: the insets' titles are larger in it than on the screen
OUTLINE, HALO = 45, 100  # widths of the line around a kommune, and of what parts it from its neighbours
SECOND_DASH = ' stroke-dasharray="90 55"'


def draw_named_map(model: MapModel, drawing: Drawing, kommuner: Sequence[Place]) -> str:
    """The content of the map's SVG.

    Args:
        model: the indicator.
        drawing: the borders.
        kommuner: one or two, that are marked; the second is told apart by colour and a broken line.
    """
    placed = place_names([(each.code, each.name) for each in kommuner], drawing, find_land(drawing))
    marks = [_draw_outlines(each.code, drawing, number) for number, each in enumerate(kommuner)]
    names = [_draw_name(place, number) for number, place in enumerate(placed)]
    return draw_map(model, drawing, size=WORDS) + "".join([*marks, *names])


def _colour(number: int) -> str:
    return (INK, SECOND)[number]


def _draw_outlines(code: str, drawing: Drawing, number: int) -> str:
    """Around the kommune in each part of the map that has it."""
    paths = [part.areas[code].path for part in drawing.parts if code in part.areas]
    dash = SECOND_DASH if number else ""
    line = f'stroke="{_colour(number)}" stroke-width="{OUTLINE}"{dash}'
    lines = "".join(f'<path d="{path}" stroke="{CARD}" stroke-width="{HALO}"/><path d="{path}" {line}/>' for path in paths)
    return f'<g fill="none" stroke-linejoin="round">{lines}</g>'


def _draw_name(place: NamePlace, number: int) -> str:
    """The name on a white ground, with a line to its kommune."""
    left, upper, right, lower = place.box
    (x, y), (to_x, to_y) = place.anchor, nearest_point(place.box, place.anchor)
    line = f'd="M{x} {y}L{to_x:g} {to_y:g}" fill="none"'
    ground = (
        f'<rect x="{left:g}" y="{upper:g}" width="{right - left:g}" height="{lower - upper:g}" rx="60" fill="{CARD}" fill-opacity=".85"/>'
    )
    words = "".join(
        f'<text x="{(left + right) / 2:g}" y="{upper + EDGE / 2 + SIZE * (0.78 + LEADING * row):.0f}">{escape(line, quote=False)}</text>'
        for row, line in enumerate(place.lines)
    )
    return (
        f'<path {line} stroke="{CARD}" stroke-width="110"/><path {line} stroke="{_colour(number)}" stroke-width="35"/>'
        f'<circle cx="{x}" cy="{y}" r="55" fill="{_colour(number)}" stroke="{CARD}" stroke-width="25"/>{ground}'
        f'<g text-anchor="middle" font-size="{SIZE}" font-weight="600" fill="{_colour(number)}">{words}</g>'
    )
