"""The pictures of the kommuneark as SVG, each with a text alternative: map, trend and QR code."""

from collections.abc import Sequence
from dataclasses import dataclass
from io import BytesIO

import segno

from components.chart.trend_model import build_trend_model
from components.chart.trend_svg import describe_trend, draw_trend_with_key
from components.map.model import LegendRow, MapModel
from components.map.svg import draw_map
from components.svg.document import write_svg
from components.svg.text import FONT
from components.theme import INK
from components.wording.formats import decapitalise, name_figure
from data.place import PlaceKind
from data.profile.profile import KommuneProfile
from data.registry.indicator import Indicator
from geodata.drawing import Drawing

SIGN_SCALE = 1.8  # the map is printed only 70 mm wide: signs and words are larger in it than on the screen
QUIET_ZONE = 4  # white modules around a QR code, which the standard (ISO/IEC 18004) asks for
ERROR_CORRECTION = "q"  # level Q: a quarter of the code may be creased or smudged


@dataclass(frozen=True)
class Picture:
    """A picture.

    Attributes:
        svg: the drawing.
        alt: what it shows, in words, for those who can't see it.
        title: above it; empty for none.
        legend: the classes of a map.
    """

    svg: str
    alt: str
    title: str = ""
    legend: tuple[LegendRow, ...] = ()


def draw_sheet_map(model: MapModel, drawing: Drawing, places: Sequence[KommuneProfile]) -> Picture:
    """The map of the whole country, with the sheet's kommuner marked.

    Args:
        model: the indicator.
        drawing: the borders.
        places: of the sheet; the first is a kommune, the second may be a region or the country, which are not marked.
    """
    kommuner = [profile.place for profile in places if profile.place.kind is PlaceKind.KOMMUNE]
    second = kommuner[1].code if len(kommuner) > 1 else None
    drawn = draw_map(model, drawing, kommuner[0].code, second, size=SIGN_SCALE)
    svg = write_svg(drawn, drawing.width, drawing.height, {"font-family": FONT})
    marked = " og ".join(place.full_name for place in kommuner)
    return Picture(svg, f"Danmarkskort over {decapitalise(model.title)}. {marked} er fremhævet.", model.title, tuple(model.legend()))


def draw_sheet_trend(places: Sequence[KommuneProfile], country: KommuneProfile, indicator: Indicator) -> Picture:
    """The main indicator over the years, with a line for each place and for the country."""
    alt = describe_trend(build_trend_model(places, country, indicator))
    return Picture(draw_trend_with_key(places, country, indicator), alt, f"{name_figure(indicator)}, {indicator.unit}")


def draw_qr_code(address: str) -> Picture:
    """A QR code that leads to an address."""
    written = BytesIO()
    code = segno.make(address, error=ERROR_CORRECTION, micro=False)
    code.save(written, kind="svg", border=QUIET_ZONE, dark=INK, light="#fff", xmldecl=False, omitsize=True, nl=False)
    return Picture(written.getvalue().decode(), f"QR-kode, der fører til {address}")
