"""The headings of a block: what stands above each of its columns, above several of them, and above them all."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from openpyxl.utils import range_boundaries

from data.spreadsheet.cell import Cell
from data.spreadsheet.heading import tidy
from data.spreadsheet.landsbyggefonden.block import Column
from data.spreadsheet.sheet import cell_at

NAMES = {"kommune", "kommuner", "kommunenavn", "område", "kode", "kommunekode", "kommunenr", "kommunenr.", "nr.", "nr"}


@dataclass(frozen=True)
class Span:
    """The columns that a block takes: from ``first`` (its names, or the codes before them) to before ``end``; ``names`` has the names."""

    first: int
    names: int
    end: int


def read_titles(headings: Sequence[list[Cell]], span: Span) -> tuple[str, ...]:
    """What stands above the whole block, the nearest first.

    That is what stands above its names, what is merged from there over its columns, and what is alone in its row.
    """
    return tuple(cell.text for cell in _find_titles(headings, span))


def _find_titles(headings: Sequence[list[Cell]], span: Span) -> tuple[Cell, ...]:
    titles: list[Cell] = []
    for row in reversed(headings):
        texts = [cell for cell in row if cell.text]
        above = [cell for cell in row[span.first : span.names + 1] if cell.text and tidy(cell.text) not in NAMES]
        alone = texts if len(texts) == 1 and tidy(texts[0].text) not in NAMES and not _spans_figures(texts[0], span) else []
        titles += above or alone
    return tuple(titles)


def read_columns(headings: Sequence[list[Cell]], span: Span, sheet: str, around: tuple[str, ...]) -> tuple[Column, ...]:
    """The block's columns, each with all that stands above it; a column without a heading of its own has no levels.

    Args:
        headings: the rows of headings, the uppermost first.
        span: the block's columns.
        sheet: the sheet's name.
        around: what stands above the sheet's first block.
    """
    titles = _find_titles(headings, span)
    above = Column(0, "", (), (*(cell.text for cell in titles), sheet), around, titles)
    return tuple(_read_column(headings, number, span, above) for number in range(span.names + 1, span.end))


def _read_column(headings: Sequence[list[Cell]], number: int, span: Span, above: Column) -> Column:
    """A column with its own headings; the titles and what is around are those of ``above``."""
    rows = list(reversed(headings))
    own = [cell for row in rows if (cell := cell_at(row, number)) and cell.text]
    covering = [_find_covering(row, number, span, is_lowest=row is rows[0]) for row in rows]
    levels = tuple(cell for cell in covering if cell) if own or covering[:1] != [None] else ()
    place = next((cell.place for cell in (*own, *(cell_at(row, number) for row in rows)) if cell), "")
    texts = tuple(cell.text for cell in levels)
    return replace(above, number=number, place=place, levels=texts, labels=(*levels, *above.labels))


def _spans_figures(cell: Cell, span: Span) -> bool:
    return bool(cell.merged) and _bounds(cell)[0] > span.names


def _bounds(cell: Cell) -> tuple[int, int]:
    """The first and last column of a merged area, counted from 0."""
    first, _, last, _ = range_boundaries(cell.merged)
    return int(first or 1) - 1, int(last or 1) - 1


def _find_covering(row: list[Cell], number: int, span: Span, *, is_lowest: bool) -> Cell | None:
    """The cell of a row of headings that stands over a column: in it, merged over it, or further left with nothing between them.

    The last is how a heading spans without being merged; the lowest row has none such.
    """
    for position in range(min(number, len(row) - 1), span.names, -1):
        cell = row[position]
        if cell.merged:
            first, last = _bounds(cell)
            covers = first > span.names and first <= number <= last
            return row[first] if covers and row[first].text else None
        if cell.text:
            return cell if position == number or not is_lowest else None
    return None
