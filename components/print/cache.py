"""PDFs that were set lately, up to a number of bytes: kept in memory, since a server may have no disk to write to."""

from collections import OrderedDict
from collections.abc import Callable, Hashable
from threading import Lock

LIMIT = 1_500_000  # bytes in each worker, some 10 sheets; another is set in a fifth of a second


class Cache:
    """What was asked for last is kept; the oldest goes when there is no more room."""

    def __init__(self, limit: int = LIMIT) -> None:
        """Start empty.

        Args:
            limit: how many bytes are kept.
        """
        self._kept: OrderedDict[Hashable, bytes] = OrderedDict()
        self._limit, self._lock = limit, Lock()

    def get(self, key: Hashable, make: Callable[[], bytes]) -> bytes:
        """What is kept under a key, or is made now."""
        with self._lock:
            if key in self._kept:
                self._kept.move_to_end(key)
                return self._kept[key]
        made = make()  # outside the lock: others need not wait
        with self._lock:
            self._kept[key] = made
            while sum(map(len, self._kept.values())) > self._limit:
                self._kept.popitem(last=False)
        return made
