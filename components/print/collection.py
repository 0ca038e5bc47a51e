"""Every kommuneark, or every welcome package, as a file: a folder of PDFs, or one ZIP file."""

import zipfile
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, contextmanager
from pathlib import Path
from queue import SimpleQueue

from components.print.package import Package
from components.print.package_request import PackageRequest, name_package
from components.print.sheet import build_sheet
from components.print.sheet_request import SheetRequest, name_sheet
from components.print.typesetter import PACKAGE, SHEET, Typesetter
from data.profile.archive import Archive
from geodata.drawing import Drawing

PROCESSES = 2
ALL, ALL_PACKAGES = "kommuneark.zip", "velkomstpakker.zip"
Printed = tuple[str, bytes]  # name and PDF
Pack = Callable[[str], Package]
Progress = Callable[[Iterator[Printed]], Iterable[Printed]]


def write_kommuneark(
    out: Path,
    archive: Archive,
    address: str,
    kommuner: Sequence[str],
    *,
    edition: str | None = None,
    as_zip: bool = False,
    pack: Pack | None = None,
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
        pack: gives the other pages of a kommune's welcome package (``Packer.pack``): the whole package is then written.
        progress: is handed name and PDF of each as it is done, and gives them on one by one.

    Returns:
        The files.

    Raises:
        KeyError: there is no such kommune or edition.
    """
    out.mkdir(parents=True, exist_ok=True)
    done = progress(_set_all(archive, address, kommuner, edition, pack))
    if as_zip:
        return [_write_zip(out / (ALL_PACKAGES if pack else ALL), done)]
    return [_write_file(out / name, pdf) for name, pdf in done]


def _set_all(archive: Archive, address: str, kommuner: Sequence[str], edition: str | None, pack: Pack | None) -> Iterator[Printed]:
    """Names and PDFs in the given order, set by PROCESSES at a time: each takes some 100 MB."""
    figures, drawing = archive.public(edition), Drawing.load()
    free: SimpleQueue[Typesetter] = SimpleQueue()

    def name(code: str) -> str:
        return name_package(code, figures, PackageRequest(edition)) if pack else name_sheet(code, figures, SheetRequest(edition))

    def set_one(code: str) -> Printed:
        typesetter = free.get()
        try:
            return name(code), typesetter.set(build_sheet(code, figures, drawing, address), pack(code) if pack else None)
        finally:
            free.put(typesetter)

    with ExitStack() as stack:
        for _ in range(PROCESSES):
            free.put(stack.enter_context(Typesetter(template=PACKAGE if pack else SHEET)))
        yield from stack.enter_context(ThreadPoolExecutor(PROCESSES)).map(set_one, kommuner)


@contextmanager
def _partial_file(path: Path) -> Iterator[Path]:
    """A file beside ``path`` to write to: it takes the place of ``path`` when all is written, and is removed when something fails."""
    unfinished = path.with_name(f"{path.name}.part")
    try:
        yield unfinished
        unfinished.replace(path)
    finally:
        unfinished.unlink(missing_ok=True)


def _write_file(path: Path, content: bytes) -> Path:
    with _partial_file(path) as unfinished:
        unfinished.write_bytes(content)
    return path


def _write_zip(path: Path, done: Iterable[Printed]) -> Path:
    with _partial_file(path) as unfinished, zipfile.ZipFile(unfinished, "w") as file:
        for name, pdf in done:
            file.writestr(name, pdf)
    return path
