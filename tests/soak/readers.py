"""Readers over connections that are kept open, all in one thread: each asks, checks what comes, thinks, and asks for the next."""

import random
import selectors
import socket
import time
from collections.abc import Callable, Iterator

from tests.soak.ledger import Answer, Ledger
from tests.soak.walk import CODINGS, KNOWN_SHARE, Step

HEAD_END = b"\r\n\r\n"
CHUNK = 1 << 18
THINKING = (1.0, 5.0)  # seconds
PATIENCE = 60.0  # seconds for an answer
REMEMBERED = 40  # answers whose tags a reader has


class Reader:
    """One reader."""

    def __init__(self, port: int, steps: Iterator[Step], ledger: Ledger, rng: random.Random, *, thinks: bool) -> None:
        """Begin at once.

        Args:
            port: of the server on this machine.
            steps: what it asks for.
            ledger: where the answers are checked.
            rng: decides what it reads and what it knows.
            thinks: whether it waits between an answer and the next request.
        """
        self._port, self._steps, self._ledger, self._rng, self._thinks = port, steps, ledger, rng, thinks
        self._coding = rng.choice(CODINGS)
        self._tags: dict[str, str] = {}
        self._step, self._known, self._received, self._asked = Step("/"), "", b"", 0.0
        self.socket: socket.socket | None = None
        self.next = time.monotonic() + (rng.uniform(0, THINKING[1]) if thinks else 0)
        self.is_waiting = False

    def ask(self) -> None:
        """Send the next request, over a new connection where the last one was closed."""
        if self.socket is None:
            self.socket = socket.create_connection(("127.0.0.1", self._port))
            self.socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        self._step = next(self._steps)
        tag = self._tags.get(self._step.path, "")
        self._known = tag if self._rng.random() < KNOWN_SHARE else ""
        lines = [f"GET {self._step.path} HTTP/1.1", "Host: 127.0.0.1", f"Accept-Encoding: {self._coding}"]
        lines += [f"If-None-Match: {self._known}"] if self._known else []
        self._received, self._asked, self.is_waiting = b"", time.monotonic(), True
        self.socket.sendall("\r\n".join([*lines, "", ""]).encode())

    def read(self) -> bool:
        """Take what has come; whether the answer is whole. A connection may be closed while nothing is asked over it.

        Raises:
            ConnectionError: the connection was closed without an answer.
        """
        assert self.socket
        chunk = self.socket.recv(CHUNK)
        if not chunk and not self.is_waiting:
            self.close()
            return False
        if not chunk:
            raise ConnectionError(f"closed after {len(self._received)} bytes of an answer")
        self._received += chunk
        head, end, body = self._received.partition(HEAD_END)
        if not end:
            return False
        status_line, *lines = head.decode("latin-1").split("\r\n")
        headers = {name.lower(): value.strip() for name, _, value in (line.partition(":") for line in lines)}
        status = int(status_line.split(" ")[1])
        length = 0 if status == 304 else int(headers["content-length"])
        if len(body) < length:
            return False
        self._finish(Answer(status, headers, body))
        return True

    def is_late(self, now: float) -> bool:
        """Whether it has waited too long."""
        return self.is_waiting and now - self._asked > PATIENCE

    def fail(self, error: object) -> None:
        """Write down that no answer came, and begin anew with another connection."""
        self._ledger.complain(f"{self._step.path}: {error}")
        self.close()
        self._rest()

    def close(self) -> None:
        """Close the connection."""
        if self.socket:
            self.socket.close()
        self.socket = None

    def _finish(self, answer: Answer) -> None:
        self._ledger.note(self._step, answer, 1000 * (time.monotonic() - self._asked), self._known)
        if answer.status == 200 and "etag" in answer.headers:
            self._tags[self._step.path] = answer.headers["etag"]
            if len(self._tags) > REMEMBERED:
                del self._tags[next(iter(self._tags))]
        if answer.headers.get("connection", "").lower() == "close":
            self.close()
        self._rest()

    def _rest(self) -> None:
        self.is_waiting, self.next = False, time.monotonic() + (self._rng.uniform(*THINKING) if self._thinks else 0.05)


def run(readers: list[Reader], seconds: float) -> None:
    """Let them read for so long, and then until each has its last answer."""
    selector, until = selectors.DefaultSelector(), time.monotonic() + seconds
    while (now := time.monotonic()) < until or any(reader.is_waiting for reader in readers):
        for reader in readers:
            if not reader.is_waiting and reader.next <= now < until:
                _try_to(reader.ask, reader, selector)
            elif reader.is_late(now):
                _forget(reader, selector)
                reader.fail("no answer")
        for key, _ in selector.select(0.005):
            _try_to(key.data.read, key.data, selector)
    for reader in readers:
        _forget(reader, selector)
        reader.close()


def _try_to(act: Callable[[], object], reader: Reader, selector: selectors.BaseSelector) -> None:
    """Ask or read; what goes wrong is written down. The selector follows when the reader has another connection than before."""
    before = reader.socket
    try:
        act()
    except (OSError, ValueError, LookupError) as error:
        _forget(reader, selector, before)
        reader.fail(error)
        return
    if before is not reader.socket:
        _forget(reader, selector, before)
        if reader.socket:
            selector.register(reader.socket, selectors.EVENT_READ, reader)


def _forget(reader: Reader, selector: selectors.BaseSelector, which: socket.socket | None = None) -> None:
    watched = which or reader.socket
    if watched is not None and any(key.fileobj is watched for key in selector.get_map().values()):
        selector.unregister(watched)
