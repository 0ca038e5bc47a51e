"""The server, in production and at home: ``python -m components.serve [--host HOST] [--port PORT] [--workers N] [--access-log]``.

granian, with limits that each have their reason here. Only the workers import the app: a reload (SIGHUP) takes new code and new figures
(``components/server/process/``).
"""

import argparse
import resource
import sys
from collections.abc import Callable, Sequence
from importlib import import_module
from typing import Any

from granian.constants import HTTPModes, Interfaces
from granian.http import HTTP1Settings

from components.server.process.succession import Succession
from components.server.watch.line import OF_GRANIAN, asks_for_json

APP = "app:create_server"
# Of Python's in each worker: two may send a whole collection and two make a PDF or a picture (components/server/turns.py), two are left.
THREADS = 6
# Connections that a worker holds, idle ones too: a browser keeps two or more open for as long as IDLE. Each takes 2.5 kB while it is idle.
CONNECTIONS = 4000
OTHER_FILES = 200  # that a worker has open besides
IDLE = 30_000  # milliseconds for the head of a request to come, the first or the next; then the connection is closed
LONGEST_HEAD = 64 * 1024  # bytes: an address has 8,000 at most, and 4,000 slow heads must find room in memory
LAST_ANSWERS = 30  # seconds that a worker has for what it is making when it is to stop; all 98 kommuneark take 20
GRACE = 2  # seconds more than IDLE, after which an old worker has no connection left that is silent
LOG = "[%(time)s] %(method)s %(path)s %(status)d %(dt_ms).1f ms"  # who asked, and with which parameters, is not written down


def build_server(host: str, port: int, workers: int, *, with_access_log: bool = False) -> Succession:
    """A server that is not started yet.

    Args:
        host: the address it listens at; 0.0.0.0 is every one of the machine's.
        port: the port.
        workers: processes, each with the whole app.
        with_access_log: write a line for every answer, without the reader's address.
    """
    server = Succession(
        APP,
        address=host,
        port=port,
        interface=Interfaces.WSGI,
        http=HTTPModes.http1,  # where HTTP/2 is possible too, a connection that never says anything is never closed
        websockets=False,
        workers=workers,
        blocking_threads=THREADS,
        backpressure=allow_connections(CONNECTIONS),
        http1_settings=HTTP1Settings(header_read_timeout=IDLE, max_buffer_size=LONGEST_HEAD),
        workers_kill_timeout=LAST_ANSWERS,
        log_dictconfig=OF_GRANIAN if asks_for_json() else None,
        log_access=with_access_log,
        log_access_format=LOG,
    )
    server.longest_leave = IDLE / 1000 + GRACE
    return server


def allow_connections(wanted: int) -> int:
    """How many connections a worker may hold: a connection is an open file, and systems allow 1024 of them until more are asked for."""
    allowed, most = resource.getrlimit(resource.RLIMIT_NOFILE)
    needed = wanted + OTHER_FILES
    if resource.RLIM_INFINITY not in {allowed, most}:
        allowed = max(allowed, min(needed, most))
    elif allowed != resource.RLIM_INFINITY:
        allowed = max(allowed, needed)
    resource.setrlimit(resource.RLIMIT_NOFILE, (allowed, most))
    return wanted if allowed == resource.RLIM_INFINITY else max(1, min(wanted, allowed - OTHER_FILES))


def serve(server: Succession) -> None:
    """Serve until SIGTERM or SIGINT.

    A worker that dies is started anew. One that can't start at the beginning stops the server with status 1: what is wrong with a setting
    or an edition is wrong for every worker, and should be said once and not for ever. After a reload that can't start, the workers from
    before go on.
    """
    server.serve(target_loader=_load)


def _load(target: str) -> Callable[..., Any]:
    """The app, in a worker."""
    module, _, create = target.partition(":")
    app: Callable[..., Any] = getattr(import_module(module), create)()
    return app


def main(arguments: Sequence[str] | None = None) -> int:
    """Serve what the environment's settings say, until it is stopped."""
    parser = argparse.ArgumentParser(prog="python -m components.serve", description="Serve the map.")
    parser.add_argument("--host", default="127.0.0.1", help="where to listen (default: %(default)s; 0.0.0.0 for every address)")
    parser.add_argument("--port", type=int, default=8000, help="default: %(default)s")
    parser.add_argument("--workers", type=int, default=2, help="processes, about one for each core (default: %(default)s)")
    parser.add_argument("--access-log", action="store_true", help="a line for every answer, without the reader's address")
    asked = parser.parse_args(arguments)
    serve(build_server(asked.host, asked.port, asked.workers, with_access_log=asked.access_log))
    return 0


if __name__ == "__main__":
    sys.exit(main())
