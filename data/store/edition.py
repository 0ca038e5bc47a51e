"""Editions: every import and every fetch makes a new folder of snapshots, and none is ever changed afterwards.

The folder of an edition, such as ``figures/2025/``, holds all its snapshots, the list of housing organisations if there is one, and
``udgave.toml``, which says when it was made and what changed. The newest edition is the one with the highest number. A new edition is
written to a temporary folder beside the others, which is then renamed in one step: a process that is killed leaves the old editions, or
all of the new one as well.
"""

import re
import shutil
import tempfile
import tomllib
from collections.abc import Iterable
from dataclasses import asdict, dataclass, fields
from datetime import date
from pathlib import Path

import tomli_w

from data.organisation.organisation import OrganisationList
from data.organisation.organisation_file import NAME as ORGANISATIONS
from data.organisation.organisation_file import write_organisations
from data.problem import FiguresError, shorten
from data.store.disk import flush_to_disk, locked
from data.store.snapshot import Snapshot, check_content, read_snapshot, remove_snapshot, write_snapshot

FOLDER = Path(__file__).parents[1] / "figures"
DESCRIPTION = "udgave.toml"
NAME = re.compile(r"[0-9a-z][0-9a-z-]{0,31}")
UNFINISHED = ".ny-"  # prefix of the temporary folder; one that a killed process left is removed by the next


@dataclass(frozen=True)
class Edition:
    """All figures as they were on a day.

    ``name`` is used in addresses (``?udgave=2025``); ``title`` and ``changed`` are Danish. ``date``, when it was made, and ``as_of``,
    the day whose kommuner and regioner it has, are ISO; ``as_of`` is empty where they are the same.
    """

    name: str
    number: int
    date: str
    title: str
    changed: str
    folder: Path
    as_of: str = ""

    @property
    def day(self) -> str:
        """The day that the edition speaks of: its places are called, and belong together, as on that day."""
        return self.as_of or self.date


def list_editions(root: Path = FOLDER) -> list[Edition]:
    """All editions of a folder, oldest first.

    Raises:
        FiguresError: there is none, or the description of one can't be read.
    """
    found, broken = sort_editions(root)
    if broken:
        raise FiguresError(list(broken.values()))
    if not found:
        raise FiguresError([f"{root} holds no edition; expected folders with {DESCRIPTION}: restore them, or name another folder"])
    return found


def sort_editions(root: Path) -> tuple[list[Edition], dict[str, str]]:
    """The editions of a folder that can be told apart, oldest first; and by name what is wrong with the description of any other."""
    found, broken = [], {}
    for path in sorted(root.glob(f"[!.]*/{DESCRIPTION}")):
        try:
            found.append(_read_description(path))
        except FiguresError as error:
            broken[path.parent.name] = str(error)
    numbered: dict[int, Edition] = {}
    for edition in found:
        if (first := numbered.setdefault(edition.number, edition)) is not edition:
            broken[edition.name] = (
                f"{edition.name}/{DESCRIPTION}: it has the number {edition.number}, as {first.name} has, so nobody knows which is newer; "
                "move it out of the folder of editions if it is a copy, or give it another number"
            )
    return sorted(numbered.values(), key=lambda edition: edition.number), broken


def _read_description(path: Path) -> Edition:
    name = path.parent.name
    try:
        edition = Edition(name=name, folder=path.parent, **tomllib.loads(path.read_text(encoding="utf-8")))
        _check_fields(edition)
    except (TypeError, ValueError) as error:  # other fields, no TOML, or no UTF-8
        raise FiguresError([f"{name}/{path.name}: {error}; write number, date, title, changed and perhaps as_of"]) from error
    if not NAME.fullmatch(name):  # a copy, or one that is not whole yet: its number is that of the edition that it is to be
        raise FiguresError(
            [f"the folder '{shorten(name)}' can't be an edition; give it up to 32 small letters, digits and hyphens, or move it elsewhere"]
        )
    return edition


def _check_fields(edition: Edition) -> None:
    """Raises TypeError or ValueError where a field of a description is of another kind than it must be."""
    for field in fields(edition):
        value, kind = getattr(edition, field.name), Path if field.name == "folder" else int if field.name == "number" else str
        if not isinstance(value, kind) or isinstance(value, bool):
            raise TypeError(f"{field.name} is {value!r}, which is no {'number' if kind is int else 'text'}")
    for day in filter(None, (edition.date, edition.as_of)):
        date.fromisoformat(day)


def read_snapshots(edition: Edition) -> dict[str, Snapshot]:
    """The edition's snapshots by source.

    Raises:
        FiguresError: a file has another checksum than its sidecar says, or is gone and has left its sidecar.
    """
    return {path.stem: read_snapshot(path) for path in _list_snapshots(edition)}


def check_snapshots(edition: Edition) -> None:
    """See that the files of an edition are those that were written, without reading the figures.

    Raises:
        FiguresError: as ``read_snapshots``.
    """
    for path in _list_snapshots(edition):
        check_content(path)


def _list_snapshots(edition: Edition) -> list[Path]:
    sidecars = {path.stem for path in edition.folder.glob("*.toml")} - {Path(DESCRIPTION).stem}
    paths = [path for path in sorted(edition.folder.glob("*.csv")) if path.stem != ORGANISATIONS]
    if not paths:
        raise FiguresError([f"{edition.name} has no figures, since its folder has no CSV file; restore it, or import the figures again"])
    if gone := sorted(sidecars - {path.stem for path in paths} - {ORGANISATIONS}):
        raise FiguresError([f"{name}.toml has no {name}.csv beside it; restore it, or import the figures again" for name in gone])
    return paths


def free_name(wanted: str, root: Path = FOLDER) -> str:
    """The wanted name, with -2, -3 … added where an edition has it already.

    ::

        free_name("2026")  # '2026'
        free_name("2025")  # '2025-2' where there is an edition 2025
    """
    taken = {edition.name for edition in list_editions(root)}
    numbered = (f"{wanted}-{number}" for number in range(2, len(taken) + 3))
    return next(name for name in (wanted, *numbered) if name not in taken)


def check_name(name: str, root: Path = FOLDER) -> str:
    """What is wrong with a new edition's name, in a sentence; empty if nothing is.

    >>> check_name("Året 2026")
    "'Året 2026' can't name an edition; write up to 32 small letters, digits and hyphens, such as 2026"
    """
    if not NAME.fullmatch(name):
        return f"'{shorten(name)}' can't name an edition; write up to 32 small letters, digits and hyphens, such as 2026"
    if any(edition.name == name for edition in list_editions(root)):
        return f"there is an edition {name} already, and editions are never changed; write another name, such as {free_name(name, root)}"
    return ""


def publish(
    snapshots: Iterable[Snapshot],
    name: str,
    title: str,
    changed: str,
    root: Path = FOLDER,
    base: Edition | None = None,
    as_of: str = "",
    organisations: OrganisationList | None = None,
) -> Edition:
    """Make a new edition: a copy of the newest one, in which these snapshots replace those of the same source.

    Args:
        snapshots: what is new; one without rows removes the old one.
        name: the edition's name in addresses.
        title: its title, in Danish.
        changed: what is new in it, in Danish.
        root: where the editions are.
        base: the edition that the snapshots were checked against; it must still be the newest.
        as_of: the day that the edition speaks of, ISO; today if left out.
        organisations: a new list of the housing organisations; the newest edition's is kept if left out.

    Raises:
        FiguresError: the name can't be used, another process is writing or has made an edition, or the folder can't be written to.
    """
    with locked(root):
        if problem := check_name(name, root):
            raise FiguresError([problem])
        newest = list_editions(root)[-1]
        if base and base != newest:
            raise FiguresError([f"edition {newest.name} was made while this ran; run it again, so that both are checked together"])
        edition = Edition(name, newest.number + 1, date.today().isoformat(), title, changed, root / name, as_of)
        try:
            _write(edition, newest, snapshots, organisations)
        except OSError as error:
            reason = error.strerror or str(error)
            raise FiguresError(
                [f"{root} can't be written to ({reason}); make room, or ask for leave to write, and run it again"]
            ) from error
        flush_to_disk(root)
        return edition


def _write(edition: Edition, newest: Edition, snapshots: Iterable[Snapshot], organisations: OrganisationList | None) -> None:
    root = edition.folder.parent
    for abandoned in root.glob(f"{UNFINISHED}*"):
        shutil.rmtree(abandoned)
    unfinished = Path(tempfile.mkdtemp(prefix=UNFINISHED, dir=root))
    try:
        _fill_folder(unfinished, newest, edition, snapshots, organisations)
        unfinished.rename(edition.folder)  # the one step that makes it an edition
    except BaseException:
        shutil.rmtree(unfinished, ignore_errors=True)
        raise


def _fill_folder(
    folder: Path, newest: Edition, edition: Edition, snapshots: Iterable[Snapshot], organisations: OrganisationList | None
) -> None:
    folder.chmod(newest.folder.stat().st_mode)
    for path in newest.folder.iterdir():
        if path.name != DESCRIPTION:
            shutil.copyfile(path, folder / path.name)
    for snapshot in snapshots:
        if snapshot.table.empty:
            remove_snapshot(snapshot.source, folder)
        else:
            write_snapshot(snapshot, folder)
    if organisations:
        write_organisations(organisations, folder)
    described = {name: value for name, value in asdict(edition).items() if name not in {"name", "folder"} and (value or name != "as_of")}
    (folder / DESCRIPTION).write_text(tomli_w.dumps(described), encoding="utf-8")
    for path in (*folder.iterdir(), folder):
        flush_to_disk(path)
