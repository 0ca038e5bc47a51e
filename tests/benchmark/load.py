"""A load generator: many connections kept open, each asks again as soon as it has its answer. One process and no library, to be fast.

A connection that the server ends with its answer is opened anew, and that counts as part of the next answer. One that is told to come back
later (503) rests: what that says to wait is longer than a measurement.
"""

import math
import re
import selectors
import socket
import statistics
import time
from collections.abc import Sequence
from dataclasses import dataclass, field

LENGTH = re.compile(rb"\r\ncontent-length: *(\d+)", re.IGNORECASE)
LAST = re.compile(rb"\r\nconnection: *close", re.IGNORECASE)
HEAD_END = b"\r\n\r\n"
HEADERS = {"Host": "127.0.0.1", "Accept-Encoding": "gzip, br"}
REQUEST = "GET {path} HTTP/1.1\r\n" + "".join(f"{name}: {value}\r\n" for name, value in HEADERS.items()) + "\r\n"
CHUNK = 1 << 18


@dataclass
class Load:
    """What came of it.

    Attributes:
        seconds: for how long was asked.
        times: milliseconds of each 200.
        wrong: how many answers were no 200.
        refused: how many of these said to come back later (503).
    """

    seconds: float
    times: list[float] = field(default_factory=list)
    wrong: int = 0
    refused: int = 0

    def note(self, answer: bytes, milliseconds: float) -> bool:
        """Count an answer; gives whether it says to come back later."""
        is_refused = answer.startswith(b"HTTP/1.1 503")
        self.refused += is_refused
        if answer.startswith(b"HTTP/1.1 200"):
            self.times.append(milliseconds)
        else:
            self.wrong += 1
        return is_refused

    @property
    def rate(self) -> float:
        """Answers a second."""
        return len(self.times) / self.seconds

    @property
    def median(self) -> float:
        """Milliseconds that half of the answers took at most."""
        return statistics.median(self.times) if self.times else math.inf  # nobody was answered in the time

    @property
    def p95(self) -> float:
        """Milliseconds that 19 of 20 answers took at most."""
        return sorted(self.times)[int(len(self.times) * 0.95)] if self.times else math.inf


class _Connection:
    def __init__(self, port: int) -> None:
        self.port, self.socket = port, _connect(port)
        self.received, self.began, self.asked = b"", 0.0, 0

    def ask(self, paths: Sequence[bytes], turn: int) -> None:
        self.received, self.began = b"", time.perf_counter()
        self.socket.sendall(paths[(self.asked + turn) % len(paths)])
        self.asked += 1

    @property
    def is_last(self) -> bool:
        """Whether the server ends the connection with this answer."""
        return LAST.search(self.received, 0, self.received.find(HEAD_END) + 2) is not None

    def reopen(self) -> None:
        self.socket.close()
        self.socket = _connect(self.port)

    def read(self) -> bool:
        """Whether the answer is whole.

        Raises:
            ConnectionError: the server has closed the connection.
        """
        chunk = self.socket.recv(CHUNK)
        if not chunk:
            raise ConnectionError("the server has closed a connection in the middle of an answer")
        self.received += chunk
        end = self.received.find(HEAD_END)
        if end < 0:
            return False
        length = LENGTH.search(self.received, 0, end)
        return len(self.received) >= end + len(HEAD_END) + (int(length[1]) if length else 0)


def _connect(port: int) -> socket.socket:
    opened = socket.create_connection(("127.0.0.1", port))
    opened.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    return opened


def put_load(port: int, paths: Sequence[str], connections: int, seconds: float) -> Load:
    """Ask a server for addresses in turn, for so long.

    Args:
        port: at the loopback address.
        paths: addresses; each connection begins at another one.
        connections: how many are open.
        seconds: for how long.
    """
    requests = [REQUEST.format(path=path).encode() for path in paths]
    load, selector = Load(seconds), selectors.DefaultSelector()
    opened = [_Connection(port) for _ in range(connections)]
    for turn, connection in enumerate(opened):
        selector.register(connection.socket, selectors.EVENT_READ, (turn, connection))
        connection.ask(requests, turn)
    end = time.perf_counter() + seconds
    while (now := time.perf_counter()) < end:
        for key, _ in selector.select(end - now):
            turn, connection = key.data
            if connection.read() and _goes_on(connection, load, selector, key.data):
                connection.ask(requests, turn)
    for connection in opened:
        connection.socket.close()
    return load


def _goes_on(connection: _Connection, load: Load, selector: selectors.BaseSelector, data: tuple[int, _Connection]) -> bool:
    """Note a whole answer; gives whether the connection asks again, opened anew where the server has ended it."""
    is_refused = load.note(connection.received, 1000 * (time.perf_counter() - connection.began))
    if is_refused or connection.is_last:
        selector.unregister(connection.socket)
    if not is_refused and connection.is_last:
        connection.reopen()
        selector.register(connection.socket, selectors.EVENT_READ, data)
    return not is_refused
