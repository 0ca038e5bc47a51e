"""What a listener finds in the printed kommuneark: titles, headings, lists, tables and words for pictures."""

import io
import re

import pikepdf
import pytest

from components.print.rows import list_sections
from data.place import COUNTRY
from tests.components.print.pdf_reading import list_elements, list_faults, read_accessible_title
from tests.components.print.test_sheet import PLACES


@pytest.mark.parametrize(("code", "other", "pages"), [("0326", None, 2), ("0825", None, 1), ("0326", "0101", 2), ("0101", COUNTRY, 1)])
def test_a_screen_reader_finds_title_language_order_and_words_for_pictures(press, code, other, pages):
    with pikepdf.open(io.BytesIO(press(code, other, pages))) as pdf:
        assert PLACES[code].full_name in read_accessible_title(pdf)
        elements = list_elements(pdf)
        kinds = [str(each.S) for each in elements]
        pictures = [str(each.Alt) for each in elements if each.S == "/Figure"]
        assert kinds.index("/H1") < kinds.index("/H2")
        assert kinds.count("/H1") == 1
        for words in ("Danmarkskort over", "Udvikling i ", "QR-kode, der fører til https://"):
            assert sum(words in alt for alt in pictures) == 1
        others = [alt for alt in pictures if not alt.startswith(("Danmarkskort", "Udvikling", "QR-kode"))]  # swarms and strips
        assert all(re.search(r"(98|95) kommuner: fra .* til .*; halvdelen ligger mellem", alt) for alt in others)
        assert len(others) >= (0 if other and pages == 1 else 2 if other else 6)
        assert all(page.Tabs == "/S" for page in pdf.pages)


@pytest.mark.parametrize("pages", [1, 2])
@pytest.mark.parametrize(("code", "other"), [("0326", None), ("0825", None), ("0326", "0101"), ("0101", COUNTRY)])
@pytest.mark.parametrize("examples", [False, True])
def test_a_sheet_is_by_the_standard_for_accessible_pdfs(press, code, other, pages, examples):
    assert list_faults(press(code, other, pages, examples=examples)) == []


def test_a_fault_against_the_standard_is_found(press):
    with pikepdf.open(io.BytesIO(press("0326"))) as pdf:
        figure = next(each for each in list_elements(pdf) if each.S == "/Figure")
        del figure.Alt
        changed = io.BytesIO()
        pdf.save(changed)
    assert any("FIGURE" in fault for fault in list_faults(changed.getvalue()))


def test_a_pair_s_figures_are_tables_with_headings(press, official):
    with pikepdf.open(io.BytesIO(press("0326", "0101"))) as pdf:
        elements = list_elements(pdf)
        tables = [each for each in elements if each.S == "/Table"]
        assert len(tables) == len(official.registry.panels)
        for table in tables:
            (heading,), *rows = (list(part.K) for part in table.K)
            assert [str(cell.S) for cell in heading.K] == ["/TH"] * 5
            check_rows(rows[0], [str(cell.ID) for cell in heading.K])
        names = list(pdf.Root.StructTreeRoot.IDTree.Names)
        found = {str(name): element.ID for name, element in zip(names[::2], names[1::2], strict=True)}
        assert list(found) == sorted(found)
        assert all(name == str(own) for name, own in found.items())
        assert len(found) == sum(each.S == "/TH" for each in elements)


def check_rows(rows, columns):
    """Each row begins with its heading, and each of its other cells names that and the heading of its column."""
    assert rows
    for row in rows:
        head, *cells = row.K
        assert (str(head.S), str(head.A[0].Scope)) == ("/TH", "/Row")
        assert [str(cell.S) for cell in cells] == ["/TD"] * 4
        for cell, column in zip(cells, columns[1:], strict=True):
            assert [str(name) for name in cell.A[0].Headers] == [column, str(head.ID)]
        assert [str(name) for name in head.A[0].Headers] == columns[:1]


@pytest.mark.parametrize("pages", [1, 2])
def test_the_figures_of_a_sheet_are_lists_and_so_are_the_facts(press, official, pages):
    with pikepdf.open(io.BytesIO(press("0326", pages=pages))) as pdf:
        elements = list_elements(pdf)
        lists = [each for each in elements if each.S == "/L"]
        items = [each for each in elements if each.S == "/LI"]
        assert all(each.P.objgen == own.objgen for own in lists for each in own.K)
        assert all([str(part.S) for part in item.K] == ["/LBody"] for item in items)  # no marker, no label
    sections = list_sections(official.profile("0326"), official)
    rows = sum(not row.is_main for section in sections for row in section.rows)
    wholes = sum(section.kind != "key_figures" for section in sections)
    assert len(items) == rows + wholes + (len(official.facts) if pages == 2 else 0)
    topics = {section.panel for section in sections}
    assert len(lists) == len(topics) + wholes + (pages == 2)
