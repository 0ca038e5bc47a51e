import struct
from copy import copy
from dataclasses import replace
from xml.etree import ElementTree

import pytest

from components.picture.preview import CLASSES, HEIGHT, INNER, MAP, MARGIN, NO_FIGURE, SOURCE, WIDTH, build_preview, draw_preview
from components.picture.preview_words import COLUMN, EXAMPLE, ROOM, draw_words
from components.svg.text import measure
from data.place import COUNTRY
from data.place_table import load_places
from data.reading import Reason, Status
from data.registry.registry import Registry
from tests.components.picture.test_map import blank, crop
from tests.days import TODAY
from tests.layers import DEMO

REGISTRY = Registry.load()
SVG = "{http://www.w3.org/2000/svg}"
INSET_TITLE = 120  # in units of the map
LOOKED_AT = ("0326", "0825", "0101", "0760", "0400", "1085", COUNTRY)


@pytest.fixture
def draw(official, figures, borders, drawing):
    def draw(code, main=REGISTRY.roles.main, *, examples=False):
        shown = copy(figures if examples else official)
        shown.registry = replace(shown.registry, roles=replace(shown.registry.roles, main=main))
        return draw_preview(code, shown, borders, drawing)

    return draw


def lines(svg):
    """All lines of text with their size."""
    return [(line, float(line.get("font-size"))) for line in ElementTree.fromstring(svg).iter(f"{SVG}text")]


def words(svg):
    return ["".join(line.itertext()).replace("\u00a0", " ") for line, _ in lines(svg)]


def measure_line(line, size):
    return measure(line.text or "", size) + sum(measure(part.text, float(part.get("font-size", size))) for part in line)


def is_blank(svg, left, upper, width, height):
    """Whether there is nothing but paper in a part of a picture."""
    return crop(svg, left, upper, width, height) == blank(width, height)


@pytest.mark.parametrize("code", load_places(TODAY))
def test_every_line_fits_its_place(draw, code):
    for line, size in lines(draw(code)):
        room = INNER if size == SOURCE else COLUMN
        assert size == INSET_TITLE or measure_line(line, size) <= room, "".join(line.itertext())


@pytest.mark.parametrize("examples", [False, True], ids=["official", "with examples"])
def test_words_fit_whatever_the_main_figure_is(official, figures, examples):
    shown = figures if examples else official
    for place in shown.places.values():
        for entry in shown.profile(place.code).entries.values():
            block = draw_words(place, entry)
            assert block.height <= ROOM + 0.01
            for line, size in lines(f'<svg xmlns="http://www.w3.org/2000/svg">{block.svg}</svg>'):
                assert measure_line(line, size) <= COLUMN, f"{place.name}, {entry.indicator.key}: {''.join(line.itertext())}"


@pytest.mark.slow
@pytest.mark.parametrize("key", DEMO)
@pytest.mark.parametrize("examples", [False, True], ids=["official", "with examples"])
def test_nothing_touches_the_edges_nor_the_legend_the_source(draw, key, examples):
    svg = draw("0760", key, examples=examples)
    edge = MARGIN - 2
    assert is_blank(svg, WIDTH - edge, 0, edge, HEIGHT)
    assert is_blank(svg, 0, 0, edge, HEIGHT)
    assert is_blank(svg, 0, HEIGHT - 14, WIDTH, 14)
    assert is_blank(svg, 0, 273, WIDTH, 3)


def test_the_place_is_named_with_its_figure(draw):
    assert words(draw("0326"))[:8] == [
        "Danmarkskortet over almene boliger",
        "Kalundborg",
        "Kommune",
        "Almene boligers andel af alle boliger",
        "15,7 pct.",
        "1. januar 2026",
        "Midt i feltet, nr. 49 af 98",
        "Hele landet: 19,4 pct.",
    ]
    assert "1. januar 2026 · 33.-højeste af 98" in words(draw("0101"))
    assert words(draw("0400"))[1:3] == ["Bornholms", "Regionskommune"]
    assert words(draw("1085"))[1] == "Region Sjælland"


def test_the_country_is_not_compared_with_itself(draw):
    said = words(draw(COUNTRY))
    assert said[1:5] == ["Hele landet", "Almene boligers andel af alle boliger", "19,4 pct.", "1. januar 2026"]
    assert not any(line.startswith("Hele landet:") for line in said)


def test_the_source_of_figures_and_borders_is_named(draw):
    said = " ".join(words(draw("0326")))
    assert "Kilde: Danmarks Statistik, BOL101" in said
    assert "Kort: Indeholder data fra Klimadatastyrelsen" in said


@pytest.mark.parametrize(("code", "pins"), [("0326", 1), ("0825", 1), ("0101", 2), ("0400", 1), ("1085", 0), (COUNTRY, 0)])
def test_a_kommune_is_marked_in_every_part_of_the_map_that_it_lies_in(draw, code, pins):
    assert draw(code).count("<circle") == pins


def test_a_missing_figure_is_said_with_its_reason(official):
    profile = official.profile("0825")
    for reason, said in ((Reason.UNDERTRYKT, "Udeladt i kilden af hensyn til fortrolighed"), (Reason.IKKE_INDLAEST, "Ikke med endnu")):
        entry = profile[REGISTRY.roles.main]
        missing = replace(entry, reading=replace(entry.reading, value=None, reason=reason, status=Status.MANGLER), rank=None)
        svg = f'<svg xmlns="http://www.w3.org/2000/svg">{draw_words(profile.place, missing).svg}</svg>'
        assert said in " ".join(words(svg))
        assert "pct." not in " ".join(words(svg)[:4])
        assert "Hele landet: 19,4 pct." in words(svg)


def test_kommuner_without_a_figure_have_a_place_in_the_legend(draw):
    assert NO_FIGURE in words(draw("0825", "husleje_privat"))
    assert NO_FIGURE not in words(draw("0825"))


def test_an_example_is_said_to_be_one_at_the_number(draw):
    said = words(draw("0101", "beboere", examples=True))
    assert said[said.index(EXAMPLE) - 1].endswith(" personer")
    assert EXAMPLE.startswith("EKSEMPEL")
    assert "97 af 98 tal er eksempler, ikke virkelige tal." in said
    assert not any("eksempel" in line.lower() for line in words(draw("0101")))


def test_the_classes_fit_beside_each_other(draw):
    texts = [(line.text, size) for line, size in lines(draw("0326")) if size in CLASSES]
    assert len(texts) == 5
    assert all(measure(text, size) <= MAP / 5 for text, size in texts)


@pytest.mark.slow
@pytest.mark.parametrize("code", LOOKED_AT)
def test_the_png_has_the_size_that_is_asked_for_and_is_the_same_whenever_it_is_made(official, borders, drawing, code):
    first, second = (build_preview(code, official, borders, drawing) for _ in range(2))
    assert first == second
    assert struct.unpack(">II", first[16:24]) == (1200, 630)


def test_an_unknown_place_is_an_error(official, borders, drawing):
    with pytest.raises(KeyError):
        build_preview("9999", official, borders, drawing)
