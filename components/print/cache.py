"""A cache of PDFs, up to a number of bytes: in memory, since a server may have no disk to write to."""

from collections import OrderedDict
from collections.abc import Callable, Hashable
from threading import Lock

LIMIT = 1_500_000  # bytes in each worker, some 10 sheets; another is set in a fifth of a second


class Cache:
    """Keeps what was asked for last; what has not been asked for longest goes first. Safe for threads.

    >>> cache = Cache(limit=4)
    >>> cache.get("a", lambda: b"123"), cache.get("a", lambda: b"never made"), cache.get("b", lambda: b"456")
    (b'123', b'123', b'456')
    >>> cache.get("a", lambda: b"made again")
    b'made again'
    """

    def __init__(self, limit: int = LIMIT) -> None:
        """Start empty.

        Args:
            limit: how many bytes are kept at most.
        """
        self._kept: OrderedDict[Hashable, bytes] = OrderedDict()
        self._limit, self._lock = limit, Lock()

    def get(self, key: Hashable, make: Callable[[], bytes]) -> bytes:
        """What is kept under a key; made, and kept, where nothing is.

        Args:
            key: says all that the bytes depend on.
            make: makes the bytes.
        """
        with self._lock:
            if key in self._kept:
                self._kept.move_to_end(key)
                return self._kept[key]
        made = make()  # outside the lock, so that others need not wait
        with self._lock:
            self._kept[key] = made
            while sum(map(len, self._kept.values())) > self._limit:
                self._kept.popitem(last=False)
        return made
