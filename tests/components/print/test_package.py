import json
from dataclasses import fields, replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
import typst

from components.print.package import build_package
from components.svg.png import VENDOR
from data.place_table import load_places
from data.welcome.council import load_councils
from data.welcome.package_text import Cooperation, Events, Letter, Links, Opinions, PackageText, load_package_text
from data.welcome.text_rule import LONGEST_ADDRESS, RULE, Kind
from tests.components.print.pdf_reading import open_pdf
from tests.days import TODAY

TEMPLATE = Path(__file__).parents[3] / "components" / "print" / "velkomstpakke.typ"
FONTS = ("SourceSans3_400Regular.ttf", "SourceSans3_600SemiBold.ttf", "SourceSerif4_600SemiBold.ttf")
CODE = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 2 2"><rect width="1" height="1"/></svg>'
COUNCILS = load_councils(load_places(TODAY))
TEXT = load_package_text(COUNCILS.values())
WORDS = "Almene boligorganisationer samarbejder med kommunen om boligerne "
BEFORE, AFTER = date(2026, 3, 1), date(2026, 4, 1)


def build(code, today, *, with_opinions=True):
    text = TEXT.for_kommune(COUNCILS[code], today, with_opinions=with_opinions)
    return build_package(text, COUNCILS[code], lambda address: CODE)


def test_the_pages_have_a_kommune_s_words_and_nothing_left_to_fill_in():
    for code, name in COUNCILS.items():
        said = json.dumps(build(code, BEFORE), ensure_ascii=False)
        assert f"Tillykke med pladsen i {name.full}" in said
        assert "{raad" not in said
        assert "{kommune" not in said


def test_events_are_told_with_date_and_time_and_a_code():
    first, second = build("0326", BEFORE)["events"]["events"]
    assert first["when"] == "10.\u00a0marts 2026, kl. 12.00-13.00"
    assert second["written"] == "bl.twentythree.com/webinar-om-mulighederne-i-den-1/join"
    assert second["alt"].startswith(f"QR-kode, der fører til {second['address']} (Webinar")
    assert build("0326", AFTER)["events"] is None


def test_what_is_left_out_is_not_in_the_letter_s_list():
    assert len(build("0326", BEFORE)["contents"]) == 5
    without = build("0326", AFTER, with_opinions=False)
    assert without["opinions"] is None
    assert [line.partition(":")[0] for line in without["contents"]] == ["Samarbejdet", "Kommunearket", "Links"]


def longest(kind):
    """A part in which every text is as long as it may be."""
    return kind(**{each.name: fill(each.metadata[RULE]) for each in fields(kind)})


def fill(rule):
    match rule.kind:
        case Kind.LINE:
            return (
                ("Almene boligorganisationer samarbejder med kommunen om boligerne " * 9)[: rule.longest - 1]
                .strip()
                .ljust(rule.longest, "m")
            )
        case Kind.PARAGRAPHS:
            return tuple(fill(type(rule)(rule.key, Kind.LINE, rule.longest)) for _ in range(rule.most))
        case Kind.ADDRESS:
            return "https://bl.dk/".ljust(LONGEST_ADDRESS, "a")
        case Kind.DAY:
            return date(2026, 9, 30)
        case Kind.ENTRIES:
            return tuple(longest(rule.entry) for _ in range(rule.most))


@pytest.fixture
def typeset():
    """The words of each page of a package."""
    known = typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[VENDOR])
    compiler = typst.Compiler(str(TEMPLATE), font_paths=known)

    def typeset(package):
        made = datetime(2026, 11, 24, tzinfo=UTC)
        inputs = {"package": json.dumps(package)}
        pdf, warnings = compiler.compile_with_warnings(format="pdf", sys_inputs=inputs, pdf_standards="ua-1", timestamp=made)
        assert warnings == []
        with open_pdf(pdf) as document:
            return [page.get_textpage().get_text_bounded() for page in document]

    return typeset


@pytest.mark.parametrize("code", ["0101", "0173", "0326", "0400", "0760"])
def test_each_part_is_one_page(typeset, code):
    pages = typeset(build(code, BEFORE))
    headings = ["Tillykke med pladsen i", "Mærkesager", "Kommunen og boligorganisationerne", "Hvis du vil vide mere"]
    assert len(pages) == len(headings)
    assert all(heading in page for heading, page in zip(headings, pages, strict=True))
    assert pages[1].count("BL mener") == 1
    assert "Holdninger, ikke statistik" in pages[1]


def test_without_opinions_the_letter_has_the_cooperation_on_its_back(typeset):
    pages = typeset(build("0326", AFTER, with_opinions=False))
    assert [len(pages), "Styringsdialogen" in pages[1]] == [3, True]


def test_the_longest_texts_that_are_accepted_fit_their_pages(typeset):
    full = PackageText(*(longest(part) for part in (Letter, Cooperation, Links, Opinions, Events)))
    for text in (full, replace(full, events=None)):
        assert len(typeset(build_package(text, COUNCILS["0760"], lambda address: CODE))) == 4
