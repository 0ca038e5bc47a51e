"""``python -m data fetch``: public statistics are fetched from the StatBank, or read from files, and made into a new edition."""

import argparse
import json
import sys
from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import TypeVar

from tqdm import tqdm

from data.intake.candidate import build_candidate
from data.intake.report import find_warnings, summarise
from data.period import describe_day
from data.place import Place, PlaceKind, load_places
from data.problem import FiguresError
from data.profile.change import describe_news, find_changes
from data.registry.indicator import Indicator
from data.registry.registry import Registry
from data.registry.source import SourceKind
from data.spreadsheet.rents import read_rents
from data.spreadsheet.sheet import decode
from data.statbank.client import PAUSE, StatBank
from data.statbank.cube import read_cube
from data.statbank.layout import check_layout, query_of
from data.statbank.question import Question, build_query, list_questions
from data.statbank.renewal import is_new, is_same, merge
from data.statbank.rows import Fetched, make_rows
from data.statbank.table import TableInfo
from data.store.edition import check_name, free_name, list_editions, publish, read_snapshots
from data.store.snapshot import Snapshot

Item = TypeVar("Item")


def fetch_figures(options: argparse.Namespace) -> None:
    """``fetch``: fetch or read the wanted figures, check them, and make an edition of them if anything is new."""
    registry, places = Registry.load(), load_places()
    newest = list_editions(options.figures)[-1]
    old = read_snapshots(newest)
    kommuner = [place for place in places.values() if place.kind is PlaceKind.KOMMUNE]
    name = options.edition or free_name(date.today().isoformat(), options.figures)
    if problems := _check_options(options, name):  # before anyone waits for the service
        raise FiguresError(problems)
    wanted = choose_indicators(registry, options)
    if options.file or options.offline:
        fetched = [_read_file(_require_one(wanted), options, places, registry)]
    else:
        fetched = _ask_service(wanted, options, kommuner, old)
    snapshots = [one for one in merge(fetched, old, registry) if not is_same(one, old)]
    if not snapshots:
        sys.stdout.write(f"Nothing is new since edition {newest.name}; no edition was made.\n")
        return
    candidate = build_candidate(snapshots, registry, places, newest)
    changes = find_changes(candidate.before, candidate.after)
    if warnings := list(find_warnings(candidate, changes, [one.indicator.key for one in fetched])):
        sys.stderr.write(f"{len(warnings)} worth a second look:\n" + "".join(f"  {line}\n" for line in warnings))
    sys.stdout.writelines(f"{line}\n" for line in summarise(candidate, [one.indicator.key for one in fetched], changes))
    if options.dry_run:
        sys.stdout.write(f"Sound. Nothing was written: this was a dry run. Edition {name} could be made.\n")
        return
    news = describe_news([one.indicator for one in fetched if is_new(one, snapshots, old)], registry)
    edition = publish(snapshots, name, f"Offentlig statistik læst {_format_today()}", news, options.figures, newest)
    sys.stdout.write(f"Edition {edition.name} is made, of {newest.name}; both are kept. Start the server anew to show it.\n")


def _check_options(options: argparse.Namespace, name: str) -> list[str]:
    problems = [problem] if (problem := check_name(name, options.figures)) else []
    if (options.period or options.column) and not options.file:
        problems.append("--period and --column say what stands in a file of rents; give the file too, with --file")
    if options.since and (options.file or options.offline):
        problems.append("--since says what the service is asked for; leave it out with a file, all of which is read")
    return problems


def _format_today() -> str:
    return describe_day(date.today()).replace("\u00a0", " ")


def choose_indicators(registry: Registry, options: argparse.Namespace) -> list[Indicator]:
    """The indicators that the command's keys name; a key may be an indicator's or a source's. Without keys all that can be read.

    ::

        choose_indicators(registry, options)  # with the key dst_fam55n: [registry["husstande"]]

    Raises:
        FiguresError: a key is neither, or its indicators come in in another way.
    """
    by_file = bool(options.file)
    kind = SourceKind.RENTS if by_file else SourceKind.STATBANK
    can = [one for one in registry.indicators.values() if registry.sources[one.sources[0]].kind is kind]
    if not options.keys:
        return can
    unknown = [key for key in options.keys if not any(key in (one.key, one.sources[0]) for one in can)]
    if unknown:
        how = "read from a file with --file" if by_file else "fetched from the StatBank"
        known = ", ".join(dict.fromkeys([*(one.key for one in can), *(one.sources[0] for one in can)]))
        raise FiguresError([f"{', '.join(unknown)} can't be {how}; write one of {known}"])
    return [one for one in can if {one.key, one.sources[0]} & set(options.keys)]


def _require_one(wanted: list[Indicator]) -> Indicator:
    if len(wanted) != 1:
        keys = ", ".join(one.key for one in wanted)
        raise FiguresError([f"a file has the figures of one indicator, but {len(wanted)} are asked for; name one of {keys}"])
    return wanted[0]


def _read_file(indicator: Indicator, options: argparse.Namespace, places: dict[str, Place], registry: Registry) -> Fetched:
    path: Path = options.file or options.offline
    if not path.is_file():
        raise FiguresError([f"{path} is not there, or no file; name one that was fetched by hand"])
    if options.file:
        table = read_rents(path, indicator, places, options.period, options.column)
        return Fetched(indicator, table, "", f"file {path.name}")
    cube = read_cube(decode(path.read_bytes()), indicator.key)
    others = {one.fetch.table for one in registry.indicators.values() if one.fetch} - {query_of(indicator).table}
    if cube.table in others:  # two tables may have the same variables
        raise FiguresError([f"{path.name} is an answer from {cube.table}, but {indicator.key} is from {query_of(indicator).table}"])
    kommuner = [place.code for place in places.values() if place.kind is PlaceKind.KOMMUNE]
    table = make_rows(cube, indicator, kommuner, indicator.sources[0])
    return Fetched(indicator, table, cube.updated, f"file {path.name}")


def _ask_service(wanted: list[Indicator], options: argparse.Namespace, kommuner: list[Place], old: dict[str, Snapshot]) -> list[Fetched]:
    """Ask the service for every table's description, check them all, and only then ask for each indicator's figures."""
    codes = [place.code for place in kommuner]
    tables = dict.fromkeys(one.fetch.table for one in wanted if one.fetch)
    with StatBank(options.api, backoff=options.backoff, pause=PAUSE) as bank:
        infos = {table: bank.tableinfo(table) for table in _show_progress(tables, "Tables")}
        problems = [problem for one in wanted if one.fetch for problem in check_layout(infos[one.fetch.table], one, codes)]
        if problems:
            raise FiguresError(problems)
        closed = [table for table, info in infos.items() if not info.is_active]
        sys.stderr.writelines(f"  {table} is no longer kept up; look for the table that has taken its place\n" for table in closed)
        questions, without = list_questions(wanted, infos, codes, old, options.since)
        sys.stderr.writelines(f"  passed over: {problem}\n" for problem in without)
        asked = [one for one in wanted if one.key in questions]
        return [
            _ask(bank, infos[query_of(one).table], one, questions[one.key], codes, options.format)
            for one in _show_progress(asked, "Figures")
        ]


def _show_progress(items: Iterable[Item], label: str) -> Iterable[Item]:
    return tqdm(list(items), desc=label, disable=None, leave=False)


def _ask(bank: StatBank, info: TableInfo, indicator: Indicator, question: Question, codes: list[str], answer_format: str) -> Fetched:
    query = build_query(info.table, question, answer_format)
    cube = read_cube(bank.data(query), info.table)
    cube.check_answers(question, info.table)
    table = make_rows(cube, indicator, codes, indicator.sources[0])
    return Fetched(indicator, table, info.updated, json.dumps(query, ensure_ascii=False))
