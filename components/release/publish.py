"""A release: the tests, the version, the changelog, what is given out, a commit and a tag; all of it or nothing.

Everything is written in a copy of the last commit (a worktree of git's). The project's own files and branch change in the last step, when
all is there: what stops before, be it a failed test or a killed process, leaves them as they were.
"""

import re
import shutil
import subprocess
import tempfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from datetime import date
from pathlib import Path

from components.server.version import read_version

OUT = "dist"
UNRELEASED = "## Unreleased"
ENTRY = re.compile(r"^[-*] \S", re.MULTILINE)
VERSION = re.compile(r"(\d+)\.(\d+)\.(\d+)")
VERSION_LINE = re.compile(r'^version = "[^"]*"$', re.MULTILINE)
BASE = re.compile(r"^ARG (\w*BASE)=(\S+)$", re.MULTILINE)
DIGEST = re.compile(r"@sha256:[0-9a-f]{64}$")
Build = Callable[[Path, Path, str], None]


class ReleaseError(ValueError):
    """There is no release; the message says why, and what to do."""


def publish(root: Path, wanted: str, day: date, test: Callable[[], None], build: Build, *, with_container: bool = True) -> Path:
    """Release a version.

    Args:
        root: where the project lies; its last commit is released.
        wanted: the version, such as "1.2.0".
        day: that the changelog names.
        test: runs the tests; raises ReleaseError where one fails.
        build: writes what is given out: told the copy, the folder to write in, and the version.
        with_container: whether a container is to be made of it.

    Returns:
        The folder with what is given out.

    Raises:
        ReleaseError: something stands in the way, or failed.
    """
    commit = check_ready(root, wanted, with_container=with_container)
    test()
    if check_ready(root, wanted, with_container=with_container) != commit:
        raise ReleaseError("the branch was moved while the tests ran; start again")
    out, part = root / OUT / wanted, root / OUT / f"{wanted}.part"
    with ExitStack() as undo:
        undo.callback(shutil.rmtree, part, ignore_errors=True)
        shutil.rmtree(part, ignore_errors=True)
        part.mkdir(parents=True)
        with open_copy(root) as copy:
            released = _commit(copy, wanted, day)
            build(copy, part, wanted)
        shutil.rmtree(out, ignore_errors=True)  # of a release that was killed before its tag: there is none of this name
        part.rename(out)
        undo.callback(shutil.rmtree, out)
        run_git(root, "tag", "--annotate", f"v{wanted}", "--message", f"Version {wanted}", released)
        undo.callback(run_git, root, "tag", "--delete", f"v{wanted}")
        run_git(root, "merge", "--ff-only", "--quiet", released)
        undo.pop_all()
    return out


def check_ready(root: Path, wanted: str, *, with_container: bool) -> str:
    """Check that a version may be released; gives the commit that it is made from.

    Raises:
        ReleaseError: it may not.
    """
    numbers, now = read_numbers(wanted), _read_current(root)
    if numbers <= read_numbers(now):
        raise ReleaseError(f"{wanted} is not newer than {now}, which pyproject.toml has; name a higher version")
    if changed := run_git(root, "status", "--porcelain"):
        raise ReleaseError(f"there is something that is not committed ({changed.splitlines()[0].strip()}); commit or remove it")
    if not run_git(root, "branch", "--show-current"):
        raise ReleaseError("no branch is checked out, so the release would be lost; switch to the one that is to have it")
    if run_git(root, "tag", "--list", f"v{wanted}"):
        is_left = not run_git(root, "branch", "--all", "--contains", f"v{wanted}")  # killed between its tag and its last step
        remedy = f"no branch has it, so a release was killed: git tag --delete v{wanted}, and start again" if is_left else ""
        raise ReleaseError(f"there is a tag v{wanted} already; {remedy or 'name a higher version'}")
    date_changelog((root / "CHANGELOG.md").read_text(encoding="utf-8"), wanted, date.min)
    if with_container:
        check_bases((root / "Containerfile").read_text(encoding="utf-8"))
    return run_git(root, "rev-parse", "HEAD")


def read_numbers(version: str) -> tuple[int, ...]:
    """A version as numbers that can be compared.

    >>> read_numbers("1.10.0") > read_numbers("1.9.3")
    True

    Raises:
        ReleaseError: it is no version.
    """
    if not (found := VERSION.fullmatch(version)):
        raise ReleaseError(f"{version!r} is no version; write three numbers: make release VERSION=1.2.0")
    return tuple(map(int, found.groups()))


def _read_current(root: Path) -> str:
    read_version.cache_clear()  # the file may be another since it was read
    return read_version(root)


def date_changelog(text: str, version: str, day: date) -> str:
    r"""The changelog with what is unreleased under a version and a day, and an empty heading above it for what comes.

    >>> date_changelog("# C\n\n## Unreleased\n\n- A.\n", "1.2.0", date(2026, 11, 27))
    '# C\n\n## Unreleased\n\n## 1.2.0 - 2026-11-27\n\n- A.\n'

    Raises:
        ReleaseError: nothing is unreleased.
    """
    before, heading, after = text.partition(f"{UNRELEASED}\n")
    if not heading or not ENTRY.search(after.partition("\n## ")[0]):
        raise ReleaseError(f"CHANGELOG.md has nothing under '{UNRELEASED}'; write there what a reader will notice")
    return f"{before}{heading}\n## {version} - {day}\n{after}"


def check_bases(containerfile: str) -> None:
    """Check that a container is built on images that can't become others.

    Raises:
        ReleaseError: one is named by its tag alone, or none is named.
    """
    bases = BASE.findall(containerfile)
    loose = [f"{name}={image}" for name, image in bases if not DIGEST.search(image)]
    if loose or not bases:
        raise ReleaseError(
            f"the Containerfile must name what it is built on by a digest, image:tag@sha256:…, in 'ARG BASE=…'; it has "
            f"{', '.join(loose) or 'none'}. Its head says how to find it; or leave the container out: ARGS=--without-container"
        )


@contextmanager
def open_copy(root: Path) -> Iterator[Path]:
    """A copy of the last commit in a folder of its own, until the block ends."""
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder) / "copy"
        run_git(root, "worktree", "add", "--quiet", "--detach", str(copy))
        try:
            yield copy
        finally:
            run_git(root, "worktree", "remove", "--force", str(copy))


def _commit(copy: Path, version: str, day: date) -> str:
    """Write version and changelog, and commit them; the commit is on no branch yet."""
    project, changelog = copy / "pyproject.toml", copy / "CHANGELOG.md"
    text, count = VERSION_LINE.subn(f'version = "{version}"', project.read_text(encoding="utf-8"))
    if count != 1:
        raise ReleaseError(f'pyproject.toml has {count} lines such as version = "1.2.0"; it must have one')
    project.write_text(text, encoding="utf-8")
    changelog.write_text(date_changelog(changelog.read_text(encoding="utf-8"), version, day), encoding="utf-8")
    run_git(copy, "commit", "--quiet", "--all", "--message", f"Version {version}")
    return run_git(copy, "rev-parse", "HEAD")


def run_git(folder: Path, *arguments: str) -> str:
    """What a command of git's says.

    Raises:
        ReleaseError: it failed.
    """
    return run(folder, "git", *arguments)


def run(folder: Path, *command: str, environment: Mapping[str, str] | None = None) -> str:
    """Run a command in a folder; what it says, without the last line end.

    Args:
        folder: where.
        command: the program and its arguments.
        environment: all of its variables; this process's if left out.

    Raises:
        ReleaseError: it failed; the message has the end of what it said.
    """
    done = subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=False)  # noqa: S603 - ours
    if done.returncode:
        said: Sequence[str] = (done.stderr or done.stdout).strip().splitlines() or ["it said nothing"]
        raise ReleaseError(f"'{' '.join(command[:3])}' failed: {' '.join(said[-3:])}")
    return done.stdout.rstrip("\n")
