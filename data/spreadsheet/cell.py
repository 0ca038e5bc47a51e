"""One cell of a spreadsheet, read as an indicator's value: a number, or the reason why there is none."""

import re
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from math import isfinite

from data.problem import shorten
from data.reading import STATED_REASONS, Reason
from data.registry.indicator import Indicator, Unit
from data.spreadsheet.number import WHOLE, NumberFormat, read_number
from data.store.snapshot import write_number

SUPPRESSED = {".."}  # Danmarks Statistik's sign
UNAVAILABLE = {"n/a", "na", "n.a.", "i.o.", "ikke oplyst"}
NOTHING_OR_NONE = {"-", "–", "—", "−"}
REASONS = ", ".join(STATED_REASONS)


class CellError(ValueError):
    """A cell that can't be read; the message says what came, what was expected and what to do."""


@dataclass(frozen=True)
class Cell:
    """What stands in a cell: ``content`` as the file gives it, ``place`` as a reader finds it ("Tal!F17").

    ``formula`` is set where the file holds a formula, whose result is then the content, None if it is not stored. ``percent``
    is set where the cell is formatted so that 0,16 is seen as 16 %, ``merged`` to the area that the cell is merged into.
    """

    place: str
    content: object = None
    formula: str = ""
    percent: bool = False
    merged: str = ""

    @property
    def text(self) -> str:
        """The content as one line of text; whole numbers without a decimal point."""
        if isinstance(self.content, float) and self.content.is_integer():
            return str(int(self.content))
        return " ".join(str(self.content).split()) if self.content is not None else ""

    @property
    def said(self) -> str:
        """The text as it is said again."""
        return shorten(self.text)

    @property
    def lacks_result(self) -> bool:
        """Whether it has a formula that no spreadsheet has worked out."""
        return bool(self.formula) and self.content is None

    @property
    def is_empty(self) -> bool:
        """Whether a reader sees nothing in it; also of a formula whose result is an empty text."""
        return not self.text and not self.lacks_result and not self.merged


@dataclass(frozen=True)
class CellValue:
    """A value in the indicator's unit, as text for our tables; or none, and why. ``remark`` is something to be checked."""

    value: str
    reason: Reason | None = None
    remark: str = ""


def read_cell(cell: Cell, indicator: Indicator, form: NumberFormat) -> CellValue:
    """The value in a cell.

    Raises:
        CellError: it is neither a plausible number nor empty nor a reason.
    """
    if cell.merged:
        raise CellError(f"the cells {cell.merged} are merged; unmerge them and write a value in each")
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
            raise CellError(_tell_date(cell.content))
        case int() | float() if isfinite(cell.content):
            return _check(_scale(cell, indicator), indicator, cell.said)
        case _:
            return _read_text(cell, indicator, form)


def _tell_date(came: date | time | timedelta) -> str:
    kind, text = ("date", came.isoformat()[:10]) if isinstance(came, date) else ("time", str(came))
    return f"came the {kind} {text}: Excel makes dates of what looks like one; format the cell as a number and write the number again"


def _scale(cell: Cell, indicator: Indicator) -> Decimal:
    number = Decimal(repr(cell.content))
    if not cell.percent:
        return number
    if indicator.unit is not Unit.PERCENT:
        raise CellError(f"the cell is formatted as per cent, but {indicator.key} is in {indicator.unit}; format it as a number")
    return number * 100


def _read_text(cell: Cell, indicator: Indicator, form: NumberFormat) -> CellValue:
    text, word = cell.said, cell.text.lower()
    if word in NOTHING_OR_NONE:
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
        number = read_number(cell.text, indicator.unit, form)
    except ValueError as error:
        raise CellError(f"'{text}' {error}; write a number in {indicator.unit}, leave the cell empty, or write one of {REASONS}") from error
    return _check(number, indicator, f"'{text}'")


def _check(number: Decimal, indicator: Indicator, came: str) -> CellValue:
    """The number, if it can be one of the indicator's at all."""
    read = write_number(number)
    taken = f"came {came}" if came == read else f"{came} is read as {read}"
    if indicator.unit in WHOLE and number != number.to_integral_value():
        raise CellError(f"{taken}, but {indicator.key} counts whole {indicator.unit}; write a whole number")
    if not indicator.low <= number <= indicator.high:
        raise CellError(f"{taken}, outside {indicator.plausible}; correct it, or the range in indikatorer.toml")
    return CellValue(read)
