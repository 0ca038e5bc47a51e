"""Rings, outlines, marks and letters part from what they stand on, by the contrast that WCAG 2.2 defines."""

import pytest

from components.theme import ACCENT, CARD, COAST, DIM, HATCH_GROUND, INK, MISSING, PAPER, RAMP, SEA, SECOND
from components.wording.accessibility import statement
from components.wording.formats import format_number

OF_TEXT, OF_SHAPES = 4.5, 3.0  # WCAG 1.4.3 and 1.4.11
GROUNDS = {"the page": PAPER, "a card": CARD, "the sea": SEA}
FILLS = {**{f"class {number}": colour for number, colour in enumerate(RAMP, 1)}, "missing": MISSING, "hatch": HATCH_GROUND}


def measure_luminance(colour: str) -> float:
    """Relative luminance of "#rrggbb", from 0 (black) to 1 (white)."""
    parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def measure_contrast(one: str, other: str) -> float:
    """Contrast ratio, from 1 to 21."""
    darker, lighter = sorted(map(measure_luminance, (one, other)))
    return (lighter + 0.05) / (darker + 0.05)


def test_the_measure_is_wcag_s():
    assert measure_contrast("#000000", "#ffffff") == pytest.approx(21)
    assert measure_contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)  # the well-known grey that just fails as text


@pytest.mark.parametrize("ground", GROUNDS)
def test_the_ring_of_what_has_the_focus_parts_from_its_ground(ground):
    assert measure_contrast(SECOND, GROUNDS[ground]) >= OF_SHAPES


@pytest.mark.parametrize("mark", [INK, SECOND])
@pytest.mark.parametrize("fill", FILLS)
def test_the_outline_of_a_picked_kommune_parts_from_every_fill(mark, fill):
    """It is a line of its colour with a white one below: one of the two must do it. On the map its neighbour may have any fill."""
    assert max(measure_contrast(mark, FILLS[fill]), measure_contrast(CARD, FILLS[fill])) >= OF_SHAPES


def test_letters_on_marks_and_the_active_option_can_be_read():
    assert min(measure_contrast(CARD, INK), measure_contrast(CARD, SECOND)) >= OF_TEXT
    assert min(measure_contrast(words, ground) for words in (INK, DIM) for ground in GROUNDS.values()) >= OF_TEXT


def test_the_coast_parts_the_sea_from_the_palest_class():
    assert min(measure_contrast(COAST, SEA), measure_contrast(COAST, RAMP[0])) >= OF_SHAPES


def test_on_no_dark_ground_would_the_palette_hold():
    """Why there is no dark theme: of all grounds that white words can be read on, none parts from the highest class, which says most."""
    greys = [f"#{value:02x}{value:02x}{value:02x}" for value in range(256)]
    dark = [grey for grey in greys if measure_contrast(grey, CARD) >= OF_TEXT]
    assert "#000000" in dark
    assert max(measure_contrast(RAMP[-1], ground) for ground in dark) < OF_SHAPES
    assert max(measure_contrast(ACCENT, ground) for ground in dark) < OF_TEXT
    told = format_number(measure_contrast(RAMP[-1], "#000000"), 1)
    assert any(f"kontrast på {told} til 1" in missing for missing in statement.MISSING)
