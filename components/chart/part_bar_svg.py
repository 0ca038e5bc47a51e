"""Parts of a whole as one bar: the longer a field, the larger its part. Names and numbers stand beside it."""

from collections.abc import Sequence
from itertools import accumulate

from components.svg.document import write_svg
from components.theme import PARTS

WIDTH, HEIGHT = 1000, 14  # stretched to the width that there is
GAP = 4


def draw_part_bar(parts: Sequence[float], sentence: str) -> str:
    """The bar as an ``svg`` element; a part of nothing has no field, every other at least two units.

    Args:
        parts: of the whole, from 0 to 1, in reading order; together at most 1.
        sentence: the drawing in words, for those who do not see it.
    """
    ends = list(accumulate(parts))
    shown = [(number, end - part, end) for number, (part, end) in enumerate(zip(parts, ends, strict=True)) if part]
    fields = "".join(_draw_field(WIDTH * left, WIDTH * right, number) for number, left, right in shown)
    attributes = {"role": "img", "aria-label": sentence, "preserveAspectRatio": "none", "class": "delbjaelke"}
    return write_svg(fields, WIDTH, HEIGHT, attributes)


def _draw_field(left: float, right: float, number: int) -> str:
    end = max(right - GAP, left + 2)
    return f'<path d="M{left:.0f} 0H{end:.0f}V{HEIGHT}H{left:.0f}z" fill="{colour_of(number)}"/>'


def colour_of(number: int) -> str:
    """The colour of a part, by its place from 0."""
    return PARTS[number % len(PARTS)]
