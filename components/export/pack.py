"""Files packed in advance, for web servers that send ``page.html.br`` or ``page.html.gz`` to whoever takes that form."""

import gzip
from pathlib import Path

import brotli

PACKED = {".html", ".css", ".js", ".json", ".geojson", ".csv", ".svg", ".txt", ".xml"}  # pictures, PDFs and fonts are packed already
LEAST = 1000  # bytes: a smaller file goes in one packet either way
QUALITY = 9  # of brotli's 11: 0.03 s for a page instead of 0.8, for some 8 % more bytes; there are 1,500 files
WORTH = 0.9  # of its size that a packed form may have, to be worth its place


def pack_file(file: Path) -> list[Path]:
    """Write the packed forms of a file beside it, where they are worth it.

    The same bytes come out each time: gzip's form has no time in it.

    Returns:
        The files that were written.
    """
    content = file.read_bytes()
    if file.suffix not in PACKED or len(content) < LEAST:
        return []
    forms = {".br": brotli.compress(content, quality=QUALITY), ".gz": gzip.compress(content, mtime=0)}
    written = []
    for ending, packed in forms.items():
        if len(packed) <= WORTH * len(content):
            beside = file.with_name(file.name + ending)
            beside.write_bytes(packed)
            written.append(beside)
    return written
