"""The rows of the list, each made into an organisation: which kommune it is of, and what is told of it."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from typing import TypeVar

from data.organisation.organisation import Organisation
from data.organisation.text_field import organisation_key
from data.place import Place, PlaceKind, index_by_name, name_key
from data.problem import shorten
from data.spreadsheet.cell import Cell, CellError
from data.spreadsheet.organisation.cells import read_code, read_dwellings, read_member, read_text
from data.spreadsheet.organisation.headings import Field
from data.spreadsheet.organisation.sheet_layout import SheetLayout
from data.spreadsheet.sheet import cell_at
from data.spreadsheet.writing.place_words import read_place_words

OF_KOMMUNE = (Field.CODE, Field.KOMMUNE)
TEXTS = (Field.NAME, Field.WEBSITE, Field.PHONE, Field.EMAIL, Field.CONTACT)
T = TypeVar("T")


@dataclass
class RowReader:
    """Reads the rows of a sheet. ``problems`` gets a sentence for each cell that can't be read, and for each row that repeats another."""

    layout: SheetLayout
    places: Mapping[str, Place]
    problems: list[str]

    def __post_init__(self) -> None:
        """Know every place by its name as well."""
        self.by_name = index_by_name(self.places.values())

    def read(self) -> tuple[Organisation, ...]:
        """The organisations of all rows that can be read. A row without anything on an organisation is passed over."""
        found: dict[tuple[str, str], tuple[Organisation, str]] = {}
        for row in self.layout.rows:
            if not self._tells_of_organisation(row):
                continue
            organisation = self._read_row(row)
            if organisation:
                place = self._get_cell(row, Field.NAME).place
                key = organisation.kommune, organisation_key(organisation.name)
                if key in found:
                    self._tell_double(organisation, place, found[key])
                else:
                    found[key] = organisation, place
        return tuple(organisation for organisation, _ in found.values())

    def _tells_of_organisation(self, row: list[Cell]) -> bool:
        return any(not self._get_cell(row, field).is_empty for field in self.layout.columns if field not in OF_KOMMUNE)

    def _get_cell(self, row: list[Cell], field: Field) -> Cell:
        """A row's cell; an empty one where the row ends before it, or the sheet has no such column."""
        return cell_at(row, self.layout.columns.get(field)) or Cell(row[0].place)

    def _read_row(self, row: list[Cell]) -> Organisation | None:
        """The organisation of a row; None where its kommune or its name can't be read."""
        kommune = self._find_kommune(row)
        texts = {field: self._read(row, field, partial(read_text, field=field), "") for field in TEXTS}
        count = partial(read_dwellings, number_format=self.layout.grid.number_format)
        dwellings = self._read(row, Field.DWELLINGS, count, None)
        is_member = self._read(row, Field.MEMBER, read_member, None)
        if kommune is None or not texts[Field.NAME]:
            return None
        return Organisation(
            kommune=kommune.code,
            name=texts[Field.NAME],
            website=texts[Field.WEBSITE],
            phone=texts[Field.PHONE],
            email=texts[Field.EMAIL],
            contact=texts[Field.CONTACT],
            dwellings=dwellings,
            is_member=is_member,
        )

    def _read(self, row: list[Cell], field: Field, read: Callable[[Cell], T], otherwise: T) -> T:
        cell = self._get_cell(row, field)
        try:
            return read(cell)
        except CellError as error:
            sheet = self.layout.grid.name
            where = f"{sheet}!{cell.merged}" if cell.merged else f"{cell.place} ({field})"
            self.problems.append(f"{where}: {error}")
            return otherwise

    def _find_kommune(self, row: list[Cell]) -> Place | None:
        """The kommune of a row, by its code and its name; where both are given they must agree."""
        before = len(self.problems)
        code = self._read(row, Field.CODE, read_code, "")
        name = self._read(row, Field.KOMMUNE, partial(read_text, field=Field.KOMMUNE), "")
        if len(self.problems) > before:
            return None
        words = read_place_words(name)
        code, name = (code or words.code), (name if words.code and code and words.code != code else words.name)
        by_code, by_name = self.places.get(code), self.by_name.get(name_key(name)) if name else None
        place = by_code if code else by_name
        where = self._get_cell(row, Field.CODE if code else Field.KOMMUNE).place
        self.problems += [f"{where}: {problem}" for problem in self._check_place(code, name, place, by_name)]
        return place if len(self.problems) == before else None

    @staticmethod
    def _check_place(code: str, name: str, place: Place | None, by_name: Place | None) -> Iterator[str]:
        if not code and not name:
            yield "no kommune is given; write its kommunekode or its name, or empty the row"
        elif place is None:
            yield f"'{shorten(code or name)}' is no kommune; write a kommunekode such as 0326, or the name of a kommune"
        elif place.kind is not PlaceKind.KOMMUNE:
            yield f"'{shorten(code or name)}' is {place.name}, and no kommune; write a row for each kommune of the organisation"
        elif name and by_name != place:
            yield f"the code {code} is {place.name}, but the name is {shorten(name)}; correct one of them"

    def _tell_double(self, organisation: Organisation, place: str, first: tuple[Organisation, str]) -> None:
        other, other_place = first
        where = f"{self.places[organisation.kommune].name} in {other_place} already"
        spelt = "" if other.name == organisation.name else f" as {shorten(other.name)}"
        self.problems.append(f"{place}: {shorten(organisation.name)} stands{spelt} under {where}; remove one of the rows")
