"""``python -m data fetch``: public statistics are fetched from the StatBank, or read from files, and made into a new edition."""

import argparse
import sys
from datetime import date

from data.intake.candidate import Candidate, build_candidate
from data.intake.from_file import read_file, require_one
from data.intake.news import tell_places
from data.intake.output import write_dry_run, write_lines, write_made, write_remarks
from data.intake.report import find_warnings, summarise
from data.intake.service import Order, Result, ask_service
from data.intake.wanted import choose_indicators, read_answer
from data.period import describe_day
from data.place import Place
from data.place_table import load_place_table, load_places
from data.problem import FiguresError, PartialError, shorten_list
from data.profile.change import describe_news, find_changes
from data.registry.registry import Registry
from data.statbank.area import Areas
from data.statbank.client import PAUSE, StatBank
from data.statbank.renewal import is_new, is_same, merge
from data.store.check import check_table
from data.store.edition import Edition, check_name, free_name, list_editions, publish, read_snapshots
from data.store.kept import KeptAnswers
from data.store.snapshot import Snapshot


def fetch_figures(options: argparse.Namespace) -> None:
    """``fetch``: fetch or read the wanted figures, check them, and make an edition of them if anything is new.

    Raises:
        PartialError: an edition was made, without the tables that could not be had.
        FiguresError: nothing could be had, or what was had is not sound; nothing was written.
    """
    registry, places = Registry.load(), load_places(options.as_of or date.today().isoformat())
    newest = list_editions(options.figures)[-1]
    old = read_snapshots(newest)
    name = options.edition or free_name(date.today().isoformat(), options.figures)
    if problems := _check_options(options, name):  # before anyone waits for the service
        raise FiguresError(problems)
    kept = KeptAnswers(options.figures, options.api, is_kept=not options.dry_run)
    result = _obtain(options, registry, places, old, kept)
    snapshots = _merge_sound(result, old, registry, kept)
    has_news = bool(snapshots) or places != load_places(newest.day)  # other regioner are reason enough for an edition
    if not result.fetched:
        raise FiguresError(result.problems)
    if not has_news:
        _forget(result, kept)
        write_lines([f"Nothing is new since edition {newest.name}; no edition was made."])
    else:
        _publish(result, build_candidate(snapshots, registry, places, newest), newest, name, options)
    if result.refused and (options.dry_run or not has_news):
        raise FiguresError(result.problems)
    if not options.dry_run:
        _forget(result, kept)
    if result.refused:
        raise PartialError(result.problems)


def _obtain(
    options: argparse.Namespace, registry: Registry, places: dict[str, Place], old: dict[str, Snapshot], kept: KeptAnswers
) -> Result:
    """The wanted figures: from a publisher's file, from a saved answer of the service, or from the service."""
    if options.file:
        return Result(read_file(options, registry, places))
    wanted = choose_indicators(registry, options)
    if options.offline:
        return Result([read_answer(require_one(wanted), options.offline, places)])
    return _ask(
        Order(wanted, Areas.of([*places.values(), *load_place_table().all_regions]), registry, old, options.since, options.format),
        options,
        kept,
    )


def _ask(order: Order, options: argparse.Namespace, kept: KeptAnswers) -> Result:
    kept.tidy()
    with StatBank(options.api, backoff=options.backoff, pause=PAUSE) as bank:
        result = ask_service(order, bank, kept)
    if kept.taken:
        answers = f"{kept.taken} answer{'s' if kept.taken > 1 else ''}"
        sys.stderr.write(f"  {answers} of a fetch that was stopped were kept, and not asked for again\n")
    return result


def _merge_sound(result: Result, old: dict[str, Snapshot], registry: Registry, kept: KeptAnswers) -> list[Snapshot]:
    """The snapshots that have something new. A table with a figure that can't be is left out, and named in ``result``."""
    for snapshot in merge(result.fetched, old, registry):
        tables = {
            one.indicator.fetch.table for one in result.fetched if one.indicator.fetch and one.indicator.sources[0] == snapshot.source
        }
        try:
            check_table(snapshot.table, registry.with_provenance({snapshot.source: snapshot.source_fields()}), load_place_table().codes)
        except FiguresError as error:
            if not tables:
                raise
            kept.forget(min(tables))  # they would be found wanting again next time
            result.refuse(min(tables), shorten_list(error.problems))
    return [one for one in merge(result.fetched, old, registry) if not is_same(one, old)]


def _publish(result: Result, candidate: Candidate, newest: Edition, name: str, options: argparse.Namespace) -> None:
    """Tell about the candidate, and make an edition of it if it is not a dry run."""
    changes, keys = find_changes(candidate.before, candidate.after), [one.indicator.key for one in result.fetched]
    write_remarks("worth a second look", find_warnings(candidate, changes, keys))
    write_lines(summarise(candidate, keys, changes))
    if options.dry_run:
        write_dry_run(name)
        return
    snapshots, old = candidate.snapshots, read_snapshots(newest)
    fresh = [one.indicator for one in result.fetched if is_new(one, snapshots, old)]
    news = f"{describe_news(fresh, candidate.after.registry)}{tell_places(newest, options.as_of)}"
    title = f"Offentlig statistik hentet {_format_today()}"
    edition = publish(snapshots, name, title, news, options.figures, newest, options.as_of or "")
    write_made(edition, newest)


def _forget(result: Result, kept: KeptAnswers) -> None:
    """Remove the kept answers of the tables that are published."""
    for table in dict.fromkeys(one.indicator.fetch.table for one in result.fetched if one.indicator.fetch):
        kept.forget(table)


def _check_options(options: argparse.Namespace, name: str) -> list[str]:
    problems = [problem] if (problem := check_name(name, options.figures)) else []
    if (options.period or options.column) and not options.file:
        problems.append("--period and --column say what stands in a file of rents; give the file too, with --file")
    if options.block and not options.file:
        problems.append("--block says what stands in a file; give the file too, with --file")
    if options.since and (options.file or options.offline):
        problems.append("--since says what the service is asked for; leave it out with a file, all of which is read")
    return problems


def _format_today() -> str:
    return describe_day(date.today()).replace("\u00a0", " ")
