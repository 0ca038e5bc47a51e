"""The style of a whole cell: whether what it holds is struck out, raised, or can't be seen on its ground."""

import re
from dataclasses import dataclass, field
from typing import Any

from openpyxl.styles.colors import COLOR_INDEX

from data.spreadsheet.appearance.rich_text import STRUCK, describe_font

WHITE, BLACK = "FFFFFF", "000000"
THEME = {0: WHITE, 1: BLACK}  # the first two colours of a theme: ground and text; the others are compared by their number
SYSTEM = {64: BLACK, 65: WHITE}  # the window's text and ground
SMALLEST = 4  # points; smaller print is no print
NEAR = 8  # of 255: two colours that no eye tells apart


@dataclass
class Styles:
    """What is wrong with the styles of a workbook's cells; each style is looked at once."""

    known: dict[tuple[int, ...], str] = field(default_factory=dict)

    def find_fault(self, cell: Any) -> str:
        """Why the content of a cell is not what a reader sees; empty where it is.

        Args:
            cell: openpyxl's.
        """
        key = tuple(cell._style)  # noqa: SLF001 - the public font and fill are made anew at each look, which takes ten times as long
        if key not in self.known:
            self.known[key] = _describe(cell)
        return self.known[key]


def _describe(cell: Any) -> str:
    kind = describe_font(cell.font)
    if kind == STRUCK:
        return "the cell is struck out; empty it, or remove the line through it"
    if kind:
        return f"the cell is {kind} like a note mark; empty it, or write it like the others"
    if is_unseen(name_colour(cell.font.color, BLACK), name_ground(cell.fill)):
        return "the text has the colour of its cell and can't be seen; give it another colour, or empty the cell"
    if cell.font.sz is not None and cell.font.sz < SMALLEST:
        return f"the text is {cell.font.sz:g} points high and can't be seen; make it larger, or empty the cell"
    if hides(cell.number_format):
        return f"the number format '{cell.number_format}' hides what the cell has; format it as a number, or empty it"
    return ""


def hides(number_format: str) -> bool:
    """Whether a number format shows nothing of any number.

    >>> hides(";;;"), hides(";;;@"), hides('"";"";""'), hides("0;-0;;@")
    (True, True, True, False)
    """
    return re.fullmatch(r";{2,}@?", re.sub(r'""|\s', "", number_format)) is not None


def name_ground(fill: Any) -> str:
    """The colour of a cell's ground; empty where it has a pattern."""
    kind = getattr(fill, "fill_type", None)
    if kind is None:
        return WHITE
    return name_colour(fill.fgColor, BLACK) if kind == "solid" else ""


def name_colour(colour: Any, otherwise: str) -> str:
    """A colour as six hexadecimal digits, or as the number in the workbook's theme."""
    if colour is None or colour.type == "auto":
        return otherwise
    if colour.type == "rgb":
        return str(colour.rgb)[-6:].upper()
    if colour.type == "theme":
        return THEME.get(colour.theme, "") if not colour.tint and colour.theme in THEME else f"theme {colour.theme} {colour.tint:.2f}"
    return SYSTEM.get(colour.indexed) or (COLOR_INDEX[colour.indexed][-6:] if colour.indexed < len(COLOR_INDEX) else "")


def is_unseen(text: str, ground: str) -> bool:
    """Whether two colours are the same, or as good as the same.

    >>> is_unseen("FEFEFE", "FFFFFF"), is_unseen("FFFFFF", "8C2F23")
    (True, False)
    """
    if text == ground:
        return bool(text)
    if not all(re.fullmatch("[0-9A-F]{6}", colour) for colour in (text, ground)):
        return False
    pairs = zip(bytes.fromhex(text), bytes.fromhex(ground), strict=True)
    return all(abs(one - other) <= NEAR for one, other in pairs)
