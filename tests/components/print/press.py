"""Sheets and packages, each set once in a run of the tests: many tests read the same, and to set one takes a fifth of a second."""

import hashlib
import json
import os
from contextlib import ExitStack
from pathlib import Path
from typing import Any, Self

from components.print.typesetter import PACKAGE, SHEET, Typesetter


class Press:
    """Sets what nobody has set yet; what was set lies in a folder that all processes see."""

    def __init__(self, folder: Path) -> None:
        self._folder, self._stack = folder, ExitStack()
        self._typesetters: dict[Path, Typesetter] = {}
        folder.mkdir(exist_ok=True)

    def set(self, sheet: dict[str, Any], package: dict[str, Any] | None = None) -> bytes:
        """The PDF of a sheet, or of a package where there is one, as ``Typesetter.set`` gives it."""
        asked = json.dumps([sheet, package], sort_keys=True).encode()
        path = self._folder / f"{hashlib.sha256(asked).hexdigest()}.pdf"
        if not path.exists():
            typesetter = self._find_typesetter(PACKAGE if package else SHEET)
            unfinished = path.with_suffix(f".{os.getpid()}")
            unfinished.write_bytes(typesetter.set(sheet, package))
            unfinished.replace(path)
        return path.read_bytes()

    def _find_typesetter(self, template: Path) -> Typesetter:
        if template not in self._typesetters:
            # nobody waits for a page: a press that gave way to the other tests would be waited for by them in the end
            self._typesetters[template] = self._stack.enter_context(Typesetter(template=template, niceness=0))
        return self._typesetters[template]

    def close(self) -> None:
        """End its processes."""
        self._stack.close()


class Kept:
    """Stands for the typesetter that an address starts anew for each answer: its sheets come from the press."""

    def __init__(self, press: Press) -> None:
        self.set = press.set

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        """The press goes on."""
