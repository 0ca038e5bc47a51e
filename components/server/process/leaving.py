"""How a worker makes way: it takes no new connection, ends each that it has with an answer, and goes when it has none left.

A connection that is kept open has no good moment to be closed: a request can be on its way. So it is not closed. Its next answer says
``Connection: close`` (RFC 9112, 9.6), which the reader knows before it would ask again; one that asks nothing more ends as it always does,
after the silence that every connection is allowed.
"""

import os
import signal
import socket
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from pathlib import Path
from threading import Thread
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from _typeshed.wsgi import StartResponse, WSGIApplication, WSGIEnvironment

OPEN_FILES = Path("/dev/fd")  # of this process, on Linux and macOS
LOOK = 0.5  # seconds between two looks at whether a connection is left
CLOSE = ("Connection", "close")
LEAVE = signal.SIGUSR1  # what tells a worker to make way


class Leaving:
    """A WSGI application around another; it answers as that does until it is told to make way."""

    def __init__(self, app: "WSGIApplication", port: int, longest: float) -> None:
        """Answer as before.

        Args:
            app: what answers.
            port: that the worker listens at.
            longest: seconds after which it goes though connections are left: longer than one may be silent.
        """
        self.app, self._port, self._longest = app, port, longest
        self._is_leaving = False

    def __call__(self, environ: "WSGIEnvironment", start_response: "StartResponse") -> Iterable[bytes]:
        """Answer."""

        def start(status: str, headers: list[tuple[str, str]], exc_info: Any = None) -> Any:
            return start_response(status, [*headers, CLOSE] if self._is_leaving else headers, exc_info)

        return self.app(environ, start)

    def leave(self, *_: object) -> None:
        """Make way, as the handler of a signal: the process ends by SIGTERM when it has answered."""
        if self._is_leaving:
            return
        self._is_leaving = True
        shut_door(self._port)
        Thread(target=self._go_when_alone, name="leaving", daemon=True).start()

    def _go_when_alone(self) -> None:
        until = time.monotonic() + self._longest
        while count_connections(self._port) and time.monotonic() < until:
            time.sleep(LOOK)
        os.kill(os.getpid(), signal.SIGTERM)  # the server's own way to stop: what is still being sent is sent to its end


def shut_door(port: int) -> None:
    """Take no new connection in this process; those that have come are taken by the other processes with the same listening socket.

    In the place of the socket stands one that nobody knows. Closing it would leave its number to the next file that is opened, while the
    server goes on asking it for connections; ending it would end it for every process.
    """
    with socket.socket() as unknown:
        unknown.setblocking(False)
        unknown.bind(("127.0.0.1", 0))
        unknown.listen(1)
        for number in [found.fileno() for found in _look_at_sockets(port) if _listens(found)]:
            os.dup2(unknown.fileno(), number, inheritable=False)


def count_connections(port: int) -> int:
    """How many connections to a port this process has open."""
    return sum(not _listens(found) for found in _look_at_sockets(port))


def _look_at_sockets(port: int) -> Iterator[socket.socket]:
    """Each open TCP socket of this process at a port, for a look: it may be closed by its owner at any time, and is not closed here."""
    for number in sorted(int(path.name) for path in OPEN_FILES.iterdir()):
        with suppress(OSError):  # no socket, or closed meanwhile
            found = socket.socket(fileno=number)
            try:
                if found.family in {socket.AF_INET, socket.AF_INET6} and found.getsockname()[1] == port:
                    yield found
            finally:
                found.detach()


def _listens(found: socket.socket) -> bool:
    return bool(found.getsockopt(socket.SOL_SOCKET, socket.SO_ACCEPTCONN))


def prepare_to_leave(load: Callable[[], "WSGIApplication"], port: int, longest: float) -> Leaving:
    """The app, in a worker that makes way when it gets the signal LEAVE."""
    app = Leaving(load(), port, longest)
    signal.signal(LEAVE, app.leave)
    return app
