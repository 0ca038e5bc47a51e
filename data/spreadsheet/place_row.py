"""Find out which row of a delivered sheet is which place."""

from collections.abc import Mapping

from data.place import Place, PlaceKind, index_by_name, name_key
from data.problem import shorten
from data.spreadsheet.cell import Cell
from data.spreadsheet.header import SheetHeader
from data.spreadsheet.sheet import Grid, cell_at
from data.spreadsheet.writing.place_words import read_place_words


def find_places(grid: Grid, head: SheetHeader, places: Mapping[str, Place], problems: list[str]) -> dict[Place, list[Cell]]:
    """The row of cells of every place. A row that names no place is passed over if its figure columns are empty.

    Args:
        grid: the sheet.
        head: its layout.
        places: all places by code.
        problems: gets a sentence for each row that names no place or one that another row has, and for all kommuner without a row.
    """
    known = {code: place for code, place in places.items() if place.kind in {PlaceKind.KOMMUNE, PlaceKind.COUNTRY}}
    names = index_by_name(known.values())
    found: dict[Place, list[Cell]] = {}
    for row in grid.rows[head.first_row :]:
        place = _identify(row, head, known, names, problems)
        if place in found:
            problems.append(f"{row[0].place}: {place.name} stands in {found[place][0].place} already; remove one of the rows")
        elif place:
            found[place] = row
    missing = [place.name for place in known.values() if place not in found and place.kind is PlaceKind.KOMMUNE]
    if missing:
        without = f"{len(missing)} {'kommune has' if len(missing) == 1 else 'kommuner have'} no row: {', '.join(missing)}"
        problems.append(f"{grid.name}: {without}; add the rows, and leave empty what is not known")
    return found


def _identify(
    row: list[Cell], head: SheetHeader, known: Mapping[str, Place], names: Mapping[str, Place], problems: list[str]
) -> Place | None:
    """The place of a row, by its code and its name; where both are given they must agree."""
    code, name = _read_words(cell_at(row, head.code), cell_at(row, head.name))
    by_code = known.get(code)
    by_name = names.get(name_key(name)) if name else None
    if by_code and name and by_name != by_code:
        problems.append(f"{row[0].place}: the code {code} is {by_code.name}, but the name is {name}; correct one of them")
    place = by_code or (by_name if not code else None)
    if name and code and not by_code and by_name:
        problems.append(f"{row[0].place}: the name is {name}, but the code {code} is no kommune's; correct one of them")
        return None
    has_figures = any(cell and not cell.is_empty for cell in (cell_at(row, column.number) for column in head.columns))
    if not place and has_figures:
        written = " ".join(part for part in (code, name) if part) or "no kommune"
        problems.append(f"{row[0].place}: '{written}' is no kommune, but the row has figures; write a kommunekode, or remove the row")
    return place


def _read_words(code_cell: Cell | None, name_cell: Cell | None) -> tuple[str, str]:
    """The code and the name of a row, each where it is written; either column may have both."""
    by_code, by_name = (read_place_words(cell.text if cell else "") for cell in (code_cell, name_cell))
    is_written_twice = by_name.code and by_code.code and by_name.code != by_code.code
    name = f"{by_name.name} {by_name.code}" if is_written_twice else by_name.name or (by_code.name if by_code.code else "")
    return shorten(by_code.code or by_code.name or by_name.code), shorten(name.strip())
