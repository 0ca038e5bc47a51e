"""Readers who have colours of their own: what is told by colour is still seen, on a black and on a white ground.

By what is painted, not by what a style sheet says: colours are counted in pictures of the elements.
"""

import base64

import pytest

from components.theme import CARD, INK, RAMP, SECOND
from tests.browser import script
from tests.components.test_contrast import OF_SHAPES, OF_TEXT, measure_contrast

COUNT = script("count_colours.js")
VIEW = "/?kommune=0326&sammenlign=0265&emne=byggeri"
OUTLINE = "each => [getComputedStyle(each).outlineStyle, getComputedStyle(each).outlineWidth]"


class Painted:
    """A page, and the colours that are painted on it."""

    def __init__(self, page):
        self.page = page

    def count(self, selector, place=0):
        """By colour, its part of an element's picture."""
        picture = self.page.page.locator(selector).nth(place).screenshot()
        return self.page.page.evaluate(COUNT, base64.b64encode(picture).decode())

    def spread(self, selector, place=0):
        """The greatest contrast of two colours of an element's picture: of a word and its ground, a mark and what it lies on."""
        colours = list(self.count(selector, place))
        return max(measure_contrast(one, other) for one in colours for other in colours)


@pytest.mark.parametrize("ground", ["dark", "light"])
def test_what_is_told_by_colour_is_seen_in_colours_of_the_reader_s_own(visit, production, ground):
    with visit(production, forced_colors="active", color_scheme=ground) as page:
        page.page.goto(production + VIEW)
        page.rest()
        painted = Painted(page)
        check_map(painted)
        check_legend(painted)
        check_bars_and_marks(painted)
        check_tabs(painted)
        check_options(painted)
        page.page.locator(".fane", has_text="Liste").click()
        page.rest()
        rows = [page.page.locator(f".kortside tr[data-kode='{code}']").evaluate(OUTLINE) for code in ("0326", "0265", "0101")]
        assert rows[:2] == [["solid", "2px"]] * 2
        assert rows[2][0] == "none"


def check_map(painted):
    """Every class is painted as large as for all readers: nothing lies over it, the listbox with its picked options neither."""
    forced = painted.count("#kortside .kortramme")
    painted.page.page.emulate_media(forced_colors="none")
    plain = painted.count("#kortside .kortramme")
    painted.page.page.emulate_media(forced_colors="active")
    assert {fill: forced[fill] for fill in RAMP} == pytest.approx({fill: plain[fill] for fill in RAMP}, rel=0.01)
    assert CARD in forced


def check_legend(painted):
    """The fields have their colours, their numbers can be read, and the needles are seen."""
    for number, fill in enumerate(RAMP):
        colours = painted.count(".signatur .felt", number)
        assert max(colours, key=colours.get) == fill
        assert painted.spread(".signatur .felt", number) >= OF_TEXT
    needles = painted.count(".signatur")
    assert {INK, SECOND} <= needles.keys()


def check_bars_and_marks(painted):
    """Each of two bars parts from its track, each mark from its strip."""
    for bar, colour in ((0, INK), (1, SECOND)):
        colours = painted.count(".emne[open] .par-bjaelker .spor", bar)
        assert colour in colours
    assert painted.spread(".emne[open] tbody tr:last-child .spor") >= OF_SHAPES
    strip = painted.count(".par-tabel .strimmel")
    assert {INK, SECOND, CARD} <= strip.keys()
    assert painted.spread(".emne .ikon") >= OF_SHAPES


def check_tabs(painted):
    """The one that is shown has an outline, and the others none."""
    tabs = painted.page.page.locator(".fane").evaluate_all(f"tabs => tabs.map({OUTLINE})")
    assert [style for style, _ in tabs] == ["solid", "none", "none"]


def check_options(painted):
    """The suggestion that is pointed at stands out from the next one, and both can be read."""
    field = painted.page.page.locator("#vaelg-kommune")
    field.click()
    field.press_sequentially("r")
    options = "#vaelg-kommune-liste [role=option]"
    painted.page.page.locator(options).first.wait_for()
    pointed, other = (max(colours, key=colours.get) for colours in (painted.count(options, place) for place in (0, 1)))
    assert measure_contrast(pointed, other) >= OF_SHAPES
    assert min(painted.spread(options, place) for place in (0, 1)) >= OF_TEXT
    field.press("Escape")
