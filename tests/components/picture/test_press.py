import base64
import json
import re
import struct
from copy import copy
from dataclasses import replace

import pypdfium2
import pytest
import typst

from components.address.press import AspectRatio
from components.picture.press import TEMPLATE, build_press_picture, write_press_picture
from components.picture.press_figures import choose_figures
from components.svg.document import write_svg
from components.svg.png import VENDOR
from components.wording.formats import format_figure, format_period, name_figure, name_unit
from data.profile.profile import KommuneProfile
from data.reading import Rank, Reading, Reason, Status
from data.sentence import capitalise
from tests.components.picture.test_map import blank, crop
from tests.components.print.pdf_reading import POINTS, find_misplaced, open_pdf, read_text, squeeze

ASPECTS = list(AspectRatio)
LONGEST = ("0760", "0173", "0400", "0430", "0101")
# width, height and margin in points: half the pixels
SHAPES = {AspectRatio.WIDE: (960, 540, 40), AspectRatio.SQUARE: (540, 540, 28), AspectRatio.TALL: (540, 675, 28)}
SHARPNESS = 2
HAIR = 0.5  # points by which a letter may hang over its edge: V and Æ do by design
pytestmark = pytest.mark.pdf


@pytest.fixture
def write(official, figures, borders, drawing):
    """What is given to the template."""

    def write(code, aspect=AspectRatio.WIDE, shown=None, *, examples=False):
        return write_press_picture(code, aspect, shown or (figures if examples else official), borders, drawing)

    return write


@pytest.fixture(scope="module")
def draw():
    """The picture as a PDF, whose words can be read and whose boxes can be measured."""
    fonts = typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[VENDOR])
    compiler = typst.Compiler(TEMPLATE, font_paths=fonts)

    def draw(picture):
        pdf, warnings = compiler.compile_with_warnings(format="pdf", sys_inputs={"picture": json.dumps(picture)})
        assert not warnings
        return pdf

    return draw


def words(part):
    """All text that is given to the template."""
    if isinstance(part, str):
        return [part]
    if isinstance(part, dict):
        part = [value for name, value in part.items() if name not in ("aspect", "map", "swarm", "colours")]
    return [word for each in part for word in words(each)] if isinstance(part, list) else []


@pytest.fixture
def check_type(draw, drawing):
    """Every line is within the margins, none is on another, and none is on the map."""
    field = write_svg(f'<rect width="{drawing.width}" height="{drawing.height}"/>', drawing.width, drawing.height)

    def check(picture):
        # the map as one rectangle, which is found again; the word across the picture lies on everything
        pdf = draw(picture | {"map": field, "example": None})
        width, height, margin = SHAPES[picture["aspect"]]
        map_left, map_top, _, map_bottom = find_map(pdf, drawing.width / drawing.height)
        beside = []

        def is_in_place(box):
            left, top, right, bottom = (length * POINTS for length in box)
            if bottom > map_top and top < map_bottom:
                beside.append(box)
                if right > map_left:
                    return False
            return left >= margin - HAIR and top >= margin - 1 and right <= width - margin + HAIR and bottom <= height - margin + HAIR

        assert find_misplaced(pdf, is_in_place) == []
        assert beside
        return pdf

    return check


def find_map(pdf, ratio):
    """Left, top, right and bottom in points of the one rectangle that is so many times wider than high."""
    with open_pdf(pdf) as document:
        page = document[0]
        boxes = [each.get_bounds() for each in page.get_objects(filter=[pypdfium2.raw.FPDF_PAGEOBJ_PATH])]
        ((left, bottom, right, top),) = [box for box in boxes if (box[2] - box[0]) / (box[3] - box[1]) == pytest.approx(ratio, abs=0.01)]
        return left, page.get_height() - top, right, page.get_height() - bottom


@pytest.mark.parametrize("examples", [False, True], ids=["official", "with examples"])
@pytest.mark.parametrize("aspect", ASPECTS)
def test_no_type_overflows_in_any_kommune_s_picture(write, check_type, official, aspect, examples):
    every = 3 if examples else 1  # the same columns and lines, of which some bear the word
    for code in sorted({*(place.code for place in official.kommuner[::every]), *LONGEST}):
        assert check_type(write(code, aspect, examples=examples))


def spoil(official, code, change):
    """The official figures with every entry of a kommune changed."""
    figures, profile = copy(official), official.profile(code)
    figures._profile_cache = {code: KommuneProfile(profile.place, {key: change(entry) for key, entry in profile.entries.items()}, ())}
    return figures


@pytest.mark.parametrize("code", LONGEST)
def test_the_longest_reasons_and_the_largest_numbers_fit(write, check_type, official, code):
    def hide(entry):
        missing = Reading(None, entry.reading.period, Status.MANGLER, entry.reading.source, Reason.UNDERTRYKT)
        return replace(entry, reading=missing, rank=None)

    def enlarge(entry):
        high = replace(entry.reading, value=float(entry.indicator.high), reason=None, status=Status.BEREGNET)
        return replace(entry, reading=high, rank=Rank(98, 1, 98), national=high)

    for aspect in ASPECTS:
        hidden = check_type(write(code, aspect, spoil(official, code, hide)))
        assert read_text(hidden).count("fortrolighed") == 1  # the main figure; what answers no topic is left out
        check_type(write(code, aspect, spoil(official, code, enlarge)))


@pytest.mark.parametrize(
    ("label", "said"),
    [("Ejendomsadministrationsselskab" * 3, "wider than its column: Ejendoms"), ("boliger " * 90, "higher than its room: boliger")],
)
@pytest.mark.parametrize("aspect", ASPECTS)
def test_what_does_not_fit_is_an_error(write, draw, aspect, label, said):
    picture = write("0326", aspect)
    with pytest.raises(typst.TypstError, match=said):
        draw(picture | {"main": picture["main"] | {"label": label}})


@pytest.mark.parametrize("aspect", ASPECTS)
def test_fewer_figures_than_there_is_room_for_stand_in_their_columns(write, check_type, aspect):
    picture = write("0326", aspect)
    for number in (0, 1, 3):
        check_type(picture | {"figures": picture["figures"][:number]})


@pytest.mark.parametrize("examples", [False, True], ids=["official", "with examples"])
@pytest.mark.parametrize("aspect", ASPECTS)
def test_all_that_is_given_is_drawn(write, draw, aspect, examples):
    picture = write("0326", aspect, examples=examples)
    drawn = read_text(draw(picture))
    assert [word for word in words(picture) if squeeze(word) not in drawn] == []
    assert {"Kalundborg15,7", "landet19,4"} <= set(re.findall("Kalundborg15,7|landet19,4", drawn))  # in the swarm


def test_a_picture_says_what_the_panel_says(write, official, figures):
    for each, examples in ((official, False), (figures, True)):
        for place in each.kommuner:
            profile = each.profile(place.code)
            picture = write(place.code, examples=examples)
            assert picture["name"] == place.full_name
            assert picture["main"]["label"] == official.registry.main.label
            assert len(picture["figures"]) == 4  # an answer to each topic
            for figure, answer in zip(picture["figures"], choose_figures(profile, each.registry), strict=True):
                value, indicator = answer.reading.value, answer.entry.indicator
                number = [format_figure(value, indicator), name_unit(value, indicator)]
                name = capitalise(answer.group.whole) if answer.group else name_figure(indicator)
                mark = ["eksempel"] if answer.reading.is_example else []
                computed = ["beregnet"] if answer.reading.status is Status.BEREGNET else []
                assert words(figure) == [name, *number, *mark, format_period(indicator.period, answer.reading.period), *computed]


def test_the_topics_are_answered_by_bl_or_by_public_figures_that_say_what_they_speak_of(write):
    chosen = {code: [figure["label"] for figure in write(code)["figures"]] for code in ("0326", "0825")}
    assert chosen["0326"] == [
        "Almene boliger i alt",
        "Enlige, andel af husstandene (alle husstande)",
        "Igangsatte almene boliger i alt",
        "Huslejeomsætning i de almene afdelinger",
    ]
    assert chosen["0825"] == [
        "Boliger i etagehuse (alle boliger)",
        "Enlige, andel af husstandene (alle husstande)",
        "Nye boliger i året (alle bygherrer)",
        "Husleje i almene familieboliger",
    ]


def test_the_two_rents_never_stand_together(official, figures):
    for each in (official, figures):
        for place in each.kommuner:
            chosen = choose_figures(each.profile(place.code), each.registry)
            assert "Privat husleje" not in [answer.entry.indicator.short for answer in chosen]


def test_a_missing_figure_is_said_with_its_reason_and_has_no_swarm(write, draw, official):
    def hide(entry):
        missing = Reading(None, entry.reading.period, Status.MANGLER, entry.reading.source, Reason.IKKE_ENTYDIG)
        return replace(entry, reading=missing, rank=None) if entry.indicator.key == official.registry.roles.main else entry

    hidden = write("0326", shown=spoil(official, "0326", hide))
    assert "Ikke entydigt i kilden" in words(hidden)
    assert "Ikkeentydigtikilden" in read_text(draw(hidden))
    assert "landet19,4" not in read_text(draw(hidden))
    assert "landet19,4" in read_text(draw(write("0326")))


def test_sources_date_and_edition_stand_below(write):
    said = write("0825")["source"]
    assert said.startswith("Kilder: Danmarks Statistik, BOL101, FAM55N, BYGV33; Landsbyggefonden, Huslejestatistik. ")
    assert "Kort: Indeholder data fra Klimadatastyrelsen" in said
    assert said.endswith("Udgave 2025 fra 24.\u00a0november 2026.")


@pytest.mark.parametrize("aspect", ASPECTS)
def test_the_swarm_has_a_dot_for_every_kommune_and_the_sources_can_be_read_small(write, draw, aspect):
    picture = write("0326", aspect)
    dots = re.search(r'<path d="([^"]*h0)"', picture["swarm"])[1]
    assert dots.count("h0") == 98
    width, height, _ = SHAPES[aspect]
    with open_pdf(draw(picture)) as document:
        page = document[0]
        pieces = page.get_objects(filter=[pypdfium2.raw.FPDF_PAGEOBJ_TEXT], textpage=page.get_textpage())
        (size,) = {each.get_font_size() for each in pieces if each.extract().startswith("Kilder")}
    assert size * 600 / width >= 10.99
    assert size >= 0.0175 * height


@pytest.mark.parametrize("aspect", ASPECTS)
def test_example_figures_bear_the_word_across_the_picture(write, draw, aspect):
    picture = write("0101", aspect, examples=True)
    lines = words(picture)
    assert lines.count("EKSEMPEL") == 1
    assert "EKSEMPEL: tal mærket »eksempel« er fundet på og må ikke citeres" in lines
    assert any(figure["facts"][0] == "eksempel" and len(figure["facts"]) > 1 for figure in picture["figures"])
    assert read_text(draw(picture)).count("EKSEMPEL") == 2  # across the picture, and in the band
    assert "eksempel·" in read_text(draw(picture))
    assert not any("eksempel" in line.lower() for line in words(write("0101", aspect)))
    assert "eksempel" not in read_text(draw(write("0101", aspect))).lower()


@pytest.mark.parametrize(
    ("aspect", "size"), [(AspectRatio.WIDE, (1920, 1080)), (AspectRatio.SQUARE, (1080, 1080)), (AspectRatio.TALL, (1080, 1350))]
)
def test_pictures_have_their_size_and_free_margins(official, borders, drawing, aspect, size):
    png = build_press_picture("0760", aspect, official, borders, drawing)
    assert struct.unpack(">II", png[16:24]) == size
    width, height, margin = SHAPES[aspect]
    assert (width * SHARPNESS, height * SHARPNESS) == size
    data = base64.b64encode(png).decode()
    svg = write_svg(f'<image width="{width}" height="{height}" href="data:image/png;base64,{data}"/>', width, height)
    edge = margin - 2
    assert crop(svg, width - edge, 0, edge, height) == blank(edge, height)
    assert crop(svg, 0, height - edge, width, edge) == blank(width, edge)
    assert crop(svg, 0, 0, edge, height) == blank(edge, height)
    assert crop(svg, margin, 0, edge, height) != blank(edge, height)
