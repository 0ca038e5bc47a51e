"""The preview picture of a shared link (Open Graph): a place, its main figure, and where it lies on the map."""

from functools import partial

from components.map.model import LegendRow, MapModel, build_map_model
from components.map.svg import MISSING_FILL, UNIT, draw_map
from components.picture.preview_words import draw_words
from components.svg.block import Block, move, shrink, stack, write_block
from components.svg.document import write_svg
from components.svg.png import render
from components.svg.text import FONT, measure, write_text
from components.theme import CARD, DIM, EXAMPLE_NOTE, INK, PAPER
from data.profile.figures import Figures
from geodata.borders import Borders
from geodata.drawing import Area, Drawing

WIDTH, HEIGHT, MARGIN = 600, 315, 24  # in units of SHARPNESS pixels
INNER = WIDTH - 2 * MARGIN
UPPER, LOWER = 20, HEIGHT - 16  # where the words begin and end
MAP = 262  # width of the map
CLASSES, SOURCE = (8, 7, 6), 7.5  # sizes of type, of the classes' labels the largest that fits
FOOT = 22  # height of the source lines below
FIELD = 6  # height of a class's colour
NO_FIGURE = "intet tal"
PIN = "M0 0C-40-130-180-220-180-370A180 180 0 0 1 180-370C180-220 40-130 0 0z"  # in units of the drawing, its point at the origin


def build_preview(code: str, figures: Figures, borders: Borders, drawing: Drawing) -> bytes:
    """A PNG of 1200 x 630 pixels, the size that those who show previews crop least.

    Args:
        code: of a kommune, which is marked on the map, or of a region or the country, which are not.
        figures: the figures.
        borders: for their licence.
        drawing: the borders as SVG.

    Raises:
        FileNotFoundError: the fonts have not been fetched.
        KeyError: there is no place with this code.
    """
    return render(draw_preview(code, figures, borders, drawing), WIDTH)


def draw_preview(code: str, figures: Figures, borders: Borders, drawing: Drawing) -> str:
    """The picture as an SVG; arguments as for ``build_preview``."""
    profile, main = figures.profile(code), figures.registry.main
    model = build_map_model(main, figures)
    scale = MAP / drawing.width
    legend = move(_draw_legend(model.legend()), 0, drawing.height * scale + 4)
    foot = _draw_foot(model, figures, borders)
    parts = [
        move(draw_words(profile.place, profile[main.key]).svg, MARGIN, UPPER),
        move(move(_draw_map(code, model, drawing), 0, 0, scale) + legend, WIDTH - MARGIN - MAP, UPPER - 8),
        move(foot.svg, MARGIN, LOWER - foot.height),
    ]
    paper = f'<rect width="{WIDTH}" height="{HEIGHT}" fill="{PAPER}"/>'
    return write_svg(paper + "".join(parts), WIDTH, HEIGHT, {"font-family": FONT})


def _draw_legend(rows: list[LegendRow]) -> str:
    """The classes side by side, and last the hatch, if any figure is missing."""
    cell = MAP / len(rows)
    words = [row.text if row.colour else NO_FIGURE for row in rows]
    size = next((size for size in CLASSES if all(measure(each, size) <= cell for each in words)), CLASSES[-1])
    # the hatch's pattern is in units of the map, so the field is drawn in them and scaled down
    fields = [f'<rect width="{cell * UNIT:g}" height="{FIELD * UNIT}" fill="{row.colour or MISSING_FILL}"/>' for row in rows]
    classes = [
        move(field, 0, 0, 1 / UNIT) + write_text(each, 0, FIELD + 1 + size, size, colour=DIM)
        for field, each in zip(fields, words, strict=True)
    ]
    return "".join(move(each, number * cell, 0) for number, each in enumerate(classes))


def _draw_foot(model: MapModel, figures: Figures, borders: Borders) -> Block:
    """Sources of figures and borders, and a warning if some of the map's figures are examples."""
    source = model.source_line(figures.source(model.indicator), borders)
    write = partial(write_block, size=SOURCE, width=INNER)
    warning = [write(source.warning.strip(), colour=EXAMPLE_NOTE, weight=600)] if source.warning else []
    return shrink(stack([*warning, write(source.credit, colour=DIM)], 0), FOOT)


def _draw_map(code: str, model: MapModel, drawing: Drawing) -> str:
    areas = [part.areas[code] for part in drawing.parts if code in part.areas]
    return draw_map(model, drawing) + "".join(map(_mark_area, areas))


def _mark_area(area: Area) -> str:
    """The kommune's outline and a pin, since the outline of a small kommune would not be seen."""
    outlines = f'<path d="{area.path}" stroke="{CARD}" stroke-width="70"/><path d="{area.path}" stroke="{INK}" stroke-width="34"/>'
    outline = f'<g fill="none" stroke-linejoin="round">{outlines}</g>'
    if area.label is None:
        return outline
    x, y = area.label
    pin = f'<path d="{PIN}" fill="{INK}" stroke="{CARD}" stroke-width="40"/><circle cy="-370" r="70" fill="{CARD}"/>'
    return f'{outline}<g transform="translate({x} {y})">{pin}</g>'
