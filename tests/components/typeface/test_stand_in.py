import re
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont

from components import theme
from components.address.asset import read_asset
from components.typeface.stand_in import (
    SANS,
    SANS_STAND_INS,
    SERIF,
    SERIF_STAND_INS,
    StandIn,
    mean_advance,
    open_at,
    write_face,
    write_faces,
)

MACHINE = Path("/usr/share/fonts")
STAND_INS = (*SANS_STAND_INS, *SERIF_STAND_INS)


def find_family(css, name):
    return re.findall(r"[\"']?([^\"',]+)[\"']?(?:, |$)", re.search(rf"--{name}: (.*);", css)[1])


def read_share(face, name):
    return float(re.search(rf"{name}: ([\d.]+)%", face)[1]) / 100


def test_the_style_sheet_has_the_faces_as_they_are_reckoned():
    own, faces = read_asset("screen/fonts.css").split("said there. */\n\n")
    assert faces == write_faces()
    assert own.count("font-display: swap") == own.count("@font-face") == 2


@pytest.mark.parametrize(
    ("name", "ours", "stand_ins"),
    [("sans", "Source Sans 3 Variable", SANS_STAND_INS), ("serif", "Source Serif 4 Variable", SERIF_STAND_INS)],
)
def test_every_stand_in_comes_after_our_font_and_before_the_machine_s(name, ours, stand_ins):
    listed = find_family(read_asset("screen/fonts.css"), name)
    wanted = [ours, *dict.fromkeys(each.family for each in stand_ins)]
    assert listed[: len(wanted)] == wanted
    assert len(listed) > len(wanted)


def test_drawings_are_set_in_the_pages_sans():
    listed = find_family(read_asset("screen/fonts.css"), "sans")
    drawn = [name.strip("'") for name in theme.SANS.split(", ")]
    assert drawn == [name for name in listed if name in drawn]
    assert drawn[:3] == listed[:3]


@pytest.mark.parametrize("stand_in", STAND_INS, ids=lambda each: f"{each.family} {each.weight}")
def test_a_line_in_a_stand_in_is_as_wide_and_as_tall_as_in_ours(stand_in):
    ours = open_at(SANS if stand_in in SANS_STAND_INS else SERIF, stand_in.weight)
    face = write_face(stand_in, ours)
    size, ascent, descent = (read_share(face, name) for name in ("size-adjust", "ascent-override", "descent-override"))
    assert size * stand_in.advance == pytest.approx(mean_advance(ours), rel=0.001)
    assert size * ascent * 1000 == pytest.approx(ours["hhea"].ascent, rel=0.002)
    assert size * descent * 1000 == pytest.approx(-ours["hhea"].descent, rel=0.002)
    assert ours["hhea"].lineGap == 0


def test_what_was_measured_is_what_the_machine_s_own_files_have():
    found = [(each, file) for each in STAND_INS for file in [next(MACHINE.rglob(each.measured), None)] if file]
    if not found:
        pytest.skip("this machine has none of the fonts that were measured")
    for stand_in, file in found:
        assert mean_advance(TTFont(file)) == pytest.approx(stand_in.advance, abs=0.0001)


def test_a_wider_stand_in_is_scaled_down():
    ours = TTFont(SERIF)
    narrow, wide = (StandIn("x", "400", 400, advance, "", ("X",)) for advance in (0.5, 1.0))
    sizes = [read_share(write_face(each, ours), "size-adjust") for each in (narrow, wide)]
    assert sizes[0] == pytest.approx(2 * sizes[1], rel=0.002)


def test_a_text_of_letters_that_the_font_lacks_is_no_measure():
    with pytest.raises(KeyError):
        mean_advance(TTFont(SERIF), "Кириллица")
