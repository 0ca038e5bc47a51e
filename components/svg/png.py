"""From SVG to PNG by resvg, with the project's own typeface and no other, so that a picture looks the same on every machine."""

from collections.abc import Iterable
from pathlib import Path

import resvg_py

from components.svg.text import FONT

VENDOR = Path(__file__).parents[2] / "assets" / "vendor"
FONT_FILES = ("SourceSans3_400Regular.ttf", "SourceSans3_600SemiBold.ttf")
SHARPNESS = 2  # pixels of the PNG to one of the SVG


def missing_fonts(folder: Path = VENDOR, files: Iterable[str] = FONT_FILES) -> list[str]:
    """The font files that are not there: ``make assets`` fetches them."""
    return [name for name in files if not (folder / name).exists()]


def render(svg: str, width: int, folder: Path = VENDOR) -> bytes:
    """A PNG of an SVG that is ``width`` wide, with SHARPNESS times as many pixels.

    Raises:
        FileNotFoundError: a font is missing; resvg would leave the words out without a sound.
    """
    missing = missing_fonts(folder)
    if missing:
        raise FileNotFoundError(f"{', '.join(missing)} missing in {folder.name}: no picture can be made; run 'make assets'")
    return resvg_py.svg_to_bytes(
        svg_string=svg,
        width=width * SHARPNESS,
        skip_system_fonts=True,
        font_files=[str(folder / name) for name in FONT_FILES],
        font_family=FONT,
    )
