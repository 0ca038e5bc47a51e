"""A small map of the country with one kommune marked: where it is, and nothing else."""

from components.map.svg import UNIT
from components.theme import ACCENT, CARD, DIM, LINE
from geodata.drawing import Area, Drawing, DrawnPart

LAND = "#ded6c8"  # darker than the page, so that the coast shows in print
SMALL = 500  # units of the drawing: what is smaller than this both ways is easily overlooked, and gets a ring
RING = 330


def draw_locator(drawing: Drawing, code: str) -> str:
    """What is inside an SVG in the drawing's units; greater Copenhagen is enlarged where the kommune lies there."""
    country, *insets = drawing.parts
    shown = [part for part in insets if code in part.areas or len(part.areas) == 1]  # Bornholm always, where it lies
    enlarged = any(len(part.areas) > 1 for part in shown)
    outline = f'<path d="{drawing.enlarged}" fill="none" stroke="{DIM}" stroke-width="{2 * UNIT}"/>' if enlarged else ""
    ring = "" if enlarged else _draw_ring(country.areas.get(code))
    return _draw_part(country, code) + outline + ring + "".join(_draw_ground(part) + _draw_part(part, code) for part in shown)


def _draw_ground(drawn: DrawnPart) -> str:
    left, upper, right, lower = drawn.box
    place = f'x="{left}" y="{upper}" width="{right - left}" height="{lower - upper}"'
    return f'<rect {place} fill="{CARD}" stroke="{LINE}" stroke-width="{2 * UNIT}"/>'


def _draw_part(drawn: DrawnPart, code: str) -> str:
    land = "".join(f'<path d="{area.path}"/>' for other, area in drawn.areas.items() if other != code)
    marked = f'<path d="{drawn.areas[code].path}" fill="{ACCENT}"/>' if code in drawn.areas else ""
    return f'<g fill="{LAND}" fill-rule="evenodd" stroke="{CARD}" stroke-width="12" stroke-linejoin="round">{land}{marked}</g>'


def _draw_ring(area: Area | None) -> str:
    if area is None:
        return ""
    left, upper, right, lower = area.box
    if max(right - left, lower - upper) > SMALL:
        return ""
    return f'<circle cx="{(left + right) / 2:g}" cy="{(upper + lower) / 2:g}" r="{RING}" fill="none" stroke="{ACCENT}" stroke-width="45"/>'
