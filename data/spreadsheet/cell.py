"""Read one cell of a spreadsheet as an indicator's value: a number, or the reason why there is none."""

import re
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from math import isfinite

from data.problem import shorten
from data.reading import STATED_REASONS, Reason
from data.registry.indicator import Indicator
from data.registry.kind import Unit
from data.spreadsheet.appearance.number_format import settle
from data.spreadsheet.number import COUNTED, NumberFormat, read_number
from data.store.snapshot import write_number

SUPPRESSED = {".."}  # the sign of Danmarks Statistik
UNAVAILABLE = {"n/a", "na", "n.a.", "i.o.", "ikke oplyst"}
DASHES = {"-", "–", "—", "−"}
REASONS = ", ".join(STATED_REASONS)


class CellError(ValueError):
    """A cell can't be read; the message says what it has, what was expected and what to do."""


@dataclass(frozen=True)
class Cell:
    """A cell of a spreadsheet.

    Attributes:
        place: its address, as messages give it: "Tal!F17".
        content: the value that the file gives; of a formula its stored result, None if there is none.
        formula: the formula, where there is one.
        percent: whether it is formatted as per cent, so that 0.16 is displayed as 16 %.
        merged: the area that it is merged into, such as "C5:C6".
        fault: why what it shows is not what it holds, so that it can't be read; empty where it can.
        remark: what it shows otherwise than it is read: a rounded number, a note mark that was left out.
        hidden: the row or column that hides it, as messages name it: "column F".
    """

    place: str
    content: object = None
    formula: str = ""
    percent: bool = False
    merged: str = ""
    fault: str = ""
    remark: str = ""
    hidden: str = ""

    @property
    def text(self) -> str:
        """The content as one line of text; whole numbers without a decimal point.

        >>> Cell("Tal!C5", 3372.0).text, Cell("Tal!C1", "Almene  boliger").text
        ('3372', 'Almene boliger')
        """
        if isinstance(self.content, float) and self.content.is_integer():
            return str(int(self.content))
        return " ".join(str(self.content).split()) if self.content is not None else ""

    @property
    def quoted(self) -> str:
        """The text as messages quote it: shortened if it is long."""
        return shorten(self.text)

    @property
    def lacks_result(self) -> bool:
        """Whether it has a formula without a stored result."""
        return bool(self.formula) and self.content is None

    @property
    def is_empty(self) -> bool:
        """Whether nothing is displayed in it; a formula whose result is an empty text is empty too."""
        return not self.text and not self.lacks_result and not self.merged


@dataclass(frozen=True)
class CellValue:
    """A value in the indicator's unit, as text for figure tables; or none, with a reason. ``remark`` says what was guessed."""

    value: str
    reason: Reason | None = None
    remark: str = ""


def read_cell(cell: Cell, indicator: Indicator, number_format: NumberFormat) -> CellValue:
    """The value in a cell.

    ::

        read_cell(Cell("Tal!C5", "3.372"), registry["boliger_familie"], NumberFormat.DANISH)  # CellValue("3372")
        read_cell(Cell("Tal!C5", None), registry["boliger_familie"], NumberFormat.DANISH)  # CellValue("", Reason.IKKE_OFFENTLIGGJORT)
        read_cell(Cell("Tal!C5", "-"), registry["boliger_familie"], NumberFormat.DANISH)  # CellError: '-' may mean zero or missing; …

    Args:
        cell: the cell.
        indicator: its unit and its plausible range are those of the value.
        number_format: how the file writes numbers in text.

    Raises:
        CellError: it is neither a plausible number nor empty nor a reason.
    """
    try:
        value = _read_content(cell, indicator, number_format)
    except CellError as error:
        raise CellError(f"{error}; {cell.remark}") if cell.remark and not cell.fault else error from error
    return replace(value, remark="; ".join(remark for remark in (value.remark, cell.remark) if remark))


def _read_content(cell: Cell, indicator: Indicator, number_format: NumberFormat) -> CellValue:
    if cell.merged:
        raise CellError(f"the cells {cell.merged} are merged; unmerge them and write a value in each")
    if cell.fault:
        raise CellError(cell.fault)
    if cell.is_empty:
        return CellValue("", Reason.IKKE_OFFENTLIGGJORT)
    match cell.content:
        case None:
            raise CellError(
                f"the formula {shorten(cell.formula)} has no stored result; open the file in Excel, save it, and import it again"
            )
        case bool():
            raise CellError(f"came {cell.content}; write a number")
        case datetime() | date() | time() | timedelta():
            raise CellError(_describe_date(cell.content))
        case int() | float() if isfinite(cell.content):
            return _check_plausible(_scale(cell, indicator), indicator, cell.quoted)
        case _:
            return _read_text(cell, indicator, number_format)


def _describe_date(content: date | time | timedelta) -> str:
    kind, text = ("date", content.isoformat()[:10]) if isinstance(content, date) else ("time", str(content))
    return f"came the {kind} {text}: Excel makes dates of what looks like one; format the cell as a number and write the number again"


def _scale(cell: Cell, indicator: Indicator) -> Decimal:
    number = settle(Decimal(repr(cell.content)))
    if not cell.percent:
        return number
    if indicator.unit is not Unit.PERCENT:
        raise CellError(f"the cell is formatted as per cent, but {indicator.key} is in {indicator.unit}; format it as a number")
    return number * 100


def _read_text(cell: Cell, indicator: Indicator, number_format: NumberFormat) -> CellValue:
    text, word = cell.quoted, cell.text.lower()
    if word in DASHES:
        raise CellError(f"'{text}' may mean zero or missing; write 0, or leave the cell empty, or write one of {REASONS}")
    if word in SUPPRESSED:
        return CellValue("", Reason.UNDERTRYKT)
    if word in UNAVAILABLE:
        return CellValue(
            "", Reason.IKKE_OFFENTLIGGJORT, f"'{text}' is read as {Reason.IKKE_OFFENTLIGGJORT}; another reason must be written out"
        )
    if word.replace(" ", "_") in STATED_REASONS:
        return CellValue("", Reason(word.replace(" ", "_")))
    if re.fullmatch(r"#[A-ZÆØÅ0-9/!?]+", text):
        raise CellError(f"came the spreadsheet's error {text}; mend the formula, or write the number")
    try:
        number = read_number(cell.text, indicator.unit, number_format)
    except ValueError as error:
        raise CellError(f"'{text}' {error}; write a number in {indicator.unit}, leave the cell empty, or write one of {REASONS}") from error
    return _check_plausible(number, indicator, f"'{text}'")


def _check_plausible(number: Decimal, indicator: Indicator, original: str) -> CellValue:
    """The number as a value, if the indicator can have it."""
    read = write_number(number)
    described = f"came {original}" if original == read else f"{original} is read as {read}"
    if indicator.unit in COUNTED and number != number.to_integral_value():
        raise CellError(f"{described}, but {indicator.key} counts whole {indicator.unit}; write a whole number")
    if not indicator.low <= number <= indicator.high:
        raise CellError(f"{described}, outside {indicator.plausible}; correct it, or the range in indikatorer.toml")
    return CellValue(read)
