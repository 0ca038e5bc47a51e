"""A block of Landsbyggefonden's workbook: kommuner below each other in one column, and columns of figures under headings beside them."""

from dataclasses import dataclass

from data.spreadsheet.cell import Cell
from data.spreadsheet.sheet import Grid


@dataclass(frozen=True)
class Column:
    """A column of a block.

    Attributes:
        number: of the column, counted from 0.
        place: address of the lowest cell of its heading: "Ark1!C4".
        levels: its own headings and those that span it, the nearest first.
        titles: what stands above the whole block, the nearest first, and last the name of the sheet.
        around: where a year or a unit is looked for when neither says it: what stands above the sheet's first block.
        labels: the cells of ``levels`` and ``titles``.
    """

    number: int
    place: str
    levels: tuple[str, ...]
    titles: tuple[str, ...]
    around: tuple[str, ...] = ()
    labels: tuple[Cell, ...] = ()

    @property
    def heading(self) -> str:
        """The whole heading, the uppermost first.

        >>> Column(2, "Ark1!C4", ("Husleje 2026", "Familieboliger"), ("Ark1",)).heading
        'Familieboliger / Husleje 2026'
        """
        return " / ".join(reversed(self.levels)) or "without a heading"

    @property
    def letter(self) -> str:
        """The column's letter.

        >>> Column(2, "Ark1!C4", (), ()).letter
        'C'
        """
        return self.place.rpartition("!")[2].rstrip("0123456789")


@dataclass(frozen=True)
class Block:
    """A block.

    Attributes:
        grid: the sheet that it stands on.
        place: address of its heading: the first cell that is its own.
        titles: what stands above the whole of it, the nearest first; without the name of the sheet.
        rows: its rows below the headings, also totals, regions and notes.
        name_column: the number of the column with the kommuner's names.
        has_codes: whether kommunekoder stand in the column before the names.
        columns: its columns of figures.
        cells: the addresses of all its cells, by which it may be named.
    """

    grid: Grid
    place: str
    titles: tuple[str, ...]
    rows: tuple[list[Cell], ...]
    name_column: int
    has_codes: bool
    columns: tuple[Column, ...]
    cells: frozenset[str]

    @property
    def label(self) -> str:
        """Its nearest title, else the name of its sheet; and its place."""
        return f"'{(*self.titles, self.grid.name)[0]}' ({self.place})"
