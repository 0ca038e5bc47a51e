"""What a visit transfers, and the networks and processors that it is made with."""

import re
import time
from collections.abc import Callable
from typing import Any

from playwright.sync_api import CDPSession

SLOWER = 4
BYTES_PER_SECOND = 4_000_000 / 8
LATENCY_MS = 75
SILENT = 10.0  # seconds without a byte, after which a request is thought to have ended unseen
GRAPHS = re.compile(r"/_dash|/plotly[-.]|plotly-geo|/geodata/")  # what only plotly's graphs need: Dash, plotly, the borders in degrees


class Traffic:
    """The bytes that a page receives, as they are on the wire, with their heads."""

    def __init__(self, session: CDPSession) -> None:
        """Begin to count."""
        self._addresses: dict[str, str] = {}
        self._sizes: dict[str, float] = {}
        self._open: set[str] = set()
        self._last = time.monotonic()
        handlers: dict[str, Callable[[Any], None]] = {
            "requestWillBeSent": self._note_request,
            "dataReceived": self._note_part,
            "loadingFinished": self._note_end,
            "loadingFailed": self._close,
        }
        for event, handler in handlers.items():
            session.on(f"Network.{event}", handler)
        session.send("Network.enable")

    def _note_request(self, event: Any) -> None:
        self._addresses[event["requestId"]] = event["request"]["url"]
        self._open.add(event["requestId"])
        self._last = time.monotonic()

    def _note_part(self, event: Any) -> None:
        number = event["requestId"]
        self._sizes[number] = self._sizes.get(number, 0) + event["encodedDataLength"]
        self._last = time.monotonic()

    def _note_end(self, event: Any) -> None:
        self._sizes[event["requestId"]] = event["encodedDataLength"]  # the whole, with its head
        self._close(event)

    def _close(self, event: Any) -> None:
        self._open.discard(event["requestId"])
        self._last = time.monotonic()

    @property
    def still_for(self) -> float:
        """Seconds since something was last under way. Of a request whose end is never told (a prefetch, say) nothing is waited for."""
        quiet = time.monotonic() - self._last
        return quiet if not self._open or quiet > SILENT else 0.0

    def count(self) -> float:
        """Kilobytes so far."""
        return sum(self._sizes.values()) / 1000

    def count_graphs(self) -> float:
        """Kilobytes so far of what only plotly's graphs need."""
        return sum(size for number, size in self._sizes.items() if is_graphs(self._addresses.get(number, ""))) / 1000


def is_graphs(address: str) -> bool:
    """Whether only plotly's graphs need what is at an address.

    >>> is_graphs("http://127.0.0.1/_dash-component-suites/dash/deps/react.js"), is_graphs("http://127.0.0.1/assets/map/hit.js")
    (True, False)
    """
    return GRAPHS.search(address) is not None


def slow_down(session: CDPSession) -> None:
    """A slow phone: processor slowed four times, 4 Mbit/s, 75 ms."""
    speed = {"downloadThroughput": BYTES_PER_SECOND, "uploadThroughput": BYTES_PER_SECOND}
    session.send("Network.emulateNetworkConditions", {"offline": False, "latency": LATENCY_MS, **speed})
    session.send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
