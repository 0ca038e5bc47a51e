"""Which font of the reader's own machine stands in until the typefaces have come, and how it is scaled so that nothing moves then.

A font that is as wide as ours on average breaks the same lines, nearly always. So for each weight that pages use::

    size-adjust                        = mean advance of our font / mean advance of the stand-in, both of SAMPLE and in em
    ascent-override, descent-override  = ascent, descent of our font in em / size-adjust

since a browser multiplies by ``size-adjust`` whatever it takes from a face. Our fonts have no line gap. Kerning is left out: the text
of four pages, set by Chromium, is within 1.5 % of ours in the sans, within 2 % in the serif. A browser takes the first family of the list
in ``assets/screen/fonts.css`` of which the machine has a font. What this prints is there as well; a test compares them::

    python -m components.typeface.stand_in
"""

import sys
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from fontTools.ttLib import TTFont
from fontTools.varLib.instancer import instantiateVariableFont

VENDOR = Path(__file__).parents[2] / "assets" / "vendor"
SANS, SERIF = VENDOR / "source-sans-3-latin-wght-normal.woff2", VENDOR / "overskrift-serif.woff2"
# Danish as on the pages, names and figures included. Another sample of ordinary Danish gives the same within 1 %.
SAMPLE = (
    "Almene boliger i København, Frederiksberg, Høje-Taastrup, Ærø og Aabenraa: familieboliger, ældreboliger og ungdomsboliger. "
    "Danmarks Statistik har opgjort dem for alle 98 kommuner den 1. januar; huslejen er i kr. pr. m² om året. 0123456789 pct."
)


@dataclass(frozen=True)
class StandIn:
    """A face of a font that many machines have.

    Attributes:
        family: what style sheets call it.
        weights: the range of font-weight that it stands in for.
        weight: the one that it is scaled to.
        advance: mean advance of SAMPLE, in em, measured from the font that ``measured`` names.
        measured: a font of the same widths, as a file that anybody can get.
        local: full names and PostScript names, since browsers differ in which they know. The first that is there is taken.
    """

    family: str
    weights: str
    weight: int
    advance: float
    measured: str
    local: tuple[str, ...]


ARIAL = ("Arial", "ArialMT", "Liberation Sans", "LiberationSans", "Helvetica")  # Windows, macOS, iOS; Debian's twin of it
ARIAL_BOLD = ("Arial Bold", "Arial-BoldMT", "Liberation Sans Bold", "LiberationSans-Bold", "Helvetica Bold", "Helvetica-Bold")
ROBOTO_BOLD = ("Roboto Bold", "Roboto-Bold")  # Android
LIBERATION, LIBERATION_BOLD, LIBERATION_SERIF = "LiberationSans-Regular.ttf", "LiberationSans-Bold.ttf", "LiberationSerif-Bold.ttf"
GEORGIA_BOLD = ("Georgia Bold", "Georgia-Bold", "Gelasio Bold", "Gelasio-Bold")  # Windows, macOS, iOS; its free twin
TIMES_BOLD = ("Times New Roman Bold", "TimesNewRomanPS-BoldMT", "Liberation Serif Bold", "LiberationSerif-Bold")  # Debian has the latter
NOTO_BOLD = ("Noto Serif Bold", "NotoSerif-Bold")  # Android
SANS_STAND_INS = (
    StandIn("Arial as Source Sans", "200 500", 400, 0.4524, LIBERATION, ARIAL),
    StandIn("Arial as Source Sans", "501 650", 600, 0.4837, LIBERATION_BOLD, ARIAL_BOLD),
    StandIn("Arial as Source Sans", "651 900", 700, 0.4837, LIBERATION_BOLD, ARIAL_BOLD),
    StandIn("Roboto as Source Sans", "200 500", 400, 0.4489, "Roboto-Regular.ttf", ("Roboto", "Roboto-Regular")),
    StandIn("Roboto as Source Sans", "501 650", 600, 0.4586, "Roboto-Bold.ttf", ROBOTO_BOLD),
    StandIn("Roboto as Source Sans", "651 900", 700, 0.4586, "Roboto-Bold.ttf", ROBOTO_BOLD),
)
SERIF_STAND_INS = (
    StandIn("Georgia as Source Serif", "200 900", 650, 0.5281, "Gelasio-Bold.ttf", GEORGIA_BOLD),
    StandIn("Times as Source Serif", "200 900", 650, 0.4415, LIBERATION_SERIF, TIMES_BOLD),
    StandIn("Noto as Source Serif", "200 900", 650, 0.5168, "NotoSerif-Bold.ttf", NOTO_BOLD),
)
FACE = """@font-face {{
  font-family: "{family}";
  src: {local};
  font-weight: {weights};
  size-adjust: {size:.1%};
  ascent-override: {ascent:.1%};
  descent-override: {descent:.1%};
  line-gap-override: 0%;
}}
"""


def mean_advance(font: TTFont, text: str = SAMPLE) -> float:
    """How wide a letter of a text is on average, in em.

    Args:
        font: one without axes, or a variable one, which is measured at its default.
        text: what to set.

    Raises:
        KeyError: the font lacks one of the letters.
    """
    glyphs, advances = font.getBestCmap(), font["hmtx"]
    return float(sum(advances[glyphs[ord(each)]][0] for each in text) / len(text) / font["head"].unitsPerEm)


def write_face(stand_in: StandIn, ours: TTFont) -> str:
    """The CSS of a face that takes as much room as ours.

    Args:
        stand_in: the face.
        ours: our font at the weight of the stand-in.
    """
    size = mean_advance(ours) / stand_in.advance
    em, lines = ours["head"].unitsPerEm * size, ours["hhea"]
    local = ", ".join(f'local("{name}")' for name in stand_in.local)
    return FACE.format(
        family=stand_in.family,
        local=local,
        weights=stand_in.weights,
        size=size,
        ascent=lines.ascent / em,
        descent=-lines.descent / em,
    )


def write_faces() -> str:
    """All faces, as they stand in fonts.css.

    Raises:
        FileNotFoundError: the typefaces have not been fetched (``make assets``).
    """
    return "\n".join([*_write(SANS_STAND_INS, SANS), *_write(SERIF_STAND_INS, SERIF)])


def _write(stand_ins: Iterable[StandIn], file: Path) -> list[str]:
    return [write_face(each, open_at(file, each.weight)) for each in stand_ins]


@cache
def open_at(file: Path, weight: int) -> TTFont:
    """Our variable font at one weight; kept, since several stand-ins are scaled to the same."""
    return instantiateVariableFont(TTFont(file), {"wght": weight})


if __name__ == "__main__":
    sys.stdout.write(write_faces())
