"""A PDF as Typst writes it, taken apart into its objects and put together again.

Typst 0.15 writes PDF 1.7 with a plain table of where each object begins, and none packed into another. So an object can be changed as
text, and the table is written anew (ISO 32000-1, 7.5.4). Nothing else of PDF is known here.
"""

import re
from dataclasses import dataclass
from typing import Self

END = re.compile(rb"xref\n0 (\d+)\n((?:.{20})+)(trailer\n.*\nstartxref\n)(\d+)(\n%%EOF\n?)\Z", re.DOTALL)
ENTRY = 20  # bytes of a line in the table


@dataclass
class WrittenPdf:
    """A PDF in pieces.

    Attributes:
        head: what stands before the first object.
        objects: each object by its number, from "7 0 obj" to "endobj", in the order of the file; may be changed.
        trailer: what stands after the table, up to the place of the table itself.
        end: the last line.
    """

    head: bytes
    objects: dict[int, bytes]
    trailer: bytes
    end: bytes

    @classmethod
    def read(cls, pdf: bytes) -> Self:
        """Take a PDF apart.

        Raises:
            ValueError: it is not written as Typst 0.15 does.
        """
        found = END.search(pdf)
        if not found or int(found[4]) != found.start() or len(found[2]) != int(found[1]) * ENTRY:
            raise ValueError("a PDF came that is not of Typst 0.15: a plain table of objects was expected at its end; see written_pdf.py")
        lines = [found[2][at : at + ENTRY] for at in range(ENTRY, len(found[2]), ENTRY)]  # the first line is of no object
        starts = {number: int(line[:10]) for number, line in enumerate(lines, 1)}
        ends = dict(zip(sorted(starts.values()), [*sorted(starts.values())[1:], found.start()], strict=True))
        objects = {number: pdf[start : ends[start]] for number, start in sorted(starts.items(), key=lambda each: each[1])}
        if odd := [number for number, text in objects.items() if not text.startswith(b"%d 0 obj\n" % number)]:
            raise ValueError(f"the table of a PDF says that object {odd[0]} begins where it does not; see written_pdf.py")
        return cls(pdf[: min(ends)], objects, found[3], found[5])

    def write(self) -> bytes:
        """The PDF with the objects as they are now."""
        starts, at = {}, len(self.head)
        for number, text in self.objects.items():
            starts[number] = at
            at += len(text)
        table = [b"0000000000 65535 f\r\n", *(b"%010d 00000 n\r\n" % starts[number] for number in sorted(starts))]
        return b"".join([self.head, *self.objects.values(), b"xref\n0 %d\n" % len(table), *table, self.trailer, b"%d" % at, self.end])
