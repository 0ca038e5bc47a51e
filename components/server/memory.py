"""Giving memory back to the machine."""

import ctypes
import sys

M_TRIM_THRESHOLD, M_MMAP_THRESHOLD = -1, -3  # of malloc.h
BLOCK = 128 * 1024  # bytes: glibc's own first choice, which it raises with every large block that it sees


def limit_heap() -> None:
    """Let what is freed go back to the machine at once, however large the blocks that have been seen; once, when a worker starts."""
    if sys.platform == "linux":
        choose = getattr(ctypes.CDLL(None), "mallopt", None)  # other C libraries have none
        if choose:
            choose(M_TRIM_THRESHOLD, BLOCK)
            choose(M_MMAP_THRESHOLD, BLOCK)


def trim_heap() -> None:
    """Give back what a large piece of work took: glibc would sometimes keep 20 MB, since it learns from large blocks to keep more."""
    if sys.platform == "linux":
        trim = getattr(ctypes.CDLL(None), "malloc_trim", None)  # other C libraries have none
        if trim:
            trim(0)
