"""The app as it was at a certain commit, served as it was then: how much faster its pages are made now."""

import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.benchmark.load import put_load
from tests.benchmark.measure import Samples
from tests.benchmark.process import serve
from tests.benchmark.server_side.measures import OLD, PAGES, USUAL, WORKERS, name_old, rate
from tests.browser import ROOT

SERVED = ("-m", "gunicorn", "--workers", str(WORKERS), "--no-control-socket", "--bind", "127.0.0.1:{port}", "app:create_server()")


@contextmanager
def unpack(commit: str) -> Iterator[Path]:
    """The files of a commit in a folder of their own, until the block ends.

    Raises:
        RuntimeError: git or the commit is not there.
    """
    with TemporaryDirectory() as folder:
        try:
            packed = subprocess.run(["git", "archive", commit], cwd=ROOT, capture_output=True, check=True).stdout
            subprocess.run(["tar", "-x", "-C", folder], input=packed, capture_output=True, check=True)
        except FileNotFoundError as error:
            raise RuntimeError(f"{error.filename} is not installed") from error
        except subprocess.CalledProcessError as error:
            said = error.stderr.decode(errors="replace").strip()
            raise RuntimeError(f"{error.cmd[0]} can't unpack it: {said}") from error
        yield Path(folder)


def measure_old(samples: Samples, rounds: int, seconds: float) -> str:
    """Ask for the pages of the old commit; gives why they could not be had, or nothing.

    It ran by gunicorn with today's Python packages: where one of them is missing or has changed too much it can't start.
    """
    try:
        with unpack(OLD) as folder, serve(*SERVED, folder=folder) as server:
            for page in PAGES:
                put_load(server.port, [page], USUAL, seconds)  # what either worker keeps of it is made before it counts
                for _ in range(rounds):
                    samples.add(name_old(page), {rate(USUAL): put_load(server.port, [page], USUAL, seconds).rate})
    except (RuntimeError, TimeoutError) as error:
        return f"{OLD} could not be measured: {error}"
    return ""
