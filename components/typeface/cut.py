"""The serif cut to what is set in it: headings, names and numbers. Run once, when the project is set up (``make assets``).

Only headings, the page's title and the large figures are serif (``var(--serif)`` in assets), in Danish, and none is lighter than semibold.
The file from npm has every weight and all of Western Europe's signs: 51 kB. What is left is 22 kB::

    python -m components.typeface.cut FILE-FROM-NPM assets/vendor/overskrift-serif.woff2
"""

import sys
from collections.abc import Sequence
from pathlib import Path

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont
from fontTools.varLib.instancer import instantiateVariableFont

ASCII = "".join(map(chr, range(0x20, 0x7F)))
LETTERS = "ÆØÅæøåÄÖÜäöüßÉéÈèÊêËëÁáÀàÂâÇçÍíÑñÓóÔôÚú"  # names of places and people in Denmark, and of companies
SIGNS = "«»‘’‚“”„–—…·•−±×°²³½%§€\N{NO-BREAK SPACE}"
CHARACTERS = ASCII + LETTERS + SIGNS
WEIGHTS = (600, 650)  # font-weight; what asks for another gets the nearest
FEATURES = ("kern", "liga")  # figures are equally wide without a feature
NAME = "Danmarkskortet Serif"  # a changed font must not bear the reserved name "Source" (Open Font License, 3)
NAMES_OF_FONT = (1, 3, 4, 6)  # in its table of names: family, identifier, full name, PostScript name
KEPT_NAMES = (0, 1, 2, 3, 4, 5, 6, 13, 14)  # 0, 13 and 14: copyright and licence


def cut(font: TTFont) -> TTFont:
    """The font with CHARACTERS and WEIGHTS only, under a name of its own.

    Args:
        font: a variable font with the axis ``wght``. It may be changed.

    Raises:
        ValueError: it lacks one of the characters.
    """
    missing = [each for each in CHARACTERS if ord(each) not in font.getBestCmap()]
    if missing:
        raise ValueError(f"The font lacks {' '.join(missing)}; take them out of LETTERS or SIGNS, or take another file")
    narrow = instantiateVariableFont(font, {"wght": WEIGHTS})
    options = Options(layout_features=list(FEATURES), name_IDs=list(KEPT_NAMES), hinting=False, flavor="woff2")
    subsetter = Subsetter(options)
    subsetter.populate(text=CHARACTERS)
    subsetter.subset(narrow)
    _rename(narrow)
    return narrow


def _rename(font: TTFont) -> None:
    for record in font["name"].names:
        if record.nameID in NAMES_OF_FONT:
            record.string = NAME.replace(" ", "") if record.nameID == 6 else NAME


def main(arguments: Sequence[str]) -> int:
    """Read the font that is named first, write what is left of it to the second."""
    source, target = map(Path, arguments)
    font = TTFont(source, recalcTimestamp=False)  # the same bytes each time
    made = cut(font)
    made.flavor = "woff2"
    made.save(target)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
