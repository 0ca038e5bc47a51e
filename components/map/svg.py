"""The map as an SVG, without plotly and without a script: for embeds, plain pages and pictures.

It lies where plotly draws it and looks as plotly and assets/map/plot.js and map.css make it. Lengths are units of the
drawing: UNIT to the pixel of a figure 700 pixels wide.
"""

from collections.abc import Callable
from html import escape

from markupsafe import Markup

from components.map.model import MapModel
from components.theme import CARD, DIM, HATCH_GROUND, HATCH_LINE, INK, LINE, RAMP, SECOND
from geodata.drawing import Area, Drawing, DrawnPart, Point

UNIT = 10
SIGN = 20 * UNIT  # a sign with its border: it would hide a kommune that is smaller
HATCH_ID = "tegnet-skravering"
HATCH = (
    f'<pattern id="{HATCH_ID}" width="60" height="60" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">'
    f'<rect width="60" height="60" fill="{HATCH_GROUND}"/><rect width="22" height="60" fill="{HATCH_LINE}"/></pattern>'
)
MISSING_FILL = f"url(#{HATCH_ID})"
CIRCLE = f'<circle r="90" fill="{INK}"'
DIAMOND = f'<path d="M0-120L120 0L0 120L-120 0Z" fill="{SECOND}"'
Link = Callable[[str], str]


def build_map_svg(
    model: MapModel, drawing: Drawing, kommune: str | None = None, other: str | None = None, link: Link | None = None
) -> Markup:
    """The whole map as an ``svg`` element, as wide as the place where it stands.

    With links every area bears its kommunekode and where its sign stands, and there are marks for both places, hidden where
    none is picked: assets/map/drawing.js moves them. The links are passed over by the tab key: 98 stops on the way to the figures,
    which a search field and a list lead to as well.

    Args:
        model: the indicator.
        drawing: the borders.
        kommune: place A, marked with its outline and a sign.
        other: place B, likewise; a region or the country has no outline and gets no mark.
        link: the address that a kommune leads to; without it nothing is linked.
    """
    role = "img" if link is None else "group"  # what is inside an img can't be reached
    head = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {drawing.width} {drawing.height}" role="{role}" class="tegning"'
    return Markup(f'{head} aria-label="{escape(model.title)}">{draw_map(model, drawing, kommune, other, link)}</svg>')  # noqa: S704 # escaped here


def draw_map(
    model: MapModel,
    drawing: Drawing,
    kommune: str | None = None,
    other: str | None = None,
    link: Link | None = None,
    size: float = 1,
) -> str:
    """What is inside the element that ``build_map_svg`` makes, to stand in an SVG with more in it.

    Args:
        model: the indicator.
        drawing: the borders.
        kommune: place A.
        other: place B.
        link: the address that a kommune leads to.
        size: of signs and words; above 1 where the map is shown small.
    """
    always = link is not None
    parts = "".join(
        f'<g class="ramme">{_draw_ground(part, size)}{_draw_areas(part, model, link)}{_draw_enlarged(drawing, part)}'
        f"{_mark(part, other, 'B', size, always=always)}{_mark(part, kommune, 'A', size, always=always)}</g>"
        for part in drawing.parts
    )
    return f"<defs>{HATCH}</defs>{parts}"


def _draw_ground(drawn: DrawnPart, size: float) -> str:
    """The card of a part with its outline and title; nothing below the country."""
    if not drawn.part.title:
        return ""
    left, upper, right, lower = drawn.box
    place = f'x="{left}" y="{upper}" width="{right - left}" height="{lower - upper}"'
    card = f'<rect {place} fill="{CARD}" stroke="{LINE}" stroke-width="{UNIT}"/>'
    words = f'text-anchor="end" font-size="{120 * size:g}" fill="{DIM}">{escape(drawn.part.title)}'
    return f'{card}<text x="{right}" y="{upper - 60}" {words}</text>'


def _draw_areas(drawn: DrawnPart, model: MapModel, link: Link | None) -> str:
    areas = "".join(_draw_area(code, area, model, link) for code, area in drawn.areas.items())
    return f'<g fill-rule="evenodd" stroke="{CARD}" stroke-width="7" stroke-linejoin="round">{areas}</g>'


def _draw_area(code: str, area: Area, model: MapModel, link: Link | None) -> str:
    title = escape("\n".join(model.card(code)), quote=False)
    path = f'<path d="{area.path}" fill="{fill(model.class_of(code))}"><title>{title}</title></path>'
    if link is None:
        return path
    spot = _find_spot(area)
    sign = f' data-skilt="{spot[0]} {spot[1]}"' if spot else ""
    return f'<a href="{escape(link(code))}" data-kode="{code}"{sign} tabindex="-1" target="_self">{path}</a>'


def fill(number: int) -> str:
    """The colour of a class; the hatch for MISSING_CLASS."""
    return RAMP[number] if number >= 0 else MISSING_FILL


def list_fills() -> list[str]:
    """The colours of all classes in their order, the missing figures' last: in assets/map/drawing.js class -1 is the last."""
    return [*RAMP, MISSING_FILL]


def _draw_enlarged(drawing: Drawing, part: DrawnPart) -> str:
    if part is not drawing.parts[0]:
        return ""
    return f'<path d="{drawing.enlarged}" fill="none" stroke="{DIM}" stroke-width="{UNIT}" stroke-dasharray="30"/>'


def _mark(drawn: DrawnPart, code: str | None, letter: str, size: float, *, always: bool) -> str:
    """Outline and sign of a picked place, where it stands in this part; hidden where it does not, if it is to be there always."""
    area = drawn.areas.get(code) if code else None
    if area is None and not always:
        return ""
    line = f'stroke="{INK}"' if letter == "A" else f'stroke="{SECOND}" stroke-dasharray="50 30"'
    path = area.path if area else ""
    outlines = f'<path d="{path}" stroke="{CARD}" stroke-width="45"/><path d="{path}" {line} stroke-width="22"/>'
    hidden = "" if area else ' display="none"'
    spot = _find_spot(area, size) if area else None
    sign = _place_sign(spot, letter, size, drawn.box[1]) if spot or always else ""
    outline = f'<g fill="none" stroke-linejoin="round">{outlines}</g>'
    return f'<g class="maerket maerket--{letter.lower()}" pointer-events="none"{hidden}>{outline}{sign}</g>'


def _place_sign(spot: Point | None, letter: str, size: float, top: float) -> str:
    if spot and size > 1:
        return _draw_pin(*spot, letter, size, top)
    place = f'transform="translate({spot[0]} {spot[1]})"' if spot else 'display="none"'
    return f'<g class="skiltet" {place}>{draw_sign(letter)}</g>'


def _find_spot(area: Area, size: float = 1) -> Point | None:
    """The label point, or above a kommune that the sign would hide; none where the point lies outside the part."""
    if area.label is None:
        return None
    left, upper, right, lower = area.box
    x, y = area.label
    return (x, round(upper - SIGN * 0.7)) if size == 1 and min(right - left, lower - upper) < SIGN else (x, y)


def _draw_pin(x: int, y: int, letter: str, size: float, top: float) -> str:
    """The sign on a stalk, since on a small map it would hide what it marks; it hangs where it would stand out of its part."""
    length = round(SIGN * size)
    head = -length if y - length * 1.6 > top else length
    stalk = f'stroke-width="22" stroke="{INK if letter == "A" else SECOND}"'
    foot = f'<path d="M0 0V{head}" stroke="{CARD}" stroke-width="50"/><path d="M0 0V{head}" {stalk}/><circle r="28" fill="{INK}"/>'
    return f'<g transform="translate({x} {y})">{foot}<g transform="translate(0 {head}) scale({size:g})">{draw_sign(letter)}</g></g>'


def draw_sign(letter: str) -> str:
    """A's circle or B's diamond around the origin, with its letter."""
    shape = CIRCLE if letter == "A" else DIAMOND
    text = f'<text y="38" text-anchor="middle" font-size="110" font-weight="700" fill="#fff">{letter}</text>'
    return f'{shape} stroke="{CARD}" stroke-width="15"/>{text}'
