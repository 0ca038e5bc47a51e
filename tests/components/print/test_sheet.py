"""The printed kommuneark, read back from the PDFs: of the hardest kommuner and every third, or with EVERY_SHEET=1 of all 98."""

import io
import os
import re

import pikepdf
import pytest

from components.print.rows import compare_sections, list_printed, list_sections
from components.print.sheet import build_sheet
from components.print.typesetter import Typesetter
from components.wording.formats import name_figure
from data.place import COUNTRY, PlaceKind
from data.place_table import load_places
from tests.components.print.conftest import ADDRESS
from tests.components.print.pdf_reading import (
    count_pages,
    find_collisions,
    find_misplaced,
    list_fonts,
    read_code,
    read_text,
    squeeze,
)
from tests.days import TODAY

PLACES = load_places(TODAY)
KOMMUNER = [code for code, place in PLACES.items() if place.kind is PlaceKind.KOMMUNE]
PAIRS = [("0326", "0101"), ("0326", "1085"), ("0760", COUNTRY), ("0169", "0760"), ("0101", "0825"), ("0400", "0665")]
# The longest names, the largest and the smallest kommuner, the fewest figures, and the most jumps of the trend.
HARD = ["0101", "0147", "0173", "0326", "0400", "0430", "0563", "0751", "0760", "0820", "0825"]
SOME = [*KOMMUNER[::9], "0101", "0751", "0825"]
ONE_PAGE = sorted({*KOMMUNER[::6], *HARD})  # one page is two with less room: every sixth and the hardest find what does not fit
LEFT, RIGHT, FOOT, BOTTOM = 15, 195, 280, 297  # mm, as the template has them
TWO_PAGES = KOMMUNER if os.environ.get("EVERY_SHEET") else sorted({*KOMMUNER[::3], *HARD})  # a release prints every one


def everything(press):
    """Kommuner on two pages, every sixth and the hardest on one, some of them with examples, and pairs."""
    for examples, twos, ones in ((False, TWO_PAGES, ONE_PAGE), (True, SOME, SOME)):
        for pages, codes in ((2, twos), (1, ones)):
            for code in codes:
                yield code, press(code, pages=pages, examples=examples), pages
        for pair in PAIRS:
            for pages in (1,) if examples else (1, 2):  # the examples' marks need most room where there is least
                yield pair, press(*pair, pages, examples=examples), pages


def list_pages(code):
    """How many pages a kommune's sheet is set on here."""
    return (1, 2) if code in ONE_PAGE else (2,)


def test_every_sheet_has_as_many_pages_as_it_is_asked_to_have_and_is_small(press):
    for what, pdf, pages in everything(press):
        assert count_pages(pdf) == pages, what
        assert len(pdf) <= 400_000, what


def test_no_text_leaves_its_place_or_lies_over_another(press):
    for what, pdf, _ in everything(press):
        check_places(pdf, what)


def is_in_place(box):
    left, top, right, bottom = box
    is_inside = left > LEFT - 0.6 and right < RIGHT + 0.6 and top > 8 and bottom < BOTTOM - 5
    return is_inside and (bottom < FOOT + 0.6 or top > FOOT + 2)


def check_places(pdf, what):
    assert find_misplaced(pdf, is_in_place) == [], what


def test_text_that_is_out_of_place_or_over_another_is_found(press):
    assert "Kalundborg Kommune" in find_misplaced(press("0326"), lambda box: False)
    assert find_collisions([(0, 0, 10, 10), (20, 0, 30, 5), (0, 0, 10, 10), (9, 9.5, 12, 12)]) == [(0, 2), (0, 3), (2, 3)]


@pytest.mark.parametrize("pages", [1, 2])
@pytest.mark.parametrize("other", [None, "0101"])
def test_a_kommune_without_any_figure_leaves_designed_gaps(typeset, nothing, drawing, pages, other):
    pdf = typeset.set(build_sheet("0326", nothing, drawing, ADDRESS, other, pages))
    assert count_pages(pdf) == pages
    check_places(pdf, "nothing")
    text = read_text(pdf)
    assert text.count("ikkemedendnu") == 1
    assert "DererintettalfordealmeneboligersandeliKalundborg." in text or other
    assert "None" not in text
    assert "nan" not in re.findall("[a-zæøå]+", text.lower())


@pytest.mark.parametrize(("code", "examples"), [*((code, False) for code in TWO_PAGES), *((code, True) for code in SOME)])
def test_the_sheet_says_every_figure_that_it_prints(press, official, figures, code, examples):
    shown = figures if examples else official
    sections = list_sections(shown.profile(code), shown)
    said = [words for section in sections for words in tell(section)]
    assert len(said) > 10
    for pages in list_pages(code):
        text = read_text(press(code, pages=pages, examples=examples))
        for words in said:
            assert squeeze(words) in text, words
        assert text.count("Tal,dermangler") <= 1  # one grey box at most
        assert text.count("ikkemedendnu") <= 1
        assert "kkeindlæst" not in text


def tell(section):
    """Every figure of a section: name with its tag, number with its unit, standing; of parts name and number, and what they add up to."""
    if section.total:
        yield f"{section.total.number}{section.total.unit}"
    for row in section.rows:
        (value,) = row.values
        is_part = section.kind != "key_figures"
        yield f"{row.label}{row.tag}{value.standing}{value.number}" if is_part else f"{row.label}{row.tag}{value.number}{value.unit}"
        yield value.standing + row.beside


@pytest.mark.parametrize(("code", "other"), PAIRS)
def test_a_pair_s_sheet_says_both_values_and_how_they_differ(press, official, code, other):
    pair = official.profile(code), official.profile(other)
    rows = [row for section in compare_sections(pair, official.registry) for row in section.rows]
    assert len(rows) == len(list_printed(pair, official.registry)) >= 10
    for pages in (1, 2):
        text, at = read_text(press(code, other, pages)), 0
        for row in rows:
            for words in (row.label + row.tag, *(value.number + value.unit for value in row.values), row.beside):
                at = text.find(squeeze(words), at)
                assert at >= 0, (row.label, words)


def test_all_figures_have_period_rank_and_the_country_s_figure(press, official):
    text = read_text(press("0326"))
    for said in (
        "1. januar 2026 · midt i feltet, nr. 49 af 98 · landet 19,4",
        "Region Sjælland",
        "4.004 almene boliger i alt",
        "Udgave 2025 · 24. november 2026",
        "Side 1 af 2",
        "2021 og 2022 er ikke offentliggjort på grund af fejl i bygningsregisteret.",
    ):
        assert squeeze(said) in text
    for key in list_printed([official.profile("0326")], official.registry):
        indicator = official.registry[key]
        assert squeeze(f"{name_figure(indicator)}: {indicator.definition}") in text
        assert squeeze(official.source(indicator).title.partition(":")[0]) in text


def test_examples_are_marked_at_every_figure_and_on_every_page(press, figures):
    for code in ("0101", "0825"):
        for pages in (1, 2):
            text = read_text(press(code, pages=pages, examples=True))
            assert text.count("EKSEMPEL") == pages
            made_up = [entry for entry in figures.profile(code).entries.values() if entry.reading.is_example]
            assert text.count("eksempel") >= len(made_up) > 0


def test_without_examples_nothing_says_example(press):
    for code in TWO_PAGES:
        assert "eksempel" not in read_text(press(code)).lower().replace("foreksempel", "")


@pytest.mark.parametrize("code", ONE_PAGE)
def test_the_code_leads_to_the_view_that_is_printed(press, code):
    view = f"{ADDRESS}?kommune={code}&udgave=2025"
    for pages in (1, 2):
        pdf = press(code, pages=pages)
        assert read_code(pdf) == [view]
        assert read_text(pdf).count(view.removeprefix("https://")) == pages + 1  # at the code and at each foot


@pytest.mark.parametrize(("code", "other"), PAIRS)
def test_the_code_of_a_pair_names_both(press, code, other):
    view = f"{ADDRESS}?kommune={code}&sammenlign={other}&udgave=2025"
    for pages in (1, 2):
        assert read_code(press(code, other, pages)) == [view]


def test_all_fonts_are_our_own_and_in_the_file(press):
    for pdf in (press("0326"), press("0326", "0101"), press("0101", examples=True)):
        with pikepdf.open(io.BytesIO(pdf)) as opened:
            fonts = list_fonts(opened)
            assert {re.sub(r"^[A-Z]{6}\+", "", str(font.FontName)[1:]).split("-")[0] for font in fonts} == {"SourceSans3", "SourceSerif4"}
            assert all({"/FontFile", "/FontFile2", "/FontFile3"} & set(font.keys()) for font in fonts)


def test_the_same_sheet_gives_the_same_bytes(press, official, drawing):
    with Typesetter() as typesetter:
        assert typesetter.set(build_sheet("0326", official, drawing, ADDRESS)) == press("0326")


def test_the_trend_s_note_names_the_jumps(press):
    for said, *codes in (
        ("Roskilde: fra 21,8 til 19,9 pct. mellem 2023 og 2024; springet er ikke forklaret i kilden.", "0265"),
        ("Allerød: fra 14,7 til 17,0 pct. mellem 2019 og 2020; springet er ikke forklaret i kilden.", "0326", "0201"),
        ("fra 52,6 til 50,4 pct. mellem 2024 og 2025; springene er ikke forklaret i kilden.", "0151", "0563"),  # the most jumps
    ):
        for pages in (1, 2):
            assert squeeze(said) in read_text(press(*codes, pages=pages))
            assert count_pages(press(*codes, pages=pages)) == pages
    assert squeeze("ikke forklaret") not in read_text(press("0326"))
