"""The pictures of the kommuneark as SVG, each with the words that stand for it: map, trend and QR code."""

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
from components.wording.formats import decapitalise
from data.place import PlaceKind
from data.profile.profile import KommuneProfile
from data.registry.indicator import Indicator
from geodata.drawing import Drawing

MARKS = 1.8  # the map stands 70 mm wide: signs and words are so much larger than on the screen
QUIET = 4  # modules of white around a QR code, which readers need
CORRECTION = "q"  # a quarter of the code may be creased or smudged


@dataclass(frozen=True)
class Picture:
    """An SVG and what it shows, in words; ``legend`` are the classes of a map."""

    svg: str
    alt: str
    title: str = ""
    legend: tuple[LegendRow, ...] = ()


def picture_map(model: MapModel, drawing: Drawing, places: Sequence[KommuneProfile]) -> Picture:
    """The country with the kommuner of the sheet marked."""
    kommuner = [profile.place for profile in places if profile.place.kind is PlaceKind.KOMMUNE]
    second = kommuner[1].code if len(kommuner) > 1 else None
    drawn = draw_map(model, drawing, kommuner[0].code, second, size=MARKS)
    svg = write_svg(drawn, drawing.width, drawing.height, {"font-family": FONT})
    marked = " og ".join(place.full_name for place in kommuner)
    return Picture(svg, f"Danmarkskort over {decapitalise(model.title)}. {marked} er fremhævet.", model.title, tuple(model.legend()))


def picture_trend(places: Sequence[KommuneProfile], country: KommuneProfile, indicator: Indicator) -> Picture:
    """The line of each place and of the country over the years."""
    said = describe_trend(build_trend_model(places, country, indicator))
    return Picture(draw_trend_with_key(places, country, indicator), said, f"{indicator.label}, {indicator.unit}")


def picture_code(address: str) -> Picture:
    """A QR code that leads to an address."""
    written = BytesIO()
    code = segno.make(address, error=CORRECTION, micro=False)
    code.save(written, kind="svg", border=QUIET, dark=INK, light="#fff", xmldecl=False, omitsize=True, nl=False)
    return Picture(written.getvalue().decode(), f"QR-kode, der fører til {address}")
