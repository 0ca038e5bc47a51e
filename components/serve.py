"""The server, in production and at home: ``python -m components.serve [--host HOST] [--port PORT] [--workers N] [--access-log]``.

granian, with limits that each have their reason here. Only the workers import the app: a reload (SIGHUP) takes new code and new figures
(``components/server/process/``).
"""

import argparse
import ipaddress
import logging
import resource
import sys
from collections.abc import Callable, Sequence
from importlib import import_module
from typing import Any

from granian.constants import HTTPModes, Interfaces
from granian.http import HTTP1Settings
from granian.log import logger

from components.server.process.succession import ListenError, Succession
from components.server.watch.line import OF_GRANIAN, PLAIN, asks_for_json

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
PORTS, WORKERS = range(1, 65_536), range(1, 129)
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
        log_dictconfig=OF_GRANIAN if asks_for_json() else PLAIN,
        log_access=with_access_log,
        log_access_format=LOG,
    )
    server.longest_leave = IDLE / 1000 + GRACE
    logger.addFilter(_is_news)
    return server


def _is_news(record: logging.LogRecord) -> bool:
    """Whether a line of granian's is to be written: not that THREADS are many for few cores, for they wait more than they work."""
    return not record.getMessage().startswith("Configuration allows spawning")


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


def serve(server: Succession) -> int:
    """Serve until SIGTERM or SIGINT; the exit status, which is 1 where nothing can listen at the address.

    A worker that dies is started anew. One that can't start at the beginning stops the server with status 1: what is wrong with a setting
    or an edition is wrong for every worker, and should be said once and not for ever. After a reload that can't start, the workers from
    before go on.
    """
    try:
        server.serve(target_loader=_load)
    except ListenError as error:
        logger.critical("%s", error)
        return 1
    return 0


def _load(target: str) -> Callable[..., Any]:
    """The app, in a worker."""
    module, _, create = target.partition(":")
    app: Callable[..., Any] = getattr(import_module(module), create)()
    return app


def main(arguments: Sequence[str] | None = None) -> int:
    """Serve what the environment's settings say, until it is stopped."""
    parser = argparse.ArgumentParser(prog="python -m components.serve", description="Serve the map.")
    where = "the address to listen at (default: %(default)s; 0.0.0.0 for every one)"
    parser.add_argument("--host", type=_read_host, default="127.0.0.1", help=where)
    parser.add_argument("--port", type=_read_number("port", PORTS), default=8000, help="default: %(default)s")
    processes = "processes, about one for each core (default: %(default)s)"
    parser.add_argument("--workers", type=_read_number("number of workers", WORKERS), default=2, help=processes)
    parser.add_argument("--access-log", action="store_true", help="a line for every answer, without the reader's address")
    asked = parser.parse_args(arguments)
    return serve(build_server(asked.host, asked.port, asked.workers, with_access_log=asked.access_log))


def _read_host(text: str) -> str:
    try:
        return str(ipaddress.ip_address(text))
    except ValueError as error:
        raise argparse.ArgumentTypeError(
            f"{text!r} is no address to listen at; write 127.0.0.1 for this machine alone, 0.0.0.0 or :: for every address"
        ) from error


def _read_number(what: str, allowed: range) -> Callable[[str], int]:
    def read(text: str) -> int:
        if not (text.isascii() and text.isdecimal() and int(text) in allowed):
            raise argparse.ArgumentTypeError(f"{text!r} is no {what}; write a number from {allowed[0]} to {allowed[-1]}")
        return int(text)

    return read


if __name__ == "__main__":
    sys.exit(main())
