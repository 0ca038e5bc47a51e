"""The rows of a block by place: each kommune once, and the country where the file has it."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field

from data.place import COUNTRY, Place, PlaceKind, index_by_name
from data.spreadsheet.appearance.notice import list_faults, list_hidden, list_remarks, list_rounded
from data.spreadsheet.cell import Cell
from data.spreadsheet.heading import tidy
from data.spreadsheet.landsbyggefonden.area import COUNTRY_NAMES, TOTALS, is_region, list_regions
from data.spreadsheet.landsbyggefonden.block import Block
from data.spreadsheet.landsbyggefonden.layout import FOOTNOTES
from data.spreadsheet.sheet import cell_at
from data.spreadsheet.writing.place_words import find_named, read_place_words


@dataclass
class PlaceRows:
    """A block's rows by place, the names in rows that were passed over, the problems, and what is shown otherwise than it is read."""

    rows: dict[Place, list[Cell]] = field(default_factory=dict)
    passed_over: list[str] = field(default_factory=list)
    problems: list[str] = field(default_factory=list)
    remarks: list[str] = field(default_factory=list)


def read_place_rows(block: Block, numbers: Collection[int], places: Mapping[str, Place]) -> PlaceRows:
    """The rows of a block.

    A row is passed over where it is a region's, or has nothing in the columns that are read: notes and blank rows. "I alt" is the country
    where the block has it once and no row of another name for the country; of several, none is.

    Args:
        block: the block.
        numbers: the columns that are read.
        places: all places by code.
    """
    every = [place for place in places.values() if place.kind is PlaceKind.KOMMUNE]
    kommuner = index_by_name(every)
    regions = list_regions(places)
    found = PlaceRows()
    others = []
    for row in block.rows:
        cell = cell_at(row, block.name_column)
        if cell and cell.text and (place := find_named(cell.text, kommuner)):
            _add(place, row, cell, block, found)
        elif cell and cell.text:
            others.append((tidy(cell.text), cell, row))
    areas = [cell for name, cell, _ in others if is_region(name, regions)]
    totals = [(cell, row) for name, cell, row in others if name in COUNTRY_NAMES | TOTALS and _has_text(row, numbers)]
    for _, cell, row in others:
        if cell not in [*areas, *(total for total, _ in totals)] and not FOOTNOTES.match(cell.text) and _has_text(row, numbers):
            found.problems.append(f"{cell.place}: '{cell.quoted}' is no kommune; correct the name, or remove the row")
    found.problems += _check_complete(block, found.rows, every)
    _add_country(totals, places[COUNTRY], found)
    _look_at_cells(block, numbers, found)
    found.passed_over += [f"{cell.place} '{cell.text}'" for cell in areas]
    return found


def _add(place: Place, row: list[Cell], cell: Cell, block: Block, found: PlaceRows) -> None:
    if place in found.rows:
        found.problems.append(f"{cell.place}: {place.name} stands there already; remove one of the rows")
    else:
        found.rows[place] = row
        found.problems += _check_code(row, block, place)


def _look_at_cells(block: Block, numbers: Collection[int], found: PlaceRows) -> None:
    """Tell what the headings, the names and the figures show otherwise than they hold."""
    rows = found.rows.values()
    headings = [cell for column in block.columns if column.number in numbers for cell in column.labels]
    columns = range(block.name_column - block.has_codes, block.name_column + 1)
    labels = dict.fromkeys([*headings, *(cell for row in rows for number in columns if (cell := cell_at(row, number)))])
    figures = {number: [cell for row in rows if (cell := cell_at(row, number))] for number in dict.fromkeys(numbers)}
    found.problems += [*list_faults(labels), *list_hidden(cell for cells in figures.values() for cell in cells)]
    found.remarks += list_remarks(labels)
    found.remarks += [remark for cells in figures.values() for remark in list_rounded(cells)]


def _add_country(totals: list[tuple[Cell, list[Cell]]], country: Place, found: PlaceRows) -> None:
    """The country's row: the one that names the country, else the only total."""
    named = [(cell, row) for cell, row in totals if tidy(cell.text) in COUNTRY_NAMES] or (totals if len(totals) == 1 else [])
    if len(named) > 1:
        found.problems.append(f"{named[1][0].place}: the country stands there already; remove one of the rows")
    elif named:
        found.rows[country] = named[0][1]
    found.passed_over += [f"{cell.place} '{cell.text}'" for cell, row in totals if (cell, row) not in named]


def _check_code(row: list[Cell], block: Block, place: Place) -> list[str]:
    """A problem where the code beside a name is another kommune's."""
    code = row[block.name_column - 1] if block.has_codes else None
    if code is None or not code.text or read_place_words(code.text).code == place.code:
        return []
    return [f"{code.place}: '{code.quoted}' is not the code of {place.name}, {place.code}; correct one of them"]


def _has_text(row: list[Cell], numbers: Collection[int]) -> bool:
    return any((cell := cell_at(row, number)) and cell.text for number in numbers)


def _check_complete(block: Block, rows: Collection[Place], kommuner: Collection[Place]) -> list[str]:
    missing = [place.name for place in kommuner if place not in rows]
    if not missing:
        return []
    return [f"{block.label}: {len(missing)} kommuner are missing: {', '.join(missing)}; give a file with all of them"]
