"""A snapshot: one source's figures as a CSV file, and beside it a sidecar (TOML) that says where they came from."""

import hashlib
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from pathlib import Path
from typing import Any

import pandas as pd
import tomli_w

from data.problem import FiguresError

COLUMNS = ["kommune_kode", "indikator", "periode", "vaerdi", "status", "aarsag", "kilde", "note"]
ORDER = ["indikator", "kommune_kode", "periode"]
WORDING = {"label": "labels", "short": "shorts", "definition": "definitions"}  # fields of an indicator, and their tables in the provenance
SOURCE_FIELDS = ("title", "read", "updated", "responsible")  # of the provenance, that are fields of ``Source`` as well


@dataclass(frozen=True)
class Snapshot:
    """One source's rows, all as text with the columns of COLUMNS, and their provenance.

    ``provenance`` has ``method`` (how the rows were made), ``read`` (ISO date or month), and where they are known
    ``updated`` (the publisher's own date), ``title``, ``responsible``, ``query``, ``licence``; and ``labels``, ``shorts`` and
    ``definitions`` by indicator key, where the source's figures are of other groups than the registry says.
    """

    source: str
    table: pd.DataFrame
    provenance: Mapping[str, Any] = field(default_factory=dict)

    def source_fields(self) -> dict[str, str]:
        """The fields of the provenance that complete the source's entry in ``kilder.toml``.

        >>> Snapshot("dst_bol101", pd.DataFrame(), {"read": "2026-11-24", "rows": 98}).source_fields()
        {'read': '2026-11-24'}
        """
        return {name: str(self.provenance[name]) for name in SOURCE_FIELDS if name in self.provenance}

    def wording(self) -> dict[str, dict[str, str]]:
        """The words that take the place of the registry's, by indicator key and field.

        >>> Snapshot("dst_bol201", pd.DataFrame(), {"shorts": {"personer_boern": "0-19 år"}}).wording()
        {'personer_boern': {'short': '0-19 år'}}
        """
        found: dict[str, dict[str, str]] = {}
        for name, table in WORDING.items():
            for key, text in self.provenance.get(table, {}).items():
                found.setdefault(key, {})[name] = text
        return found


def read_snapshot(path: Path) -> Snapshot:
    """The snapshot in a CSV file.

    Raises:
        FiguresError: the columns are not those of COLUMNS, or as ``check_content``.
    """
    provenance = check_content(path)
    return Snapshot(provenance.pop("source", path.stem), read_table(path), provenance)


def check_content(path: Path) -> dict[str, Any]:
    """What the sidecar of a CSV file says, which is that the file has just these bytes.

    Raises:
        FiguresError: the sidecar is missing, unreadable or of another checksum.
    """
    sidecar = path.with_suffix(".toml")
    if not sidecar.exists():
        raise FiguresError([f"{path.name} has no sidecar {sidecar.name}; restore it, or import the figures again"])
    try:
        provenance = tomllib.loads(sidecar.read_text(encoding="utf-8"))
    except ValueError as error:  # no TOML, or no UTF-8
        raise FiguresError([f"{sidecar.name} can't be read ({error}); restore it, or import the figures again"]) from error
    digest = hashlib.sha256(path.read_bytes()).hexdigest()
    if digest != provenance.get("sha256"):
        mismatch = f"{path.name} has sha256 {digest[:12]}…, but {sidecar.name} says {str(provenance.get('sha256'))[:12]}…"
        raise FiguresError([f"{mismatch}; restore the file, or import the figures again"])
    return provenance


def read_table(path: Path) -> pd.DataFrame:
    """The rows of a CSV file as text, and ``sted`` (file and row).

    Raises:
        FiguresError: the columns are not those of COLUMNS.
    """
    table = pd.read_csv(path, dtype=str, keep_default_na=False, encoding="utf-8")
    if list(table.columns) != COLUMNS:
        raise FiguresError([f"{path.name}, row 1: the columns are {', '.join(table.columns)}; write {', '.join(COLUMNS)}"])
    return table.assign(sted=[f"{path.name}, row {number}" for number in range(2, len(table) + 2)])


def write_snapshot(snapshot: Snapshot, folder: Path) -> None:
    """Write ``<source>.csv`` and ``<source>.toml`` into a folder. Sorted, so that two editions compare line by line."""
    text = snapshot.table[COLUMNS].sort_values(ORDER).to_csv(index=False, lineterminator="\n")
    sidecar = {"source": snapshot.source} | dict(snapshot.provenance)
    sidecar |= {"rows": len(snapshot.table), "sha256": hashlib.sha256(text.encode()).hexdigest()}
    (folder / f"{snapshot.source}.csv").write_text(text, encoding="utf-8")
    (folder / f"{snapshot.source}.toml").write_text(tomli_w.dumps(sidecar), encoding="utf-8")


def remove_snapshot(source: str, folder: Path) -> None:
    """Delete a snapshot and its sidecar from a folder."""
    for kind in ("csv", "toml"):
        (folder / f"{source}.{kind}").unlink(missing_ok=True)


def write_number(value: Decimal | float) -> str:
    """A number as it is written in figure tables: digits and a decimal point, no exponent, no trailing zeros.

    >>> write_number(3372.0), write_number(15.670), write_number(Decimal("1E+3"))
    ('3372', '15.67', '1000')
    """
    exact = value if isinstance(value, Decimal) else Decimal(repr(value))
    text = f"{exact:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text
