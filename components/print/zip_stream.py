"""A ZIP file that is handed on while it grows."""

import zipfile
from collections.abc import Iterable, Iterator


class _Outlet:
    """A file that can only be written to; what was written since the last time is taken."""

    def __init__(self) -> None:
        self._written: list[bytes] = []

    def write(self, part: bytes) -> int:
        self._written.append(bytes(part))
        return len(part)

    def flush(self) -> None:
        """Nothing is held back."""

    def take(self) -> bytes:
        taken, self._written = b"".join(self._written), []
        return taken


def stream_zip(files: Iterable[tuple[str, bytes]]) -> Iterator[bytes]:
    """The parts of a ZIP file of files by name, with one of them in memory at a time; not compressed, since PDFs are already."""
    outlet = _Outlet()
    with zipfile.ZipFile(outlet, "w") as archive:  # type: ignore[call-overload]  # nothing else of a file is needed for writing
        for name, content in files:
            archive.writestr(name, content)
            yield outlet.take()
    yield outlet.take()
