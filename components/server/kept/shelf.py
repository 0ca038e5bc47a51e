"""Where finished answers are kept, up to a number of bytes.

There are two parts. What has been asked for once stands in the first, which is small: whoever asks for a thousand addresses once each
clears that, and nothing else. What is asked for again moves to the second. In both, what has not been asked for longest goes first.
"""

from collections import OrderedDict
from dataclasses import dataclass
from threading import Lock

LIMIT = 8_000_000  # bytes in each worker: all 98 kommuner's pages and panels as brotli are 6 MB
NEW = 4  # the part of it that what has been asked for only once may take is one in so many
LARGEST = 600_000  # bytes of one answer: plotly's bundle, packed, is the largest that many ask for
OVERHEAD = 1200  # bytes that headers, key and the dictionaries take for each
Headers = list[tuple[str, str]]


@dataclass(frozen=True)
class Key:
    """What an answer depends on, besides the installation, which a worker has one of.

    Attributes:
        origin: scheme and host that its links name; empty where they name none.
        path: of the address.
        query: of the address, in its canonical form.
        coding: of its bytes.
    """

    origin: str
    path: str
    query: str
    coding: str


@dataclass(frozen=True)
class Kept:
    """An answer with status 200.

    Attributes:
        headers: all that it was sent with.
        body: its bytes, packed as ``Key.coding`` says.
        etag: without quotes and without what compression adds to it.
        is_best: whether it is packed as well as it can be.
    """

    headers: Headers
    body: bytes
    etag: str
    is_best: bool = False

    @property
    def size(self) -> int:
        """Bytes of memory, about."""
        return len(self.body) + OVERHEAD


class Shelf:
    """Answers by key, for several threads."""

    def __init__(self, limit: int = LIMIT) -> None:
        """Start empty.

        Args:
            limit: bytes that are kept at most.
        """
        self._limits = (limit // NEW, limit - limit // NEW)
        self._parts: tuple[OrderedDict[Key, Kept], OrderedDict[Key, Kept]] = (OrderedDict(), OrderedDict())
        self._sizes = [0, 0]
        self._lock = Lock()

    @property
    def size(self) -> int:
        """Bytes that are kept."""
        return sum(self._sizes)

    def __len__(self) -> int:
        return sum(map(len, self._parts))

    def find(self, key: Key) -> Kept | None:
        """What is kept under a key, which counts as asked for again; None where nothing is."""
        with self._lock:
            new, old = self._parts
            if key in old:
                old.move_to_end(key)
                return old[key]
            if key not in new:
                return None
            kept = new[key]
            self._remove(0, key)
            self._add(1, key, kept)
            return kept

    def look(self, key: Key) -> Kept | None:
        """The same, which does not count as asking."""
        return self._parts[0].get(key) or self._parts[1].get(key)

    def put(self, key: Key, kept: Kept) -> None:
        """Keep an answer, in place of what was kept under its key; one that is too large is not kept."""
        with self._lock:
            part = 1 if key in self._parts[1] else 0
            for each in (0, 1):
                self._remove(each, key)
            if kept.size <= min(LARGEST, self._limits[part]):
                self._add(part, key, kept)

    def replace(self, key: Key, kept: Kept, better: Kept) -> None:
        """Keep another answer in the place of one, if that is still kept."""
        with self._lock:
            for part in (0, 1):
                if self._parts[part].get(key) is kept:
                    self._remove(part, key)
                    self._add(part, key, better)

    def _add(self, part: int, key: Key, kept: Kept) -> None:
        self._parts[part][key] = kept
        self._sizes[part] += kept.size
        while self._sizes[part] > self._limits[part]:
            self._remove(part, next(iter(self._parts[part])))

    def _remove(self, part: int, key: Key) -> None:
        if gone := self._parts[part].pop(key, None):
            self._sizes[part] -= gone.size
