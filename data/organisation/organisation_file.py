"""The file in which an edition keeps the list of organisations: a CSV file, and beside it a sidecar (TOML) that says where it came from."""

import csv
import hashlib
import io
import tomllib
from collections import Counter
from collections.abc import Callable, Collection, Mapping
from datetime import date
from pathlib import Path
from typing import Any

import tomli_w

from data.organisation.organisation import Organisation, OrganisationList
from data.organisation.reach import read_email, read_phone, read_website
from data.organisation.text_field import organisation_key, read_contact, read_name
from data.problem import FiguresError, shorten

NAME = "boligorganisationer"  # of the file and its sidecar
COLUMNS = ["kommune_kode", "navn", "hjemmeside", "telefon", "mail", "kontakt", "boliger", "medlem_af_bl"]
MOST_DWELLINGS = 200_000  # of one organisation in one kommune
ANSWERS = {True: "ja", False: "nej", None: ""}
FIELDS = ("title", "read", "responsible", "edition")  # of the list, that stand in the sidecar
TEXTS: Mapping[str, Callable[[str], str]] = {
    "navn": read_name,
    "hjemmeside": read_website,
    "telefon": read_phone,
    "mail": read_email,
    "kontakt": read_contact,
}
REMEDY = "restore the file, or import the organisations again"


def write_organisations(organisations: OrganisationList, folder: Path) -> None:
    """Write ``boligorganisationer.csv`` and its sidecar into a folder. Sorted, so that two editions compare line by line.

    Raises:
        ValueError: the list is made up: those rows would come back as real ones.
    """
    if organisations.is_example:
        raise ValueError("example organisations are not written into an edition; give a list that was delivered")
    lines = io.StringIO()
    writer = csv.writer(lines, lineterminator="\n")
    writer.writerow(COLUMNS)
    writer.writerows(_to_row(one) for one in organisations.organisations)
    content = lines.getvalue().encode()
    sidecar: dict[str, Any] = {name: getattr(organisations, name) for name in FIELDS}
    sidecar |= {"rows": len(organisations.organisations), "sha256": hashlib.sha256(content).hexdigest()}
    (folder / f"{NAME}.csv").write_bytes(content)
    (folder / f"{NAME}.toml").write_bytes(tomli_w.dumps(sidecar).encode())


def _to_row(one: Organisation) -> list[str]:
    dwellings = "" if one.dwellings is None else str(one.dwellings)
    return [one.kommune, one.name, one.website, one.phone, one.email, one.contact, dwellings, ANSWERS[one.is_member]]


def read_organisations(folder: Path, kommuner: Collection[str]) -> OrganisationList | None:
    """The list of an edition; None if the edition has none.

    Args:
        folder: of the edition.
        kommuner: their codes.

    Raises:
        FiguresError: the sidecar is missing or not sound, the file has another checksum than it says, the columns are not those of
            COLUMNS, or a row is not one that is written.
    """
    path = folder / f"{NAME}.csv"
    if not path.exists():
        return None
    content = path.read_bytes()
    sidecar = _read_sidecar(path.with_suffix(".toml"), path.name)
    digest, expected = hashlib.sha256(content).hexdigest(), str(sidecar["sha256"])
    if digest != expected:
        raise FiguresError([f"{path.name} has sha256 {digest[:12]}…, but {NAME}.toml says {expected[:12]}…; {REMEDY}"])
    rows = _read_rows(path.name, content)
    if len(rows) != sidecar["rows"]:
        raise FiguresError([f"{path.name} has {len(rows)} rows, but {NAME}.toml says {sidecar['rows']}; {REMEDY}"])
    problems: list[str] = []
    found = tuple(_read_row(f"{path.name}, row {number}", row, kommuner, problems) for number, row in enumerate(rows, 2))
    problems += _find_doubles(path.name, found)
    if problems:
        raise FiguresError(problems)
    return OrganisationList(found, **{name: sidecar[name] for name in FIELDS})


def _read_sidecar(path: Path, described: str) -> dict[str, Any]:
    if not path.exists():
        raise FiguresError([f"{described} has no sidecar {path.name}; restore it, or import the organisations again"])
    try:
        sidecar = tomllib.loads(path.read_text(encoding="utf-8"))
    except (UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise FiguresError([f"{path.name} can't be read ({error}); {REMEDY}"]) from error
    kinds = dict.fromkeys((*FIELDS, "sha256"), str) | {"rows": int}
    wrong = [name for name, kind in kinds.items() if type(sidecar.get(name)) is not kind]
    if wrong:
        raise FiguresError([f"{path.name} has no sound {', '.join(wrong)}; {REMEDY}"])
    try:
        date.fromisoformat(sidecar["read"])
    except ValueError as error:
        raise FiguresError([f"{path.name}: read is '{shorten(sidecar['read'])}', which is no date such as 2026-12-01; {REMEDY}"]) from error
    return sidecar


def _read_rows(name: str, content: bytes) -> list[list[str]]:
    try:
        head, *rows = list(csv.reader(io.StringIO(content.decode(), newline=""), strict=True)) or [[]]
    except (UnicodeDecodeError, csv.Error) as error:
        raise FiguresError([f"{name} can't be read as CSV ({error}); {REMEDY}"]) from error
    if head != COLUMNS:
        raise FiguresError([f"{name}, row 1: the columns are {shorten(', '.join(head))}; write {', '.join(COLUMNS)}"])
    wrong = [f"{name}, row {number} has {len(row)} columns, not {len(COLUMNS)}; {REMEDY}" for number, row in enumerate(rows, 2)
             if len(row) != len(COLUMNS)]  # fmt: skip
    if wrong:
        raise FiguresError(wrong)
    return rows


def _read_row(where: str, row: list[str], kommuner: Collection[str], problems: list[str]) -> Organisation:
    """The organisation in a row. ``problems`` gets a sentence for each cell that is not as it would be written."""
    cells = dict(zip(COLUMNS, row, strict=True))
    problems += [f"{where}, column {column}: {fault}; {REMEDY}" for column in COLUMNS if (fault := _find_fault(column, cells, kommuner))]
    return Organisation(
        kommune=cells["kommune_kode"],
        name=cells["navn"],
        website=cells["hjemmeside"],
        phone=cells["telefon"],
        email=cells["mail"],
        contact=cells["kontakt"],
        dwellings=int(cells["boliger"]) if _is_count(cells["boliger"]) else None,
        is_member={word: answer for answer, word in ANSWERS.items()}.get(cells["medlem_af_bl"]),
    )


def _is_count(text: str) -> bool:
    return text.isascii() and text.isdigit() and len(text) <= len(str(MOST_DWELLINGS))


def _find_fault(column: str, cells: Mapping[str, str], kommuner: Collection[str]) -> str:
    """What is wrong with a cell, or an empty text."""
    text = cells[column]
    match column:
        case "kommune_kode":
            return "" if text in kommuner else f"'{shorten(text)}' is no kommune of kommuner.csv"
        case "boliger":
            is_sound = not text or (_is_count(text) and text == str(int(text)) and int(text) <= MOST_DWELLINGS)
            return "" if is_sound else f"'{shorten(text)}' is no whole number from 0 to {MOST_DWELLINGS}"
        case "medlem_af_bl":
            return "" if text in ANSWERS.values() else f"'{shorten(text)}' is neither ja nor nej nor empty"
        case _:
            return _find_text_fault(TEXTS[column], text)


def _find_text_fault(read: Callable[[str], str], text: str) -> str:
    try:
        kept = read(text)
    except ValueError as error:
        return str(error)
    return "" if kept == text else f"'{shorten(text)}' is kept as '{shorten(kept)}'"


def _find_doubles(name: str, organisations: tuple[Organisation, ...]) -> list[str]:
    counts = Counter((one.kommune, organisation_key(one.name)) for one in organisations)
    again = [one for one in organisations if counts[one.kommune, organisation_key(one.name)] > 1]
    return [f"{name}: {shorten(one.name)} stands twice in {one.kommune}; {REMEDY}" for one in again[:1]]
