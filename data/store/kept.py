"""Answers of a service that are kept while a fetch is under way, so that one that was stopped need not ask for them again.

They lie in a folder beside the editions, whose name begins with a dot: nothing that lists editions sees it. Each file has the SHA-256 of
its text in its first line, and is put in place by a rename: it is whole or not there.
"""

import hashlib
import os
import shutil
import tempfile
import time
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any

from data.store.disk import flush_to_disk

FOLDER = ".fetched"
LONGEST = 14 * 24 * 60 * 60  # seconds that an answer is kept: the tables are updated several times a year


class KeptAnswers:
    """The kept answers of a folder of editions.

    Attributes:
        taken: how many were found and used.
    """

    def __init__(self, root: Path, service: str, *, is_kept: bool = True) -> None:
        """Open the folder; nothing is made before the first answer is kept.

        Args:
            root: the folder of editions.
            service: address of the service; answers of another one are not used.
            is_kept: whether new answers are kept.
        """
        self._folder, self._service, self._is_kept = root / FOLDER, service, is_kept
        self.taken = 0

    def take(self, query: Mapping[str, Any], updated: str) -> str | None:
        """The answer to a query to a table as it was updated last; None where there is none, or it is damaged.

        Args:
            query: what is sent, with the name of the table under ``table``.
            updated: ISO date of the table.
        """
        try:
            digest, _, text = self._find_path(query, updated).read_bytes().decode().partition("\n")  # bytes: line ends stay as they came
        except (OSError, UnicodeDecodeError):
            return None
        if digest != _digest(text):
            return None
        self.taken += 1
        return text

    def keep(self, query: Mapping[str, Any], updated: str, text: str) -> None:
        """Keep an answer; OSError where the folder can't be written to."""
        if not self._is_kept:
            return
        path = self._find_path(query, updated)
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(prefix=".ny-", dir=path.parent)
        with os.fdopen(handle, "w", encoding="utf-8", newline="") as file:
            file.write(f"{_digest(text)}\n{text}")
        flush_to_disk(Path(name))
        Path(name).replace(path)

    def reject(self, query: Mapping[str, Any], updated: str) -> None:
        """Remove an answer that was taken and is not sound: it is asked for anew."""
        self.taken -= 1
        if self._is_kept:
            self._find_path(query, updated).unlink(missing_ok=True)

    def forget(self, table: str) -> None:
        """Remove the answers of a table: its figures are published, or not to be used."""
        if self._is_kept:
            shutil.rmtree(self._folder / table, ignore_errors=True)
            _remove_if_empty(self._folder)

    def tidy(self) -> None:
        """Remove what has been kept for too long, also what a killed process left unfinished."""
        oldest = time.time() - LONGEST
        for path in self._folder.glob("*/*") if self._is_kept else ():
            if path.stat().st_mtime < oldest:
                path.unlink(missing_ok=True)
        for folder in self._folder.glob("*") if self._is_kept else ():
            _remove_if_empty(folder)
        _remove_if_empty(self._folder)

    def _find_path(self, query: Mapping[str, Any], updated: str) -> Path:
        return self._folder / str(query["table"]) / f"{_digest(repr((self._service, sorted(query.items()), updated)))[:32]}.txt"


def _remove_if_empty(folder: Path) -> None:
    with suppress(OSError):  # it is not there, or something is in it
        folder.rmdir()


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()
