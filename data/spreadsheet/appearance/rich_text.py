"""Text of which a part is raised, lowered or struck out: what is read of it, and what is not."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from openpyxl.cell.rich_text import CellRichText, TextBlock

from data.problem import shorten

RAISED = {"superscript": "raised", "subscript": "lowered"}
POWERS = {"2": "²", "3": "³"}
STRUCK = "struck out"


@dataclass(frozen=True)
class ShownText:
    """A text as it is read; ``fault`` says why it can't be, ``remark`` what was left out of it."""

    text: str
    fault: str = ""
    remark: str = ""


def read_rich_text(parts: CellRichText) -> ShownText:
    """The text of a cell whose parts have their own fonts.

    A mark after a word is a note mark and left out with a remark, m² is a unit; after a digit a mark is refused, for it would be one more
    digit, or an exponent. What is struck out is refused anywhere.

    >>> from openpyxl.cell.text import InlineFont
    >>> mark = TextBlock(InlineFont(vertAlign="superscript"), "4")
    >>> read_rich_text(CellRichText(["31", mark])).fault
    "the '4' in '314' is raised; a note mark can't stand in the cell: remove it"
    >>> read_rich_text(CellRichText(["Beboere", mark]))
    ShownText(text='Beboere', fault='', remark="the raised '4' in 'Beboere4' is left out as a note mark")
    """
    text, remarks = "", []
    for part, kind in join_alike(_list_parts(parts)):
        if not kind or not part.strip():
            text += part
        elif kind == "raised" and part in POWERS and text.endswith(("m", "M")):
            text += POWERS[part]
        elif kind == STRUCK or not text.strip() or text.rstrip()[-1].isdigit():
            return ShownText(str(parts), _refuse(part, kind, str(parts)))
        else:
            remarks.append(f"the {kind} '{shorten(part)}' in '{shorten(str(parts))}' is left out as a note mark")
    return ShownText(text, remark="; ".join(remarks))


def _refuse(part: str, kind: str, whole: str) -> str:
    subject = f"the '{shorten(part)}' in '{shorten(whole)}' is {kind}"
    if kind == STRUCK:
        return f"{subject}; remove it, or the line through it"
    return f"{subject}; a note mark can't stand in the cell: remove it"


def join_alike(parts: Iterable[tuple[str, str]]) -> Iterator[tuple[str, str]]:
    """Parts of a text with what they are; neighbours that are the same are one part.

    >>> list(join_alike([("3", ""), ("1", ""), ("4", "raised")]))
    [('31', ''), ('4', 'raised')]
    """
    joined, last = "", ""
    for part, kind in parts:
        if kind != last and joined:
            yield joined, last
            joined = ""
        joined, last = joined + part, kind
    if joined:
        yield joined, last


def _list_parts(parts: CellRichText) -> Iterator[tuple[str, str]]:
    for part in parts:
        yield (part.text or "", describe_font(part.font)) if isinstance(part, TextBlock) else (str(part), "")


def describe_font(font: Any) -> str:
    """What a font does to a text: "raised", "lowered" or "struck out"; empty where it only looks different."""
    return STRUCK if font.strike else RAISED.get(font.vertAlign or "", "")
