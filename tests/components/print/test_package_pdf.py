"""The printed welcome package, read back from the PDFs: every eighth, and the hardest of them more closely.

Its kommuneark is set for all 98 in test_sheet.py, its texts are measured with the longest names in tests/data/welcome.
"""

import io
import re
from datetime import date
from functools import cache
from itertools import pairwise

import pikepdf
import pytest

from components.print.package import Packer
from components.print.sheet import build_sheet
from components.print.typesetter import PACKAGE, Typesetter
from data.place import PlaceKind
from data.place_table import load_places
from tests.components.print.pdf_reading import (
    count_pages,
    find_misplaced,
    list_elements,
    list_faults,
    list_fonts,
    read_accessible_title,
    read_code,
    read_text,
    squeeze,
)
from tests.days import TODAY
from tests.page import HOST

PLACES = load_places(TODAY)
KOMMUNER = [code for code, place in PLACES.items() if place.kind is PlaceKind.KOMMUNE]
SOME = ["0101", "0326", "0400", "0760", "0825", "0173"]  # the longest names, the largest and the smallest kommune
EIGHTH = sorted({*KOMMUNER[::8], *SOME, "0430", "0820", "0563"})
ADDRESS = f"{HOST}/"
BEFORE, BETWEEN, AFTER = date(2026, 3, 1), date(2026, 3, 11), date(2026, 4, 1)
LEFT, RIGHT, BOTTOM = 15, 195, 297  # mm, as the kommuneark has them; the other pages have wider margins
SHEETS = slice(2, 4)  # the pages of the kommuneark


@pytest.fixture(scope="module")
def packer():
    return Packer.load(PLACES)


@pytest.fixture(scope="module")
def press(typeset, packer, official, figures, drawing):
    """The PDF of a package."""

    @cache
    def set_once(code, today, with_opinions, examples):
        sheet = build_sheet(code, figures if examples else official, drawing, ADDRESS)
        return typeset.set(sheet, packer.pack(code, today, with_opinions=with_opinions))

    return lambda code, today=AFTER, *, opinions=True, examples=False: set_once(code, today, opinions, examples)


def is_in_place(box):
    left, top, right, bottom = box
    return left > LEFT - 0.6 and right < RIGHT + 0.6 and top > 8 and bottom < BOTTOM - 5


def check_places(pdf, what):
    """No text leaves the page's margins or lies over another."""
    assert find_misplaced(pdf, is_in_place) == [], what


@pytest.mark.parametrize("code", EIGHTH)
def test_every_package_has_six_pages_for_its_own_council(press, packer, code):
    pdf = press(code)
    text, council = read_text(pdf), packer.councils[code]
    assert count_pages(pdf) == 6
    assert len(pdf) <= 400_000
    check_places(pdf, code)
    assert text.startswith(squeeze(f"Velkomstpakke{council.kommune}Tillykke med pladsen i {council.full}"))
    assert squeeze(f"Boligorganisationerne i {council.kommune}") in text
    assert "{" not in text
    assert not re.search("EKSEMPEL|None", text)


@pytest.mark.parametrize(("today", "examples"), [(BEFORE, False), (BEFORE, True), (BETWEEN, False)])
@pytest.mark.parametrize("code", SOME)
def test_nothing_is_clipped_with_events_and_examples(press, code, today, examples):
    pdf = press(code, today, examples=examples)
    assert count_pages(pdf) == 6
    check_places(pdf, code)
    assert read_text(pdf).count("EKSEMPEL") == (6 if examples else 0)


def test_a_kommune_without_any_figure_gets_its_package(typeset, nothing, packer, drawing):
    pdf = typeset.set(build_sheet("0326", nothing, drawing, ADDRESS), packer.pack("0326", AFTER))
    assert count_pages(pdf) == 6
    check_places(pdf, "nothing")
    assert read_text(pdf).count("ikkemedendnu") == 1


def test_the_pages_come_in_the_order_of_two_sided_paper(press):
    """The kommuneark is a sheet by itself, behind the letter and its back."""
    headings = [
        "Tillykkemed",
        "Mærkesager",
        "Boligertilhelelivet",
        "Sådanertalleneopgjort",
        "Kommunenogboligorganisationerne",
        "Hvisduvilvidemere",
    ]
    for heading, text in zip(headings, read_pages(press("0326")), strict=True):
        assert heading in text


def read_pages(pdf):
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        for page in opened.pages:
            single = pikepdf.new()
            single.pages.append(page)
            written = io.BytesIO()
            single.save(written)
            yield read_text(written.getvalue())


def test_opinions_are_marked_once_on_a_page_of_their_own(press):
    pages = list(read_pages(press("0326")))
    assert [text.count("BLmener") for text in pages[1:]] == [1, 0, 0, 0, 0]  # the letter says that there are some
    assert "Holdninger,ikkestatistik" in pages[1]


@pytest.mark.parametrize("code", SOME)
def test_opinions_can_be_left_out(press, code):
    pdf = press(code, BEFORE, opinions=False)  # with the events, which take the most room
    assert count_pages(pdf) == 5
    check_places(pdf, code)
    text = read_text(pdf)
    assert not re.search("BLmener|[Mm]ærkesag|Holdninger", text)
    assert text.index("Styringsdialogen") < text.index("Tal,dermangler")  # the letter has the cooperation on its back


def test_an_event_is_told_until_the_end_of_its_day(press):
    told = {day: read_text(press("0326", day)) for day in (BEFORE, date(2026, 3, 10), BETWEEN, date(2026, 3, 23), date(2026, 3, 24))}
    assert ["10.marts2026" in text for text in told.values()] == [True, True, False, False, False]
    assert ["23.marts2026" in text for text in told.values()] == [True, True, True, True, False]
    assert ["Arrangementer" in text for text in told.values()] == [True, True, True, True, False]
    assert ["Pladstilnoter" in text for text in told.values()] == [False, False, False, False, True]


def test_the_kommuneark_in_the_package_is_the_kommuneark(typeset, press, official, drawing):
    sheet = typeset.set(build_sheet("0326", official, drawing, ADDRESS))
    assert list(read_pages(press("0326")))[SHEETS] == list(read_pages(sheet))


def test_every_code_leads_where_is_written_beside_it(press, packer):
    view = f"{ADDRESS}?kommune=0326&udgave=2025"
    links = [link.address for link in packer.text.links.links]
    events = [event.address for event in packer.text.events.events]
    codes = [read_code(press("0326", BEFORE), page=number) for number in range(6)]
    assert codes[0] == codes[2] == [view]
    assert codes[1] == [packer.text.opinions.more_address]
    assert codes[3] == codes[4] == []
    assert sorted(codes[5]) == sorted([*links, *events])


@pytest.mark.parametrize(("code", "today", "opinions"), [("0326", BEFORE, True), ("0101", AFTER, True), ("0400", AFTER, False)])
def test_a_screen_reader_finds_title_language_order_and_words_for_pictures(press, code, today, opinions):
    made = press(code, today, opinions=opinions)
    assert list_faults(made) == []
    with pikepdf.open(io.BytesIO(made)) as pdf:
        assert read_accessible_title(pdf) == f"Velkomstpakke: {PLACES[code].full_name}"
        elements = list_elements(pdf)
        kinds = [str(each.S) for each in elements]
        pictures = [str(each.Alt) for each in elements if each.S == "/Figure"]
        assert kinds.index("/H1") < kinds.index("/H2")
        assert kinds.count("/H1") == 1  # the letter's
        levels = [int(kind[2:]) for kind in kinds if kind.startswith("/H")]
        assert all(lower <= upper + 1 for upper, lower in pairwise(levels))  # none is passed over
        assert levels.count(4) >= 3  # the topics of the kommuneark
        assert {"/L", "/LI"} <= set(kinds)
        known = [alt for alt in pictures if alt.startswith(("Danmarkskort over", "Udvikling i ", "QR-kode, der fører til https://"))]
        assert len(known) == 1 + opinions + 3 + 5 + 2 * (today is BEFORE)
        others = [alt for alt in pictures if alt not in known]
        assert all("kommuner: fra" in alt for alt in others)  # the swarm and the strips
        assert all(page.Tabs == "/S" for page in pdf.pages)


def test_all_fonts_are_our_own_and_in_the_file(press):
    with pikepdf.open(io.BytesIO(press("0326", BEFORE, examples=True))) as opened:
        fonts = list_fonts(opened)
        assert {re.sub(r"^[A-Z]{6}\+", "", str(font.FontName)[1:]).split("-")[0] for font in fonts} == {"SourceSans3", "SourceSerif4"}
        assert all({"/FontFile", "/FontFile2", "/FontFile3"} & set(font.keys()) for font in fonts)


def test_the_same_day_gives_the_same_bytes(press, packer, official, drawing):
    with Typesetter(template=PACKAGE) as typesetter:
        again = typesetter.set(build_sheet("0326", official, drawing, ADDRESS), packer.pack("0326", AFTER))
    assert again == press("0326")
