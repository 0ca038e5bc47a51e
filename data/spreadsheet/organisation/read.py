"""Read the list of organisations from a delivered workbook or CSV file, and list all its problems at once."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from data.organisation.organisation import Organisation, OrganisationList
from data.organisation.text_field import organisation_key
from data.place import Place, PlaceKind
from data.problem import FiguresError, shorten, shorten_list
from data.spreadsheet.appearance.notice import list_faults, list_hidden, list_remarks
from data.spreadsheet.organisation.rows import RowReader
from data.spreadsheet.organisation.sheet_layout import find_layout
from data.spreadsheet.sheet import Grid
from data.spreadsheet.source_sheet import SourceSheet


@dataclass(frozen=True)
class OrganisationDelivery:
    """The list as it was delivered.

    Attributes:
        source_sheet: what it comes from, who answers for it, its date and edition.
        organisations: those of all rows that can be read.
        remarks: a sentence for everything that was left out, and for what is worth a second look.
        problems: a sentence for everything that is wrong; a delivery with any is refused.
    """

    source_sheet: SourceSheet
    organisations: tuple[Organisation, ...]
    remarks: list[str]
    problems: list[str]

    def make_list(self) -> OrganisationList:
        """The delivery as the list that an edition keeps."""
        sheet = self.source_sheet
        return OrganisationList(self.organisations, sheet.title, sheet.read, sheet.responsible, sheet.edition)


def read_organisations_sheet(grids: list[Grid], places: Mapping[str, Place], source_sheet: SourceSheet) -> OrganisationDelivery | None:
    """The list in a file; None if it has no such sheet, or only one that nobody filled in.

    Args:
        grids: all sheets of the file.
        places: all places by code.
        source_sheet: what the file says of itself; its own problems are told where it is read.
    """
    try:
        layout = find_layout(grids)
    except FiguresError as error:
        return OrganisationDelivery(source_sheet, (), [], error.problems)
    if layout is None:
        return None
    problems = list(layout.problems)
    organisations = RowReader(layout, places, problems).read()
    headings, cells = layout.list_cells()
    problems += [*list_faults(headings), *list_hidden(cells)]
    if not organisations and not problems:
        return None
    remarks = [*layout.left_out, *_name_kommuner_without(layout.grid, organisations, places), *_find_spellings(layout.grid, organisations)]
    remarks += list_remarks([*headings, *cells])
    # A merged area is a problem of each of its cells, but is told once.
    return OrganisationDelivery(source_sheet, organisations, remarks, list(dict.fromkeys(problems)))


def _name_kommuner_without(grid: Grid, organisations: tuple[Organisation, ...], places: Mapping[str, Place]) -> Iterator[str]:
    """A remark that names the kommuner of which nothing is told: there may be none, or they were forgotten."""
    told = {one.kommune for one in organisations}
    without = [place.name for place in places.values() if place.kind is PlaceKind.KOMMUNE and place.code not in told]
    if without:
        subject = "1 kommune has" if len(without) == 1 else f"{len(without)} kommuner have"
        yield f"{grid.name}: {subject} no organisation: {', '.join(shorten_list(without))}"


def _find_spellings(grid: Grid, organisations: tuple[Organisation, ...]) -> list[str]:
    """A remark for each organisation whose name is not spelt alike in all kommuner: the search would list it twice."""
    spellings: dict[str, dict[str, None]] = {}
    for one in organisations:
        spellings.setdefault(organisation_key(one.name), {})[one.name] = None
    several = (" and ".join(f"'{shorten(name)}'" for name in names) for names in spellings.values() if len(names) > 1)
    return shorten_list(
        f"{grid.name}: {names} seem to be one organisation; spell it alike, or the search lists it twice" for names in several
    )
