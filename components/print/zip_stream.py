"""A ZIP file that is sent while it is written."""

import zipfile
from collections.abc import Iterable, Iterator


class _WriteBuffer:
    """A file that can only be written to; ``take`` gives, and forgets, what was written since the last time."""

    def __init__(self) -> None:
        self._written: list[bytes] = []

    def write(self, part: bytes) -> int:
        self._written.append(bytes(part))
        return len(part)

    def flush(self) -> None:
        """Nothing to do: ``take`` gives everything."""

    def take(self) -> bytes:
        taken, self._written = b"".join(self._written), []
        return taken


def stream_zip(files: Iterable[tuple[str, bytes]]) -> Iterator[bytes]:
    """The bytes of a ZIP file, part by part. Only one file is in memory at a time. Not compressed, since PDFs already are.

    >>> import io
    >>> zipped = b"".join(stream_zip([("a.pdf", b"%PDF a"), ("b.pdf", b"%PDF b")]))
    >>> zipfile.ZipFile(io.BytesIO(zipped)).namelist()
    ['a.pdf', 'b.pdf']

    Args:
        files: name and content of each.
    """
    buffer = _WriteBuffer()
    with zipfile.ZipFile(buffer, "w") as archive:  # type: ignore[call-overload]  # nothing else of a file is needed for writing
        for name, content in files:
            archive.writestr(name, content)
            yield buffer.take()
    yield buffer.take()
