"""Every kommuneark as a file: a folder of PDFs, or one ZIP file."""

import zipfile
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from pathlib import Path
from queue import SimpleQueue

from components.kommuneark import build_sheet
from components.kommuneark_order import Order, name_file
from components.kommuneark_typesetter import Typesetter
from data.archive import Archive
from geodata.drawing import Drawing

PROCESSES = 2
ALL = "kommuneark.zip"
Progress = Callable[[Iterator[tuple[str, bytes]]], Iterable[tuple[str, bytes]]]


def write_kommuneark(
    out: Path,
    archive: Archive,
    address: str,
    kommuner: Sequence[str],
    *,
    edition: str | None = None,
    as_zip: bool = False,
    progress: Progress = iter,
) -> list[Path]:
    """Write the kommuneark of each kommune; a file is there whole or not at all.

    Args:
        out: the folder; made where it is not there.
        archive: the editions.
        address: where the page is, with its slash.
        kommuner: kommunekoder.
        edition: the newest if left out.
        as_zip: write one ZIP file instead.
        progress: is handed name and PDF of each kommuneark as it is done, and gives them on one by one.

    Returns:
        The files.

    Raises:
        KeyError: there is no such kommune or edition.
    """
    out.mkdir(parents=True, exist_ok=True)
    done = progress(_set_all(archive, address, kommuner, edition))
    return [_write_zip(out / ALL, done)] if as_zip else [_write_whole(out / name, pdf) for name, pdf in done]


def _set_all(archive: Archive, address: str, kommuner: Sequence[str], edition: str | None) -> Iterator[tuple[str, bytes]]:
    """Names and PDFs in the given order, set by as many processes as there are cores to spare."""
    figures, drawing, order = archive.public(edition), Drawing.load(), Order(edition)
    free: SimpleQueue[Typesetter] = SimpleQueue()

    def set_one(code: str) -> tuple[str, bytes]:
        typesetter = free.get()
        try:
            return name_file(code, figures, order), typesetter.set(build_sheet(code, figures, drawing, address))
        finally:
            free.put(typesetter)

    with ExitStack() as stack:
        for _ in range(PROCESSES):
            free.put(stack.enter_context(Typesetter()))
        yield from stack.enter_context(ThreadPoolExecutor(PROCESSES)).map(set_one, kommuner)


def _write_whole(path: Path, content: bytes) -> Path:
    unfinished = path.with_name(f"{path.name}.part")
    unfinished.write_bytes(content)
    return unfinished.replace(path)


def _write_zip(path: Path, done: Iterable[tuple[str, bytes]]) -> Path:
    unfinished = path.with_name(f"{path.name}.part")
    with zipfile.ZipFile(unfinished, "w") as file:
        for name, pdf in done:
            file.writestr(name, pdf)
    return unfinished.replace(path)
