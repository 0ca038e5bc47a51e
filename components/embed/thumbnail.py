"""Small drawings of a frame's shapes, for the page that writes its code."""

from markupsafe import Markup

from components.address.embed_options import Form
from components.theme import ACCENT, CARD, INK, QUIET, RAMP, SEA, SECOND

# a few strokes that say Denmark: Jylland, Fyn, Sjælland, in a box of 30 x 30
LAND = (
    ("M7 4L12 2L14 5L11 10L14 15L11 21L6 23L4 15Z", RAMP[1]),
    ("M13 19L17 18L18 22L14 23Z", RAMP[2]),
    ("M20 15L26 14L27 20L23 26L20 21Z", RAMP[3]),
)
DOTS = ((0, 0), (3, -2), (3, 2), (6, 0), (6, -4), (6, 4), (9, -1), (9, 3), (12, 0), (16, 1), (21, 0))


def draw_thumbnail(form: Form) -> Markup:
    """A drawing of 96 x 64, without words: what it shows stands beside it."""
    draw = {Form.KORT: _draw_map(30, 8, 1.5), Form.NOEGLETAL: _draw_figures(), Form.BEGGE: _draw_both(), Form.SAMMENLIGNING: _draw_pair()}
    edge = _box(0.5, 0.5, 95, 63, CARD, QUIET)
    content = f'<svg class="form-tegning" viewBox="0 0 96 64" width="96" height="64" aria-hidden="true">{edge}{draw[form]}</svg>'
    return Markup(content)  # noqa: S704 # ours


def _box(x: float, y: float, width: float, height: float, fill: str, stroke: str = "none") -> str:
    return f'<rect x="{x:g}" y="{y:g}" width="{width:g}" height="{height:g}" rx="2" fill="{fill}" stroke="{stroke}"/>'


def _draw_map(x: float, y: float, scale: float) -> str:
    """The country on its sea, which fills the drawing where the map is alone."""
    areas = "".join(f'<path d="{path}" fill="{fill}"/>' for path, fill in LAND)
    sea = _box(4, 4, 88, 56, SEA) if scale > 1 else _box(x - 2, y - 2, 34, 32, SEA)
    return f'{sea}<g transform="translate({x:g} {y:g}) scale({scale:g})">{areas}</g>'


def _draw_number(x: float, y: float, width: float, fill: str = ACCENT) -> str:
    return _box(x, y, width, 8, fill)


def _draw_swarm(x: float, y: float) -> str:
    return "".join(f'<circle cx="{x + right:g}" cy="{y + down:g}" r="1.4" fill="{QUIET}"/>' for right, down in DOTS)


def _draw_cards(x: float, y: float, width: float, rows: int, columns: int, height: float = 9) -> str:
    places = [(column, row) for row in range(rows) for column in range(columns)]
    return "".join(_box(x + column * (width + 4), y + row * (height + 3), width, height, CARD, QUIET) for column, row in places)


def _draw_figures() -> str:
    return _draw_number(6, 8, 24) + _draw_swarm(44, 12) + _draw_cards(6, 26, 40, 2, 2, 14)


def _draw_both() -> str:
    return _draw_number(6, 6, 20) + _draw_swarm(44, 10) + _draw_map(8, 24, 1) + _draw_cards(48, 22, 42, 4, 1, 6.5)


def _draw_pair() -> str:
    names = _draw_number(6, 8, 34, INK) + _draw_number(52, 8, 34, SECOND)
    lines = [
        f'<path d="M6 {y}H90" stroke="{QUIET}"/><circle cx="{a}" cy="{y}" r="3" fill="{INK}"/>'
        f'<path d="M{b} {y - 4}l4 4-4 4-4-4z" fill="{SECOND}"/>'
        for y, a, b in ((28, 24, 62), (40, 50, 34), (52, 30, 76))
    ]
    return names + "".join(lines)
