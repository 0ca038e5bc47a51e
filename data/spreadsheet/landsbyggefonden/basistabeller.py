"""Read Landsbyggefonden's basistabeller: rents, counts and mean areas of the three kinds of almene dwellings by kommune, in one workbook.

No such workbook was at hand when this was written. So it has no fixed place for anything: blocks are found by the names of kommuner below
each other, and columns by the words of their headings; what was found is told, and what can't be told is asked for.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

import pandas as pd

from data.place import Place
from data.problem import FiguresError
from data.registry.indicator import Indicator
from data.registry.kind import Measure
from data.registry.registry import Registry
from data.registry.source import SourceKind
from data.spreadsheet.landsbyggefonden.block import Block
from data.spreadsheet.landsbyggefonden.choice import Choice, ChoiceError, Names, choose_column, is_named
from data.spreadsheet.landsbyggefonden.layout import find_blocks
from data.spreadsheet.landsbyggefonden.meaning import Seen, read_meanings
from data.spreadsheet.landsbyggefonden.place_rows import PlaceRows, read_place_rows
from data.spreadsheet.landsbyggefonden.report import describe_found, describe_place, describe_rest, list_blocks
from data.spreadsheet.landsbyggefonden.values import find_none, read_values
from data.spreadsheet.sheet import Grid
from data.store.check import PERIOD_FORMATS


@dataclass(frozen=True)
class Request:
    """What is asked of a workbook.

    Attributes:
        wanted: the indicators; each has a ``block``.
        required: the keys of those that the workbook must have.
        period: the period; None for the newest that each has.
        names: the blocks and columns that the command line names.
    """

    wanted: list[Indicator]
    required: set[str]
    period: str | None = None
    names: Names = field(default_factory=Names)


@dataclass(frozen=True)
class Found:
    """The figures of a workbook: rows and where they stood, by indicator key; ``lines`` tell it, and what was not taken."""

    tables: Mapping[str, pd.DataFrame]
    wheres: Mapping[str, str]
    lines: list[str]


@dataclass(frozen=True)
class Known:
    """The registry, and all places by code."""

    registry: Registry
    places: Mapping[str, Place]


def find_source(indicator: Indicator, registry: Registry) -> str:
    """The key of the source that gives an indicator in blocks.

    ::

        find_source(registry["husleje_almen"], registry)  # 'lbf_basistabeller', its second source
    """
    return next(key for key in indicator.sources if registry.sources[key].kind is SourceKind.BLOCKS)


def has_blocks(grids: list[Grid], registry: Registry, places: Mapping[str, Place]) -> bool:
    """Whether a file is basistabeller by its shape: rents of two kinds of dwellings or more, by kommune."""
    kinds = list_kinds(registry)
    seen = read_meanings(find_blocks(grids, places, kinds), kinds)
    return len({one.meaning.kind for one in seen if one.meaning.measure is Measure.RENT} - {""}) > 1


def list_kinds(registry: Registry) -> list[str]:
    """The kinds of dwelling that a block may be of, each once."""
    return list(dict.fromkeys(one.block.dwelling for one in registry.indicators.values() if one.block))


def read_basistabeller(name: str, grids: list[Grid], request: Request, registry: Registry, places: Mapping[str, Place]) -> Found:
    """The wanted figures of a workbook.

    Args:
        name: the file's name, for messages.
        grids: its sheets.
        request: what is wanted of it.
        registry: the registry.
        places: all places by code.

    Raises:
        FiguresError: with all problems: a column that can't be told, with a list of what the file has; kommuner that are missing, unknown
            or there twice; cells that can't be read.
    """
    _check_period(request)
    kinds = list_kinds(registry)
    blocks = find_blocks(grids, places, kinds)
    columns = read_meanings(blocks, kinds)
    choices, absent, problems = _choose(request, columns, registry)
    problems += _check_names(request.names, blocks, registry)
    if problems or not choices:
        chosen = {one.indicator.key for one in choices}
        sought = next((one for one in request.wanted if one.key in request.required - chosen), request.wanted[0])
        listing = list_blocks(blocks, columns, sought)
        raise FiguresError([*(f"{name}: {problem}" for problem in problems or absent), f"{name}: {listing}"])
    wanted = [one for one in choices if one.indicator in request.wanted]
    rows = {one.seen.block.place: _read_rows(one.seen.block, choices, places) for one in choices}
    read = [rows[place] for place in dict.fromkeys(one.seen.block.place for one in wanted)]
    problems = [problem for block in read for problem in block.problems]
    tables = _read_tables(choices, wanted, rows, Known(registry, places), problems)
    if problems:
        raise FiguresError(problems)
    names = {code: place.name for code, place in places.items()}
    found = [describe_found(one, tables[one.indicator.key], names) for one in wanted]
    passed_over = [line for block in read for line in block.passed_over]
    rest = [*absent, *describe_rest(columns, {one.seen.column.place for one in wanted}, passed_over)]
    remarks = [line for block in read for line in block.remarks]
    found += [*(["shown otherwise than it is read:"] if remarks else []), *(f"  {line}" for line in remarks)]
    lines = [f"{name}: found", *(f"  {line}" for line in found), *(f"  {line}" for line in ["not taken:"] if rest)]
    return Found(
        {one.indicator.key: tables[one.indicator.key] for one in wanted},
        {one.indicator.key: describe_place(one) for one in wanted},
        [*lines, *(f"    {line}" for line in rest)],
    )


def _check_period(request: Request) -> None:
    pattern, sample = PERIOD_FORMATS[request.wanted[0].period]
    if request.period is not None and not re.fullmatch(pattern, request.period):
        raise FiguresError([f"'{request.period}' is no period of {request.wanted[0].key}; give it with --period, such as {sample}"])


def _choose(request: Request, columns: list[Seen], registry: Registry) -> tuple[list[Choice], list[str], list[str]]:
    """The columns of the wanted indicators, and of the counts, which tell why a rent is missing; what is absent; the problems."""
    choices: list[Choice] = []
    absent: list[str] = []
    problems: list[str] = []
    for one in registry.indicators.values():
        if one.block and (one in request.wanted or one.block.measure is Measure.COUNT):
            try:
                choices.append(choose_column(one, one.block, columns, request.period, request.names))
            except ChoiceError as error:
                if one in request.wanted:
                    (absent if error.is_absent and one.key not in request.required else problems).append(str(error))
    twice = [one for one in choices if one.indicator in request.wanted and [other.seen for other in choices].count(one.seen) > 1]
    return choices, absent, problems + [f"{one.indicator.key}: {one.seen.describe()} is another figure already" for one in twice]


def _check_names(names: Names, blocks: list[Block], registry: Registry) -> list[str]:
    keys = [one.key for one in registry.indicators.values() if one.block]
    kinds = list_kinds(registry)
    problems = [f"--block '{kind}': there is no such kind; write one of {', '.join(kinds)}" for kind in names.blocks if kind not in kinds]
    problems += [f"--column '{key}': it is not in such a file; write one of {', '.join(keys)}" for key in names.columns if key not in keys]
    for kind, name in names.blocks.items():
        count = sum(is_named(block, name) for block in blocks)
        if count != 1:
            problems.append(f"--block {kind}='{name}' names {count} blocks; write an address in one of them")
    return problems


def _read_rows(block: Block, choices: list[Choice], places: Mapping[str, Place]) -> PlaceRows:
    numbers = [one.seen.column.number for one in choices if one.seen.block is block]
    return read_place_rows(block, numbers, places)


def _read_tables(
    choices: list[Choice], wanted: list[Choice], rows: Mapping[str, PlaceRows], known: Known, problems: list[str]
) -> dict[str, pd.DataFrame]:
    """The rows by indicator key; counts first, since a rent is not relevant where they count none."""
    tables: dict[str, pd.DataFrame] = {}
    none_of_it: dict[tuple[str, str], set[Place]] = {}
    for one in sorted(choices, key=lambda one: one.measure is not Measure.COUNT):
        own = problems if one in wanted else []  # a count that nobody asked for stops nothing
        kind = (one.dwelling, one.period)
        source = find_source(one.indicator, known.registry)
        table = read_values(one, rows[one.seen.block.place].rows, source, none_of_it.get(kind, set()), own)
        tables[one.indicator.key] = table
        if one.measure is Measure.COUNT:
            none_of_it[kind] = find_none(table, known.places)
    return tables
