"""What a process leaves of a folder when it is killed at any step of its work.

A kill takes the process away and leaves the folder as it is. So the work is done once, and the folder is copied before each change that
the work makes to it; at some of the steps processes are killed indeed, which shows that the copies are what a kill leaves. All this runs
as a program of its own: only a process without threads can be forked.
"""

import importlib
import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).parents[3]
CHANGES = {"open", "os.rename", "os.mkdir", "os.chmod", "os.remove", "os.rmdir", "shutil.copyfile", "shutil.rmtree", "tempfile.mkdtemp"}


def interrupt(work: Callable[[Path], object], root: Path, folder: Path, kills: int) -> tuple[list[Path], dict[int, Path]]:
    """Do ``work(copy of root)`` and interrupt it.

    Args:
        work: a function of a module of ours, for it is imported again elsewhere.
        root: what the work begins with; it stays as it is.
        folder: where the copies come to lie.
        kills: how many processes are killed indeed, spread over the steps; each does the work anew up to its step.

    Returns:
        A copy of the folder before the first, second ... change, and last as the finished work leaves it; and what was left by those
        that were killed, by the number of the copy that it must be equal to.
    """
    subprocess.run([sys.executable, "-m", __name__, work.__module__, work.__name__, root, folder, str(kills)], cwd=ROOT, check=True)
    kept, killed = ({int(path.name): path for path in (folder / name).iterdir()} for name in ("kept", "killed"))
    return [kept[step] for step in range(len(kept))], killed


def _interrupt(work: Callable[[Path], object], root: Path, folder: Path, kills: int) -> None:
    count = _keep_every_step(work, Path(shutil.copytree(root, folder / "worked" / "through")), folder / "kept")
    (folder / "killed").mkdir()
    for step in range(count // kills, count, count // kills):
        _kill_at(step, work, Path(shutil.copytree(root, folder / "killed" / str(step))))


def _keep_every_step(work: Callable[[Path], object], folder: Path, kept: Path) -> int:
    """In a process of its own, whose eye on the folder ends with it; gives how many steps there were."""
    child = os.fork()
    if child == 0:
        _watch(folder, lambda step: shutil.copytree(folder, kept / str(step)))
        work(folder)
        os._exit(0)
    assert os.waitpid(child, 0)[1] == 0
    count = len(list(kept.iterdir()))
    shutil.copytree(folder, kept / str(count))
    return count


def _kill_at(step: int, work: Callable[[Path], object], folder: Path) -> None:
    child = os.fork()
    if child == 0:
        _watch(folder, lambda now: os.kill(os.getpid(), signal.SIGKILL) if now == step else None)
        work(folder)
        os._exit(0)
    assert os.waitpid(child, 0)[1] == signal.SIGKILL


def _watch(folder: Path, act: Callable[[int], object]) -> None:
    """Before each change that this process makes to the folder: tell its number, from 0."""
    step, is_acting = 0, False

    def notice(event: str, what: tuple[object, ...]) -> None:
        nonlocal step, is_acting
        if is_acting or event not in CHANGES or not any(str(folder) in str(each) for each in what):
            return
        if event == "open" and not (isinstance(what[2], int) and what[2] & (os.O_WRONLY | os.O_RDWR)):
            return  # reading changes nothing
        is_acting = True
        act(step)
        step, is_acting = step + 1, False

    sys.addaudithook(notice)


if __name__ == "__main__":
    module, name, root, folder, kills = sys.argv[1:]
    _interrupt(getattr(importlib.import_module(module), name), Path(root), Path(folder), int(kills))
