import itertools
import re
import struct
from dataclasses import replace
from xml.etree import ElementTree

import pytest

from components.address.press import AspectRatio
from components.picture.press import EXAMPLE_BAND, build_press_picture, draw_press_picture
from components.picture.press_figures import choose_figures
from components.picture.press_layout import lay_out
from components.svg.png import SHARPNESS
from components.svg.text import measure
from components.wording.formats import format_figure, format_missing, name_unit
from components.wording.standing import describe_standing
from data.profile.figures import Figures
from data.profile.profile import KommuneProfile
from data.reading import Rank, Reading, Reason, Status
from tests.components.picture.test_map import blank, crop, words

ASPECTS = list(AspectRatio)
LONGEST = ("0760", "0173", "0400", "0430", "0101")
SVG = "{http://www.w3.org/2000/svg}"


@pytest.fixture
def draw(official, figures, borders, drawing):
    def draw(code, aspect=AspectRatio.WIDE, shown=None, *, examples=False):
        return draw_press_picture(code, aspect, shown or (figures if examples else official), borders, drawing)

    return draw


def boxes(element, x=0.0, y=0.0):
    """Left, top, right, bottom and text of each line of type, at its widest; the word across the picture is not one."""
    for child in element:
        moved = child.get("transform", "")
        if "rotate" in moved or "scale" in moved:  # the map has no words
            continue
        by_x, by_y = (float(each) for each in re.findall(r"-?[\d.]+", moved)[:2]) if moved else (0.0, 0.0)
        if child.tag == f"{SVG}text":
            size = float(child.get("font-size"))
            width = measure(child.text or "", size)
            for part in child:
                width += float(part.get("dx", 0)) + measure(part.text, float(part.get("font-size", size)))
            left, base = x + float(child.get("x")), y + float(child.get("y"))
            yield left, base - size * 0.75, left + width, base + size * 0.2, "".join(child.itertext())
        else:
            yield from boxes(child, x + by_x, y + by_y)


def check_type(svg, aspect):
    """Every line is within the margins, none is on another, and none is on the map."""
    layout = lay_out(aspect)
    lines = [box for box in boxes(ElementTree.fromstring(svg)) if box[3] > EXAMPLE_BAND]
    for left, top, right, bottom, text in lines:
        assert left >= layout.margin - 0.1, text
        assert right <= layout.width - layout.margin + 0.1, text
        assert top >= layout.margin - 1, text
        assert bottom <= layout.height - layout.margin + 0.1, text
    for one, other in itertools.combinations(lines, 2):
        apart = one[2] <= other[0] or other[2] <= one[0] or one[3] <= other[1] + 0.5 or other[3] <= one[1] + 0.5
        assert apart, (one[4], other[4])
    left, top, scale = (float(each) for each in re.search(r"translate\(([\d.]+) ([\d.]+)\) scale\(([\d.]+)\)", svg).groups())
    beside = [box for box in lines if box[3] > top and box[1] < top + 6400 * scale]
    assert all(box[2] <= left for box in beside)
    return lines


@pytest.mark.parametrize("examples", [False, True], ids=["official", "with examples"])
@pytest.mark.parametrize("aspect", ASPECTS)
def test_no_type_overflows_in_any_kommune_s_picture(draw, official, aspect, examples):
    for place in official.kommuner:
        assert check_type(draw(place.code, aspect, examples=examples), aspect)


def spoil(official, code, change):
    """The official figures with every entry of a kommune changed."""
    figures = Figures.load(with_examples=False)
    profile = official.profile(code)
    figures._profiles[code] = KommuneProfile(profile.place, {key: change(entry) for key, entry in profile.entries.items()}, ())
    return figures


@pytest.mark.parametrize("code", LONGEST)
def test_the_longest_reasons_and_the_largest_numbers_fit(draw, official, code):
    def hide(entry):
        missing = Reading(None, entry.reading.period, Status.MANGLER, entry.reading.source, Reason.UNDERTRYKT)
        return replace(entry, reading=missing, rank=None)

    def enlarge(entry):
        high = replace(entry.reading, value=float(entry.indicator.high), reason=None, status=Status.BEREGNET)
        return replace(entry, reading=high, rank=Rank(98, 98), national=high)

    for aspect in ASPECTS:
        hidden = check_type(draw(code, aspect, spoil(official, code, hide)), aspect)
        assert " ".join(line[4] for line in hidden).count("fortrolighed") == 5
        check_type(draw(code, aspect, spoil(official, code, enlarge)), aspect)


def test_a_picture_says_what_the_panel_says(draw, official, figures):
    for each, examples in ((official, False), (figures, True)):
        for place in each.kommuner:
            profile = each.profile(place.code)
            said = " ".join(words(draw(place.code, examples=examples)))
            assert place.full_name in said
            assert official.registry.main.label in said
            for entry in choose_figures(profile, each.registry):
                value = entry.reading.value
                number = (
                    format_missing(entry.reading)
                    if value is None
                    else format_figure(value, entry.indicator) + name_unit(value, entry.indicator)
                )
                assert number in said
                assert all(fact in said for fact in describe_standing(entry).split(" · "))


def test_loaded_figures_come_first(official):
    chosen = {
        code: [entry.indicator.short for entry in choose_figures(official.profile(code), official.registry)] for code in ("0326", "0825")
    }
    assert chosen["0326"] == ["Beboere", "Fraflytning", "Huslejeomsætning", "Almen husleje"]
    assert chosen["0825"] == ["Almen husleje", "Lejeboliger", "Etageboliger", "Boligstørrelse"]


def test_the_two_rents_never_stand_together(official, figures):
    for each in (official, figures):
        for place in each.kommuner:
            chosen = choose_figures(each.profile(place.code), each.registry)
            assert "Privat husleje" not in [entry.indicator.short for entry in chosen]


def test_a_missing_figure_is_said_with_its_reason_and_has_no_bar(draw, official):
    def hide(entry):
        missing = Reading(None, entry.reading.period, Status.MANGLER, entry.reading.source, Reason.IKKE_ENTYDIG)
        return replace(entry, reading=missing, rank=None) if entry.indicator.key == official.registry.roles.main else entry

    svg = draw("0326", shown=spoil(official, "0326", hide))
    assert "Ikke entydigt i kilden" in words(svg)
    assert "Hele landet" not in words(svg)
    assert "Hele landet" in words(draw("0326"))


def test_sources_date_and_edition_stand_below(draw):
    said = " ".join(words(draw("0825")))
    assert "Kilder: Danmarks Statistik, BOL101, opdateret 8.\u00a0april 2026, læst september 2026; Landsbyggefonden, " in said
    assert "Kort: Indeholder data fra Klimadatastyrelsen" in said
    assert said.endswith("Udgave 2025 fra 24.\u00a0november 2026.")


@pytest.mark.parametrize("aspect", ASPECTS)
def test_example_figures_bear_the_word_across_the_picture(draw, aspect):
    lines = words(draw("0101", aspect, examples=True))
    assert lines.count("EKSEMPEL") == 1
    assert "EKSEMPEL: tal mærket »eksempel« er fundet på og må ikke citeres" in lines
    assert any(line.startswith("eksempel · ") for line in lines)
    assert not any("eksempel" in line.lower() for line in words(draw("0101", aspect)))


@pytest.mark.parametrize(
    ("aspect", "size"), [(AspectRatio.WIDE, (1920, 1080)), (AspectRatio.SQUARE, (1080, 1080)), (AspectRatio.TALL, (1080, 1350))]
)
def test_pictures_have_their_size_and_free_margins(draw, official, borders, drawing, aspect, size):
    png = build_press_picture("0760", aspect, official, borders, drawing)
    assert struct.unpack(">II", png[16:24]) == size
    layout = lay_out(aspect)
    assert (layout.width * SHARPNESS, layout.height * SHARPNESS) == size
    edge, svg = layout.margin - 2, draw("0760", aspect)
    assert crop(svg, layout.width - edge, 0, edge, layout.height) == blank(edge, layout.height)
    assert crop(svg, 0, layout.height - edge, layout.width, edge) == blank(layout.width, edge)
    assert crop(svg, 0, 0, edge, layout.height) == blank(edge, layout.height)
