"""A few periods as columns with their numbers: how a count has gone."""

from collections.abc import Sequence
from html import escape

from components.svg.document import write_svg
from components.theme import DIM, EARLIER, INK, SANS

WIDTH, HEIGHT = 300, 84
UPPER, LOWER = 18, 64  # of the columns
SIZE = 13  # of type
GAP = 6  # between two columns


def draw_columns(columns: Sequence[tuple[str, float | None, str]], sentence: str) -> str:
    """The columns as an ``svg`` element; the last is dark. A missing period is an empty place with its name.

    Args:
        columns: what stands below the column, its value (not negative; None where it is missing), and the value in words.
        sentence: the drawing in words, for those who do not see it.

    Raises:
        ValueError: there is no value.
    """
    highest = max(value for _, value, _ in columns if value is not None)
    step = WIDTH / len(columns)
    drawn = "".join(
        _draw_column(number, column, step, highest, is_last=number == len(columns) - 1) for number, column in enumerate(columns)
    )
    attributes = {"role": "img", "aria-label": sentence, "font-size": str(SIZE), "class": "soejlediagram"}
    return write_svg(f'<g font-family="{SANS}" text-anchor="middle" fill="{DIM}">{drawn}</g>', WIDTH, HEIGHT, attributes)


def _draw_column(number: int, column: tuple[str, float | None, str], step: float, highest: float, *, is_last: bool) -> str:
    below, value, words = column
    middle = (number + 0.5) * step
    name = f'<text x="{middle:.1f}" y="{HEIGHT - 4}">{escape(below)}</text>'
    if value is None:
        return name
    top = LOWER - (LOWER - UPPER) * (value / highest if highest else 0)
    left, up = number * step + GAP / 2, min(top, LOWER - 1)
    bar = f'<path d="M{left:.1f} {LOWER}V{up:.1f}h{step - GAP:.1f}V{LOWER}z" fill="{INK if is_last else EARLIER}"/>'
    weight = f' font-weight="600" fill="{INK}"' if is_last else ""
    return f'{bar}<text x="{middle:.1f}" y="{top - 5:.1f}"{weight}>{escape(words)}</text>{name}'
