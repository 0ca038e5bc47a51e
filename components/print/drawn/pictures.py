"""The pictures of the kommuneark as SVG, each with a text alternative: map, swarm, strips, trend and QR code."""

from collections.abc import Sequence
from dataclasses import dataclass
from io import BytesIO

import segno

from components.chart.distribution import Distribution, find_distribution
from components.chart.strip_svg import draw_strip
from components.chart.swarm_svg import draw_swarm
from components.chart.trend_model import build_trend_model
from components.map.model import LegendRow, MapModel
from components.print.drawn.named_map import draw_named_map
from components.print.drawn.sparkline import draw_named_sparkline
from components.svg.document import write_svg
from components.svg.text import FONT
from components.theme import INK, SANS
from components.wording import texts
from components.wording.formats import format_figure, format_reading, name_figure
from components.wording.picture import describe_printed_swarm
from data.place import PlaceKind
from data.profile.figures import Figures
from data.profile.profile import Entry, KommuneProfile
from data.registry.indicator import Indicator
from data.sentence import decapitalise
from geodata.drawing import Drawing

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


@dataclass(frozen=True)
class Strip:
    """A strip, with the words for those who can't see it, and who has the lowest and the highest value: "Samsø 3,4"."""

    svg: str
    alt: str
    low: str
    high: str


def draw_sheet_map(model: MapModel, drawing: Drawing, places: Sequence[KommuneProfile]) -> Picture:
    """The map of the whole country, with the sheet's kommuner marked; its words say what value each of them has.

    Args:
        model: the indicator.
        drawing: the borders.
        places: of the sheet; the first is a kommune, the second may be a region or the country, which are not marked.
    """
    kommuner = [profile for profile in places if profile.place.kind is PlaceKind.KOMMUNE]
    named = draw_named_map(model, drawing, [profile.place for profile in kommuner])
    svg = write_svg(named, drawing.width, drawing.height, {"font-family": FONT})
    marked = " og ".join(f"{each.place.full_name} ({_tell_value(each, model.indicator)})" for each in kommuner)
    return Picture(svg, f"Danmarkskort over {decapitalise(model.title)}. {marked} er fremhævet.", model.title, tuple(model.legend()))


def _tell_value(profile: KommuneProfile, indicator: Indicator) -> str:
    return format_reading(profile[indicator.key].reading, indicator)


def draw_sheet_trend(places: Sequence[KommuneProfile], country: KommuneProfile, indicator: Indicator) -> Picture:
    """The main indicator over the years, with a line for each place and for the country."""
    model = build_trend_model(places, country, indicator)
    return Picture(draw_named_sparkline(model), model.describe(), f"{texts.KOMMUNEARK['trend']}, {indicator.unit}")


def draw_sheet_swarm(entry: Entry, code: str, figures: Figures) -> Picture | None:
    """All kommuner as a swarm at the main figure, the sheet's own marked; None where too few are known to be compared.

    Args:
        entry: the figure.
        code: of the place whose it is.
        figures: the edition.
    """
    distribution = find_distribution(entry, code, figures)
    if distribution is None:
        return None
    return Picture(_set_in_print(draw_swarm(distribution, figures)), _describe(distribution, figures), name_figure(entry.indicator))


def draw_sheet_strip(entry: Entry, code: str, figures: Figures) -> Strip | None:
    """All kommuner as a strip at another figure; as for the swarm."""
    distribution = find_distribution(entry, code, figures)
    if distribution is None:
        return None
    low, high = (_tell_end(end, distribution, figures) for end in (distribution.lowest, distribution.highest))
    return Strip(_set_in_print(draw_strip(distribution, figures)), _describe(distribution, figures), low, high)


def _tell_end(code: str, distribution: Distribution, figures: Figures) -> str:
    """Who has the lowest or the highest value: "Samsø 3,4"."""
    return f"{figures.places[code].name} {format_figure(distribution.values[code], distribution.indicator)}"


def _set_in_print(svg: str) -> str:
    """A drawing of the page in the typeface of the print, which has it by another name."""
    return svg.replace(SANS, FONT)


def _describe(distribution: Distribution, figures: Figures) -> str:
    marked, spread = distribution.list_marked(figures.places), distribution.describe_spread(figures.places)
    return describe_printed_swarm(marked, spread, distribution.indicator)


def draw_qr_code(address: str) -> Picture:
    """A QR code that leads to an address."""
    written = BytesIO()
    code = segno.make(address, error=ERROR_CORRECTION, micro=False)
    code.save(written, kind="svg", border=QUIET_ZONE, dark=INK, light="#fff", xmldecl=False, omitsize=True, nl=False)
    return Picture(written.getvalue().decode(), f"QR-kode, der fører til {address}")
