"""The map as an SVG, without plotly and without a script: for the first paint, frames, plain pages and pictures.

Place, colours and marks are the same as plotly, assets/map/plot.js and assets/dashboard/graphs.css make them, so that plotly's map can take
its place unseen.
Lengths are units of the drawing: UNIT of them are a pixel where the map is 700 pixels wide.

A picked place is marked with its outline and a sign, a disc with "A" or a diamond with "B".
"""

from collections.abc import Callable
from html import escape

from markupsafe import Markup

from components.map.model import MapModel
from components.svg.document import write_svg
from components.theme import CARD, COAST, DIM, HATCH_GROUND, HATCH_LINE, INK, INSET_SEA, RAMP, SECOND
from geodata.drawing import Area, Drawing, DrawnPart, Point

UNIT = 10
SIGN = 20 * UNIT  # width of a sign with its border: it would hide a kommune that is smaller
HATCH_ID = "tegnet-skravering"
MISSING_FILL = f"url(#{HATCH_ID})"
CIRCLE = f'<circle r="90" fill="{INK}"'
DIAMOND = f'<path d="M0-120L120 0L0 120L-120 0Z" fill="{SECOND}"'
Link = Callable[[str], str]  # from a kommunekode to the address that the kommune leads to


def build_map_svg(
    model: MapModel, drawing: Drawing, kommune: str | None = None, other: str | None = None, link: Link | None = None
) -> Markup:
    """The whole map as an ``svg`` element, as wide as the place where it stands.

    With links the map can be used: every area has its kommunekode and the position of its sign as ``data-`` attributes, and the marks of
    both places are always there, hidden where none is picked, for assets/map/drawing.js to move. The tab key skips the links: they would be
    98 stops on the way to the figures, and the search field and the list lead to the same.

    Args:
        model: the indicator.
        drawing: the borders.
        kommune: place A, marked with its outline and a sign.
        other: place B, likewise; a region or the country has no outline and gets no mark.
        link: the address that a kommune leads to; without it nothing is linked.
    """
    role = "img" if link is None else "group"  # what is inside an img can't be reached
    attributes = {"role": role, "class": "tegning", "aria-label": model.title}
    return Markup(write_svg(draw_map(model, drawing, kommune, other, link), drawing.width, drawing.height, attributes))  # noqa: S704 # escaped there


def draw_map(
    model: MapModel,
    drawing: Drawing,
    kommune: str | None = None,
    other: str | None = None,
    link: Link | None = None,
    size: float = 1,
) -> str:
    """The content of the ``svg`` element that ``build_map_svg`` makes, to be part of a larger picture.

    Args:
        model: the indicator.
        drawing: the borders.
        kommune: place A.
        other: place B.
        link: the address that a kommune leads to.
        size: of signs and words, as a factor; above 1 where the map is shown small.
    """
    movable = link is not None
    parts = "".join(
        f'<g class="ramme">{_draw_card(part, size)}{_draw_areas(part, model, link)}{_draw_enlarged_outline(drawing, part)}'
        f"{draw_mark(part, other, 'B', size, movable=movable)}{draw_mark(part, kommune, 'A', size, movable=movable)}</g>"
        for part in drawing.parts
    )
    return f"<defs>{draw_hatch(HATCH_ID)}</defs>{parts}"


def _draw_card(drawn: DrawnPart, size: float) -> str:
    """The ground of an inset, with its outline and title; nothing for the country."""
    if not drawn.part.title:
        return ""
    left, upper, right, lower = drawn.box
    place = f'x="{left}" y="{upper}" width="{right - left}" height="{lower - upper}"'
    card = f'<rect {place} fill="{INSET_SEA}" stroke="{CARD}" stroke-width="{2 * UNIT}"/>'
    words = f'text-anchor="end" font-size="{120 * size:g}" fill="{DIM}">{escape(drawn.part.title)}'
    return f'{card}<text x="{right}" y="{upper - 60}" {words}</text>'


def _draw_areas(drawn: DrawnPart, model: MapModel, link: Link | None) -> str:
    """The kommuner, above the line of the coast.

    The line has a path of its own. As a copy of all kommuner (``use``) it would cost no bytes, but browsers make such a copy anew whenever
    a kommune's link or colour changes, and lay all of them out twice before the map is seen.
    """
    areas = "".join(draw_area(code, area, model, link) for code, area in drawn.areas.items())
    coast = f'<path d="{drawn.coast}" fill="none" stroke="{COAST}" stroke-width="24" pointer-events="none"/>'
    return f'<g fill-rule="evenodd" stroke-linejoin="round">{coast}<g stroke="{CARD}" stroke-width="7">{areas}</g></g>'


def draw_area(code: str, area: Area, model: MapModel, link: Link | None, label: str = "") -> str:
    """A kommune in the colour of its class, with its hover card as title; with a link also what lies on it (``label``, SVG)."""
    title = escape("\n".join(model.hover_card(code)), quote=False)
    path = f'<path d="{area.path}" fill="{choose_fill(model.class_of(code))}"><title>{title}</title></path>'
    if link is None:
        return path
    position = _place_sign(area)
    sign = f' data-skilt="{position[0]} {position[1]}"' if position else ""
    return f'<a href="{escape(link(code))}" data-kode="{code}"{sign} tabindex="-1" target="_self">{path}{label}</a>'


def draw_hatch(name: str) -> str:
    """The hatch of kommuner without a figure, to be pointed at by its id."""
    return (
        f'<pattern id="{name}" width="60" height="60" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">'
        f'<rect width="60" height="60" fill="{HATCH_GROUND}"/><rect width="22" height="60" fill="{HATCH_LINE}"/></pattern>'
    )


def choose_fill(number: int) -> str:
    """The colour of a class; the hatch for MISSING_CLASS."""
    return RAMP[number] if number >= 0 else MISSING_FILL


def list_fills() -> list[str]:
    """The colours of all classes in order, and last the hatch: assets/map/drawing.js finds that of class -1 with ``at(-1)``."""
    return [*RAMP, MISSING_FILL]


def _draw_enlarged_outline(drawing: Drawing, part: DrawnPart) -> str:
    if part is not drawing.parts[0]:
        return ""
    return f'<path d="{drawing.enlarged}" fill="none" stroke="{DIM}" stroke-width="{UNIT}" stroke-dasharray="30"/>'


def draw_mark(drawn: DrawnPart, code: str | None, letter: str, size: float, *, movable: bool) -> str:
    """Outline and sign of a picked place in a part of the map; nothing, or a hidden mark for the script to move, where it is not there."""
    area = drawn.areas.get(code) if code else None
    if area is None and not movable:
        return ""
    line = f'stroke="{INK}"' if letter == "A" else f'stroke="{SECOND}" stroke-dasharray="50 30"'
    path = area.path if area else ""
    outlines = f'<path d="{path}" stroke="{CARD}" stroke-width="45"/><path d="{path}" {line} stroke-width="22"/>'
    hidden = "" if area else ' display="none"'
    position = _place_sign(area, size) if area else None
    sign = _draw_placed_sign(position, letter, size, drawn.box[1]) if position or movable else ""
    outline = f'<g fill="none" stroke-linejoin="round">{outlines}</g>'
    return f'<g class="maerket maerket--{letter.lower()}" pointer-events="none"{hidden}>{outline}{sign}</g>'


def _draw_placed_sign(position: Point | None, letter: str, size: float, top: float) -> str:
    """A sign at its position, or hidden where there is none; ``top`` is the upper edge of the part that it is in."""
    if position and size > 1:
        return _draw_pin(*position, letter, size, top)
    place = f'transform="translate({position[0]} {position[1]})"' if position else 'display="none"'
    return f'<g class="skiltet" {place}>{draw_sign(letter)}</g>'


def _place_sign(area: Area, size: float = 1) -> Point | None:
    """Where a kommune's sign stands: at its label point, or above a kommune that the sign would hide; None outside the part."""
    if area.label is None:
        return None
    left, upper, right, lower = area.box
    x, y = area.label
    return (x, round(upper - SIGN * 0.7)) if size == 1 and min(right - left, lower - upper) < SIGN else (x, y)


def _draw_pin(x: int, y: int, letter: str, size: float, top: float) -> str:
    """The sign on a stalk from the kommune, since on a small map it would hide it; it points down where it would leave its part above."""
    length = round(SIGN * size)
    head = -length if y - length * 1.6 > top else length
    stalk = f'stroke-width="22" stroke="{INK if letter == "A" else SECOND}"'
    foot = f'<path d="M0 0V{head}" stroke="{CARD}" stroke-width="50"/><path d="M0 0V{head}" {stalk}/><circle r="28" fill="{INK}"/>'
    return f'<g transform="translate({x} {y})">{foot}<g transform="translate(0 {head}) scale({size:g})">{draw_sign(letter)}</g></g>'


def draw_sign(letter: str) -> str:
    """The sign of place A (a disc) or B (a diamond) around the origin, with its letter."""
    shape = CIRCLE if letter == "A" else DIAMOND
    text = f'<text y="38" text-anchor="middle" font-size="110" font-weight="700" fill="#fff">{letter}</text>'
    return f'{shape} stroke="{CARD}" stroke-width="15"/>{text}'
