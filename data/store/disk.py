"""Writing editions: one process at a time, and on the disk before anybody is told."""

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from data.problem import FiguresError


def flush_to_disk(path: Path) -> None:
    """Write a file or folder to disk before the rename is: a power cut, too, leaves no half edition."""
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


@contextmanager
def locked(root: Path) -> Iterator[None]:
    """Let one process write at a time; the lock is released when the process ends, however it ends."""
    handle = os.open(root, os.O_RDONLY)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError as error:
        os.close(handle)
        raise FiguresError([f"another import or fetch is writing to {root}; wait for it to end, and try again"]) from error
    try:
        yield
    finally:
        os.close(handle)
