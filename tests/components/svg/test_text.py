import string

import pytest

from components.svg.png import render
from components.svg.text import FONT, measure, wrap, write_text
from components.theme import INK

SIZE = 20


def strip(content, left, width=60, height=40):
    """A PNG of what stands to the right of ``left``."""
    return render(
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="{left} 0 {width} {height}" font-family="{FONT}">{content}</svg>', width
    )


@pytest.mark.parametrize("weight", [400, 600])
@pytest.mark.parametrize("letter", string.ascii_letters + string.digits + "æøåÆØÅéöü.,:;·'!()-/²%&+–−?»«")
def test_no_letter_is_wider_than_it_is_measured(letter, weight):
    line = letter * 20
    ink = write_text(line, 0, 28, SIZE, weight=weight)
    assert strip(ink, measure(line, SIZE) + 1) == strip("", 0)
    assert strip(ink, 0) != strip("", 0)


def test_measures_are_not_wasteful():
    line = "Pct. af alle boliger, beboede og ubeboede"
    assert strip(write_text(line, 0, 28, SIZE), measure(line, SIZE) * 0.85) != strip("", 0)


def test_danish_letters_are_drawn_and_not_as_boxes():
    drawn = {letter: strip(write_text(letter, 5, 28, SIZE), 0) for letter in ("æ", "ø", "å", "Æ", "Ø", "Å", "\ue000")}
    assert len(set(drawn.values())) == len(drawn)


def test_lines_break_at_plain_spaces_only():
    text = "Boliger i alt 15,7\u00a0pct. af landet"
    lines = wrap(text, SIZE, 120)
    assert " ".join(lines) == text
    assert all(measure(line, SIZE) <= 120 for line in lines)
    assert any("15,7\u00a0pct." in line for line in lines)
    assert wrap("Ejendomsadministrationsselskab her", SIZE, 50) == ["Ejendomsadministrationsselskab", "her"]


def test_words_are_escaped_and_the_lead_is_semibold():
    line = write_text("a < b & c", 1, 2.5, SIZE, lead="<b>")
    assert "a &lt; b &amp; c" in line
    assert '<tspan font-weight="600">&lt;b&gt;</tspan>' in line
    assert line.startswith(f'<text x="1" y="2.5" font-size="20" font-weight="400" fill="{INK}">')
