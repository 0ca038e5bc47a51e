"""Text in a picture: SVG does not wrap lines, so they are broken here by what the typeface's letters take at most."""

from html import escape

from components.theme import INK

FONT = "Source Sans 3"
LEADING = 1.35
SPACE, NARROW, PLAIN, CAPITAL, WIDE = 0.2, 0.375, 0.58, 0.68, 0.96  # of the size; the widest of each kind, regular or semibold
NARROW_LETTERS = frozenset("fijlrtI.,:;·'!()-/²")
WIDE_LETTERS = frozenset("mwæMWÆ%…—")


def measure(text: str, size: float) -> float:
    """At most as wide as this is a line of Source Sans 3 in Danish, regular or semibold; in the unit of the size."""
    return size * sum(map(_letter, text))


def _letter(letter: str) -> float:
    if letter.isspace():
        return SPACE
    if letter in NARROW_LETTERS:
        return NARROW
    if letter in WIDE_LETTERS:
        return WIDE
    return CAPITAL if letter.isupper() or letter == "&" else PLAIN


def wrap(text: str, size: float, width: float) -> list[str]:
    """Lines no wider than ``width``, broken at plain spaces only: number and unit stay together.

    A single word that is wider stands on a line of its own.
    """
    lines: list[str] = []
    for word in text.split(" "):
        if lines and measure(f"{lines[-1]} {word}", size) <= width:
            lines[-1] += f" {word}"
        else:
            lines.append(word)
    return lines


def write_text(line: str, x: float, y: float, size: float, *, colour: str = INK, weight: int = 400, lead: str = "") -> str:
    """One line with its baseline at ``y``; ``lead`` stands before it in semibold."""
    before = f'<tspan font-weight="600">{escape(lead, quote=False)}</tspan>' if lead else ""
    style = f'font-size="{size:g}" font-weight="{weight}" fill="{colour}"'
    return f'<text x="{x:g}" y="{y:g}" {style}>{before}{escape(line, quote=False)}</text>'
