"""From a sheet, and perhaps a welcome package around it, to a PDF, by Typst in a process of its own."""

import json
import subprocess
import sys
from pathlib import Path
from types import TracebackType
from typing import IO, Any, Self, cast

from components.svg.png import FONT_FILES, VENDOR, missing_fonts

HERE = Path(__file__).parent
SHEET, PACKAGE = HERE / "kommuneark.typ", HERE / "velkomstpakke.typ"
CHILD = "components.print.child"
HEADINGS = "SourceSerif4_600SemiBold.ttf"
LENGTH = 8  # bytes that say how long the PDF is


def missing_typefaces(folder: Path = VENDOR) -> list[str]:
    """The font files that have not been fetched."""
    return missing_fonts(folder, (*FONT_FILES, HEADINGS))


class Typesetter:
    """A Typst process that makes one PDF after another. The first takes longer: Typst then reads template and fonts."""

    def __init__(self, folder: Path = VENDOR, template: Path = SHEET) -> None:
        """Start the process.

        Args:
            folder: where the fonts are.
            template: SHEET, or PACKAGE for the kommuneark with the pages of the welcome package around it.

        Raises:
            FileNotFoundError: a font has not been fetched; another would change every line.
        """
        if missing := missing_typefaces(folder):
            raise FileNotFoundError(f"{', '.join(missing)} missing in {folder.name}: nothing can be printed; run 'make assets'")
        command = [sys.executable, "-m", CHILD, str(template), str(folder)]
        self._process = subprocess.Popen(command, cwd=HERE.parents[1], stdin=subprocess.PIPE, stdout=subprocess.PIPE)  # noqa: S603 - all ours

    def set(self, sheet: dict[str, Any], package: dict[str, Any] | None = None) -> bytes:
        """The PDF of a sheet.

        Args:
            sheet: what ``build_sheet`` gives.
            package: what ``build_package`` gives, for the template that has more pages than the sheet's.

        Raises:
            RuntimeError: Typst could not set it; what it said stands in the log.
        """
        into, out = cast("IO[bytes]", self._process.stdin), cast("IO[bytes]", self._process.stdout)
        parts = {"sheet": sheet} | ({"package": package} if package else {})
        into.write(json.dumps({"date": sheet["date"], "parts": parts}, ensure_ascii=False).encode() + b"\n")
        into.flush()
        length = int.from_bytes(out.read(LENGTH))
        pdf = out.read(length)
        if not pdf or len(pdf) < length:
            raise RuntimeError(f"the pages of {sheet['title']} could not be set; Typst's own words stand above")
        return pdf

    def close(self) -> None:
        """End the process."""
        self._process.communicate()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.close()
