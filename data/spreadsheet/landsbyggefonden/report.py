"""What is said of Landsbyggefonden's workbook: the figures that were found in it, what was passed over, and all that it has."""

from collections.abc import Collection, Iterable, Iterator

import pandas as pd

from data.place import COUNTRY
from data.registry.indicator import Indicator
from data.spreadsheet.landsbyggefonden.block import Block
from data.spreadsheet.landsbyggefonden.choice import Choice
from data.spreadsheet.landsbyggefonden.meaning import Seen

HOW_TO_NAME = (
    "name a block by an address in it, such as --block {kind}='{block}'; name a column by that of its heading, such as "
    "--column {key}='{column}'; ask for fewer figures by their keys"
)


def describe_place(choice: Choice) -> str:
    """Where a figure stands: "block 'Ældreboliger' (Ark1!A104), column 'Husleje 2026' (C, Ark1!C105)"."""
    column = choice.seen.column
    return f"block {choice.seen.block.label}, column '{column.heading}' ({column.letter}, {column.place})"


def describe_found(choice: Choice, table: pd.DataFrame, names: dict[str, str]) -> str:
    """A figure that was found: its period, its block, its column and the first kommune's value.

    ::

        husleje_aeldre, 2026: block 'Ældreboliger' (Ark1!A104), column 'Husleje 2026' (C, Ark1!C105); København 1013

    Args:
        choice: the column.
        table: its rows.
        names: the names of the places by code.
    """
    first = table[table["kommune_kode"].ne(COUNTRY)].iloc[0]
    value = first["vaerdi"] or first["aarsag"]
    return f"{choice.indicator.key}, {choice.period}: {describe_place(choice)}; {names[first['kommune_kode']]} {value}"


def describe_rest(columns: Iterable[Seen], chosen: Collection[str], passed_over: Iterable[str]) -> Iterator[str]:
    """What was seen and not taken: columns with the reason, and rows of the blocks that were read."""
    for one in columns:
        if one.column.place not in chosen:
            yield f"{one.describe()}: {one.meaning.refusal or _describe_meaning(one)}"
    yield from (f"row {row}: no kommune, and not the country" for row in passed_over)


def list_blocks(blocks: list[Block], columns: list[Seen], sought: Indicator) -> str:
    """All blocks with their columns, and how to name those of an indicator that was sought in vain: the end of a refusal."""
    lines = ["the file has:" if blocks else "the file has no column with the names of kommuner below each other"]
    for block in blocks:
        lines.append(f"block {block.label}")
        lines += [f"  {one.describe()}: {one.meaning.refusal or _describe_meaning(one)}" for one in columns if one.block is block]
    if blocks:
        wanted = sought.block
        alike = [one for one in columns if wanted and one.meaning.measure == wanted.measure] or columns
        column = alike[0].column.place if alike else blocks[0].place
        first = alike[0].block.place if alike else blocks[0].place
        lines.append(HOW_TO_NAME.format(kind=wanted.dwelling if wanted else "", block=first, key=sought.key, column=column))
    return "\n    ".join(lines)


def _describe_meaning(one: Seen) -> str:
    years = " or ".join(one.meaning.years) or "no year"
    return f"{one.meaning.measure} of {one.meaning.kind or 'no kind that its headings say'}, {years}"
