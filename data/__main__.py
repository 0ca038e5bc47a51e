"""``python -m data``: figures in by spreadsheet and from public statistics, what changed between editions, and texts checked."""

import argparse
import math
import re
import sys
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from data.intake.refresh import fetch_figures
from data.intake.subcommands import check_texts, import_delivery, list_changes, make_template
from data.problem import PartialError, ProblemsError
from data.registry.registry import RegistryError
from data.statbank.client import API
from data.store.edition import FOLDER

REFUSED, PARTIAL = 1, 3
STOPPED = 130  # as shells have it: 128 and the number of the signal
STATUSES = (
    "Exit status: 0 all is done; 1 refused, and nothing was written; 2 unknown options; "
    "3 fetch made an edition, but some tables could not be had (they are named at the end); 130 stopped by Ctrl-C."
)


def build_parser() -> argparse.ArgumentParser:
    """The commands and their options."""
    parser = argparse.ArgumentParser(prog="python -m data", description=__doc__, epilog=STATUSES)
    parser.add_argument("--figures", type=Path, default=FOLDER, help="the folder of editions (default: the project's own)")
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    _describe_template(commands.add_parser("template", help="write the workbook that BL fills in"))
    _describe_import(commands.add_parser("import", help="check a filled-in workbook and make an edition of it"))
    refresh = "refresh the public statistics and make an edition of what is new"
    _describe_fetch(commands.add_parser("fetch", help=refresh, epilog=STATUSES))
    _describe_changes(commands.add_parser("changes", help="differences between two editions"))
    texts = commands.add_parser("texts", help="check the texts of the welcome package and the names of the councils")
    texts.set_defaults(run=check_texts)
    return parser


def _describe_template(command: argparse.ArgumentParser) -> None:
    command.add_argument("file", type=Path, help="where to, such as kommuneark.xlsx")
    command.add_argument("--with-current", action="store_true", help="with the figures that are known")
    command.add_argument("--overwrite", action="store_true", help="also where a file of that name is there already")
    command.set_defaults(run=make_template)


def _describe_import(command: argparse.ArgumentParser) -> None:
    command.add_argument("file", type=Path, help="the workbook (.xlsx) or a .csv file")
    command.add_argument("--dry-run", action="store_true", help="check and report, and write nothing")
    for name, text in (
        ("title", "what the figures come from"),
        ("responsible", "who answers for them"),
        ("read", "their date"),
        ("edition", "the name of the new edition"),
    ):
        command.add_argument(f"--{name}", help=f"{text}, where the sheet 'Kilde' does not say it")
    _add_as_of(command)
    command.set_defaults(run=import_delivery)


def _describe_fetch(command: argparse.ArgumentParser) -> None:
    command.add_argument("keys", nargs="*", metavar="KEY", help="indicators or sources (default: all of Danmarks Statistik's)")
    since = "ask for periods from this year on (default: as far back as now, or ten years)"
    command.add_argument("--since", type=read_year, metavar="YEAR", help=since)
    _describe_files(command)
    command.add_argument("--format", choices=("jsonstat", "csv"), default="jsonstat", help="how the service is to answer")
    command.add_argument("--api", default=API, help="another address of the service")
    doubled = "doubled for every time that a question is asked again"
    command.add_argument("--backoff", type=read_seconds, default=1.0, metavar="SECONDS", help=doubled)
    command.add_argument("--edition", help="the name of the new edition (default: today's date)")
    _add_as_of(command)
    command.add_argument("--dry-run", action="store_true", help="fetch, check and report, and write nothing")
    command.set_defaults(run=fetch_figures)


def _describe_files(command: argparse.ArgumentParser) -> None:
    """What is read instead of asking the service, and where in a file the figures stand."""
    files = command.add_mutually_exclusive_group()
    files.add_argument("--offline", type=Path, metavar="FILE", help="one indicator's answer of the API, JSON-stat or CSV with codes")
    files.add_argument("--file", type=Path, help="Landsbyggefonden's basistabeller, without a KEY; its table 7, or boligstat.dk's table")
    command.add_argument("--period", help="the period of the figures in --file, such as 2026 (default: the newest that its headings name)")
    block = (
        "where basistabeller have the figures of a kind of dwelling, where it can't be told: any address in the block, or the name of "
        "its sheet, such as aeldre='Ark1!A104'; once for each kind"
    )
    command.add_argument("--block", action="append", metavar="KIND=ADDRESS", help=block)
    column = (
        "where it can't be told: the heading or letter of the column of rents; or in basistabeller an indicator's key and the "
        "address of its column's heading, such as husleje_aeldre='Ark1!C105', once for each"
    )
    command.add_argument("--column", action="append", metavar="[KEY=]COLUMN", help=column)


def _describe_changes(command: argparse.ArgumentParser) -> None:
    command.add_argument("old")
    command.add_argument("new")
    command.set_defaults(run=list_changes)


def _add_as_of(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "--as-of", type=read_day, metavar="DAY", help="whose kommuner and regioner the edition has, ISO (default: today's)"
    )


def read_day(text: str) -> str:
    """A day as ISO writes it; argparse shows the sentence otherwise."""
    try:
        return date.fromisoformat(text).isoformat()
    except ValueError as error:
        raise argparse.ArgumentTypeError(f"'{text}' is no day; write one such as 2027-01-01") from error


def read_year(text: str) -> str:
    """A year of four digits; argparse shows the sentence otherwise."""
    if not re.fullmatch(r"(19|20)\d\d", text):
        raise argparse.ArgumentTypeError(f"'{text}' is no year; write four digits, such as 2020")
    return text


def read_seconds(text: str) -> float:
    """A number of seconds that can be waited for; argparse shows the sentence otherwise."""
    try:
        seconds = float(text)
    except ValueError:
        seconds = math.nan
    if not 0 <= seconds < math.inf:
        raise argparse.ArgumentTypeError(f"'{text}' is no number of seconds; write one such as 1.5")
    return seconds


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command.

    Returns:
        The exit status: 0 when all is done; 1 when it was refused and nothing was written; 3 when a fetch made an edition, but not of
        everything; 130 when it was stopped by Ctrl-C. (2 is argparse's, for options that it does not know.)
    """
    options = build_parser().parse_args(arguments)
    try:
        options.run(options)
    except PartialError as error:
        _tell(error, "the edition is made without what could not be had")
        return PARTIAL
    except ProblemsError as error:
        _tell(error, "nothing was written")
        return REFUSED
    except (RegistryError, OSError) as error:
        sys.stderr.write(f"{error}\nNothing was written.\n")
        return REFUSED
    except KeyboardInterrupt:
        sys.stderr.write("\nStopped. The editions are as they were, or have the new one whole.\n")
        return STOPPED
    return 0


def _tell(error: ProblemsError, outcome: str) -> None:
    count = len(error.problems)
    sys.stderr.write(f"{count} problem{'s' if count > 1 else ''}; {outcome}:\n")
    sys.stderr.write("".join(f"  {problem}\n" for problem in error.problems))


if __name__ == "__main__":
    sys.exit(main())
