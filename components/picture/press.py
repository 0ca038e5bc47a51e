"""A kommune's key figures as a picture for newspapers and social media, in three aspect ratios, with source, date and edition."""

from components.address.press import AspectRatio
from components.map.locator import draw_locator
from components.picture.press_figures import choose_figures
from components.picture.press_layout import COLUMN_GAP, Layout, lay_out
from components.svg.block import Block, move, stack
from components.svg.document import write_svg
from components.svg.png import render
from components.svg.text import FONT, LEADING, balance, fit_size, measure, wrap, write_figure, write_text
from components.theme import ACCENT, DIM, EXAMPLE_NOTE, INK, LINE, PAPER
from components.wording import texts
from components.wording.edition import describe_edition_briefly
from components.wording.formats import format_figure, format_missing, format_period, format_rank, name_unit
from components.wording.source import cite_briefly
from components.wording.standing import EXAMPLE, describe_standing
from data.profile.figures import Figures
from data.profile.profile import Entry, KommuneProfile
from geodata.borders import Borders
from geodata.drawing import Drawing

MAIN_UNIT, OTHER_UNIT = 0.36, 0.5  # size of the unit after the main number and after others, in sizes of the number
NUMBER_LINE, DESCENT = 0.84, 0.16  # of a number, in sizes of type: height of its line, and how far a comma reaches below the baseline
SEPARATOR = " · "
COUNTRY_NAME = "Hele landet"
SMALL_GAP = 5
BAR, BAR_ROW = 11, 22  # heights of a bar and of its row
EXAMPLE_BAND, EXAMPLE_TEXT = 20, 11  # height of the band that warns of example figures, and size of its words
EXAMPLE_ANGLE = -20  # degrees, of the word across the picture


def build_press_picture(code: str, aspect: AspectRatio, figures: Figures, borders: Borders, drawing: Drawing) -> bytes:
    """The PNG: 1920 x 1080, 1080 x 1080 or 1080 x 1350 pixels.

    Args:
        code: kommunekode.
        aspect: width to height.
        figures: the figures, without examples unless these are switched on for files.
        borders: for their licence.
        drawing: the borders as SVG.

    Raises:
        FileNotFoundError: the fonts have not been fetched.
    """
    return render(draw_press_picture(code, aspect, figures, borders, drawing), lay_out(aspect).width)


def draw_press_picture(code: str, aspect: AspectRatio, figures: Figures, borders: Borders, drawing: Drawing) -> str:
    """The picture as an SVG; arguments as for ``build_press_picture``."""
    layout, profile = lay_out(aspect), figures.profile(code)
    main = profile[figures.registry.roles.main]
    chosen = choose_figures(profile, figures.registry)
    head, lead = _draw_head(profile, layout), _draw_lead(main, profile, layout)
    grid, foot = _draw_grid(chosen, layout), _draw_foot([main, *chosen], figures, borders, layout)
    foot_top = layout.height - layout.margin - foot.height
    grid_top = foot_top - layout.gap - grid.height
    lead_top = layout.margin + head.height + layout.gap
    map_top = layout.margin if layout.is_wide else lead_top
    parts = (
        move(head.svg, layout.margin, layout.margin),
        move(lead.svg, layout.margin, (lead_top + grid_top - layout.gap - lead.height) / 2),
        move(grid.svg, layout.margin, grid_top),
        move(foot.svg, layout.margin, foot_top),
        _draw_map(drawing, code, layout, map_top, grid_top - layout.gap),
    )
    return _put_on_paper("".join(parts), layout, is_example=any(entry.reading.is_example for entry in (main, *chosen)))


def _put_on_paper(content: str, layout: Layout, *, is_example: bool) -> str:
    paper = f'<rect width="{layout.width}" height="{layout.height}" fill="{PAPER}"/>'
    example = _draw_example(layout) if is_example else ""
    return write_svg(paper + content + example, layout.width, layout.height, {"font-family": FONT})


def _draw_example(layout: Layout) -> str:
    """The word "EKSEMPEL" across the whole picture, so that no crop removes it, and a band at the upper edge that says why."""
    word = EXAMPLE.upper()
    size = layout.inner / measure(word, 1)
    middle, half = f"{layout.width / 2:g} {layout.height / 2:g}", size * 0.35
    style = f'font-size="{size:g}" font-weight="600" fill="{EXAMPLE_NOTE}" fill-opacity="0.16" text-anchor="middle"'
    across = f'<text transform="translate({middle}) rotate({EXAMPLE_ANGLE})" y="{half:g}" {style}>{word}</text>'
    band = f'<rect width="{layout.width}" height="{EXAMPLE_BAND}" fill="{EXAMPLE_NOTE}"/>'
    warning = f"{word}: tal mærket »{EXAMPLE}« er fundet på og må ikke citeres"
    return across + band + write_text(warning, layout.margin, 14, EXAMPLE_TEXT, colour=PAPER, weight=600)


def _write_lines(lines: list[str], size: float, colour: str = INK, weight: int = 400) -> Block:
    leading = size * LEADING
    svg = "".join(write_text(line, 0, size + number * leading, size, colour=colour, weight=weight) for number, line in enumerate(lines))
    return Block(svg, len(lines) * leading)


def _draw_head(profile: KommuneProfile, layout: Layout) -> Block:
    name = profile.place.full_name
    size = fit_size(name, layout.name_size, layout.lead_width if layout.is_wide else layout.inner)
    return stack([_write_lines([texts.TITLE], layout.kicker_size, DIM), _write_lines([name], size, INK, 600)], 0)


def _draw_map(drawing: Drawing, code: str, layout: Layout, upper: float, lower: float) -> str:
    """The locator map at the right margin, vertically in the middle between ``upper`` and ``lower``."""
    scale = min(layout.map_width / drawing.width, (lower - upper) / drawing.height)
    left, top = layout.width - layout.margin - drawing.width * scale, (upper + lower - drawing.height * scale) / 2
    return f'<g transform="translate({left:g} {top:g}) scale({scale:g})">{draw_locator(drawing, code)}</g>'


def _draw_lead(main: Entry, profile: KommuneProfile, layout: Layout) -> Block:
    """The main figure: number, label, period and rank, and bars where there is room."""
    width = layout.lead_width
    standing = [format_period(main.indicator.period, main.reading.period), *([format_rank(main.rank)] if main.rank else [])]
    blocks = [
        _draw_value(main, layout.number_size, MAIN_UNIT, width, layout.name_size * 0.7, ACCENT),
        _write_lines(balance(main.indicator.label, layout.heading_size, width), layout.heading_size, INK, 600),
        _write_lines(_join(standing, layout.standing_size, width), layout.standing_size, DIM),
    ]
    bars = _draw_bars(main, profile, layout) if layout.has_bars else []
    return stack([stack(blocks, SMALL_GAP), *bars], BAR)


def _draw_value(entry: Entry, largest: float, unit_part: float, width: float, reason_size: float, colour: str) -> Block:
    """The number with its unit, as large as fits; or why there is none.

    Args:
        entry: the figure.
        largest: size of the number where there is room enough.
        unit_part: size of the unit, in sizes of the number.
        width: that both may take.
        reason_size: size of the words that stand where the figure is missing.
        colour: of number and unit.
    """
    height = largest * NUMBER_LINE
    if entry.reading.value is None:
        reason = _write_lines(wrap(format_missing(entry.reading), reason_size, width), reason_size, DIM, 600)
        height = max(reason.height, min(height, 2 * reason_size * LEADING))
        return Block(move(reason.svg, 0, height - reason.height), height)
    number, unit = format_figure(entry.reading.value, entry.indicator), name_unit(entry.reading.value, entry.indicator)
    size = min(largest, width / (measure(number, 1) + measure(f" {unit}", unit_part)))
    return Block(write_figure(number, unit, 0, height - size * DESCENT, size, size * unit_part, colour=colour), height)


def _draw_bars(main: Entry, profile: KommuneProfile, layout: Layout) -> list[Block]:
    """Two bars on one scale, the kommune's and the country's; nothing where one of them has no figure."""
    pairs = [(profile.place.name, main.reading, ACCENT), (COUNTRY_NAME, main.national, DIM)]
    known = [(name, reading.value, colour) for name, reading, colour in pairs if reading is not None and reading.value is not None]
    if len(known) < len(pairs):
        return []
    numbers = [format_figure(value, main.indicator) for _, value, _ in known]
    size = layout.standing_size
    left = max(measure(name, size) for name, _, _ in known) + SMALL_GAP
    room = layout.lead_width - left - max(measure(number, size) for number in numbers) - SMALL_GAP
    longest = max(value for _, value, _ in known) or 1
    rows = [
        Block(_draw_bar(name, number, size, (left, room * value / longest), colour), BAR_ROW)
        for (name, value, colour), number in zip(known, numbers, strict=True)
    ]
    return [stack(rows, 0)]


def _draw_bar(name: str, number: str, size: float, span: tuple[float, float], colour: str) -> str:
    left, length = span
    bar = f'<rect x="{left:g}" y="{(BAR_ROW - BAR) / 2:g}" width="{length:g}" height="{BAR}" fill="{colour}"/>'
    baseline = BAR_ROW / 2 + size * 0.34
    return write_text(name, 0, baseline, size) + bar + write_text(number, left + length + SMALL_GAP, baseline, size, weight=600)


def _draw_grid(entries: list[Entry], layout: Layout) -> Block:
    """The other figures in columns."""
    width = (layout.inner - (layout.columns - 1) * COLUMN_GAP) / layout.columns
    rows = [entries[start : start + layout.columns] for start in range(0, len(entries), layout.columns)]
    return stack([_draw_row(row, width, layout) for row in rows], layout.gap)


def _draw_row(entries: list[Entry], width: float, layout: Layout) -> Block:
    """Figures side by side: labels, numbers and the lines below begin at the same heights in all of them."""
    labels = [_write_lines(balance(entry.indicator.label, layout.label_size, width), layout.label_size, INK, 600) for entry in entries]
    values = [_draw_value(entry, layout.value_size, OTHER_UNIT, width, layout.reason_size, INK) for entry in entries]
    above, beside = (max(block.height for block in blocks) for blocks in (labels, values))
    cells = [
        stack([Block(label.svg, above), Block(value.svg, beside), _draw_standing(entry, width, layout.standing_size)], SMALL_GAP)
        for entry, label, value in zip(entries, labels, values, strict=True)
    ]
    rule = f'<rect width="{width:g}" height="1.5" fill="{INK}"/>'
    svg = "".join(move(rule + move(cell.svg, 0, SMALL_GAP), number * (width + COLUMN_GAP), 0) for number, cell in enumerate(cells))
    return Block(svg, SMALL_GAP + max(cell.height for cell in cells))


def _draw_standing(entry: Entry, width: float, size: float) -> Block:
    mark = [EXAMPLE] if entry.reading.is_example else []
    return _write_lines(_join([*mark, *describe_standing(entry).split(SEPARATOR)], size, width), size, DIM)


def _join(parts: list[str], size: float, width: float) -> list[str]:
    """Short texts with dots between them, on as few lines as they need; a text is broken only where it is longer than a line."""
    lines: list[str] = []
    for part in parts:
        if lines and measure(f"{lines[-1]}{SEPARATOR}{part}", size) <= width:
            lines[-1] += f"{SEPARATOR}{part}"
        else:
            lines += wrap(part, size, width)
    return lines


def _draw_foot(entries: list[Entry], figures: Figures, borders: Borders, layout: Layout) -> Block:
    """Sources of figures and map, and the edition."""
    sources = dict.fromkeys(cite_briefly(entry, figures.registry) for entry in entries)
    lead = "Kilder" if len(sources) > 1 else "Kilde"
    map_source = f"Kort: {borders.provenance['licence']}, {borders.provenance['source_date']}."
    text = f"{lead}: {'; '.join(sources)}. {map_source} {describe_edition_briefly(figures)}."
    rule = f'<rect width="{layout.inner}" height="1" fill="{LINE}"/>'
    lines = _write_lines(wrap(text, layout.source_size, layout.inner), layout.source_size, DIM)
    return Block(rule + move(lines.svg, 0, SMALL_GAP), SMALL_GAP + lines.height)
