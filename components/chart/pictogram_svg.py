"""Houses and people as small signs, some of them filled: one for each thing, or for each of a hundred, or one of n."""

from collections.abc import Callable

from components.svg.document import write_svg
from components.theme import ACCENT, PALE

SIZE, STEP = 20, 24  # of a sign, and from one to the next
ROW_STEP = 24
MOST = 100  # signs: more are not counted with the eyes
HOUSE = "M10 1L19 9H16.5V19H11.8V13H8.2V19H3.5V9H1z"
PERSON = "M10 1a3.4 3.4 0 1 1 0 6.8a3.4 3.4 0 1 1 0-6.8zM6.6 8.6h6.8l1.2 6h-2l-.5 4.9H7.9l-.5-4.9h-2z"


def draw_houses(filled: int, of: int, sentence: str, a_row: int = 20) -> str:
    """``of`` houses, the first ``filled`` of them in the colour of almene boliger.

    Args:
        filled: how many are meant.
        of: how many there are, at most MOST.
        sentence: the drawing in words.
        a_row: how many stand in a row.

    Raises:
        ValueError: there are more than can be counted, or fewer than are meant.
    """
    return _draw(HOUSE, filled, of, sentence, a_row)


def draw_people(filled: int, of: int, sentence: str, a_row: int = 10) -> str:
    """The same with people: one of six, say."""
    return _draw(PERSON, filled, of, sentence, a_row)


def _draw(sign: str, filled: int, of: int, sentence: str, a_row: int) -> str:
    if not 0 <= filled <= of <= MOST or not of:
        raise ValueError(f"{filled} of {of} signs; expected at least one, no more filled than there are, and at most {MOST}")
    place: Callable[[int], str] = lambda number: f"translate({number % a_row * STEP} {number // a_row * ROW_STEP})"  # noqa: E731
    signs = "".join(f'<path d="{sign}" transform="{place(number)}" fill="{ACCENT if number < filled else PALE}"/>' for number in range(of))
    rows, columns = -(-of // a_row), min(of, a_row)
    width, height = columns * STEP - STEP + SIZE, rows * ROW_STEP - ROW_STEP + SIZE
    return write_svg(signs, width, height, {"role": "img", "aria-label": sentence, "class": "tegn", "style": f"--tegn:{columns}"})
