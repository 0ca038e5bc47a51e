"""What a reader, a screen reader and a phone find in a PDF."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cache
from itertools import takewhile
from typing import Any

import pikepdf
import pypdfium2
import zxingcpp
from page import validate_pdf_bytes

POINTS = 72 / 25.4  # to the millimetre
HAIR = 0.4  # mm
LIGATURES = {"ff", "fi", "fj", "fl", "ft"}
Box = tuple[float, float, float, float]


def squeeze(text: str) -> str:
    """Without any white space: where lines are broken differs between paper and screen."""
    return "".join(text.split()).replace("\ufffe", "-")  # a hyphen at the end of a line, as pdfium tells it


@contextmanager
def open_pdf(pdf: bytes) -> Iterator[Any]:
    """The document, closed with all that was taken from it: left to the garbage collector, another thread may do it, and pdfium traps."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        yield document
    finally:
        document.close()


@cache
def read_text(pdf: bytes) -> str:
    """All text in its order, without white space."""
    with open_pdf(pdf) as document:
        return squeeze(" ".join(page.get_textpage().get_text_range() for page in document))


def count_pages(pdf: bytes) -> int:
    with open_pdf(pdf) as document:
        return len(document)


def find_misplaced(pdf: bytes, is_in_place: Callable[[Box], bool]) -> list[str]:
    """The words of each piece of text that is not where it may be, or lies over another by more than a hair.

    Args:
        pdf: the document.
        is_in_place: told where a piece is: left, top, right and bottom in millimetres from the upper left of its page.
    """
    found = []
    with open_pdf(pdf) as document:
        for page in document:
            height, words = page.get_height(), page.get_textpage()
            rects = list(_list_rects(words))
            boxes = [_measure(rect, height) for rect in rects]
            wrong = {number for number, box in enumerate(boxes) if not is_in_place(box)}.union(*find_collisions(boxes))
            found += [words.get_text_bounded(*rects[number]) for number in sorted(wrong)]
    return found


def _list_rects(words: Any) -> Iterator[Box]:
    """Where each piece of text is. In a drawing f and j are pieces of their own, and the tail of the j reaches below the f by design."""
    before = ""
    for rect in (words.get_rect(number) for number in range(words.count_rects())):
        text = words.get_text_bounded(*rect)
        if text not in LIGATURES or text != before:
            yield rect
        before = text


def _measure(box: Box, height: float) -> Box:
    left, bottom, right, top = box
    return left / POINTS, (height - top) / POINTS, right / POINTS, (height - bottom) / POINTS


def find_collisions(boxes: list[Box]) -> list[tuple[int, int]]:
    """The numbers of boxes that lie over one another by more than a hair."""
    from_above = sorted(enumerate(boxes), key=lambda each: each[1][1])
    return [
        (one, other)
        for number, (one, a) in enumerate(from_above)
        for other, b in takewhile(lambda each: each[1][1] < a[3], from_above[number + 1 :])  # noqa: B023 - used at once
        if _overlap(a, b) > HAIR
    ]


def _overlap(a: Box, b: Box) -> float:
    """The smaller side of what two boxes have in common, in millimetres."""
    return min(min(a[2], b[2]) - max(a[0], b[0]), min(a[3], b[3]) - max(a[1], b[1]))


def read_code(pdf: bytes, dpi: int = 150, page: int = 0) -> list[str]:
    """The QR codes of a page, as a reader of the printed page sees them."""
    with open_pdf(pdf) as document:
        bitmap = document[page].render(scale=dpi / 72, grayscale=True)
        picture = bitmap.to_numpy().copy()
        bitmap.close()
    return [found.text for found in zxingcpp.read_barcodes(picture, formats=zxingcpp.BarcodeFormats(zxingcpp.BarcodeFormat.QRCode))]


def list_elements(pdf: pikepdf.Pdf) -> list[Any]:
    """The elements of the structure tree, in reading order."""
    found: list[Any] = []

    def walk(node: Any) -> None:
        if isinstance(node, pikepdf.Array):
            for child in node:
                walk(child)
        elif isinstance(node, pikepdf.Dictionary):
            if "/S" in node:
                found.append(node)
            walk(node.get("/K"))

    walk(pdf.Root.StructTreeRoot.K)
    return found


def list_fonts(pdf: pikepdf.Pdf) -> list[Any]:
    """Every font descriptor."""
    return [each for each in pdf.objects if isinstance(each, pikepdf.Dictionary) and each.get("/Type") == "/FontDescriptor"]


def read_accessible_title(pdf: pikepdf.Pdf) -> str:
    """The title of a PDF that says that it is for everybody: tagged, Danish, shown by its title, PDF/UA-1."""
    root = pdf.Root
    assert bool(root.MarkInfo.Marked)
    assert str(root.Lang).startswith("da")
    assert bool(root.ViewerPreferences.DisplayDocTitle)
    with pdf.open_metadata() as about:
        assert about["pdfuaid:part"] == "1"
        return str(about["dc:title"])


def list_faults(pdf: bytes) -> list[str]:
    """What is against PDF/UA-1 (ISO 14289-1), rule by rule."""
    return [f"{fault.rule_id}: {fault.message}" for fault in validate_pdf_bytes(pdf, profile="ua1").failures]
