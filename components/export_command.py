"""The command line of ``python app.py``."""

import argparse
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from components.export import Build, ExportError, check_folder, export_site
from components.site import Site

SERVE = "serve"
SERVES = "Without a command: serve the map at http://127.0.0.1:8050 (PORT= changes it)."
PAIRS = "comparisons: 'suggested' (about 600), 'all' (10,000), or codes: 0326-0101,0326-0265"


@dataclass(frozen=True)
class Command:
    """What is asked for: ``name`` is "serve" or "export", the rest is the export's."""

    name: str
    out: Path = Path()
    site: Site | None = None
    pairs: str = "suggested"


def read_command(arguments: Sequence[str] | None) -> Command:
    """Read the arguments; what is wrong with them ends the program with a sentence and status 2."""
    parser = argparse.ArgumentParser(
        prog="app.py", description="Without a command: serve the map at http://127.0.0.1:8050 (PORT= changes it)."
    )
    commands = parser.add_subparsers(dest="name", title="commands")
    export = commands.add_parser("export", help="write everything as files for a plain web server or a CDN")
    export.add_argument("out", type=Path, metavar="OUT", help="a new or empty folder, or an earlier export, which is replaced")
    export.add_argument("--base", type=_read_site, help="where it will lie: a path (/danmarkskort/) or, better, the whole address")
    export.add_argument(
        "--pairs", default="suggested", help="comparisons: 'suggested' (about 800), 'all' (10,000), or codes: 0326-0101,0326-0265"
    )
    found = parser.parse_args(arguments)
    return Command(found.name, found.out, found.base, found.pairs) if found.name else Command(SERVE)


def _read_site(text: str) -> Site:
    try:
        return Site.parse(text)
    except ValueError as wrong:
        raise argparse.ArgumentTypeError(str(wrong)) from wrong


def run_export(build: Build, command: Command, hosts: str) -> int:
    """Export with a progress bar; the exit status."""
    from tqdm import tqdm  # not for the server

    try:
        check_folder(command.out)
        _, atlas = build()
        with tqdm(desc="Export", unit=" files") as bar:

            def watch(done: int, total: int) -> None:
                bar.total, bar.n = total, done
                bar.refresh()

            count = export_site(build, command.out, hosts, watch)
    except (ExportError, ValueError, OSError) as wrong:
        print(f"Export stopped: {wrong}", file=sys.stderr)
        return 1
    said = "" if atlas.site.origin else " No sitemap, canonical or preview addresses: they need the whole address (--base https://…)."
    print(f"{count} files, {len(atlas.pairs or ())} comparisons, in {command.out}.{said}")
    return 0
