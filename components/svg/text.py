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


def balance(text: str, size: float, width: float) -> list[str]:
    """As few lines as ``wrap`` makes, but as even as they can be: no word is left alone on the last."""
    lines = wrap(text, size, width)
    narrower = wrap(text, size, max(measure(line, size) for line in lines) - 1)
    while len(narrower) == len(lines) and narrower != lines:
        lines, narrower = narrower, wrap(text, size, max(measure(line, size) for line in narrower) - 1)
    return lines


def fit_size(text: str, largest: float, width: float) -> float:
    """The size of type at which the text fits on a line of this width, at most ``largest``."""
    return min(largest, width / measure(text, 1))


def write_text(line: str, x: float, y: float, size: float, *, colour: str = INK, weight: int = 400, lead: str = "") -> str:
    """One line with its baseline at ``y``; ``lead`` stands before it in semibold."""
    before = f'<tspan font-weight="600">{escape(lead, quote=False)}</tspan>' if lead else ""
    style = f'font-size="{size:g}" font-weight="{weight}" fill="{colour}"'
    return f'<text x="{x:g}" y="{y:g}" {style}>{before}{escape(line, quote=False)}</text>'


def write_figure(number: str, unit: str, x: float, y: float, size: float, unit_size: float, *, colour: str = INK) -> str:
    """A large semibold number with its unit smaller beside it, on one baseline."""
    small = f'<tspan dx="{SPACE * unit_size:g}" font-size="{unit_size:g}" font-weight="400">{escape(unit, quote=False)}</tspan>'
    return f'<text x="{x:g}" y="{y:g}" font-size="{size:g}" font-weight="600" fill="{colour}">{escape(number, quote=False)}{small}</text>'
