"""From finished words and numbers to a PDF or a PNG, by Typst in a process of its own."""

import json
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from types import TracebackType
from typing import IO, Any, Literal, Self, cast

from components.svg.png import FONT_FILES, VENDOR, missing_fonts
from components.typeset.tags import complete_tags

ROOT = Path(__file__).parents[2]
CHILD = "components.typeset.child"
LENGTH = 8  # bytes that say how long the answer is
LOW = 10  # the niceness: pages come first, where the processors have too much to do
Format = Literal["pdf", "png"]


class TypstProcess:
    """A Typst process that makes one PDF or PNG after another. The first takes longer: Typst then reads template and fonts."""

    def __init__(
        self, template: Path, output: Format, fonts: Sequence[str] = FONT_FILES, folder: Path = VENDOR, *, niceness: int = LOW
    ) -> None:
        """Start the process.

        Args:
            template: the Typst file.
            output: what comes out; a PNG has one page, with two pixels to the point.
            fonts: the font files that the template needs.
            folder: where they are.
            niceness: by how much others come first, 0 to 19. With 0 it is as important as they are: where nobody waits for a page.

        Raises:
            FileNotFoundError: a font has not been fetched; another would change every line.
        """
        if missing := missing_fonts(folder, fonts):
            raise FileNotFoundError(f"{', '.join(missing)} missing in {folder.name}: nothing can be typeset; run 'make assets'")
        command = [sys.executable, "-m", CHILD, str(template), str(folder), str(niceness)]
        self._process = subprocess.Popen(command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE)  # noqa: S603 - all ours
        self._output = output

    def typeset(self, title: str, parts: Mapping[str, Any], date: str = "") -> bytes:
        """The PDF, with complete tags, or the PNG.

        Args:
            title: what an error calls it.
            parts: what the template reads as JSON, by name.
            date: ISO date that a PDF is said to have been made; the time of day of the making if left out.

        Raises:
            RuntimeError: Typst could not set it; what it said stands in the log.
            ValueError: Typst wrote a PDF that is made otherwise than those of 0.15 are.
        """
        into, out = cast("IO[bytes]", self._process.stdin), cast("IO[bytes]", self._process.stdout)
        into.write(json.dumps({"format": self._output, "date": date, "parts": parts}, ensure_ascii=False).encode() + b"\n")
        into.flush()
        length = int.from_bytes(out.read(LENGTH))
        made = out.read(length)
        if not made or len(made) < length:
            raise RuntimeError(f"the pages of {title} could not be set; Typst's own words stand above")
        return complete_tags(made) if self._output == "pdf" else made

    def close(self) -> None:
        """End the process."""
        self._process.communicate()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.close()
