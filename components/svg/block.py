"""Parts of a picture, put one below the other."""

from collections.abc import Iterable
from dataclasses import dataclass

from components.svg.text import LEADING, wrap, write_text


@dataclass(frozen=True)
class Block:
    """A part of a picture, from its own upper left corner on."""

    svg: str
    height: float


def move(svg: str, x: float, y: float, scale: float = 1) -> str:
    """What is drawn around the origin, drawn around (x, y) instead, ``scale`` times as large."""
    size = f" scale({scale:g})" if scale != 1 else ""
    return f'<g transform="translate({x:g} {y:g}){size}">{svg}</g>'


def stack(blocks: Iterable[Block], gap: float) -> Block:
    """Blocks one below the other."""
    svg, height = "", -gap
    for block in blocks:
        svg += move(block.svg, 0, height + gap)
        height += gap + block.height
    return Block(svg, height)


def shrink(block: Block, height: float) -> Block:
    """The same block, made smaller if it is higher than ``height``."""
    scale = min(1, height / block.height)
    return Block(move(block.svg, 0, 0, scale), block.height * scale)


def write_block(
    text: str, size: float, width: float, colour: str, *, weight: int = 400, indent: float = 0, leading: float = LEADING
) -> Block:
    """A paragraph no wider than ``width``, beginning ``indent`` from the left."""
    lines = wrap(text, size, width - indent)
    svg = "".join(
        write_text(line, indent, size + number * size * leading, size, colour=colour, weight=weight) for number, line in enumerate(lines)
    )
    return Block(svg, len(lines) * size * leading)
