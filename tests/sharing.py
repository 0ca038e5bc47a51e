"""What is costly to make and only read is made once, also where several processes run the tests."""

import fcntl
import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest


def find_shared_folder(factory: pytest.TempPathFactory) -> Path:
    """The folder of this run that all its processes see: pytest-xdist gives each worker a folder inside it."""
    own = factory.getbasetemp()
    return own.parent if "PYTEST_XDIST_WORKER" in os.environ else own


def share(path: Path, make: Callable[[Path], object]) -> Path:
    """The file or folder at a path: made by whoever asks first, while all others wait.

    Args:
        path: where it is to be.
        make: makes it at the path that it is given; what it leaves there when it fails is not used.
    """
    unfinished = path.with_name(f"{path.name}.unfinished")
    with path.with_name(f"{path.name}.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)  # until the file is closed
        if not path.exists():
            shutil.rmtree(unfinished, ignore_errors=True)
            make(unfinished)
            unfinished.rename(path)
    return path
