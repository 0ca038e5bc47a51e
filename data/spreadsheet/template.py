"""The workbook that BL's analysts fill in: figures, explanation, source. It is made from the registry."""

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
from data.spreadsheet import colophon, guide, header
from data.spreadsheet import template_style as style
from data.spreadsheet.number import WHOLE
from data.store.check import PERIOD_FORMATS

HEADINGS = ("Kommunekode", "Kommune")
ROWS = ("Enhed", "Periode", "Nøgle")  # below the headings
PERIOD_ROW = ROWS.index("Periode") + 2
FIRST = len(ROWS) + 2  # the first kommune's row
WIDTHS = (15, 20)  # characters: code and name
WIDE = 19


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
    guide.write_guide(book.create_sheet(guide.SHEET), indicators)
    colophon.write_colophon(book.create_sheet(colophon.SHEET))
    book.properties.creator, book.properties.title = style.AUTHOR, "Tal til Danmarkskortet over almene boliger"
    _save(book, path)
    return len(indicators)


def _save(book: Workbook, path: Path) -> None:
    """The file is there whole or not at all.

    It is made in memory: a ZipFile on a full disk prints a traceback when it is thrown away.

    Raises:
        OSError: it can't be written.
    """
    made, partial = BytesIO(), path.with_name(path.name + ".part")
    try:
        book.save(made)
    except Exception as error:  # sheets go by temporary files, and what is raised at a full disk is the XML library's
        raise OSError(0, f"{type(error).__name__}: {error}") from error
    try:
        partial.write_bytes(made.getvalue())
        partial.replace(path)
    finally:
        partial.unlink(missing_ok=True)


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
        for cell in sheet[row][:2]:
            cell.font, cell.fill, cell.border = style.TEXT_FONT, style.LOCKED_FILL, style.LINE
    sheet.cell(FIRST + len(figures.kommuner), 2).comment = style.make_note(
        "Kun hvis tallet for hele landet er offentliggjort. Ellers regnes det ud."
    )


def _write_column(
    sheet: Any, column: int, indicator: Indicator, known: Mapping[str, Reading], figures: Figures, *, with_current: bool
) -> None:
    period = next((reading.period for reading in known.values()), "")
    sheet.cell(1, column, indicator.label).comment = style.make_note(guide.explain(indicator))
    sheet.cell(2, column, str(indicator.unit))
    sheet.cell(PERIOD_ROW, column, (period if with_current else _advance(period)) or None).protection = style.OPEN
    sheet.cell(4, column, indicator.key)
    places = (*figures.kommuner, figures.places[COUNTRY])
    for row, place in enumerate(places, FIRST):
        cell = sheet.cell(row, column, _fill_in(known.get(place.code)) if with_current else None)
        cell.protection, cell.border, cell.alignment = style.OPEN, style.LINE, style.TO_THE_RIGHT
        cell.number_format = f"#,##0.{'0' * indicator.decimals}" if indicator.decimals else "#,##0"
    letter = get_column_letter(column)
    sheet.add_data_validation(_limit(indicator, letter, f"{letter}{FIRST}:{letter}{FIRST + len(places) - 1}"))
    sheet.add_data_validation(_offer_periods(period or PERIOD_FORMATS[indicator.period][1], letter))


def _fill_in(reading: Reading | None) -> float | str | None:
    if reading is None:
        return None
    if reading.value is None:
        return str(reading.reason)
    return int(reading.value) if reading.value.is_integer() else reading.value


def _advance(period: str, years: int = 1) -> str:
    """The period a year later: 2025 as 2026, 2022-2024 as 2023-2025, 2026K3 as 2027K3."""
    return re.sub(r"\d{4}", lambda year: str(int(year.group()) + years), period)


def _offer_periods(period: str, letter: str) -> DataValidation:
    """A list of periods to choose from; others may be written."""
    choices = ",".join(_advance(period, years) for years in (0, 1, 2))
    offer = DataValidation(type="list", formula1=f'"{choices}"', allow_blank=True, showErrorMessage=False, showInputMessage=True)
    offer.promptTitle, offer.prompt = "Periode", "Vælg eller skriv den periode, som tallene i kolonnen gælder."
    offer.add(f"{letter}{PERIOD_ROW}")
    return offer


def _limit(indicator: Indicator, letter: str, cells: str) -> DataValidation:
    """Only plausible numbers and the named reasons may be written."""
    cell = f"{letter}{FIRST}"
    whole = f",{cell}=INT({cell})" if indicator.unit in WHOLE else ""
    number = f"AND(ISNUMBER({cell}),{cell}>={indicator.low:.10g},{cell}<={indicator.high:.10g}{whole})"
    reason = f"COUNTIF({guide.SHEET}!$A$2:$A${1 + len(guide.REASON_WORDS)},{cell})>0"
    limit = DataValidation(type="custom", formula1=f"OR({number},{reason})", allow_blank=True, showErrorMessage=True)
    limit.errorTitle = "Det tal kan ikke passe"
    limit.error = f"Skriv {guide.tell_range(indicator)} ({indicator.unit}), eller en af grundene på fanen {guide.SHEET}."
    limit.add(cells)
    return limit


def _finish(sheet: Any) -> None:
    """Colours, widths, and the lock on all that is not to be written in."""
    for row, (font, fill) in enumerate([(style.HEAD_FONT, style.HEAD_FILL), *[(style.LOCKED_FONT, style.LOCKED_FILL)] * len(ROWS)], 1):
        for cell in sheet[row]:
            cell.font, cell.fill = font, fill
            cell.alignment = style.WRAPPED
    for cell in sheet[FIRST - 1][len(HEADINGS) :]:
        cell.font = style.SMALL_FONT
    for cell in sheet[PERIOD_ROW][len(HEADINGS) :]:
        cell.font, cell.fill = style.OPEN_FONT, style.OPEN_FILL
    for cell in sheet[sheet.max_row]:
        cell.border = style.LINE_ABOVE
    sheet.row_dimensions[1].height = 3 * style.LINE_HEIGHT + 3
    for column in range(1, sheet.max_column + 1):
        sheet.column_dimensions[get_column_letter(column)].width = dict(enumerate(WIDTHS, 1)).get(column, WIDE)
    sheet.freeze_panes = f"C{FIRST}"
    sheet.protection.enable()
    sheet.protection.formatCells = sheet.protection.formatColumns = False  # False: the reader may
    sheet.print_title_rows, sheet.print_title_cols = "1:3", "A:B"
    style.fit_paper(sheet)
