"""Text in pictures: SVG does not wrap lines, so they are broken here, by widths that no letter of the typeface exceeds."""

from html import escape

from components.theme import INK

FONT = "Source Sans 3"
LEADING = 1.35  # from line to line, in sizes of type
# Widths of letters, in sizes of type: the widest of each kind, regular or semibold. A test draws every letter and compares.
SPACE, NARROW, PLAIN, CAPITAL, WIDE = 0.2, 0.375, 0.58, 0.68, 0.96
NARROW_LETTERS = frozenset("fijlrtI.,:;·'!()-/²")
WIDE_LETTERS = frozenset("mwæMWÆ%…—")


def measure(text: str, size: float) -> float:
    """The width that a line of Danish in Source Sans 3, regular or semibold, does not exceed; in the unit of the size.

    >>> round(measure("Bornholm", 10), 1)
    47.1
    """
    return size * sum(map(_measure_letter, text))


def _measure_letter(letter: str) -> float:
    if letter.isspace():
        return SPACE
    if letter in NARROW_LETTERS:
        return NARROW
    if letter in WIDE_LETTERS:
        return WIDE
    return CAPITAL if letter.isupper() or letter == "&" else PLAIN


def wrap(text: str, size: float, width: float) -> list[str]:
    """Lines no wider than ``width``, broken at plain spaces only: number and unit, joined by a no-break space, stay together.

    A single word that is wider stands on a line of its own.

    >>> wrap("Boliger i alt i hele landet", size=10, width=80)
    ['Boliger i alt i', 'hele landet']
    """
    lines: list[str] = []
    for word in text.split(" "):
        if lines and measure(f"{lines[-1]} {word}", size) <= width:
            lines[-1] += f" {word}"
        else:
            lines.append(word)
    return lines


def write_text(line: str, x: float, y: float, size: float, *, colour: str = INK, weight: int = 400, lead: str = "") -> str:
    """One line that begins at ``x`` with its baseline at ``y``; ``lead`` are words in semibold before it.

    >>> write_text("15,7", 0, 20, 16, colour="#000")
    '<text x="0" y="20" font-size="16" font-weight="400" fill="#000">15,7</text>'
    """
    before = f'<tspan font-weight="600">{escape(lead, quote=False)}</tspan>' if lead else ""
    style = f'font-size="{size:g}" font-weight="{weight}" fill="{colour}"'
    return f'<text x="{x:g}" y="{y:g}" {style}>{before}{escape(line, quote=False)}</text>'
