"""What Typst leaves out of the tags of a PDF: the heading of a table's row, and a list whose items stand beside each other.

Typst 0.15 has headings of rows (``pdf.header-cell``) behind a switch, a11y-extras, which its Python package does not have; and it makes
a list only of what stands below each other. So a template writes its tables with the heading first in each row, and in a grid each
item as a list of its own; here they become what they mean. What is seen stays as it is.
"""

import re
from collections.abc import Iterator

from components.typeset.written_pdf import WrittenPdf

ELEMENT = re.compile(rb"\d+ 0 obj\n<</Type/StructElem/S/(\w+)/P ")
CHILDREN = re.compile(rb"/K\[((?:\d+ 0 R ?)*)\]")  # none where an element has text of its own
HEADERS = re.compile(rb"/Headers\[([^\]]*)\]")
NAMES = re.compile(rb"/IDTree<</Names\[((?:\(\w+\)\d+ 0 R ?)*)\]")
NO_MARKER = b"<</O/List/ListNumbering/None>>"


def complete_tags(pdf: bytes) -> bytes:
    """The same PDF with row headings and joined lists in its structure tree (ISO 32000-1, 14.8.4.3 and 14.8.5.7).

    The row "Husleje, 904, 960" of Typst, ``TR(TD, TD, TD)``, becomes ``TR(TH with Scope Row, TD, TD)``, and its cells name it as their
    heading besides that of their column. The grid ``Div(Div(L(LI)), Div(L(LI)))`` becomes ``L(LI, LI)``.

    Args:
        pdf: what Typst wrote, with tags.

    Raises:
        ValueError: it is not written as Typst 0.15 does.
    """
    written = WrittenPdf.read(pdf)
    tree = _Tree(written.objects)
    tree.head_rows()
    tree.drop_empty_labels()
    tree.join_lists()
    return written.write()


class _Tree:
    """The structure elements among the objects of a PDF, by number."""

    def __init__(self, objects: dict[int, bytes]) -> None:
        self._objects = objects
        self._kinds = {number: found[1] for number, text in objects.items() if (found := ELEMENT.match(text))}

    def _find(self, kind: bytes) -> Iterator[int]:
        return (number for number, each in list(self._kinds.items()) if each == kind)

    def _children(self, number: int) -> list[int]:
        found = CHILDREN.search(self._objects[number])
        return [int(each) for each in found[1].replace(b" 0 R", b"").split()] if found else []

    def _are(self, numbers: list[int], kind: bytes) -> bool:
        return all(self._kinds.get(each) == kind for each in numbers)

    def _put(self, number: int, old: bytes, new: bytes) -> None:
        if old not in self._objects[number]:
            raise ValueError(f"a tag of a PDF is not as Typst 0.15 writes it: {old!r} was expected in {self._objects[number][:200]!r}")
        self._objects[number] = self._objects[number].replace(old, new, 1)

    # ------------------------------------------------------------ rows
    def head_rows(self) -> None:
        """Make the first cell of each row of a table's body its heading."""
        heads = {}
        for body in self._find(b"TBody"):
            for row in self._children(body):
                first, *others = self._children(row)
                heads[b"R%d" % first] = first
                self._head_row(first, others)
        if heads:
            self._name(heads)

    def _head_row(self, first: int, others: list[int]) -> None:
        name = b"R%d" % first
        self._put(first, b"/S/TD", b"/S/TH")
        self._put(first, b"/A[<</O/Table/Headers", b"/ID(%b)/A[<</O/Table/Scope/Row/Headers" % name)
        for cell in others:
            (known,) = HEADERS.findall(self._objects[cell])
            self._put(cell, b"/Headers[%b]" % known, b"/Headers[%b(%b)]" % (known, name))

    def _name(self, heads: dict[bytes, int]) -> None:
        """Put the headings among those that cells may name, which stand in order."""
        (root,) = (number for number, text in self._objects.items() if b"/Type/StructTreeRoot" in text[:60])
        found = NAMES.search(self._objects[root])
        if not found:
            raise ValueError("a PDF has tables, and no table of their headings as Typst 0.15 writes it (IDTree)")
        known = {name: int(number) for name, number in re.findall(rb"\((\w+)\)(\d+) 0 R", found[1])} | heads
        self._put(root, found[1], b"".join(b"(%b)%d 0 R" % each for each in sorted(known.items())))

    # ------------------------------------------------------------ lists
    def drop_empty_labels(self) -> None:
        """An item whose list has no marker has no label."""
        for item in self._find(b"LI"):
            label, body = self._children(item)
            if b"/K[]" in self._objects[label]:
                self._adopt(item, [body])
                self._remove(label)

    def join_lists(self) -> None:
        """Make a list of each grid in whose cells there is nothing but lists."""
        for grid in self._find(b"Div"):
            cells = self._children(grid)
            lists = [each for cell in cells for each in self._children(cell)]
            if lists and self._are(cells, b"Div") and self._are(lists, b"L") and not any(self._has_text(cell) for cell in cells):
                self._put(grid, b"/S/Div", b"/S/L")
                self._put(grid, b"/K[", b"/A[%b]/K[" % NO_MARKER)
                self._adopt(grid, [item for each in lists for item in self._children(each)])
                self._kinds[grid] = b"L"
                for gone in (*cells, *lists):
                    self._remove(gone)

    def _has_text(self, number: int) -> bool:
        return CHILDREN.search(self._objects[number]) is None

    def _adopt(self, parent: int, children: list[int]) -> None:
        """Give an element these children instead of those that it has."""
        self._objects[parent] = CHILDREN.sub(b"/K[%b]" % b" ".join(b"%d 0 R" % each for each in children), self._objects[parent])
        for child in children:
            self._objects[child] = re.sub(rb"/P \d+ 0 R", b"/P %d 0 R" % parent, self._objects[child], count=1)

    def _remove(self, number: int) -> None:
        del self._kinds[number]
        self._objects[number] = b"%d 0 obj\nnull\nendobj\n" % number
