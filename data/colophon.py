"""Who answers for a delivery: the template's sheet "Kilde", or the options of the command line."""

import itertools
import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from data.header import tidy
from data.sheet import Grid

SHEET = "Kilde"
MONTHS = (
    "januar", "februar", "marts", "april", "maj", "juni", "juli", "august", "september", "oktober", "november", "december",
)  # fmt: skip
FIELDS = {"title": "Kilde", "responsible": "Ansvarlig", "read": "Dato", "edition": "Udgave"}  # field, and its word in the sheet


@dataclass(frozen=True)
class Colophon:
    """Title of the source, the person who answers for the figures, their ISO date, and the name of the edition."""

    title: str
    responsible: str
    read: str
    edition: str


def read_colophon(grids: list[Grid], options: Mapping[str, str], today: date, problems: list[str]) -> Colophon | None:
    """The colophon; None when something is missing or wrong, which is then said in ``problems``. Options go before the sheet."""
    sheet = next((grid for grid in grids if grid.name == SHEET), None)
    found = _read_sheet(sheet) if sheet else {}
    found |= {field: value for field, value in options.items() if value}
    before = len(problems)
    for field, word in FIELDS.items():
        if not found.get(field):
            where = f"sheet '{SHEET}', the cell beside '{word}'" if sheet else f"--{field}"
            problems.append(f"{where}: nothing is given; write {_explain(field)}, or give --{field}")
    found["read"] = _read_date(found.get("read", ""), today, problems)
    return None if len(problems) > before else Colophon(**{field: found[field] for field in FIELDS})


def _explain(field: str) -> str:
    return {
        "title": "what the figures come from, such as 'Kommuneark 2026'",
        "responsible": "who answers for the figures",
        "read": "the date of the figures, such as 2026-12-01",
        "edition": "the name of the edition, such as 2026",
    }[field]


def _read_sheet(sheet: Grid) -> dict[str, str]:
    """The cell to the right of each field's word."""
    words = {tidy(word): field for field, word in FIELDS.items()}
    found = {}
    for row in sheet.rows:
        for cell, right in itertools.pairwise(row):
            field = words.get(tidy(cell.text))
            if field and field not in found:
                found[field] = right.content.date().isoformat() if isinstance(right.content, datetime) else right.text
    return found


def _read_date(text: str, today: date, problems: list[str]) -> str:
    """An ISO date from "2026-12-01", "1.12.2026", "1/12 2026" or "1. december 2026"."""
    if not text:
        return ""
    words = re.findall(r"\d+|[a-zæøå]+", text.lower())
    parts = [str(MONTHS.index(word) + 1) if word in MONTHS else word for word in words]
    year_first = bool(parts) and len(parts[0]) == len("2026")
    try:
        year, month, day = (int(part) for part in (parts if year_first else parts[::-1]))
        found = date(year, month, day)
    except ValueError:
        problems.append(f"'{text}' is no date; write it like 2026-12-01 or 1. december 2026")
        return ""
    if found > today:
        problems.append(f"the date {found} has not come yet; write the day when the figures were made up")
    return found.isoformat()
