"""What a release gives out: the static export, the bill of materials, and what a container is built from."""

import os
import re
import shutil
import sys
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path

from components.release.part import ROOT
from components.release.publish import ReleaseError, run, run_git
from components.release.sbom import write_sbom

NAME = "danmarkskortet"
VENDOR = Path("assets") / "vendor"
COPY = re.compile(r"^COPY (?!--from)(.+) \S+$", re.MULTILINE)
# Whoever releases may have looked at other figures, or at example figures: what is given out has those of the commit.
LOCAL = ("DANMARKSKORT_TAL", "DANMARKSKORT_EKSEMPELTAL")
BESIDE = ("Containerfile", ".dockerignore", "compose.yaml")


def build_release(copy: Path, out: Path, version: str, *, with_container: bool, root: Path = ROOT) -> None:
    """Write everything that is given out.

    Args:
        copy: of the commit that is released.
        out: an empty folder.
        version: the released one.
        with_container: whether a container is to be made of it.
        root: where the project lies that the copy was made from: it has the files of npm's.

    Raises:
        ReleaseError: a part can't be made.
    """
    if not (root / VENDOR).is_dir():
        raise ReleaseError(f"{VENDOR} is missing; run 'make assets'")
    shutil.copytree(root / VENDOR, copy / VENDOR, dirs_exist_ok=True)
    run(copy, sys.executable, "app.py", "export", str(out / "static"), "--packed", environment=choose_environment(os.environ))
    (out / f"{NAME}-{version}.cdx.json").write_text(write_sbom(datetime.now(UTC), copy), encoding="utf-8")
    if with_container:
        write_context(copy, out / f"{NAME}-{version}-container.tar")


def choose_environment(own: Mapping[str, str]) -> dict[str, str]:
    """The variables under which the static export is made: where it will lie and who may frame it, but no other figures.

    >>> choose_environment({"DANMARKSKORT_ADRESSE": "https://kort.bl.dk/", "DANMARKSKORT_EKSEMPELTAL": "1"})
    {'DANMARKSKORT_ADRESSE': 'https://kort.bl.dk/'}
    """
    return {name: value for name, value in own.items() if name not in LOCAL}


def write_context(copy: Path, file: Path) -> None:
    """What a container is built from, as committed, in one file: ``podman build -f Containerfile FILE``.

    Args:
        copy: of the commit that is released.
        file: the tar file to write.

    Raises:
        ReleaseError: the Containerfile copies something that is not committed.
    """
    run_git(
        copy,
        "archive",
        "--format=tar",
        f"--output={file}",
        "HEAD",
        "--",
        *list_context((copy / "Containerfile").read_text(encoding="utf-8")),
    )


def list_context(containerfile: str) -> list[str]:
    r"""The files and folders that a Containerfile copies from outside, and those beside it.

    >>> list_context("FROM a\nCOPY app.py LICENSE ./\nCOPY --from=build /app /app\nCOPY data data")
    ['Containerfile', '.dockerignore', 'compose.yaml', 'app.py', 'LICENSE', 'data']
    """
    return list(dict.fromkeys([*BESIDE, *(name for copied in COPY.findall(containerfile) for name in copied.split())]))
