"""The words of the preview picture: a place, its main figure, and the country's figure to compare with."""

from collections.abc import Iterator
from functools import partial
from html import escape

from components.svg.block import Block, shrink, stack, write_block
from components.svg.text import measure, wrap
from components.theme import ACCENT, DIM, EXAMPLE_NOTE, INK
from components.wording import texts
from components.wording.formats import (
    SPACE,
    format_figure,
    format_missing,
    format_period,
    format_rank,
    format_reading,
    name_figure,
    name_unit,
)
from components.wording.standing import COMPUTED
from data.place import Place, PlaceKind
from data.profile.profile import Entry
from data.reading import Status
from data.sentence import capitalise

COLUMN, ROOM = 266, 236  # width and height of all words
SITE, LABEL, UNIT, FACT, MARK = 12, 13.5, 20, 15, 12  # sizes of type
NAMES, NUMBERS, REASONS = (31, 26, 22), (62, 54, 44, 36, 28), (26, 22, 18)  # sizes of type, of which the largest that fits is taken
LARGE_LEADING = 1.12  # from line to line of large type
GAPS = (6, 20)  # between blocks: smallest and largest
EXAMPLE = "EKSEMPEL, ikke et virkeligt tal"


def draw_words(place: Place, entry: Entry) -> Block:
    """All words beside the map: the site's title, the place's name, its figure, period, rank and the country's figure."""
    write = partial(write_block, width=COLUMN)
    name = place.full_name if place.kind is PlaceKind.KOMMUNE else place.name
    mark = [write(EXAMPLE, MARK, colour=EXAMPLE_NOTE, weight=600)] if entry.reading.is_example else []
    figure = [write(name_figure(entry.indicator), LABEL, colour=DIM, leading=LARGE_LEADING), _draw_figure(entry), *mark]
    facts = [write(fact, FACT, colour=INK) for fact in _list_facts(entry)]
    blocks = [write(texts.TITLE, SITE, colour=DIM), _draw_name(name), stack(figure, 0), stack(facts, 0)]
    left = ROOM - sum(block.height for block in blocks)
    return shrink(stack(blocks, min(max(GAPS[0], left / (len(blocks) - 1)), GAPS[1])), ROOM)


def _draw_name(name: str) -> Block:
    size = next((size for size in NAMES if _fit(wrap(name, size, COLUMN), size)), NAMES[-1])
    return write_block(name, size, COLUMN, INK, weight=600, leading=LARGE_LEADING)


def _fit(lines: list[str], size: float) -> bool:
    return len(lines) <= 2 and all(measure(line, size) <= COLUMN for line in lines)


def _draw_figure(entry: Entry) -> Block:
    """Number and unit on one line, or why there is no figure."""
    value, indicator = entry.reading.value, entry.indicator
    if value is None:
        reason = format_missing(entry.reading)
        size = next((size for size in REASONS if _fit(wrap(reason, size, COLUMN), size)), REASONS[-1])
        return write_block(reason, size, COLUMN, DIM, leading=LARGE_LEADING)
    number, unit = format_figure(value, indicator), name_unit(value, indicator)
    size = next((size for size in NUMBERS if measure_figure(number, unit, size) <= COLUMN), NUMBERS[-1])
    after = f'<tspan font-size="{UNIT}" font-weight="400" fill="{DIM}">{SPACE}{escape(unit)}</tspan>'
    style = f'font-size="{size}" font-weight="600" fill="{ACCENT}"'
    text = f'<text x="{size * -0.02:g}" y="{size * 0.84:g}" {style}>{escape(number)}{after}</text>'
    return Block(text, size)


def measure_figure(number: str, unit: str, size: float) -> float:
    """The width that number and unit side by side do not exceed."""
    return measure(number, size) + measure(SPACE + unit, UNIT)


def _list_facts(entry: Entry) -> Iterator[str]:
    """Period and rank, on one line where they fit ("1. januar 2026 · 31.-laveste af 98"); the country's figure."""
    standing = [format_period(entry.indicator.period, entry.reading.period)] if entry.reading.period else []
    standing += [COMPUTED] if entry.reading.status is Status.BEREGNET else []
    standing += [format_rank(entry.rank)] if entry.rank else []
    line = " · ".join(standing)
    yield from [line] if standing and measure(line, FACT) <= COLUMN else map(capitalise, standing)
    if entry.national:
        yield f"Hele landet: {format_reading(entry.national, entry.indicator)}"
