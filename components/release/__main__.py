"""The commands of a release: ``python -m components.release licences``, ``sbom FILE`` and ``release VERSION``."""

import argparse
import os
import subprocess
import sys
from collections.abc import Sequence
from datetime import UTC, date, datetime
from functools import partial
from pathlib import Path

from components.release.build import build_release
from components.release.licence import TABLE, LicenceError, write_table
from components.release.part import ROOT, list_parts
from components.release.publish import ReleaseError, publish
from components.release.sbom import SbomError, write_sbom


def main(arguments: Sequence[str] | None = None) -> int:
    """Do what is asked; the exit status."""
    parser = argparse.ArgumentParser(prog="python -m components.release")
    commands = parser.add_subparsers(dest="command", title="commands", required=True)
    commands.add_parser("licences", help=f"write {TABLE.name}: the licences of all that is not ours")
    sbom = commands.add_parser("sbom", help="write the bill of materials as CycloneDX JSON")
    sbom.add_argument("out", type=Path, metavar="FILE")
    release = commands.add_parser("release", help="test, set the version, build what is given out, commit and tag")
    release.add_argument("version", metavar="VERSION", help="such as 1.2.0, higher than the one before")
    release.add_argument("--without-container", dest="with_container", action="store_false", help="where nobody builds a container of it")
    asked = parser.parse_args(arguments)
    try:
        print({"licences": _licences, "sbom": _sbom, "release": _release}[asked.command](asked))
    except (LicenceError, SbomError, ReleaseError, OSError) as wrong:
        print(f"Nothing was written: {wrong}.", file=sys.stderr)
        return 1
    return 0


def _licences(_: argparse.Namespace) -> str:
    parts = list_parts()
    TABLE.write_text(write_table(parts), encoding="utf-8")
    return f"{len(parts)} licences in {TABLE.relative_to(ROOT)}, all permitted."


def _sbom(asked: argparse.Namespace) -> str:
    text = write_sbom(datetime.now(UTC))
    asked.out.parent.mkdir(parents=True, exist_ok=True)
    asked.out.write_text(text, encoding="utf-8")
    return f"{len(list_parts())} parts in {asked.out}, by CycloneDX 1.6."


def _release(asked: argparse.Namespace) -> str:
    build = partial(build_release, with_container=asked.with_container)
    out = publish(ROOT, asked.version, date.today(), run_tests, build, with_container=asked.with_container)
    said = f"Version {asked.version} is in {out.relative_to(ROOT)}, committed and tagged. 'git push --follow-tags' gives it to others."
    if os.environ.get("DANMARKSKORT_ADRESSE"):
        return said
    return f"{said} Its static export has no sitemap, canonical or preview addresses: they need DANMARKSKORT_ADRESSE=https://…"


def run_tests() -> None:
    """Run all tests, and let them be seen. Of sheets every one is printed, where otherwise a third is.

    Raises:
        ReleaseError: one failed.
    """
    every = os.environ | {"EVERY_SHEET": "1"}
    if subprocess.run(["make", "test"], cwd=ROOT, env=every, check=False).returncode:  # noqa: S607 - the project's own
        raise ReleaseError("the tests failed")


if __name__ == "__main__":
    sys.exit(main())
