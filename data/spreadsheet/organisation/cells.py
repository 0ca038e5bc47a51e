"""Read one cell of the list of organisations: each column has a kind of its own, and what is none of it is refused with a sentence."""

import re
from collections.abc import Callable, Mapping
from datetime import date, time, timedelta
from decimal import Decimal
from math import isfinite

from data.organisation.organisation_file import MOST_DWELLINGS
from data.organisation.reach import read_email, read_phone, read_website
from data.organisation.text_field import read_contact, read_name, tidy_text
from data.problem import shorten
from data.registry.kind import Unit
from data.spreadsheet.appearance.number_format import settle
from data.spreadsheet.cell import DASHES, Cell, CellError
from data.spreadsheet.number import NumberFormat, read_number
from data.spreadsheet.organisation.headings import Field
from data.spreadsheet.writing.place_words import read_place_words
from data.store.snapshot import write_number

SPREADSHEET_ERROR = re.compile(r"#[A-ZÆØÅ0-9/!?]+")
ANSWERS = {"": None, "ja": True, "j": True, "x": True, "sand": True, "true": True, "nej": False, "n": False, "falsk": False, "false": False}
EXPECTED = {  # by field, what a message asks for
    Field.CODE: "a kommunekode, such as 0326",
    Field.KOMMUNE: "the name of a kommune",
    Field.NAME: "the name of the organisation",
    Field.WEBSITE: "the address of a website, such as www.eksempel.dk",
    Field.PHONE: "a telephone number, such as 12 34 56 78",
    Field.EMAIL: "an e-mail address, such as kontakt@eksempel.dk",
    Field.CONTACT: "a function, such as Kundeservice",
    Field.DWELLINGS: f"a whole number from 0 to {MOST_DWELLINGS}",
    Field.MEMBER: "ja or nej",
}
READERS: Mapping[Field, Callable[[str], str]] = {
    Field.NAME: read_name,
    Field.WEBSITE: read_website,
    Field.PHONE: read_phone,
    Field.EMAIL: read_email,
    Field.CONTACT: read_contact,
}
NUMBERS_ALLOWED = {Field.CODE, Field.PHONE}  # digits that a spreadsheet may keep as a number


def read_text(cell: Cell, field: Field) -> str:
    """The text of a cell as it is kept; empty where the cell is, and the field need not be told.

    ::

        read_text(Cell("Boligorganisationer!E2", 12345678.0), Field.PHONE)  # '12 34 56 78'
        read_text(Cell("Boligorganisationer!E2", "12 34"), Field.PHONE)  # CellError: '12 34' is no telephone number; write …

    Raises:
        CellError: it is none that the field can have.
    """
    _check_readable(cell, field)
    if cell.is_empty:
        return _read_empty(field)
    text = _get_text(cell, field)
    try:
        return READERS[field](text) if field in READERS else tidy_text(text)
    except ValueError as error:
        raise CellError(str(error)) from error


def read_code(cell: Cell) -> str:
    """A kommunekode with its four digits, if it is one; whether there is such a kommune is not asked here.

    >>> read_code(Cell("Boligorganisationer!A2", 101.0)), read_code(Cell("Boligorganisationer!A2", "101.0"))
    ('0101', '0101')

    Raises:
        CellError: the cell has neither text nor a whole number.
    """
    words = read_place_words(read_text(cell, Field.CODE))
    return words.code or words.name


def read_dwellings(cell: Cell, number_format: NumberFormat) -> int | None:
    """A number of dwellings; None where the cell is empty.

    >>> read_dwellings(Cell("Boligorganisationer!H2", "1.234"), NumberFormat.DANISH)
    1234

    Raises:
        CellError: it is no whole number, or more than a kommune can have.
    """
    _check_readable(cell, Field.DWELLINGS)
    if cell.is_empty:
        return None
    content, expected = cell.content, EXPECTED[Field.DWELLINGS]
    if cell.percent:
        raise CellError("the cell is formatted as per cent; format it as a number, and write the number of dwellings")
    if isinstance(content, int | float) and not isinstance(content, bool) and isfinite(content):
        number = settle(Decimal(repr(content)))
    elif isinstance(content, str):
        number = _read_count(cell, number_format)
    else:
        raise CellError(f"came {_describe(content)}; write {expected}, or leave the cell empty")
    if number != number.to_integral_value() or not 0 <= number <= MOST_DWELLINGS:
        read = shorten(write_number(number))
        came = f"came {read}" if read == cell.quoted else f"'{cell.quoted}' is read as {read}"
        shown = f" ({cell.remark})" if cell.remark else ""
        raise CellError(f"{came}{shown}; write {expected}, or leave the cell empty")
    return int(number)


def _read_count(cell: Cell, number_format: NumberFormat) -> Decimal:
    if cell.text in DASHES:
        raise CellError(f"'{cell.quoted}' may mean zero or unknown; write 0, or leave the cell empty")
    try:
        return read_number(cell.text, Unit.DWELLINGS, number_format)
    except ValueError as error:
        raise CellError(f"'{cell.quoted}' {error}; write {EXPECTED[Field.DWELLINGS]}, or leave the cell empty") from error


def read_member(cell: Cell) -> bool | None:
    """Whether the organisation is a member; None where the cell is empty.

    >>> read_member(Cell("Boligorganisationer!I2", "Ja")), read_member(Cell("Boligorganisationer!I2", False))
    (True, False)

    Raises:
        CellError: it is no answer.
    """
    _check_readable(cell, Field.MEMBER)
    if isinstance(cell.content, bool):
        return cell.content
    word = cell.text.lower()
    if word not in ANSWERS or not isinstance(cell.content, str | None):
        raise CellError(f"came {_describe(cell.content)}; write {EXPECTED[Field.MEMBER]}, or leave the cell empty")
    return ANSWERS[word]


def _check_readable(cell: Cell, field: Field) -> None:
    """Refuse a cell whose content nobody can see, whatever its column."""
    if cell.merged:
        raise CellError("these cells are merged; unmerge them, and write in each what belongs there")
    if cell.fault:
        raise CellError(cell.fault)
    if cell.lacks_result:
        raise CellError(f"the formula {shorten(cell.formula)} has no stored result; open the file in Excel, save it, and import it again")
    if SPREADSHEET_ERROR.fullmatch(cell.text):
        raise CellError(f"came the spreadsheet's error {cell.quoted}; mend the formula, or write {EXPECTED[field]}")


def _read_empty(field: Field) -> str:
    if field is Field.NAME:
        raise CellError(f"no name is given; write {EXPECTED[field]}, or empty the row")
    return ""


def _get_text(cell: Cell, field: Field) -> str:
    """The content, if it is a text, or a whole number where digits are expected."""
    if isinstance(cell.content, str):
        return cell.content
    is_number = isinstance(cell.content, int | float) and not isinstance(cell.content, bool)
    if field in NUMBERS_ALLOWED and is_number and cell.text.isdigit():
        return cell.text
    raise CellError(f"came {_describe(cell.content)}; format the cell as text, and write {EXPECTED[field]}")


def _describe(content: object) -> str:
    """A content as a message names it.

    >>> _describe(date(2026, 3, 1)), _describe(12.5), _describe("måske")
    ('the date 2026-03-01', 'the number 12.5', "'måske'")
    """
    match content:
        case bool():
            return f"the answer {'ja' if content else 'nej'}"
        case date():
            return f"the date {content.isoformat()[:10]}"
        case time() | timedelta():
            return f"the time {content}"
        case int() | float():
            return f"the number {shorten(str(content))}"
        case _:
            return f"'{shorten(' '.join(str(content).split()))}'"
