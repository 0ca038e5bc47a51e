"""Write the workbook that BL's analysts fill in, from the registry.

Its sheets are "Tal", "Vejledning", "Boligorganisationer" and "Kilde".
"""

import re
from collections.abc import Mapping
from io import BytesIO
from pathlib import Path
from typing import Any

from openpyxl import Workbook
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation

from data.place import COUNTRY
from data.profile.figures import Figures
from data.reading import Reading
from data.registry.indicator import Indicator
from data.registry.source import base_key
from data.spreadsheet import guide, header, source_sheet
from data.spreadsheet import template_style as style
from data.spreadsheet.number import COUNTED
from data.spreadsheet.organisation.template_sheet import write_organisation_sheet
from data.store.check import PERIOD_FORMATS

HEADINGS = ("Kommunekode", "Kommune")
ROWS = ("Enhed", "Periode", "Nøgle")  # labels of the rows below the headings
PERIOD_ROW = ROWS.index("Periode") + 2
FIRST_ROW = len(ROWS) + 2  # that of the first kommune
WIDTHS = (15, 20)  # characters: code and name
WIDE = 19  # characters: figures


def write_template(path: Path, figures: Figures, source: str, *, with_current: bool) -> int:
    """Write the workbook.

    Args:
        path: where to; an existing file is replaced only when the new one is complete.
        figures: places, indicators and known figures are taken from here.
        source: key of the source whose indicators get a column each.
        with_current: fill in that source's latest figures and their periods; else only the next periods.

    Returns:
        The number of indicators.

    Raises:
        OSError: the file can't be written.
    """
    indicators = figures.registry.delivered(source)
    known = {one.key: _find_latest(figures, one, source) for one in indicators}
    book = Workbook()
    sheet = book.active
    if sheet is None:
        raise TypeError("openpyxl made a workbook without a sheet")
    sheet.title = header.SHEET
    _write_places(sheet, figures)
    for column, indicator in enumerate(indicators, len(HEADINGS) + 1):
        _write_column(sheet, column, indicator, known[indicator.key], figures, with_current=with_current)
    _format_sheet(sheet)
    guide.write_guide(book.create_sheet(guide.SHEET), indicators, figures.registry)
    write_organisation_sheet(book.create_sheet(), figures.places, figures.organisations if with_current else None)
    source_sheet.write_source_sheet(book.create_sheet(source_sheet.SHEET))
    book.properties.creator, book.properties.title = style.AUTHOR, "Tal til Danmarkskortet over almene boliger"
    _save(book, path)
    return len(indicators)


def _save(book: Workbook, path: Path) -> None:
    """Write the file completely, or not at all.

    It is made in memory first: a ZipFile on a full disk prints a traceback when it is garbage collected.

    Raises:
        OSError: it can't be written.
    """
    content, partial = BytesIO(), path.with_name(path.name + ".part")
    try:
        book.save(content)
    except Exception as error:  # openpyxl writes sheets to temporary files, and on a full disk the XML library raises its own kinds
        raise OSError(0, f"{type(error).__name__}: {error}") from error
    try:
        partial.write_bytes(content.getvalue())
        partial.replace(path)
    finally:
        partial.unlink(missing_ok=True)


def _find_latest(figures: Figures, indicator: Indicator, source: str) -> dict[str, Reading]:
    """A source's readings in its latest period, by kommunekode."""
    all_readings = {
        place.code: [*(other.reading for other in entry.alternatives), *entry.history]
        for place in (*figures.kommuner, figures.places[COUNTRY])
        for entry in [figures.profile(place.code)[indicator.key]]
    }
    own = {code: [one for one in readings if base_key(one.source) == source] for code, readings in all_readings.items()}
    latest = max((one.period for readings in own.values() for one in readings), default="")
    return {code: one for code, readings in own.items() for one in readings if one.period == latest}


def _write_places(sheet: Any, figures: Figures) -> None:
    for row, word in enumerate(("", *ROWS), 1):
        sheet.cell(row, 2, word or HEADINGS[1])
        sheet.cell(row, 1, "" if word else HEADINGS[0])
    for row, place in enumerate((*figures.kommuner, figures.places[COUNTRY]), FIRST_ROW):
        sheet.cell(row, 1, place.code).number_format = "@"
        sheet.cell(row, 2, place.name)
        for cell in sheet[row][:2]:
            cell.font, cell.fill, cell.border = style.TEXT_FONT, style.LOCKED_FILL, style.LINE
    sheet.cell(FIRST_ROW + len(figures.kommuner), 2).comment = style.make_note(
        "Kun hvis tallet for hele landet er offentliggjort. Ellers regnes det ud."
    )


def _write_column(
    sheet: Any, column: int, indicator: Indicator, known: Mapping[str, Reading], figures: Figures, *, with_current: bool
) -> None:
    period = next((reading.period for reading in known.values()), "")
    sheet.cell(1, column, indicator.label).comment = style.make_note(guide.describe_column(indicator))
    sheet.cell(2, column, str(indicator.unit))
    sheet.cell(PERIOD_ROW, column, (period if with_current else _advance(period)) or None).protection = style.OPEN
    sheet.cell(4, column, indicator.key)
    places = (*figures.kommuner, figures.places[COUNTRY])
    for row, place in enumerate(places, FIRST_ROW):
        cell = sheet.cell(row, column, _to_content(known.get(place.code)) if with_current else None)
        cell.protection, cell.border, cell.alignment = style.OPEN, style.LINE, style.TO_THE_RIGHT
        cell.number_format = f"#,##0.{'0' * indicator.decimals}" if indicator.decimals else "#,##0"
    letter = get_column_letter(column)
    sheet.add_data_validation(_make_validation(indicator, letter, f"{letter}{FIRST_ROW}:{letter}{FIRST_ROW + len(places) - 1}"))
    sheet.add_data_validation(_make_period_list(period or PERIOD_FORMATS[indicator.period][1], letter))


def _to_content(reading: Reading | None) -> float | str | None:
    if reading is None:
        return None
    if reading.value is None:
        return str(reading.reason)
    return int(reading.value) if reading.value.is_integer() else reading.value


def _advance(period: str, years: int = 1) -> str:
    """The period some years later.

    >>> _advance("2025"), _advance("2022-2024"), _advance("2026K3")
    ('2026', '2023-2025', '2027K3')
    """
    return re.sub(r"\d{4}", lambda year: str(int(year.group()) + years), period)


def _make_period_list(period: str, letter: str) -> DataValidation:
    """A drop-down list of three periods for a column; others may be written."""
    choices = ",".join(_advance(period, years) for years in (0, 1, 2))
    choice = DataValidation(type="list", formula1=f'"{choices}"', allow_blank=True, showErrorMessage=False, showInputMessage=True)
    choice.promptTitle, choice.prompt = "Periode", "Vælg eller skriv den periode, som tallene i kolonnen gælder."
    choice.add(f"{letter}{PERIOD_ROW}")
    return choice


def _make_validation(indicator: Indicator, letter: str, cells: str) -> DataValidation:
    """A validation by which only plausible numbers and the named reasons can be written."""
    cell = f"{letter}{FIRST_ROW}"
    whole = f",{cell}=INT({cell})" if indicator.unit in COUNTED else ""
    number = f"AND(ISNUMBER({cell}),{cell}>={indicator.low:.10g},{cell}<={indicator.high:.10g}{whole})"
    reason = f"COUNTIF({guide.SHEET}!$A$2:$A${1 + len(guide.REASON_WORDS)},{cell})>0"
    limit = DataValidation(type="custom", formula1=f"OR({number},{reason})", allow_blank=True, showErrorMessage=True)
    limit.errorTitle = "Det tal kan ikke passe"
    limit.error = f"Skriv {guide.describe_range(indicator)} ({indicator.unit}), eller en af grundene på fanen {guide.SHEET}."
    limit.add(cells)
    return limit


def _format_sheet(sheet: Any) -> None:
    """Set colours and widths, and lock the cells that are not to be filled in."""
    for row, (font, fill) in enumerate([(style.HEAD_FONT, style.HEAD_FILL), *[(style.LOCKED_FONT, style.LOCKED_FILL)] * len(ROWS)], 1):
        for cell in sheet[row]:
            cell.font, cell.fill = font, fill
            cell.alignment = style.WRAPPED
    for cell in sheet[FIRST_ROW - 1][len(HEADINGS) :]:
        cell.font = style.SMALL_FONT
    for cell in sheet[PERIOD_ROW][len(HEADINGS) :]:
        cell.font, cell.fill = style.OPEN_FONT, style.OPEN_FILL
    for cell in sheet[sheet.max_row]:
        cell.border = style.LINE_ABOVE
    sheet.row_dimensions[1].height = 3 * style.LINE_HEIGHT + 3
    for column in range(1, sheet.max_column + 1):
        sheet.column_dimensions[get_column_letter(column)].width = dict(enumerate(WIDTHS, 1)).get(column, WIDE)
    sheet.freeze_panes = f"C{FIRST_ROW}"
    sheet.protection.enable()
    sheet.protection.formatCells = sheet.protection.formatColumns = False  # False: it is allowed
    sheet.print_title_rows, sheet.print_title_cols = "1:3", "A:B"
    style.fit_paper(sheet)
