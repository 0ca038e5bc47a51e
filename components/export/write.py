"""The static export: every page, piece and file, for a plain web server or a CDN, under any path."""

import shutil
from collections.abc import Callable, Iterable, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from html import escape
from http import HTTPStatus
from multiprocessing import get_context
from pathlib import Path
from urllib.parse import quote

from flask import Flask
from werkzeug.test import TestResponse

from components.address.pages import ACCESSIBILITY, STATEMENT
from components.address.site import Site
from components.atlas import Atlas
from components.export.addresses import Export, file_path, list_exports, list_redirects
from components.export.headers import CACHING, HEADERS_FILE, NGINX_FILE, list_rules, write_headers_file, write_nginx
from components.export.pack import pack_file

MARK = ".danmarkskort"  # says that a folder is an export, and may be replaced by a newer one
BATCHES = 100
REDIRECT_PAGE = """<!doctype html>
<html lang="da"><head><meta charset="utf-8"><title>{address}</title><meta name="robots" content="noindex">
<link rel="icon" href="data:,"><link rel="canonical" href="{address}"><meta http-equiv="refresh" content="0; url={address}"></head>
<body><p><a href="{address}">{address}</a></p></body></html>
"""
Build = Callable[[], tuple[Flask, Atlas]]


class ExportError(ValueError):
    """The export can't be written; the message says what is there and what to do."""


def check_folder(out: Path) -> None:
    """Check that a folder may be written to: it is new, empty, or an earlier export.

    Raises:
        ExportError: there is something else than an earlier export.
    """
    if out.exists() and not (out / MARK).exists() and (not out.is_dir() or any(out.iterdir())):
        raise ExportError(f"{out} has something in it that is no export of ours; name a new or empty folder")


def export_site(build: Build, out: Path, watch: Callable[[int, int], None], *, with_packed: bool = False) -> int:
    """Write all files beside the folder, then put them in its place.

    Args:
        build: makes the app; called once here and once in each process that writes.
        out: the folder; an earlier export in it is replaced.
        watch: told how many files are written, and of how many.
        with_packed: write each file that packs well in brotli's and gzip's form as well, for web servers that send those as they are.

    Returns:
        How many files there are.

    Raises:
        ExportError: the folder may not be written, or an address did not answer.
    """
    check_folder(out)
    part = out.with_name(f"{out.name}.part")
    shutil.rmtree(part, ignore_errors=True)
    part.mkdir(parents=True)
    server, atlas = build()
    exports = list_exports(atlas, fetch_answer(server, atlas.site, Export("/", "")).decode())
    done = 0
    with ProcessPoolExecutor(mp_context=get_context("spawn"), initializer=_start_process, initargs=(build,)) as pool:
        for count in pool.map(partial(_write_batch, with_packed=with_packed), _split_into_batches(part, exports)):
            done += count
            watch(done, len(exports))
    _write_extra_files(part, server, atlas, exports)
    _replace_folder(part, out)
    return sum(path.is_file() for path in out.rglob("*"))


def _split_into_batches(part: Path, exports: Sequence[Export]) -> list[tuple[Path, Sequence[Export]]]:
    """Batches with something of each kind in them: pictures take a hundred times as long as pages."""
    return [(part, exports[start::BATCHES]) for start in range(min(BATCHES, len(exports)))]


_own: list[tuple[Flask, Atlas]] = []  # of a process that writes


def _start_process(build: Build) -> None:
    _own.append(build())


def _write_batch(job: tuple[Path, Iterable[Export]], *, with_packed: bool) -> int:
    part, batch = job
    server, atlas = _own[0]
    count = 0
    for export in batch:
        _write(part / export.file, fetch_answer(server, atlas.site, export))
        if with_packed:
            pack_file(part / export.file)
        count += 1
    return count


def fetch_answer(server: Flask, site: Site, export: Export) -> bytes:
    """The body of the app's answer at an address.

    Raises:
        ExportError: its status is not the expected one.
    """
    with _ask(server, site, export) as response:
        return response.get_data()


def fetch_headers(server: Flask, site: Site, export: Export) -> Mapping[str, str]:
    """The headers of the app's answer at an address, by name.

    Raises:
        ExportError: its status is not the expected one.
    """
    with _ask(server, site, export) as response:
        return dict(response.headers.items())


def _ask(server: Flask, site: Site, export: Export) -> TestResponse:
    root = f"{site.origin or 'http://localhost'}{site.base}/"
    response = server.test_client().get(export.address, base_url=root)
    if response.status_code != export.status:
        said = response.get_data(as_text=True)[:200]
        response.close()
        raise ExportError(f"{export.address} answered {response.status_code}, not {export.status}: {said}")
    return response


def _write_extra_files(part: Path, server: Flask, atlas: Atlas, exports: Iterable[Export]) -> None:
    """Other spellings, the way to the accessibility statement, headers, and the mark."""
    for file, address in list_redirects(atlas).items():
        _write(part / file, _write_redirect(atlas.site.path(quote(address))))
    _write(part / file_path(STATEMENT), _write_redirect(atlas.site.statement or atlas.site.path(ACCESSIBILITY)))
    statement = Export(STATEMENT, file_path(STATEMENT), HTTPStatus.FOUND)
    rules = list_rules([*exports, statement], partial(fetch_headers, server, atlas.site))
    fresh = fetch_headers(server, atlas.site, Export("/", ""))[CACHING]
    _write(part / HEADERS_FILE, write_headers_file(rules, atlas.site.base).encode())
    _write(part / NGINX_FILE, write_nginx(rules, atlas.site.base, fresh).encode())
    _write(part / MARK, b"")


def _write_redirect(address: str) -> bytes:
    """The file that leads on to an address, which is written as in a link."""
    return REDIRECT_PAGE.format(address=escape(address)).encode()


def _write(file: Path, content: bytes) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(content)


def _replace_folder(part: Path, out: Path) -> None:
    """Two renames: whoever reads the folder meanwhile has the old export or the new one."""
    old = out.with_name(f"{out.name}.old")
    shutil.rmtree(old, ignore_errors=True)
    if out.exists():
        out.rename(old)
    part.rename(out)
    shutil.rmtree(old, ignore_errors=True)
