"""What a fetch is to bring: the indicators that its keys name, and the figures of one from an answer that was fetched by hand."""

import argparse
from collections.abc import Mapping
from pathlib import Path

from data.place import Place
from data.place_table import load_place_table
from data.problem import FiguresError
from data.registry.indicator import Indicator
from data.registry.registry import Registry
from data.registry.source import SourceKind
from data.spreadsheet.writing.encoding import decode
from data.statbank.answer.reader import read_cube
from data.statbank.area import Areas, find_area
from data.statbank.cube import Cube
from data.statbank.resolution import Plan, list_variables, query_of, resolve
from data.statbank.rows import Fetched, make_rows
from data.statbank.table import Variable


def choose_indicators(registry: Registry, options: argparse.Namespace) -> list[Indicator]:
    """The indicators that the command's keys name, of those of the StatBank; a key may be an indicator's or a source's. Without keys all.

    ::

        choose_indicators(registry, options)  # with the key dst_fam55n: [registry["husstande"]]

    Raises:
        FiguresError: a key is neither, or its indicators come in in another way.
    """
    sources = registry.sources
    can = [one for one in registry.indicators.values() if sources[one.sources[0]].kind is SourceKind.STATBANK and not one.ratio]
    if not options.keys:
        return can
    unknown = [key for key in options.keys if not any(key in (one.key, one.sources[0]) for one in can)]
    if unknown:
        known = ", ".join(dict.fromkeys([*(one.key for one in can), *(one.sources[0] for one in can)]))
        raise FiguresError([f"{', '.join(unknown)} can't be fetched from the StatBank; write one of {known}"])
    return [one for one in can if {one.key, one.sources[0]} & set(options.keys)]


def read_answer(indicator: Indicator, path: Path, places: Mapping[str, Place]) -> Fetched:
    """An indicator's figures from an answer of the API that was fetched by hand (``--offline``).

    Raises:
        FiguresError: the file is not there, or not what it should be.
    """
    if not path.is_file():
        raise FiguresError([f"{path} is not there, or no file; name one that was fetched by hand"])
    expected = query_of(indicator).table
    cube = read_cube(decode(path.read_bytes()), f"{path.name}, {indicator.key}")
    if cube.table and cube.table.upper() != expected.upper():  # two tables may have the same variables
        raise FiguresError([f"{path.name} is an answer from {cube.table}, but {indicator.key} is from {expected}"])
    areas = Areas.of([*places.values(), *load_place_table().all_regions])
    try:
        plan = _plan_by_codes(indicator, cube, areas)
        table = make_rows(cube, plan, areas, indicator.sources[0])
    except FiguresError as error:
        raise FiguresError([f"{path.name}: {problem}" for problem in error.problems]) from error
    return Fetched(indicator, table, cube.updated, f"file {path.name}", plan.wording)


def _plan_by_codes(indicator: Indicator, cube: Cube, areas: Areas) -> Plan:
    """The plan of an indicator from an answer alone, which has the codes of the values and not their texts."""
    query = query_of(indicator)
    codes = cube.codes()
    if missing := [name for name in list_variables(query) if name not in codes]:
        raise FiguresError([f"{query.table}, {indicator.key}: the answer has no {', '.join(missing)}; it has {', '.join(codes)}"])
    asked = {*list_variables(query)}
    variables = {name: Variable(name, True, name == "TID", {code: code for code in sorted(codes[name])}) for name in codes if name in asked}
    try:
        return resolve(indicator, variables, find_area(codes, areas.kommuner))
    except FiguresError as error:
        remedy = "texts are not in a saved answer: fetch it from the service"
        raise FiguresError([f"{query.table}, {indicator.key}: {problem}; {remedy}" for problem in error.problems]) from error
