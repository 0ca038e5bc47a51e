"""Conditional formats that hide what a cell has. Whether their conditions are met is Excel's to reckon: they are told, not evaluated."""

from collections.abc import Iterator
from typing import Any

from data.spreadsheet.appearance.rich_text import STRUCK
from data.spreadsheet.appearance.style import WHITE, hides, is_unseen, name_colour, name_ground

READ = "what the cells have is read all the same; look whether it is what they show"


def list_hiding(sheet: Any) -> list[str]:
    """A sentence for each conditional format by which cells that are not empty may show nothing, or a line through it.

    ::

        list_hiding(sheet)  # ["Tal: a conditional format of D5:D102 (number format ';;;') can hide what its cells have; what the …"]

    Args:
        sheet: a worksheet of openpyxl's.
    """
    found: dict[str, None] = {}  # in their order, each once
    for area in sheet.conditional_formatting:
        cells = [cell for row in _list_filled(sheet, area.sqref.ranges) for cell in row]
        for rule in area.rules if cells else ():
            if how := _describe(rule, {name_ground(cell.fill) for cell in cells}):
                found[f"{sheet.title}: a conditional format of {area.sqref} ({how}) can hide what its cells have; {READ}"] = None
    return list(found)


def _list_filled(sheet: Any, ranges: Any) -> Iterator[list[Any]]:
    """The cells with something in them. Only those that the file holds are looked at: a range may be a million rows high."""
    for area in ranges:
        yield [
            cell
            for (row, column), cell in sheet._cells.items()  # noqa: SLF001 - iter_rows would make all the cells that are not there
            if area.min_row <= row <= area.max_row and area.min_col <= column <= area.max_col and cell.value is not None
        ]


def _describe(rule: Any, grounds: set[str]) -> str:
    """How a rule hides what a cell on one of the grounds has; empty where it does not."""
    for sign, name in ((rule.dataBar, "a bar"), (rule.iconSet, "a sign")):
        if sign is not None and sign.showValue is False:
            return f"{name} without its number"
    style = rule.dxf
    if style is None:
        return ""
    if style.numFmt is not None and hides(style.numFmt.formatCode):
        return f"number format '{style.numFmt.formatCode}'"
    if style.font is not None and style.font.strike:
        return STRUCK
    return "text in the colour of its cell" if _is_unseen(style, grounds) else ""


def _is_unseen(style: Any, grounds: set[str]) -> bool:
    """Whether text and ground are of one colour. A fill has its colour as that of its back here, if it is a plain one."""
    colour = style.font.color if style.font is not None else None
    if colour is None:  # the ground alone may come to be the text's; black on black is not for hiding
        return False
    own = name_colour(style.fill.bgColor, WHITE) if style.fill is not None else ""
    return any(is_unseen(name_colour(colour, ""), ground) for ground in ({own} if own else grounds))
