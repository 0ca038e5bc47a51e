"""Layout of pictures: blocks of SVG with a height, put one below the other."""

from collections.abc import Iterable
from dataclasses import dataclass

from components.svg.text import LEADING, wrap, write_text


@dataclass(frozen=True)
class Block:
    """A part of a picture, drawn from its own upper left corner (0, 0), and how high it is."""

    svg: str
    height: float


def move(svg: str, x: float, y: float, scale: float = 1) -> str:
    """What is drawn around the origin, moved to (x, y) and ``scale`` times as large.

    >>> move('<circle r="2"/>', 10, 20, 0.5)
    '<g transform="translate(10 20) scale(0.5)"><circle r="2"/></g>'
    """
    size = f" scale({scale:g})" if scale != 1 else ""
    return f'<g transform="translate({x:g} {y:g}){size}">{svg}</g>'


def stack(blocks: Iterable[Block], gap: float) -> Block:
    """Blocks one below the other, ``gap`` apart.

    >>> stack([Block("<a/>", 10), Block("<b/>", 20)], gap=5)
    Block(svg='<g transform="translate(0 0)"><a/></g><g transform="translate(0 15)"><b/></g>', height=35)
    """
    svg, height = "", -gap  # there is no gap above the first
    for block in blocks:
        svg += move(block.svg, 0, height + gap)
        height += gap + block.height
    return Block(svg, height)


def shrink(block: Block, height: float) -> Block:
    """The same block, scaled down if it is higher than ``height``."""
    scale = min(1, height / block.height)
    return Block(move(block.svg, 0, 0, scale), block.height * scale)


def write_block(
    text: str, size: float, width: float, colour: str, *, weight: int = 400, indent: float = 0, leading: float = LEADING
) -> Block:
    """A paragraph whose lines are no wider than ``width``.

    Args:
        text: is broken into lines by ``wrap``.
        size: of type.
        width: that the paragraph may take, its indent included.
        colour: of the text.
        weight: 400 is regular, 600 semibold.
        indent: free space to the left of every line.
        leading: distance from line to line, in sizes of type.
    """
    lines = wrap(text, size, width - indent)
    svg = "".join(
        write_text(line, indent, size + number * size * leading, size, colour=colour, weight=weight) for number, line in enumerate(lines)
    )
    return Block(svg, len(lines) * size * leading)
