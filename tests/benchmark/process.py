"""Servers of the benchmark: each a process that is started here, asked until it answers, and ended."""

import http.client
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryFile
from typing import IO

from components.serve import THREADS
from tests.browser import ROOT, free_port

PATIENCE = 120  # seconds for a server to start
PAUSE = 0.01  # seconds between two looks
FIRST = "/"  # what a server is asked for until it answers


@dataclass(frozen=True)
class Server:
    """A running server.

    Attributes:
        port: at the loopback address.
        pid: of its main process.
        started: seconds from the start of the process to its first 200.
    """

    port: int
    pid: int
    started: float

    @property
    def address(self) -> str:
        """As browsers write it."""
        return f"http://127.0.0.1:{self.port}"


def serve_ours(workers: int) -> tuple[str, ...]:
    """The production server, as ``make serve`` starts it."""
    return ("-m", "components.serve", "--workers", str(workers), "--port", "{port}")


def serve_peer(factory: str, workers: int) -> tuple[str, ...]:
    """A peer by the same server with the same threads: ``module:function`` that makes a WSGI application."""
    options = ("--interface", "wsgi", "--factory", "--no-ws", "--log-level", "critical", "--blocking-threads", str(THREADS))
    return ("-m", "granian", *options, "--workers", str(workers), "--port", "{port}", factory)


@contextmanager
def serve(*command: str, folder: Path = ROOT) -> Iterator[Server]:
    """Run a server until the block ends.

    Args:
        command: Python's arguments; "{port}" in them is replaced by a free port.
        folder: where it is run.

    Raises:
        RuntimeError: it ended before it answered; says what it wrote last.
        TimeoutError: it did not answer in time.
    """
    port = free_port()
    written = [sys.executable, *(part.format(port=port) for part in command)]
    begun = time.perf_counter()
    with TemporaryFile() as said:
        process = subprocess.Popen(written, cwd=folder, stdout=subprocess.DEVNULL, stderr=said)
        try:
            _wait(process, port, said)
            yield Server(port, process.pid, time.perf_counter() - begun)
        finally:
            process.terminate()
            process.wait()


def _wait(process: "subprocess.Popen[bytes]", port: int, said: IO[bytes]) -> None:
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        if process.poll() is not None:
            said.seek(0)
            lines = said.read().decode(errors="replace").strip().splitlines() or ["it said nothing"]
            raise RuntimeError(f"it ended with {process.returncode} before it answered: {lines[-1]}")
        if _answers(port):
            return
        time.sleep(PAUSE)
    raise TimeoutError(f"it did not answer within {PATIENCE} s")


def _answers(port: int) -> bool:
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=PATIENCE)
    try:
        connection.request("GET", FIRST)
        return connection.getresponse().status == http.client.OK
    except OSError:
        return False
    finally:
        connection.close()
