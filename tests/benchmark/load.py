"""A load generator: many connections kept open, each asks again as soon as it has its answer. One process and no library, to be fast."""

import math
import re
import selectors
import socket
import statistics
import time
from collections.abc import Sequence
from dataclasses import dataclass, field

LENGTH = re.compile(rb"\r\ncontent-length: *(\d+)", re.IGNORECASE)
HEAD_END = b"\r\n\r\n"
REQUEST = "GET {path} HTTP/1.1\r\nHost: 127.0.0.1\r\nAccept-Encoding: gzip, br\r\n\r\n"
CHUNK = 1 << 18


@dataclass
class Load:
    """What came of it: answers a second, milliseconds of each, and what was no 200."""

    seconds: float
    times: list[float] = field(default_factory=list)
    wrong: int = 0

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
        self.socket = socket.create_connection(("127.0.0.1", port))
        self.socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        self.received, self.began, self.asked = b"", 0.0, 0

    def ask(self, paths: Sequence[bytes], turn: int) -> None:
        self.received, self.began = b"", time.perf_counter()
        self.socket.sendall(paths[(self.asked + turn) % len(paths)])
        self.asked += 1

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
            if connection.read():
                load.times.append(1000 * (time.perf_counter() - connection.began))
                load.wrong += not connection.received.startswith(b"HTTP/1.1 200")
                connection.ask(requests, turn)
    for connection in opened:
        connection.socket.close()
    return load
