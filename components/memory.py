"""Giving memory back to the machine."""

import ctypes
import sys


def return_memory() -> None:
    """Give back what a large piece of work took: glibc would sometimes keep 20 MB, since it learns from large blocks to keep more."""
    if sys.platform == "linux":
        trim = getattr(ctypes.CDLL(None), "malloc_trim", None)  # other C libraries have none
        if trim:
            trim(0)
