"""The command line of ``python app.py``. The server does not import it."""

import argparse
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from pathlib import Path

from tqdm import tqdm

from components.address.site import Site
from components.export.write import Build, ExportError, check_folder, export_site
from components.print.collection import Printed, write_kommuneark
from components.print.package import Packer
from data.place import normalise_code
from data.place_table import load_place_table
from data.profile.archive import Archive

SERVE, EXPORT, PRINT = "serve", "export", "kommuneark"
NO_ADDRESS = "the QR codes must lead somewhere: give the map's whole address, --base https://host/, or set DANMARKSKORT_ADRESSE"


@dataclass(frozen=True)
class Command:
    """What is asked for.

    Attributes:
        name: SERVE, EXPORT or PRINT.
        out: the folder that is written.
        site: where the pages lie, where that is said.
        pairs: which comparisons are exported.
        with_packed: export packed forms beside the files.
        kommuner: the codes of those whose kommuneark are printed.
        as_package: print the whole welcome package.
        as_zip: in one file.
    """

    name: str
    out: Path = Path()
    site: Site | None = None
    pairs: str = "suggested"
    with_packed: bool = False
    kommuner: tuple[str, ...] = ()
    as_package: bool = False
    as_zip: bool = False


def read_command(arguments: Sequence[str] | None) -> Command:
    """Read the arguments; what is wrong with them ends the program with a sentence and status 2."""
    parser = argparse.ArgumentParser(
        prog="app.py", description="Without a command: serve the map at http://127.0.0.1:8050 (PORT= changes it)."
    )
    commands = parser.add_subparsers(dest="name", title="commands")
    _describe_export(commands.add_parser(EXPORT, help="write everything as files for a plain web server or a CDN"))
    _describe_print(commands.add_parser(PRINT, help="write the printed kommuneark as PDFs"))
    found = vars(parser.parse_args(arguments))
    return Command(**found) if found["name"] else Command(SERVE)


def _describe_export(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("out", type=Path, metavar="OUT", help="a new or empty folder, or an earlier export, which is replaced")
    where = "where it will lie: a path (/danmarkskort/) or, better, the whole address"
    parser.add_argument("--base", dest="site", type=_read_site, help=where)
    parser.add_argument(
        "--pairs", default="suggested", help="comparisons: 'suggested' (about 600), 'all' (10,000), or codes: 0326-0101,0326-0265"
    )
    packed = "also .br and .gz beside the files, for nginx and others that send those as they are; a CDN packs by itself"
    parser.add_argument("--packed", dest="with_packed", action="store_true", help=packed)


def _describe_print(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("out", type=Path, metavar="OUT", help="the folder; made where it is not there")
    whose = "whose: codes such as 0326,0101 (default: all 98)"
    parser.add_argument("--kommune", dest="kommuner", metavar="CODE,…", type=_read_kommuner, default=_list_kommuner(), help=whose)
    parser.add_argument("--pakke", dest="as_package", action="store_true", help="the whole welcome package, of which it is a part")
    parser.add_argument("--zip", dest="as_zip", action="store_true", help="all in one file")
    where = "the whole address of the map, for the QR codes (default: DANMARKSKORT_ADRESSE)"
    parser.add_argument("--base", dest="site", type=_read_site, help=where)


def _read_site(text: str) -> Site:
    try:
        return Site.parse(text)
    except ValueError as wrong:
        raise argparse.ArgumentTypeError(str(wrong)) from wrong


def _list_kommuner() -> tuple[str, ...]:
    return tuple(dict.fromkeys(row["kode"] for row in load_place_table().kommuner))


def _read_kommuner(text: str) -> tuple[str, ...]:
    asked = {each.strip(): normalise_code(each.strip()) for each in text.split(",") if each.strip()}
    known = _list_kommuner()
    if unknown := [each for each, code in asked.items() if code not in known]:
        raise argparse.ArgumentTypeError(f"there is no kommune {' and no '.join(unknown)}; write codes such as 0326,0101")
    if not asked:
        raise argparse.ArgumentTypeError("no kommune is named; write codes such as 0326,0101")
    return tuple(dict.fromkeys(asked.values()))


def run_export(build: Build, command: Command) -> int:
    """Export with a progress bar; the exit status."""
    try:
        check_folder(command.out)
        _, atlas = build()
        with tqdm(desc="Export", unit=" files") as bar:

            def watch(done: int, total: int) -> None:
                bar.total, bar.n = total, done
                bar.refresh()

            count = export_site(build, command.out, watch, with_packed=command.with_packed)
    except (ExportError, ValueError, OSError) as wrong:
        print(f"Export stopped: {wrong}", file=sys.stderr)
        return 1
    said = "" if atlas.site.origin else " No sitemap, canonical or preview addresses: they need the whole address (--base https://…)."
    print(f"{count} files, {len(atlas.pairs or ())} comparisons, in {command.out}.{said}")
    return 0


def run_print(load: Callable[[], Archive], command: Command, site: Site) -> int:
    """Write the kommuneark or the welcome packages with a progress bar; the exit status.

    Args:
        load: gives the editions; they are not needed where the address is missing.
        command: what is asked for.
        site: where the QR codes lead.
    """
    if not site.origin:
        print(f"Nothing was printed: {NO_ADDRESS}.", file=sys.stderr)
        return 2

    def watch(done: Iterator[Printed]) -> Iterable[Printed]:
        return tqdm(done, desc="Print", total=len(command.kommuner), unit=" PDF")

    try:
        archive = load()
        pack = partial(Packer.load(archive.newest.places).pack, today=date.today()) if command.as_package else None
        files = write_kommuneark(command.out, archive, site.whole("/"), command.kommuner, as_zip=command.as_zip, pack=pack, progress=watch)
    except (ValueError, OSError, RuntimeError) as wrong:
        print(f"Print stopped: {wrong}", file=sys.stderr)
        return 1
    kind = "welcome packages" if command.as_package else "kommuneark"
    print(f"{len(command.kommuner)} {kind} in {files[0] if command.as_zip else command.out}, with QR codes to {site.whole('/')}.")
    return 0
