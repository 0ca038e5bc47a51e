"""``python -m data fetch --file``: figures from a publisher's file, each figure with its source and where it stood."""

import argparse
import sys
from collections.abc import Iterable, Mapping
from dataclasses import replace
from pathlib import Path

from data.place import Place
from data.problem import FiguresError
from data.registry.indicator import Indicator
from data.registry.kind import Measure
from data.registry.registry import Registry
from data.registry.source import SourceKind
from data.spreadsheet.landsbyggefonden.basistabeller import Request, find_source, has_blocks, read_basistabeller
from data.spreadsheet.landsbyggefonden.choice import Names
from data.spreadsheet.rents import read_rents
from data.spreadsheet.sheet import Grid, list_shown, read_grids
from data.statbank.rows import Fetched


def read_file(options: argparse.Namespace, registry: Registry, places: Mapping[str, Place]) -> list[Fetched]:
    """The figures of the file: one rent, or all that Landsbyggefonden's basistabeller have. What was found of the latter is written.

    Without a key the file is read as basistabeller where it has their shape.

    Raises:
        FiguresError: with all problems of the keys, the options or the file.
    """
    wanted = choose_from_file(registry, options.keys)
    path: Path = options.file
    if not path.is_file():
        raise FiguresError([f"{path} is not there, or no file; name one that was fetched by hand"])
    grids, hidden = list_shown(read_grids(path))
    sys.stderr.writelines(f"  {line}\n" for line in hidden)
    if not options.keys and not options.block and not has_blocks(grids, registry, places):
        keys = ", ".join([*(one.key for one in wanted if _is_rent(one, registry)), *_list_block_sources(registry)])
        raise FiguresError([f"{path.name}: which figures it has can't be told from its shape; name them, one of {keys}"])
    if options.keys and all(_is_rent(one, registry) for one in wanted):
        return [_read_rent(require_one(wanted), options, places)]
    return _read_blocks(wanted, grids, options, registry, places)


def choose_from_file(registry: Registry, keys: list[str]) -> list[Indicator]:
    """The indicators that the keys name, of those that come in by file; a key may be an indicator's or a source's. Without keys all.

    An indicator with two such sources is read as its first one gives it, unless another key tells that the file is the second one's.

    Raises:
        FiguresError: a key names none of them, or two that are in no file together.
    """
    can = [one for one in registry.indicators.values() if _is_rent(one, registry) or one.block]
    first_rents = sorted(can, key=lambda one: not _is_rent(one, registry))
    known = dict.fromkeys([*(one.key for one in first_rents), *(key for one in can for key in _list_sources(one, registry))])
    if unknown := [key for key in keys if key not in known]:
        raise FiguresError([f"{', '.join(unknown)} can't be read from a file with --file; write one of {', '.join(known)}"])
    wanted = [one for one in can if not keys or {one.key, *_list_sources(one, registry)} & set(keys)]
    apart = [one.key for one in wanted if not one.block]
    if keys and apart and not all(_is_rent(one, registry) for one in wanted):
        others = ", ".join(one.key for one in wanted if one.block)
        raise FiguresError([f"{', '.join(apart)} is in no file together with {others}; read one file at a time"])
    return wanted


def require_one(wanted: list[Indicator]) -> Indicator:
    """The only one of the indicators; FiguresError where there are more."""
    if len(wanted) != 1:
        keys = ", ".join(one.key for one in wanted)
        raise FiguresError([f"a file has the figures of one indicator, but {len(wanted)} are asked for; name one of {keys}"])
    return wanted[0]


def _is_rent(indicator: Indicator, registry: Registry) -> bool:
    return registry.sources[indicator.sources[0]].kind is SourceKind.RENTS


def _list_sources(indicator: Indicator, registry: Registry) -> list[str]:
    kinds = (SourceKind.RENTS, SourceKind.BLOCKS)
    return [key for key in indicator.sources if registry.sources[key].kind in kinds]


def _list_block_sources(registry: Registry) -> list[str]:
    return [key for key, source in registry.sources.items() if source.kind is SourceKind.BLOCKS]


def _read_rent(indicator: Indicator, options: argparse.Namespace, places: Mapping[str, Place]) -> Fetched:
    columns = options.column or [None]
    if options.block or len(columns) > 1:
        raise FiguresError([f"{indicator.key} is one column of rents; leave out --block, and give --column once"])
    table, remarks = read_rents(options.file, indicator, places, options.period, columns[0])
    sys.stderr.writelines(f"  {line}\n" for line in remarks)
    return Fetched(indicator, table, "", f"file {options.file.name}")


def _read_blocks(
    wanted: list[Indicator], grids: list[Grid], options: argparse.Namespace, registry: Registry, places: Mapping[str, Place]
) -> list[Fetched]:
    """All figures that are wanted and found. Rents must be there, counts and areas where they are named."""
    in_blocks = [one for one in wanted if one.block]
    required = {one.key for one in in_blocks if one.key in options.keys or (one.block and one.block.measure is Measure.RENT)}
    names = Names(_split(options.block, "--block"), _split(options.column, "--column"))
    request = Request(in_blocks, required, options.period, names)
    found = read_basistabeller(options.file.name, grids, request, registry, places)
    sys.stdout.writelines(f"{line}\n" for line in found.lines)
    return [
        Fetched(_as_given(one, registry), found.tables[one.key], "", f"file {options.file.name}, {found.wheres[one.key]}")
        for one in in_blocks
        if one.key in found.tables
    ]


def _as_given(indicator: Indicator, registry: Registry) -> Indicator:
    """The indicator with the source that gives it in blocks as its only one: its rows stand beside those of its first source."""
    return replace(indicator, sources=(find_source(indicator, registry),))


def _split(given: Iterable[str] | None, option: str) -> dict[str, str]:
    """The names of an option, such as "aeldre=Ark1!A104", by what stands before the sign."""
    names: dict[str, str] = {}
    for text in given or ():
        key, sign, name = text.partition("=")
        if not sign or not key.strip() or not name.strip() or key.strip() in names:
            problem = "is there twice" if key.strip() in names else "does not say of what it is the place"
            raise FiguresError([f"{option} '{text}' {problem}; write {EXAMPLES[option]}"])
        names[key.strip()] = name.strip()
    return names


EXAMPLES = {"--block": "KIND=ADDRESS, such as --block aeldre='Ark1!A104'", "--column": "KEY=ADDRESS, an indicator's key and a heading's"}
