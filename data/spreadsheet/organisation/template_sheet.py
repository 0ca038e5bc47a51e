"""Write the sheet "Boligorganisationer" of the workbook that BL's analysts fill in: a row for each organisation of each kommune."""

from collections.abc import Mapping
from typing import Any

from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation

from data.organisation.organisation import Organisation, OrganisationList
from data.organisation.organisation_file import ANSWERS, MOST_DWELLINGS
from data.place import Place
from data.spreadsheet import template_style as style
from data.spreadsheet.organisation.headings import SHEET, Field

OPEN_ROWS = 1500  # 15 for each kommune
SPARE_ROWS = 500  # at least so many are empty below those that are filled in
LAST_FIXED = Field.NAME  # it and the columns before it stay in sight
WIDTHS = {  # characters
    Field.CODE: 14, Field.KOMMUNE: 20, Field.NAME: 42, Field.WEBSITE: 36, Field.PHONE: 16, Field.EMAIL: 34, Field.CONTACT: 24,
    Field.DWELLINGS: 14, Field.MEMBER: 12,
}  # fmt: skip
FORMATS = {Field.CODE: "@", Field.PHONE: "@", Field.DWELLINGS: "#,##0"}  # @ is text: it keeps zeros in front, and the + of a number
NOTES = {
    Field.CODE: "Kommunens kode, f.eks. 0326. Er kommunens navn skrevet, kan koden undværes.",
    Field.KOMMUNE: "Kommunens navn, f.eks. Kalundborg. Er koden skrevet, kan navnet undværes; står begge, skal de passe sammen.",
    Field.NAME: "Boligorganisationens navn, som det skal stå på kortet. Én række for hver kommune, hvor den har boliger.\n"
    "Skriv navnet ens i alle kommuner.",
    Field.WEBSITE: "Adressen på organisationens hjemmeside, f.eks. www.eksempel.dk. Tom, hvis den ikke kendes.",
    Field.PHONE: "Hovednummeret, f.eks. 12 34 56 78. Et udenlandsk nummer begynder med + og landekoden.",
    Field.EMAIL: "Organisationens fælles mailadresse, f.eks. kontakt@eksempel.dk. Ikke en persons.",
    Field.CONTACT: "Den funktion, man skal spørge efter, f.eks. Kundeservice eller Udlejning.\n"
    "Skriv ikke navnet på en person: listen bliver offentlig.",
    Field.DWELLINGS: "Hvor mange almene boliger organisationen har i kommunen. Et helt tal; tom, hvis det ikke vides. En streg læses ikke.",
    Field.MEMBER: "ja eller nej. Tom, hvis det ikke vides.",
}


def write_organisation_sheet(sheet: Any, places: Mapping[str, Place], current: OrganisationList | None) -> None:
    """Write the sheet, to be filled in.

    Args:
        sheet: an empty worksheet; it gets the name by which the list is found.
        places: all places by code.
        current: the list that stands in it already; a made-up one does not, since it would come back as a real one.
    """
    sheet.title = SHEET
    known = () if current is None or current.is_example else current.organisations
    last = 1 + max(OPEN_ROWS, len(known) + SPARE_ROWS)
    _write_headings(sheet)
    for row in range(2, last + 1):
        _write_row(sheet, row, _to_contents(known[row - 2], places) if row - 2 < len(known) else {})
    for validation in _make_validations(last):
        sheet.add_data_validation(validation)
    _format_sheet(sheet)


def _write_headings(sheet: Any) -> None:
    for column, field in enumerate(Field, 1):
        cell = sheet.cell(1, column, str(field))
        cell.font, cell.fill, cell.alignment = style.HEAD_FONT, style.HEAD_FILL, style.WRAPPED
        cell.comment = style.make_note(f"{field}\n\n{NOTES[field]}")
        sheet.column_dimensions[get_column_letter(column)].width = WIDTHS[field]
    sheet.row_dimensions[1].height = 2 * style.LINE_HEIGHT + 3


def _to_contents(one: Organisation, places: Mapping[str, Place]) -> dict[Field, str | int | None]:
    """What stands in the row of an organisation; what is not told stays empty."""
    contents: dict[Field, str | int | None] = {
        Field.CODE: one.kommune,
        Field.KOMMUNE: places[one.kommune].name,
        Field.NAME: one.name,
        Field.WEBSITE: one.website,
        Field.PHONE: one.phone,
        Field.EMAIL: one.email,
        Field.CONTACT: one.contact,
        Field.DWELLINGS: one.dwellings,
        Field.MEMBER: ANSWERS[one.is_member],
    }
    return {field: None if content == "" else content for field, content in contents.items()}


def _write_row(sheet: Any, row: int, contents: Mapping[Field, str | int | None]) -> None:
    for column, field in enumerate(Field, 1):
        cell = sheet.cell(row, column, contents.get(field))
        cell.protection, cell.border, cell.font = style.OPEN, style.LINE, style.TEXT_FONT
        if field in FORMATS:
            cell.number_format = FORMATS[field]


def _make_validations(last: int) -> list[DataValidation]:
    """Only ja and nej, and only a number of dwellings that a kommune can have; both may be left out."""
    answers = ",".join(word for word in ANSWERS.values() if word)
    answer = DataValidation(type="list", formula1=f'"{answers}"', allow_blank=True, showErrorMessage=True)
    answer.errorTitle, answer.error = "ja eller nej", "Skriv ja eller nej, eller lad cellen være tom."
    most = str(MOST_DWELLINGS)
    count = DataValidation(type="whole", operator="between", formula1="0", formula2=most, allow_blank=True, showErrorMessage=True)
    count.errorTitle = "Det tal kan ikke passe"
    count.error = "Skriv et helt antal boliger i kommunen, eller lad cellen være tom. En streg kan betyde både nul og intet tal."
    for validation, field in ((answer, Field.MEMBER), (count, Field.DWELLINGS)):
        letter = get_column_letter(list(Field).index(field) + 1)
        validation.add(f"{letter}2:{letter}{last}")
    return [answer, count]


def _format_sheet(sheet: Any) -> None:
    """Keep the headings in sight and locked, and let rows be sorted, put in and taken out."""
    sheet.freeze_panes = f"{get_column_letter(list(Field).index(LAST_FIXED) + 2)}2"
    sheet.protection.enable()
    allowed = ("formatCells", "formatColumns", "formatRows", "insertRows", "deleteRows", "sort")
    for name in allowed:
        setattr(sheet.protection, name, False)  # False: it is allowed
    sheet.print_title_rows = "1:1"
    style.fit_paper(sheet)
