"""A locator map: the country in one colour with one kommune marked, for press pictures."""

from components.map.svg import UNIT
from components.theme import ACCENT, CARD, DIM, LAND, LINE
from geodata.drawing import Area, Drawing, DrawnPart

SMALL = 500  # units of the drawing: a kommune that is smaller both ways is easily overlooked, and gets a ring
RING = 330  # its radius


def draw_locator(drawing: Drawing, code: str) -> str:
    """The content of an SVG, in the drawing's units. The inset of greater Copenhagen is there only for the kommuner in it.

    Args:
        drawing: the borders.
        code: of the kommune that is marked.
    """
    country, *insets = drawing.parts
    shown = [part for part in insets if code in part.areas or len(part.areas) == 1]  # Bornholm has an inset of its own, always
    enlarged = any(len(part.areas) > 1 for part in shown)
    outline = f'<path d="{drawing.enlarged}" fill="none" stroke="{DIM}" stroke-width="{2 * UNIT}"/>' if enlarged else ""
    ring = "" if enlarged else _draw_ring(country.areas.get(code))
    return _draw_part(country, code) + outline + ring + "".join(_draw_card(part) + _draw_part(part, code) for part in shown)


def _draw_card(drawn: DrawnPart) -> str:
    """The ground of an inset."""
    left, upper, right, lower = drawn.box
    place = f'x="{left}" y="{upper}" width="{right - left}" height="{lower - upper}"'
    return f'<rect {place} fill="{CARD}" stroke="{LINE}" stroke-width="{2 * UNIT}"/>'


def _draw_part(drawn: DrawnPart, code: str) -> str:
    land = "".join(f'<path d="{area.path}"/>' for other, area in drawn.areas.items() if other != code)
    marked = f'<path d="{drawn.areas[code].path}" fill="{ACCENT}"/>' if code in drawn.areas else ""
    return f'<g fill="{LAND}" fill-rule="evenodd" stroke="{CARD}" stroke-width="12" stroke-linejoin="round">{land}{marked}</g>'


def _draw_ring(area: Area | None) -> str:
    """A ring around a kommune that is easily overlooked; nothing around others."""
    if area is None:
        return ""
    left, upper, right, lower = area.box
    if max(right - left, lower - upper) > SMALL:
        return ""
    return f'<circle cx="{(left + right) / 2:g}" cy="{(upper + lower) / 2:g}" r="{RING}" fill="none" stroke="{ACCENT}" stroke-width="45"/>'
