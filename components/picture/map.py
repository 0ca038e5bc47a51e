"""The map as a picture for an article or a slide: title, picked places, map, legend and source in one PNG."""

from functools import partial

from components.map.model import LegendRow, MapModel, build_map_model
from components.map.svg import MISSING_FILL, UNIT, draw_map, draw_sign
from components.svg.block import Block, move, stack, write_block
from components.svg.document import write_svg
from components.svg.png import render
from components.svg.text import FONT, LEADING, measure, write_text
from components.theme import DIM, EXAMPLE_NOTE, INK, PAPER, RAMP
from components.wording import texts
from components.wording.edition import describe_edition_briefly
from components.wording.formats import format_rank, format_reading
from data.place import PlaceKind
from data.profile.figures import Figures
from data.registry.indicator import Indicator
from geodata.borders import Borders
from geodata.drawing import Drawing

WIDTH, MARGIN = 800, 40  # in units of SHARPNESS pixels
INNER = WIDTH - 2 * MARGIN
NAME, TITLE, PICK, LABEL, SOURCE = 15, 27, 17, 15, 14  # sizes of type
SIGN = 34  # width of a sign and the space before the name
CELL = INNER / len(RAMP)  # width of a class in the legend
FIELD = 16  # height of a class's colour
GAP, SMALL_GAP = 16, 6

_write = partial(write_block, width=INNER)


def build_map_picture(
    indicator: Indicator,
    figures: Figures,
    borders: Borders,
    drawing: Drawing,
    kommune: str | None = None,
    other: str | None = None,
) -> bytes:
    """A PNG, 1600 pixels wide; its height follows from what there is to say.

    Args:
        indicator: what the map shows.
        figures: the figures.
        borders: for their licence.
        drawing: the borders as SVG.
        kommune: place A, marked, and named with its value.
        other: place B, likewise; a region or the country is named, but not marked.

    Raises:
        FileNotFoundError: the fonts have not been fetched.
    """
    return render(draw_map_picture(indicator, figures, borders, drawing, kommune, other), WIDTH)


def draw_map_picture(
    indicator: Indicator,
    figures: Figures,
    borders: Borders,
    drawing: Drawing,
    kommune: str | None = None,
    other: str | None = None,
) -> str:
    """The picture as an SVG; arguments as for ``build_map_picture``."""
    model = build_map_model(indicator, figures)
    source = model.source_line(figures.source(indicator), borders)
    picks = [draw_pick(letter, code, indicator, figures) for letter, code in (("A", kommune), ("B", other)) if code]
    head = [_write(texts.TITLE, NAME, colour=DIM), _write(model.title, TITLE, colour=INK, weight=600)]
    parts = [
        stack(head, SMALL_GAP),
        *([stack(picks, SMALL_GAP)] if picks else []),
        _draw_map(model, drawing, kommune, other),
        _draw_legend(model.legend()),
        *([_write(source.warning.strip(), SOURCE, colour=EXAMPLE_NOTE, weight=600)] if source.warning else []),
        _write(f"{source.text} {describe_edition_briefly(figures)}." if figures.edition else source.text, SOURCE, colour=DIM),
    ]
    return _put_on_paper(stack(parts, GAP))


def _put_on_paper(content: Block) -> str:
    height = round(content.height) + 2 * MARGIN
    paper = f'<rect width="{WIDTH}" height="{height}" fill="{PAPER}"/>'
    return write_svg(paper + move(content.svg, MARGIN, MARGIN), WIDTH, height, {"font-family": FONT})


def draw_pick(letter: str, code: str, indicator: Indicator, figures: Figures) -> Block:
    """A picked place: its sign, its name, its value and rank; the rank stands below where it does not fit the line."""
    profile = figures.profile(code)
    entry = profile[indicator.key]
    name = profile.place.full_name if profile.place.kind is PlaceKind.KOMMUNE else profile.place.name
    facts = [format_reading(entry.reading, indicator), *([format_rank(entry.rank)] if entry.rank else [])]
    line = ", ".join(facts)
    fits = SIGN + measure(f"{name}: {line}", PICK) <= INNER
    first, *others = [line] if fits else [f"{facts[0]},", *facts[1:]]
    height = PICK * LEADING
    sign = move(draw_sign(letter), 12, 12, 1 / UNIT)
    below = [Block(write_text(fact, SIGN, PICK, PICK), height) for fact in others]
    return stack([Block(sign + write_text(f" {first}", SIGN, PICK, PICK, lead=f"{name}:"), height), *below], 0)


def _draw_map(model: MapModel, drawing: Drawing, kommune: str | None, other: str | None) -> Block:
    scale = INNER / drawing.width
    return Block(move(draw_map(model, drawing, kommune, other), 0, 0, scale), drawing.height * scale)


def _draw_legend(rows: list[LegendRow]) -> Block:
    """The classes side by side, the missing figures on a line below."""
    classes = [row for row in rows if row.colour]
    cells = "".join(move(_draw_class(row), number * CELL, 0) for number, row in enumerate(classes))
    shown = [Block(cells, FIELD + LABEL * LEADING)] if classes else []
    return stack([*shown, *(_draw_missing(row) for row in rows if not row.colour)], GAP)


def _draw_class(row: LegendRow) -> str:
    edge = f'stroke="{INK}" stroke-opacity="0.18"'
    return f'<rect width="{CELL:g}" height="{FIELD}" fill="{row.colour}" {edge}/>{write_text(row.text, 0, FIELD + LABEL + 3, LABEL)}'


def _draw_missing(row: LegendRow) -> Block:
    # the hatch's pattern is in units of the map, so the field is drawn in them and scaled down
    field = move(f'<rect width="{SIGN * 0.75 * UNIT:g}" height="{FIELD * UNIT}" fill="{MISSING_FILL}"/>', 0, 1, 1 / UNIT)
    text = _write(row.text, LABEL, colour=INK, indent=SIGN)
    return Block(field + text.svg, text.height)
