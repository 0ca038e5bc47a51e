"""Which properties of a border file have the kommunekode and the name: found by what they contain, not by how they are called."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

import pandas as pd

from geodata.problem import BorderError

# Where the content does not decide, these do, the first before the others.
CODE_NAMES = ["kommunekode", "komkode", "kode", "lau_id", "lau_code", "code", "id"]
NAME_NAMES = ["kommunenavn", "komnavn", "navn", "lau_name", "name"]
ENOUGH = 0.5  # of the kommuner: what has fewer of their codes or names is another property, or no property of this country
CODE = re.compile(r"(DK[\W_]*)?0*([0-9]{3})(?:\.0+)?", re.IGNORECASE)  # .0: numbers that were read as floats


@dataclass(frozen=True)
class Columns:
    """The properties with the kommunekode and the name."""

    code: str
    name: str


def read_code(value: object) -> str | None:
    """A kommunekode in four digits; None where the value can't be one.

    >>> [read_code(value) for value in ("0326", 326, 326.0, "DK_326", "dk-0326", "SE_0360", "1099", None)]
    ['0326', '0326', '0326', '0326', '0326', None, None, None]
    """
    found = CODE.fullmatch(str(value).strip())
    return found[2].zfill(4) if found else None


def find_columns(table: pd.DataFrame, code: str | None, name: str | None, kommuner: Mapping[str, str]) -> Columns:
    """The properties with the kommunekode and the name.

    Args:
        table: the attributes of a layer, without its geometry.
        code: the property with the kommunekode; found by its content when None.
        name: the property with the name; likewise.
        kommuner: the known names by kommunekode.

    Raises:
        BorderError: there is none, or several that can't be told apart.
    """
    wanted = _find_named(table, [code], "kommunekode", "--code") if code else None
    names = _find_named(table, [name], "name", "--name") if name else _find_names(table, kommuner)
    return Columns(wanted or _find_codes(table, names, kommuner), names or _find_named(table, NAME_NAMES, "name", "--name"))


def count_kommuner(table: pd.DataFrame, columns: Columns, kommuner: Mapping[str, str]) -> int:
    """How many of the kommuner a layer has under one name each; polling districts have a kommunekode too, but many names to each."""
    codes = table[columns.code].map(read_code)
    return int(table[columns.name][codes.isin(list(kommuner))].groupby(codes).nunique().eq(1).sum())


def _find_names(table: pd.DataFrame, kommuner: Mapping[str, str]) -> str | None:
    known = {name.casefold() for name in kommuner.values()}
    counts = {str(column): len(known & {_simplify(value, known) for value in set(map(str, table[column]))}) for column in table.columns}
    best = max(counts, key=lambda column: (counts[column], -_rank(column, NAME_NAMES)), default=None)
    return best if best is not None and counts[best] >= ENOUGH * len(kommuner) else None


def _find_codes(table: pd.DataFrame, names: str | None, kommuner: Mapping[str, str]) -> str:
    """Prefer the codes that stand at the names of their kommuner (a row number does not), then those that say DK, then a usual name."""
    known = {name.casefold() for name in kommuner.values()}
    named = table[names].map(lambda value: _simplify(value, known)) if names else pd.Series("", index=table.index)
    scores = {}
    for column in (column for column in map(str, table.columns) if column != names):
        codes = table[column].map(read_code)
        codes = codes[codes.isin(list(kommuner))]
        if codes.nunique() >= ENOUGH * len(kommuner):
            agreeing = codes[codes.map(lambda code: kommuner[code].casefold()) == named[codes.index]].nunique()
            has_country = bool(table[column][codes.index].astype(str).str.strip().str.upper().str.startswith("DK").all())
            scores[column] = (agreeing, has_country, -_rank(column, CODE_NAMES))
    if not scores:
        return _find_named(table, CODE_NAMES, "kommunekode", "--code")
    best = max(scores, key=lambda column: scores[column])
    rivals = [column for column in scores if scores[column] == scores[best] and not _agree(table[column], table[best])]
    if rivals:
        raise BorderError(f"properties {', '.join([best, *rivals])} could all be the kommunekode; name the right one with --code")
    return best


def _agree(first: pd.Series, second: pd.Series) -> bool:
    return bool(first.map(read_code).equals(second.map(read_code)))


def _find_named(table: pd.DataFrame, plausible: list[str], content: str, option: str) -> str:
    by_lower = {str(column).lower(): str(column) for column in table.columns}
    found = [by_lower[each.lower()] for each in plausible if each.lower() in by_lower]
    if not found:
        raise BorderError(f"no property with the {content} among {', '.join(map(str, table.columns))}; name it with {option}")
    return found[0]


def _rank(column: str, names: list[str]) -> int:
    return names.index(column.lower()) if column.lower() in names else len(names)


def _simplify(value: object, known: set[str]) -> str:
    """A name without "Kommune" and its genitive: "Københavns Kommune" is København.

    >>> _simplify("Københavns Kommune", {"københavn"}), _simplify("Assens", {"assens"})
    ('københavn', 'assens')
    """
    name = re.sub(r"\s+(?:regions)?kommune$", "", str(value).strip().casefold())
    return name if name in known or name.removesuffix("s") not in known else name.removesuffix("s")
