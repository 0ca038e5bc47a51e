"""What is to be said of cells whose content is not what a reader of the sheet sees."""

from collections.abc import Iterable

from data.problem import shorten_list
from data.spreadsheet.cell import Cell


def list_faults(cells: Iterable[Cell]) -> list[str]:
    """A sentence for each cell of labels (headings, codes, names, periods) that can't be read as it is shown."""
    return [f"{cell.place}: {cell.fault}" for cell in cells if cell.fault]


def list_remarks(cells: Iterable[Cell]) -> list[str]:
    """A sentence for each cell of labels of which something was left out; a year as a number is no figure that a format could round."""
    return [f"{cell.place}: {cell.remark}" for cell in cells if cell.remark and isinstance(cell.content, str)]


def list_rounded(cells: Iterable[Cell]) -> list[str]:
    """A sentence for each cell of figures that shows another number than it has, the first few of many."""
    return shorten_list(f"{cell.place}: {cell.remark}" for cell in cells if cell.remark)


def list_hidden(cells: Iterable[Cell], *, is_read: bool = False) -> list[str]:
    """A sentence for each hidden column or row that has something in the cells; ``is_read`` where they are read all the same.

    >>> list_hidden([Cell("Tal!F5", 1, hidden="column F"), Cell("Tal!F6", 2, hidden="column F"), Cell("Tal!G5", 3)])
    ['Tal: column F is hidden, but has 2 cells that would be read, F5 to F6; show it and look at it, or remove it']
    """
    found: dict[tuple[str, str], list[str]] = {}
    for cell in cells:
        if cell.hidden and not cell.is_empty:
            sheet, _, address = cell.place.rpartition("!")
            found.setdefault((sheet, cell.hidden), []).append(address)
    return [f"{sheet}: {hidden} is hidden, {_count(places, is_read=is_read)}" for (sheet, hidden), places in found.items()]


def _count(places: list[str], *, is_read: bool) -> str:
    where = places[0] if len(places) == 1 else f"{places[0]} to {places[-1]}"
    if is_read:
        return f"but what stands in {where} is read like the rest"
    count = "1 cell" if len(places) == 1 else f"{len(places)} cells"
    return f"but has {count} that would be read, {where}; show it and look at it, or remove it"
