"""Find the blocks of a workbook: by the names of kommuner below each other, and by the headings above and between them."""

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from data.place import Place, PlaceKind, index_by_name
from data.spreadsheet.cell import Cell
from data.spreadsheet.heading import tidy
from data.spreadsheet.landsbyggefonden.area import is_area, list_regions
from data.spreadsheet.landsbyggefonden.block import Block
from data.spreadsheet.landsbyggefonden.headings import NAMES, Span, read_columns, read_titles
from data.spreadsheet.landsbyggefonden.words import find_kinds, find_measure
from data.spreadsheet.sheet import Grid, cell_at
from data.spreadsheet.writing.place_words import find_named

FEWEST = 10  # kommuner below each other that make a block; that all 98 are there is asked of those that are read
FOOTNOTES = re.compile(r"(kilde|note|anm|\*|\d\))", re.IGNORECASE)
CODE = re.compile(r"(?:DK[ -]?)?\d{3,4}(?:[.,]0+)?", re.IGNORECASE)


@dataclass(frozen=True)
class Words:
    """What rows are known by: the kommuner by the keys of their names, the names of the regioner, the kinds of dwelling."""

    names: Mapping[str, Place]
    regions: Collection[str]
    kinds: Collection[str]


def find_blocks(grids: list[Grid], places: Mapping[str, Place], kinds: Collection[str]) -> list[Block]:
    """The blocks of all sheets, in reading order.

    Args:
        grids: the sheets.
        places: all places by code.
        kinds: the kinds of dwelling that headings may name, as indikatorer.toml has them.
    """
    names = index_by_name(place for place in places.values() if place.kind is PlaceKind.KOMMUNE)
    words = Words(names, list_regions(places), kinds)
    return [block for grid in grids for block in _find_in_sheet(grid, words)]


def _find_in_sheet(grid: Grid, words: Words) -> Iterator[Block]:
    width = max((len(row) for row in grid.rows), default=0)
    found = {column: [_is_kommune(row, column, words.names) for row in grid.rows] for column in range(width)}
    columns = [column for column, marks in found.items() if sum(marks) >= FEWEST]
    blocks: list[Block] = []
    around: tuple[str, ...] = ()
    for column, following in pairwise([*columns, width]):
        span = Span(
            _find_first(grid, column, found[column], columns), column, _find_first(grid, following, found.get(following, []), columns)
        )
        for number, (top, start, end) in enumerate(_find_parts(grid, span, found[column], words)):
            if not blocks and number == 0:
                around = read_titles(grid.rows[top:start], span)
            blocks.append(_make_block(grid, span, (top, start, end), around))
    yield from sorted((block for block in blocks if block.columns), key=lambda block: _find_row(grid, block))


def _is_kommune(row: list[Cell], column: int, names: Mapping[str, Place]) -> bool:
    return column < len(row) and find_named(row[column].text, names) is not None


def _find_first(grid: Grid, column: int, marks: list[bool], columns: list[int]) -> int:
    """The first column of a block: that of the codes where one stands just before the names."""
    before = [row[column - 1].text for row, is_kommune in zip(grid.rows, marks, strict=False) if is_kommune and column > 0]
    has_codes = bool(before) and column - 1 not in columns and all(CODE.fullmatch(text) for text in before if text) and any(before)
    return column - 1 if has_codes else column


def _find_parts(grid: Grid, span: Span, marks: list[bool], words: Words) -> Iterator[tuple[int, int, int]]:
    """The blocks below each other in a column of names: the first row of headings, the first row below them, the row after the last."""
    breaks = [number for number, row in enumerate(grid.rows) if not marks[number] and _is_heading(row, span, words.kinds)]
    before = 0
    while any(marks[before:]):
        first = marks.index(True, before)
        start = _find_start(grid, span, range(before, first), words)
        following = next((number for number in breaks if number > first), len(grid.rows))
        last = max(number for number in range(first, following) if marks[number])
        end = _find_top(grid, span, last + 1, following) if following < len(grid.rows) else following
        yield _find_top(grid, span, before, start), start, end
        before = end


def _find_start(grid: Grid, span: Span, rows: range, words: Words) -> int:
    """The row after the headings: the country, or a region with its name only, may stand before the first kommune."""
    for number in reversed(rows):
        name = cell_at(grid.rows[number], span.names)
        if not _has_figures(grid.rows[number], span) and not (name and is_area(name.text, words.regions)):
            return number + 1
    return rows.start


def _names_kommuner(row: list[Cell], span: Span) -> bool:
    return any(tidy(cell.text) in NAMES for cell in row[span.first : span.names + 1])


def _find_top(grid: Grid, span: Span, before: int, start: int) -> int:
    """The first row of the headings: below the figures and the notes of the block above."""
    top = start
    while top > before and not _has_figures(grid.rows[top - 1], span) and not (before and _is_note(grid.rows[top - 1], span)):
        top -= 1
    return top


def _is_heading(row: list[Cell], span: Span, kinds: Collection[str]) -> bool:
    """Whether a row has headings of a block: it names a kind of dwelling, a measure or the kommuner, and has no figures."""
    texts = [cell.text for cell in row[span.first : span.end] if cell.text]
    if not texts or _is_note(row, span) or _has_figures(row, span):
        return False
    return any(tidy(text) in NAMES or find_measure(text) or find_kinds(text, kinds) for text in texts)


def _is_note(row: list[Cell], span: Span) -> bool:
    texts = [cell.text for cell in row[span.first : span.end] if cell.text]
    return bool(texts) and bool(FOOTNOTES.match(texts[0]))


def _has_figures(row: list[Cell], span: Span) -> bool:
    """Whether a row has numbers beside the names that are no years, and no words."""
    if _names_kommuner(row, span):
        return False
    texts = [cell.text for cell in row[span.names + 1 : span.end] if cell.text and not isinstance(cell.content, date)]
    is_word = any(re.search(r"[a-zæøå]{3}", text.lower()) for text in texts)
    return not is_word and any(re.search(r"\d", text) and not re.fullmatch(r"20\d\d|\(?\d{1,2}\)?", text) for text in texts)


def _make_block(grid: Grid, span: Span, rows: tuple[int, int, int], around: tuple[str, ...]) -> Block:
    top, start, end = rows
    headings, below = grid.rows[top:start], grid.rows[start:end]
    columns = read_columns(headings, span, grid.name, around)
    used = tuple(column for column in columns if column.place and any((cell := cell_at(row, column.number)) and cell.text for row in below))
    own = [cell for row in grid.rows[top:end] for cell in row[span.first : span.end]]
    place = next((cell.place for cell in own if cell.text), own[0].place)
    cells = frozenset(cell.place for cell in own)
    return Block(grid, place, read_titles(headings, span), tuple(below), span.names, span.first < span.names, used, cells)


def _find_row(grid: Grid, block: Block) -> tuple[int, int]:
    rows = [number for number, row in enumerate(grid.rows) if any(cell.place == block.place for cell in row)]
    return rows[0], block.name_column
