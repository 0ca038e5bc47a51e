"""The tile map ("flisekort"): a square of the same size for every kommune, as SVG. Colours, titles, marks and links are the map's.

Lengths are units of the drawing: TILE of them are a tile with the gap beside it.
"""

from collections.abc import Mapping
from html import escape
from itertools import takewhile

from markupsafe import Markup

from components.map.model import MapModel
from components.map.svg import Link, draw_area, draw_hatch, draw_mark
from components.svg.document import write_svg
from geodata.drawing import Area, DrawnPart
from geodata.map_part import COUNTRY
from geodata.tiling import Cell, Tiling

TILE = 480  # as many units as make the marks of the map fit
GAP = 16
LETTERS = 3  # of a name
HATCH_ID = "flise-skravering"  # the map's own may be out of sight, and is then no hatch


def build_tiles_svg(model: MapModel, tiling: Tiling, kommune: str | None, other: str | None, link: Link) -> Markup:
    """The tiles as an ``svg`` element, as wide as the place where it stands.

    Args:
        model: the indicator.
        tiling: where each tile lies.
        kommune: place A, marked with its outline and a sign.
        other: place B, likewise; a region or the country has no tile.
        link: the address that a kommune leads to.
    """
    width, height = tiling.columns * TILE, tiling.rows * TILE
    part = DrawnPart(COUNTRY, (0, 0, width, height), {code: _make_tile(cell) for code, cell in tiling.cells.items()})
    labels = shorten_names(model.names)
    areas = "".join(draw_area(code, area, model, link, _write_label(labels[code], area)) for code, area in part.areas.items())
    marks = "".join(draw_mark(part, code, letter, 1, movable=True) for code, letter in ((other, "B"), (kommune, "A")))
    content = f'<defs>{draw_hatch(HATCH_ID)}</defs><g class="ramme">{areas}{marks}</g>'
    attributes = {"role": "group", "class": "tegning fliser", "aria-label": model.title}
    return Markup(write_svg(content, width, height, attributes))  # noqa: S704 # escaped there


def shorten_names(names: Mapping[str, str]) -> dict[str, str]:
    """A label of three or four letters for each kommune, by its code; no two are the same.

    A double name has its initials. Who shares three letters with others has a fourth, the first that tells from all of them.

    >>> shorten_names({"0326": "Kalundborg", "0163": "Herlev", "0657": "Herning", "0760": "Ringkøbing-Skjern"})
    {'0326': 'Kal', '0163': 'Herl', '0657': 'Hern', '0760': 'R-S'}
    """
    return {code: _shorten(name, [other for other in names.values() if other != name]) for code, name in names.items()}


def _shorten(name: str, others: list[str]) -> str:
    first, _, second = name.partition("-")
    if second:
        return f"{first[0]}-{second[0]}"
    alike = max((_count_alike(name, other) for other in others), default=0)
    return name[:LETTERS] + (name[alike : alike + 1] if alike >= LETTERS else "")


def _count_alike(name: str, other: str) -> int:
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(name, other, strict=False)))


def _make_tile(cell: Cell) -> Area:
    left, upper = (place * TILE + GAP // 2 for place in cell)
    side = TILE - GAP
    path = f"M{left} {upper}h{side}v{side}h-{side}z"
    return Area(path, (left, upper, left + side, upper + side), (left + side // 2, upper + side // 2))


def _write_label(label: str, area: Area) -> str:
    left, _, right, lower = area.box
    return f'<text x="{(left + right) // 2:g}" y="{lower - 150:g}" aria-hidden="true">{escape(label)}</text>'
