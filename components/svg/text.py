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


def balance(text: str, size: float, width: float) -> list[str]:
    """As few lines as ``wrap`` makes, but as equally long as possible, so that no word is left alone on the last.

    >>> wrap("Boliger i alt i hele landet", 10, 105), balance("Boliger i alt i hele landet", 10, 105)
    (['Boliger i alt i hele', 'landet'], ['Boliger i alt', 'i hele landet'])
    """
    lines = wrap(text, size, width)
    narrower = wrap(text, size, max(measure(line, size) for line in lines) - 1)
    while len(narrower) == len(lines) and narrower != lines:
        lines, narrower = narrower, wrap(text, size, max(measure(line, size) for line in narrower) - 1)
    return lines


def fit_size(text: str, largest: float, width: float) -> float:
    """The size of type at which a text fits on one line of this width, but at most ``largest``."""
    return min(largest, width / measure(text, 1))


def write_text(line: str, x: float, y: float, size: float, *, colour: str = INK, weight: int = 400, lead: str = "") -> str:
    """One line that begins at ``x`` with its baseline at ``y``; ``lead`` are words in semibold before it.

    >>> write_text("15,7", 0, 20, 16, colour="#000")
    '<text x="0" y="20" font-size="16" font-weight="400" fill="#000">15,7</text>'
    """
    before = f'<tspan font-weight="600">{escape(lead, quote=False)}</tspan>' if lead else ""
    style = f'font-size="{size:g}" font-weight="{weight}" fill="{colour}"'
    return f'<text x="{x:g}" y="{y:g}" {style}>{before}{escape(line, quote=False)}</text>'


def write_figure(number: str, unit: str, x: float, y: float, size: float, unit_size: float, *, colour: str = INK) -> str:
    """A large semibold number with its unit in smaller type after it, on one baseline at ``y``."""
    small = f'<tspan dx="{SPACE * unit_size:g}" font-size="{unit_size:g}" font-weight="400">{escape(unit, quote=False)}</tspan>'
    return f'<text x="{x:g}" y="{y:g}" font-size="{size:g}" font-weight="600" fill="{colour}">{escape(number, quote=False)}{small}</text>'
