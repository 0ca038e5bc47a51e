"""What a column of Landsbyggefonden's workbook is: its kind of dwelling, its measure and its years, or why it can't be any of ours."""

from collections.abc import Collection
from dataclasses import dataclass

from data.registry.kind import Measure
from data.spreadsheet.landsbyggefonden.block import Block, Column
from data.spreadsheet.landsbyggefonden.words import (
    find_kinds,
    find_measure,
    find_other_figure,
    find_other_unit,
    find_years,
    is_for_every_kind,
    says_area_unit,
)


@dataclass(frozen=True)
class Meaning:
    """What the headings say of a column.

    Attributes:
        kind: the kind of dwelling, or empty where nothing names one.
        measure: what is measured, or None where nothing says so.
        years: the years of the nearest heading that names any.
        refusal: why it is no figure of ours, whatever its kind; empty where it may be one.
        other_unit: the words by which a rent is not per m² and year; empty where there are none. Such a column can't be named either.
    """

    kind: str
    measure: Measure | None
    years: tuple[str, ...]
    refusal: str = ""
    other_unit: str = ""


@dataclass(frozen=True)
class Seen:
    """A column of a block, with its meaning."""

    block: Block
    column: Column
    meaning: Meaning

    def describe(self) -> str:
        """The column as lists have it: "Ark1!C4 'Familieboliger / Husleje 2026'"."""
        return f"{self.column.place} '{self.column.heading}'"


def read_meanings(blocks: list[Block], kinds: Collection[str]) -> list[Seen]:
    """All columns of the blocks, with what they mean; one without a heading of its own means nothing, but can be named."""
    return [Seen(block, column, read_meaning(column, block, kinds)) for block in blocks for column in block.columns]


def read_meaning(column: Column, block: Block, kinds: Collection[str]) -> Meaning:
    """What a column means: of all that stands above it the nearest that says something.

    Its kind and its measure are refused where its own headings name two kinds, all kinds, a change, a share or a total. The year of a
    column beside others is the newest of theirs, where it has none itself.
    """
    measure = next((measure for text in column.levels if (measure := find_measure(text))), None)
    kind, refusal = _find_kind(column, kinds)
    unit = _find_other_unit(column) if measure is Measure.RENT else ""
    if measure is None:
        refusal = "it names neither rent, count nor area"
    elif other := next((other for text in column.levels if (other := find_other_figure(text, measure))), ""):
        refusal = f"'{other}' is another figure"
    elif unit:
        refusal = f"'{unit}' is no rent per m² and year"
    return Meaning(kind, measure, _find_years(column, block), refusal, unit)


def _find_kind(column: Column, kinds: Collection[str]) -> tuple[str, str]:
    """The kind of dwelling, and why it is none: headings above the column decide before titles do."""
    for text in column.levels:
        found = find_kinds(text, kinds)
        if len(found) > 1:
            return "", f"it is of {' and '.join(found)} together"
        if found:
            return found[0], ""
        if is_for_every_kind(text):
            return "", "it is of all kinds together"
    return next((found[0] for text in column.titles if len(found := find_kinds(text, kinds)) == 1), ""), ""


def _find_other_unit(column: Column) -> str:
    """The words by which a rent is per month or per dwelling; the nearest heading that says what a rent is per decides."""
    for text in (*column.levels, *column.titles, *column.around):
        if found := find_other_unit(text):
            return found
        if says_area_unit(text):
            return ""
    return ""


def _find_years(column: Column, block: Block) -> tuple[str, ...]:
    for text in (*column.levels, *column.titles, *column.around):
        if years := find_years(text):
            return years
    beside = [year for other in block.columns for text in other.levels for year in find_years(text)]
    return (max(beside),) if beside else ()
