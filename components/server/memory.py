"""Giving memory back to the machine after large answers."""

import ctypes
import sys

from flask import Flask, Response

M_TRIM_THRESHOLD, M_MMAP_THRESHOLD = -1, -3  # of malloc.h
BLOCK = 128 * 1024  # bytes: glibc's own first choice, which it raises with every large block that it sees
LARGE = 500_000  # bytes of an answer that is worth the half millisecond that trimming takes
HEAVY = {  # small answers that take much to make: pixels, pages and cells
    "image/png",
    "application/pdf",
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}


def limit_heap() -> None:
    """Let what is freed go back to the machine at once, however large the blocks that have been seen; once, when a worker starts."""
    if sys.platform == "linux":
        choose = getattr(ctypes.CDLL(None), "mallopt", None)  # other C libraries have none
        if choose:
            choose(M_TRIM_THRESHOLD, BLOCK)
            choose(M_MMAP_THRESHOLD, BLOCK)


def register_memory(server: Flask) -> None:
    """After every large answer, give back what it took. Register it after compression, so that it sees the answer's own length.

    glibc would sometimes keep 20 MB, since it learns from large blocks to keep more.
    """

    def watch(response: Response) -> Response:
        if response.mimetype in HEAVY or (response.content_length or 0) > LARGE:
            response.call_on_close(_trim_heap)
        return response

    server.after_request(watch)


def _trim_heap() -> None:
    if sys.platform == "linux":
        trim = getattr(ctypes.CDLL(None), "malloc_trim", None)  # other C libraries have none
        if trim:
            trim(0)
