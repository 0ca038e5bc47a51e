"""The workbook that BL's analysts fill in: figures, explanation, source. It is made from the registry."""

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from openpyxl import Workbook
from openpyxl.comments import Comment
from openpyxl.styles import Alignment, Border, Font, PatternFill, Protection, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation

from data import colophon, header
from data.figures import Figures
from data.guide import CAUTION, EXPLANATION, REASON_WORDS
from data.place import COUNTRY
from data.reading import Reading
from data.registry import Indicator, PeriodKind
from data.source import base_key

HEADINGS = ("Kommunekode", "Kommune")
ROWS = ("Enhed", "Periode", "Nøgle")  # below the headings
FIRST = len(ROWS) + 2  # the first kommune's row
INK, SOFT, ACCENT = "20262B", "F4E0C6", "8C2F23"
FACE = "Calibri"
HEAD_FONT, HEAD_FILL = Font(name=FACE, bold=True, color="FFFFFF"), PatternFill("solid", fgColor=ACCENT)
SUB_FONT, SUB_FILL = Font(name=FACE, color=INK, italic=True), PatternFill("solid", fgColor=SOFT)
WORD_FONT = Font(name=FACE, bold=True, color=ACCENT)
LINE = Border(bottom=Side(style="hair", color="B9B5AF"))
OPEN = Protection(locked=False)
WIDE = 19  # characters, as all widths
GUIDE_WIDTHS = (62, 90)
LINE_HEIGHT = 15  # points
GUIDE_SHEET = "Vejledning"


def write_template(path: Path, figures: Figures, source: str, *, with_current: bool) -> int:
    """Write the workbook; gives the number of indicators in it.

    Args:
        path: where to; an existing file is replaced only when the new one is whole.
        figures: for places, indicators, and the figures that are known.
        source: whose indicators.
        with_current: fill in that source's latest figures and their periods; else the periods are the next ones.
    """
    indicators = figures.registry.delivered(source)
    known = {one.key: _known(figures, one, source) for one in indicators}
    book = Workbook()
    sheet = book.active
    if sheet is None:
        raise TypeError("openpyxl made a workbook without a sheet")
    sheet.title = header.SHEET
    _write_places(sheet, figures)
    for column, indicator in enumerate(indicators, len(HEADINGS) + 1):
        _write_column(sheet, column, indicator, known[indicator.key], figures, with_current=with_current)
    _finish(sheet)
    _write_guide(book.create_sheet(GUIDE_SHEET), indicators)
    _write_colophon(book.create_sheet(colophon.SHEET))
    partial = path.with_name(path.name + ".part")
    book.save(partial)
    partial.replace(path)
    return len(indicators)


def _known(figures: Figures, indicator: Indicator, source: str) -> dict[str, Reading]:
    """What this source says of each place in its latest period."""
    said = {
        place.code: [*(other.reading for other in entry.alternatives), *entry.history]
        for place in (*figures.kommuner, figures.places[COUNTRY])
        for entry in [figures.profile(place.code)[indicator.key]]
    }
    own = {code: [one for one in readings if base_key(one.source) == source] for code, readings in said.items()}
    latest = max((one.period for readings in own.values() for one in readings), default="")
    return {code: one for code, readings in own.items() for one in readings if one.period == latest}


def _write_places(sheet: Any, figures: Figures) -> None:
    for row, word in enumerate(("", *ROWS), 1):
        sheet.cell(row, 2, word or HEADINGS[1])
        sheet.cell(row, 1, "" if word else HEADINGS[0])
    for row, place in enumerate((*figures.kommuner, figures.places[COUNTRY]), FIRST):
        sheet.cell(row, 1, place.code).number_format = "@"
        sheet.cell(row, 2, place.name)
    sheet.cell(FIRST + len(figures.kommuner), 2).comment = _note("Kun hvis tallet for hele landet er offentliggjort. Ellers regnes det ud.")


def _write_column(
    sheet: Any, column: int, indicator: Indicator, known: Mapping[str, Reading], figures: Figures, *, with_current: bool
) -> None:
    period = next((reading.period for reading in known.values()), "")
    sheet.cell(1, column, indicator.label).comment = _note(_describe(indicator))
    sheet.cell(2, column, str(indicator.unit))
    sheet.cell(3, column, (period if with_current else _advance(period)) or None).protection = OPEN
    sheet.cell(4, column, indicator.key)
    places = (*figures.kommuner, figures.places[COUNTRY])
    for row, place in enumerate(places, FIRST):
        cell = sheet.cell(row, column, _fill_in(known.get(place.code)) if with_current else None)
        cell.protection, cell.border = OPEN, LINE
        cell.number_format = f"#,##0.{'0' * indicator.decimals}" if indicator.decimals else "#,##0"
    letter = get_column_letter(column)
    sheet.add_data_validation(_limit(indicator, letter, f"{letter}{FIRST}:{letter}{FIRST + len(places) - 1}"))
    sheet.add_data_validation(_offer_periods(period, letter))


def _fill_in(reading: Reading | None) -> float | str | None:
    if reading is None:
        return None
    if reading.value is None:
        return str(reading.reason)
    return int(reading.value) if reading.value.is_integer() else reading.value


def _describe(indicator: Indicator) -> str:
    parts = [indicator.definition, f"Nævner: {indicator.denominator}.", indicator.note]
    return " ".join(part for part in parts if part)


def _note(text: str) -> Comment:
    note = Comment(text, "Danmarkskortet")
    note.width, note.height = 320, 40 + 20 * (len(text) // 45 + 1)  # pixels
    return note


def _advance(period: str, years: int = 1) -> str:
    """The period a year later: 2025 as 2026, 2022-2024 as 2023-2025."""
    return "-".join(str(int(year) + years) for year in period.split("-")) if period else ""


def _offer_periods(period: str, letter: str) -> DataValidation:
    """A list of periods to choose from; others may be written."""
    choices = ",".join(_advance(period, years) for years in (0, 1, 2)) if period else "2025,2026"
    offer = DataValidation(type="list", formula1=f'"{choices}"', allow_blank=True, showErrorMessage=False)
    offer.add(f"{letter}3")
    return offer


def _limit(indicator: Indicator, letter: str, cells: str) -> DataValidation:
    """Only plausible numbers and the named reasons may be written."""
    number = f"AND(ISNUMBER({letter}{FIRST}),{letter}{FIRST}>={indicator.low:g},{letter}{FIRST}<={indicator.high:g})"
    reason = f"COUNTIF({GUIDE_SHEET}!$A$2:$A${1 + len(REASON_WORDS)},{letter}{FIRST})>0"
    limit = DataValidation(type="custom", formula1=f"OR({number},{reason})", allow_blank=True, showErrorMessage=True)
    limit.errorTitle = "Det tal kan ikke passe"
    limit.error = (
        f"Skriv et tal fra {indicator.low:g} til {indicator.high:g} ({indicator.unit}), eller en af grundene på fanen {GUIDE_SHEET}."
    )
    limit.add(cells)
    return limit


def _finish(sheet: Any) -> None:
    """Colours, widths, and the lock on all that is not to be written in."""
    for row, (font, fill) in enumerate([(HEAD_FONT, HEAD_FILL), *[(SUB_FONT, SUB_FILL)] * len(ROWS)], 1):
        for cell in sheet[row]:
            cell.font, cell.fill = font, fill
            cell.alignment = Alignment(wrap_text=True, vertical="top")
    sheet.row_dimensions[1].height = 3 * LINE_HEIGHT + 3
    sheet.row_dimensions[len(ROWS) + 1].height = 2 * LINE_HEIGHT
    for column in range(1, sheet.max_column + 1):
        sheet.column_dimensions[get_column_letter(column)].width = WIDE
    sheet.freeze_panes = f"C{FIRST}"
    sheet.protection.enable()
    sheet.protection.formatCells = sheet.protection.formatColumns = False  # False: the reader may
    sheet.print_title_rows, sheet.print_title_cols = "1:3", "A:B"
    _fit_paper(sheet)


def _fit_paper(sheet: Any) -> None:
    """Printed, a sheet is as wide as the paper."""
    sheet.page_setup.orientation, sheet.page_setup.fitToHeight = "landscape", 0
    sheet.sheet_properties.pageSetUpPr.fitToPage = True


def _write_guide(sheet: Any, indicators: Iterable[Indicator]) -> None:
    """The reasons first, since the figures' validation looks for them there; then the rules, then every indicator."""
    _write_table(sheet, [("Når tallet mangler, skriv", "hvis"), *REASON_WORDS.items()])
    _write_table(sheet, [("Sådan udfyldes arket", ""), *((sentence, "") for sentence in EXPLANATION)])
    _write_table(sheet, [("Pas på", ""), *((sentence, "") for sentence in CAUTION)])
    rows = [(f"{one.label} ({one.unit}, {_explain_period(one)})", _describe(one)) for one in indicators]
    _write_table(sheet, [("Tal", "Definition"), *rows])
    sheet.column_dimensions["A"].width, sheet.column_dimensions["B"].width = GUIDE_WIDTHS
    _fit_paper(sheet)


def _explain_period(indicator: Indicator) -> str:
    words = {PeriodKind.PRIMO: "1. januar i året", PeriodKind.YEAR: "året", PeriodKind.RANGE: "årene tilsammen"}
    return words.get(indicator.period, "perioden")


def _write_table(sheet: Any, rows: list[tuple[str, str]]) -> None:
    start = sheet.max_row + 2 if sheet.max_row > 1 else 1
    for number, row in enumerate(rows, start):
        for column, text in enumerate(row, 1):
            cell = sheet.cell(number, column, text)
            cell.alignment = Alignment(wrap_text=True, vertical="top")
            cell.font = WORD_FONT if number == start else Font(name=FACE, color=INK)
        lines = max(len(text) // (width - 6) + 1 for text, width in zip(row, GUIDE_WIDTHS, strict=True))
        sheet.row_dimensions[number].height = lines * LINE_HEIGHT


def _write_colophon(sheet: Any) -> None:
    hints = {
        "title": "Hvad tallene kommer fra, som det skal stå ved dem, f.eks. Kommuneark 2026",
        "responsible": "Navn og mail på den, der svarer for tallene",
        "read": "Hvornår tallene er gjort op, f.eks. 2026-12-01",
        "edition": "Udgavens navn i adresser: små bogstaver, tal og bindestreg, f.eks. 2026",
    }
    for row, (field, word) in enumerate(colophon.FIELDS.items(), 1):
        sheet.cell(row, 1, word).font = WORD_FONT
        sheet.cell(row, 2).protection = OPEN
        sheet.cell(row, 2).fill = SUB_FILL
        sheet.cell(row, 3, hints[field]).font = SUB_FONT
    sheet["B3"].number_format = "yyyy-mm-dd"
    sheet["B4"].number_format = "@"
    day = DataValidation(type="date", operator="between", formula1="36526", formula2="TODAY()", allow_blank=True, showErrorMessage=True)
    day.error = "Skriv en dato, der er gået, f.eks. 2026-12-01."
    day.add("B3")
    sheet.add_data_validation(day)
    for letter, width in zip("ABC", (14, 44, 76), strict=True):
        sheet.column_dimensions[letter].width = width
    sheet.protection.enable()
