"""Editions: every import and every fetch makes a new folder of snapshots, and none is ever changed afterwards.

``figures/2025/`` holds an edition's snapshots, all of them, and ``udgave.toml``, which says when it was made and what
changed. The newest edition is the one with the highest number. An edition is written in a folder beside the others under
a name that is no edition's, and gets its own name in one step, by rename: a process that is killed leaves the old editions
or all of the new one, and nothing in between.
"""

import fcntl
import os
import re
import shutil
import tempfile
import tomllib
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from datetime import date
from pathlib import Path

import tomli_w

from data.problem import FiguresError, shorten
from data.store.snapshot import Snapshot, read_snapshot, remove_snapshot, write_snapshot

FOLDER = Path(__file__).parents[1] / "figures"
DESCRIPTION = "udgave.toml"
NAME = re.compile(r"[0-9a-z][0-9a-z-]{0,31}")
UNFINISHED = ".ny-"  # what a killed process may leave behind; swept up by the next one


@dataclass(frozen=True)
class Edition:
    """All figures as they stood on a day.

    ``name`` stands in addresses (``?udgave=2025``); ``date`` is ISO; ``title`` and ``changed`` are Danish.
    """

    name: str
    number: int
    date: str
    title: str
    changed: str
    folder: Path


def list_editions(root: Path = FOLDER) -> list[Edition]:
    """All editions of a folder, oldest first.

    Raises:
        FiguresError: there is none, or one does not say what it is.
    """
    found = sorted((_read_description(path) for path in root.glob(f"[!.]*/{DESCRIPTION}")), key=lambda edition: edition.number)
    if not found:
        raise FiguresError([f"{root} holds no edition; expected folders with {DESCRIPTION}: restore them, or name another folder"])
    return found


def _read_description(path: Path) -> Edition:
    try:
        return Edition(name=path.parent.name, folder=path.parent, **tomllib.loads(path.read_text(encoding="utf-8")))
    except (TypeError, tomllib.TOMLDecodeError) as error:
        raise FiguresError([f"{path.parent.name}/{path.name}: {error}; write number, date, title and changed"]) from error


def read_snapshots(edition: Edition) -> dict[str, Snapshot]:
    """The edition's snapshots by source.

    Raises:
        FiguresError: a file is not the one that its sidecar describes.
    """
    return {path.stem: read_snapshot(path) for path in sorted(edition.folder.glob("*.csv"))}


def free_name(wanted: str, root: Path = FOLDER) -> str:
    """``wanted``, or with the first of -2, -3 … that no edition has."""
    taken = {edition.name for edition in list_editions(root)}
    numbered = (f"{wanted}-{number}" for number in range(2, len(taken) + 3))
    return next(name for name in (wanted, *numbered) if name not in taken)


def check_name(name: str, root: Path = FOLDER) -> str:
    """What is wrong with a new edition's name, or an empty text."""
    if not NAME.fullmatch(name):
        return f"'{shorten(name)}' can't name an edition; write up to 32 small letters, digits and hyphens, such as 2026"
    if any(edition.name == name for edition in list_editions(root)):
        return f"there is an edition {name} already, and editions are never changed; write another name, such as {free_name(name, root)}"
    return ""


def publish(
    snapshots: Iterable[Snapshot], name: str, title: str, changed: str, root: Path = FOLDER, base: Edition | None = None
) -> Edition:
    """Make a new edition of the newest one, with these snapshots in place of its own.

    Args:
        snapshots: what is new; one without rows takes the old one away.
        name: the edition's name in addresses.
        title: its title, in Danish.
        changed: what is new in it, in Danish.
        root: where the editions are.
        base: the edition that the snapshots were checked against; it must still be the newest.

    Raises:
        FiguresError: the name can't be used, another process is writing, or has written, or the folder can't be written to.
    """
    with _locked(root):
        if problem := check_name(name, root):
            raise FiguresError([problem])
        newest = list_editions(root)[-1]
        if base and base != newest:
            raise FiguresError([f"edition {newest.name} was made while this ran; run it again, so that both are checked together"])
        edition = Edition(name, newest.number + 1, date.today().isoformat(), title, changed, root / name)
        try:
            _write(edition, newest, snapshots, root)
        except OSError as error:
            why = error.strerror or str(error)
            raise FiguresError([f"{root} can't be written to ({why}); make room, or ask for leave to write, and run it again"]) from error
        _flush(root)
        return edition


def _write(edition: Edition, newest: Edition, snapshots: Iterable[Snapshot], root: Path) -> None:
    for old in root.glob(f"{UNFINISHED}*"):
        shutil.rmtree(old)
    unfinished = Path(tempfile.mkdtemp(prefix=UNFINISHED, dir=root))
    try:
        _fill(unfinished, newest, edition, snapshots)
        unfinished.rename(edition.folder)  # the one step that makes it an edition
    except BaseException:
        shutil.rmtree(unfinished, ignore_errors=True)
        raise


def _fill(folder: Path, newest: Edition, edition: Edition, snapshots: Iterable[Snapshot]) -> None:
    folder.chmod(newest.folder.stat().st_mode)
    for path in newest.folder.iterdir():
        if path.name != DESCRIPTION:
            shutil.copyfile(path, folder / path.name)
    for snapshot in snapshots:
        if snapshot.table.empty:
            remove_snapshot(snapshot.source, folder)
        else:
            write_snapshot(snapshot, folder)
    described = {name: value for name, value in asdict(edition).items() if name not in {"name", "folder"}}
    (folder / DESCRIPTION).write_text(tomli_w.dumps(described), encoding="utf-8")
    for path in (*folder.iterdir(), folder):
        _flush(path)


def _flush(path: Path) -> None:
    """On the disk before the rename is: after a power cut too there is nothing half."""
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


@contextmanager
def _locked(root: Path) -> Iterator[None]:
    """One writer at a time; the lock ends with the process, however it ends."""
    handle = os.open(root, os.O_RDONLY)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError as error:
        os.close(handle)
        raise FiguresError([f"another import or fetch is writing to {root}; wait for it to end, and try again"]) from error
    try:
        yield
    finally:
        os.close(handle)
