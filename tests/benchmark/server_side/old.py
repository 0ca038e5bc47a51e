"""The app as it was at a certain commit, served as it was then: how much faster its pages are made now."""

import subprocess
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.benchmark.load import put_load
from tests.benchmark.measure import Samples
from tests.benchmark.process import Server, serve
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


@contextmanager
def serve_old() -> Iterator[Server | str]:
    """The old commit's server until the block ends, or why it could not be had.

    It ran by gunicorn, and runs with today's Python packages: where one of them is missing or has changed too much it can't start.
    """
    with ExitStack() as stack:
        try:
            served: Server | str = stack.enter_context(serve(*SERVED, folder=stack.enter_context(unpack(OLD))))
        except (RuntimeError, TimeoutError) as error:
            served = f"{OLD} could not be measured: {error}"
        yield served


def measure_old(samples: Samples, server: Server, seconds: float) -> None:
    """Ask for its pages, for so many seconds each."""
    for page in PAGES:
        samples.add(name_old(page), {rate(USUAL): put_load(server.port, [page], USUAL, seconds).rate})
