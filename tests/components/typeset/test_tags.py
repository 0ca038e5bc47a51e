"""What is put into the tags of a PDF that Typst has written; test_sheet.py reads it in the kommuneark."""

import io

import pikepdf
import pytest
import typst

from components.typeset.tags import complete_tags
from components.typeset.written_pdf import WrittenPdf
from tests.components.print.pdf_reading import list_elements

TEMPLATE = b"""
#set document(title: "x")
#let items(..bodies) = list(marker: none, ..bodies)
#table(columns: 2, table.header[a][b], [r], [1], [s], [2])
#grid(columns: 2, items[one][two], items[three])
#grid(columns: 2, items[one], [no list])
- with a marker
"""


@pytest.fixture(scope="module")
def written():
    return typst.compile(TEMPLATE, pdf_standards="ua-1")


def test_a_pdf_that_is_taken_apart_is_the_same_when_put_together(written):
    assert WrittenPdf.read(written).write() == written


def test_rows_get_headings_and_grids_of_lists_become_lists(written):
    with pikepdf.open(io.BytesIO(complete_tags(written))) as pdf:
        elements = list_elements(pdf)
        kinds = [str(each.S)[1:] for each in elements]
        assert kinds == [
            "Document",
            *("Table", "THead", "TR", "TH", "TH", "TBody", "TR", "TH", "TD", "TR", "TH", "TD"),
            *("L", "LI", "LBody", "LI", "LBody", "LI", "LBody"),
            *("Div", "Div", "L", "LI", "LBody", "Div", "Span"),
            *("L", "LI", "Lbl", "LBody"),
        ]
        assert [str(each.A[0].Scope) for each in elements if each.S == "/TH"] == ["/Column", "/Column", "/Row", "/Row"]
        parents = {child.objgen: each.objgen for each in elements for child in each.K if isinstance(child, pikepdf.Dictionary)}
        assert all(each.P.objgen == parents[each.objgen] for each in elements[1:])


@pytest.mark.parametrize("spoil", [lambda pdf: pdf + b"x", lambda pdf: pdf[1:], lambda pdf: b""])
def test_a_pdf_without_a_plain_table_is_refused(written, spoil):
    with pytest.raises(ValueError, match=r"a PDF came that is not of Typst 0\.15"):
        complete_tags(spoil(written))


def test_a_table_that_points_beside_an_object_is_refused(written):
    with pytest.raises(ValueError, match="the table of a PDF says that object 9 begins where it does not"):
        complete_tags(written.replace(b"\n9 0 obj", b"\n8 0 obj"))


def test_a_tag_that_is_written_otherwise_is_refused(written):
    spoiled = written.replace(b"/O/Table/Headers", b"/O/Tabel/Headers")
    with pytest.raises(ValueError, match=r"a tag of a PDF is not as Typst 0\.15 writes it"):
        complete_tags(spoiled)
