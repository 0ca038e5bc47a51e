"""From a sheet, and perhaps a welcome package around it, to a PDF."""

from pathlib import Path
from typing import Any

from components.svg.png import FONT_FILES, VENDOR, missing_fonts
from components.typeset.process import LOW, TypstProcess

HERE = Path(__file__).parent
SHEET, PACKAGE = HERE / "kommuneark.typ", HERE / "velkomstpakke.typ"
FONTS = (*FONT_FILES, "SourceSerif4_600SemiBold.ttf")  # the last for headings


def missing_typefaces(folder: Path = VENDOR) -> list[str]:
    """The font files that have not been fetched."""
    return missing_fonts(folder, FONTS)


class Typesetter(TypstProcess):
    """A Typst process that makes one PDF after another."""

    def __init__(self, folder: Path = VENDOR, template: Path = SHEET, *, niceness: int = LOW) -> None:
        """Start the process.

        Args:
            folder: where the fonts are.
            template: SHEET, or PACKAGE for the kommuneark with the pages of the welcome package around it.
            niceness: by how much other processes come first, 0 to 19.

        Raises:
            FileNotFoundError: a font has not been fetched; another would change every line.
        """
        super().__init__(template, "pdf", FONTS, folder, niceness=niceness)

    def set(self, sheet: dict[str, Any], package: dict[str, Any] | None = None) -> bytes:
        """The PDF of a sheet.

        Args:
            sheet: what ``build_sheet`` gives.
            package: what ``build_package`` gives, for the template that has more pages than the sheet's.

        Raises:
            RuntimeError: Typst could not set it; what it said stands in the log.
        """
        return self.typeset(sheet["title"], {"sheet": sheet} | ({"package": package} if package else {}), sheet["date"])
