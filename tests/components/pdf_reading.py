"""What a reader, a screen reader and a phone find in a PDF."""

from collections.abc import Iterator
from itertools import combinations
from typing import Any

import pikepdf
import pypdfium2
import zxingcpp

POINTS = 72 / 25.4  # to the millimetre
Box = tuple[float, float, float, float]


def squeeze(text: str) -> str:
    """Without any white space: where lines are broken differs between paper and screen."""
    return "".join(text.split())


def read_text(pdf: bytes) -> str:
    """All text in its order, without white space."""
    document = pypdfium2.PdfDocument(pdf)
    return squeeze(" ".join(page.get_textpage().get_text_range() for page in document))


def count_pages(pdf: bytes) -> int:
    return len(pypdfium2.PdfDocument(pdf))


def list_lines(pdf: bytes) -> Iterator[list[tuple[Box, str]]]:
    """For each page its pieces of text: box in millimetres from the upper left (left, top, right, bottom), and words."""
    for page in pypdfium2.PdfDocument(pdf):
        height, words = page.get_height(), page.get_textpage()
        boxes = [words.get_rect(number) for number in range(words.count_rects())]
        yield [(_measure(box, height), words.get_text_bounded(*box)) for box in boxes]


def _measure(box: Box, height: float) -> Box:
    left, bottom, right, top = box
    return left / POINTS, (height - top) / POINTS, right / POINTS, (height - bottom) / POINTS


def find_collisions(lines: list[tuple[Box, str]]) -> list[tuple[str, str]]:
    """Pieces of text that lie over one another by more than a hair."""
    return [(one, two) for (a, one), (b, two) in combinations(lines, 2) if _overlap(a, b) > 0.4]


def _overlap(a: Box, b: Box) -> float:
    """The smaller side of what two boxes have in common, in millimetres."""
    return min(min(a[2], b[2]) - max(a[0], b[0]), min(a[3], b[3]) - max(a[1], b[1]))


def read_code(pdf: bytes, dpi: int = 150) -> list[str]:
    """The QR codes of the first page, as a reader of the printed page sees them."""
    picture = pypdfium2.PdfDocument(pdf)[0].render(scale=dpi / 72, grayscale=True).to_numpy()
    return [found.text for found in zxingcpp.read_barcodes(picture)]


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
