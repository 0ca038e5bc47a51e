"""The commands of ``python -m data``, except ``fetch``."""

import argparse
import sys
from datetime import date
from pathlib import Path
from typing import Any

from tqdm import tqdm

from data.intake.candidate import build_candidate_from_delivery
from data.intake.news import tell_places
from data.intake.organisations import NEWS, find_too_many_dwellings, summarise_organisations
from data.intake.output import describe_reading, write_dry_run, write_lines, write_made, write_remarks
from data.intake.report import find_warnings, summarise
from data.place_table import load_places
from data.problem import FiguresError
from data.profile.change import describe_news, find_changes, find_revisions
from data.profile.figures import Figures
from data.registry.registry import Registry
from data.registry.source import SourceKind
from data.spreadsheet.delivery import read_delivery
from data.spreadsheet.template import write_template
from data.store.edition import list_editions, publish
from data.welcome.council import load_councils
from data.welcome.package_text import FILES, load_package_text

BAR = "{desc:<9} {bar} {n_fmt} of {total_fmt} steps"  # on standard error, where that is a terminal


def make_template(options: argparse.Namespace) -> None:
    """``template``: write the workbook."""
    path: Path = options.file
    if path.suffix.lower() != ".xlsx":
        raise FiguresError([f"{path.name} ends in '{path.suffix}'; a workbook ends in .xlsx: write template kommuneark.xlsx"])
    if not path.absolute().parent.is_dir():
        raise FiguresError([f"the folder {path.absolute().parent} is not there; make it, or name another"])
    if path.exists() and not options.overwrite:
        raise FiguresError([f"{path} is there already, perhaps filled in; name another file, or give --overwrite"])
    figures = Figures.load(with_examples=False, edition=list_editions(options.figures)[-1])
    try:
        columns = write_template(path, figures, find_deliverer(figures.registry), with_current=options.with_current)
    except OSError as error:
        raise FiguresError([f"{path} can't be written ({error.strerror}); close it elsewhere, make room, or name another file"]) from error
    sys.stdout.write(f"{path}: {len(figures.kommuner)} kommuner, {columns} indicators\n")


def find_deliverer(registry: Registry) -> str:
    """The key of the source whose figures come in the workbook."""
    return next(key for key, source in registry.sources.items() if source.kind is SourceKind.SPREADSHEET)


def import_delivery(options: argparse.Namespace) -> None:
    """``import``: check a filled-in workbook and make an edition of it."""
    registry, places = Registry.load(), load_places(options.as_of or date.today().isoformat())
    source = find_deliverer(registry)
    newest = list_editions(options.figures)[-1]
    given = {name: getattr(options, name) or "" for name in ("title", "responsible", "read", "edition")}
    with tqdm(total=3, desc="Reading", disable=None, leave=False, bar_format=BAR) as bar:
        delivery = read_delivery(options.file, registry, places, source, given)
        _step(bar, "Checking")
        candidate = build_candidate_from_delivery(delivery, source, registry, places, newest)
        _step(bar, "Comparing")
        changes = find_changes(candidate.before, candidate.after)
    write_remarks("left out or read with a guess", delivery.remarks)
    keys = [column.indicator.key for column in delivery.columns]
    listed, before = delivery.organisations, candidate.before.organisations
    too_many = find_too_many_dwellings(listed, candidate.after) if listed else ()
    write_remarks("worth a second look", [*find_warnings(candidate, changes, keys), *too_many])
    of_list = summarise_organisations(listed, before, candidate.after) if listed else ()
    write_lines([*summarise(candidate, keys, changes), *of_list])
    if options.dry_run:
        write_dry_run(delivery.source_sheet.edition)
        return
    revisions = find_revisions(candidate.before, candidate.after)
    changed = {change.indicator.key for found in (*changes.values(), *revisions.values()) for change in found}
    news = [describe_news([column.indicator for column in delivery.columns if column.indicator.key in changed], registry)]
    if listed:
        news = [*(news if changed else []), NEWS]
    sheet, day = delivery.source_sheet, options.as_of or ""
    told = f"{' '.join(news)}{tell_places(newest, options.as_of)}"
    edition = publish(candidate.snapshots, sheet.edition, sheet.title, told, options.figures, newest, day, listed)
    write_made(edition, newest)


def _step(bar: Any, work: str) -> None:
    bar.update()
    bar.set_description(work)


def list_changes(options: argparse.Namespace) -> None:
    """``changes``: list the differences between two editions, by place."""
    editions = {edition.name: edition for edition in list_editions(options.figures)}
    unknown = [name for name in (options.old, options.new) if name not in editions]
    if unknown:
        raise FiguresError([f"there is no edition {', '.join(unknown)}; the editions are {', '.join(editions)}"])
    before, after = (Figures.load(with_examples=False, edition=editions[name]) for name in (options.old, options.new))
    changes, revisions = find_changes(before, after), find_revisions(before, after)
    for code in (code for code in after.places if code in changes or code in revisions):
        sys.stdout.write(f"{code} {after.places[code].name}\n")
        for change in [*changes.get(code, []), *revisions.get(code, [])]:
            sys.stdout.write(f"  {change.indicator.key}: {describe_reading(change.before)} -> {describe_reading(change.after)}\n")
    if before.organisations != after.organisations and after.organisations:
        write_lines(summarise_organisations(after.organisations, before.organisations, after))
    total, earlier = (sum(map(len, one.values())) for one in (changes, revisions))
    revised = f", and {earlier} of earlier periods" if earlier else ""
    sys.stdout.write(f"{total} figures changed in {len(changes)} places between {options.old} and {options.new}{revised}\n")


def check_texts(options: argparse.Namespace) -> None:
    """``texts``: check the table of the councils and the texts of the welcome package."""
    names = load_councils(load_places(list_editions(options.figures)[-1].day))
    events = load_package_text(names.values()).events
    upcoming = events.upcoming(date.today()) if events else None
    count = len(upcoming.events) if upcoming else 0
    sys.stdout.write(f"{len(FILES)} files are sound and fit their pages for all {len(names)} kommuner; events to come: {count}\n")
