"""Packing once more, as well as it can be done: it takes a second for a page and saves a seventh of its bytes, so nobody waits for it.

Measured, brotli at level 5 and at 11, in milliseconds and kB: the front page 24 and 71.5, 1035 and 61.4; a frame 7 and 60.8, 850 and 52.4;
a panel 1 and 8.5, 140 and 7.7. What an answer is first sent with is level 6: a fifth more time than 5 for 1 % less.
"""

import os
import sys
import threading
from queue import Empty, Full, Queue

import brotli

from components.server.kept import tag
from components.server.kept.shelf import Kept, Key, Shelf

BEST = 11
WINDOW = 19  # as the compression of answers has it (app.py)
WAITING = 200  # answers that wait to be packed at most; others are asked for again
PATIENCE = 20.0  # seconds without work after which the thread ends
LAST = 19  # the priority of the thread: it works when nobody else does


def pack_best(kept: Kept) -> Kept:
    """The same answer, packed as well as brotli can. Its tag says so: a tag belongs to certain bytes.

    >>> packed = pack_best(Kept([("ETag", '"1:br"'), ("Content-Length", "9")], brotli.compress(b"Danmark", quality=0), "1"))
    >>> packed.headers, brotli.decompress(packed.body)
    ([('ETag', '"1:br11"'), ('Content-Length', '11')], b'Danmark')
    """
    body = brotli.compress(brotli.decompress(kept.body), quality=BEST, lgwin=WINDOW)
    changed = {"ETag": f'"{kept.etag}{tag.BEST}"', "Content-Length": str(len(body))}
    headers = [(name, changed.get(name, value)) for name, value in kept.headers]
    return Kept(headers, body, kept.etag, is_best=True)


class Packer:
    """Packs what is put on its list in a thread of the lowest priority, which is there only while there is work."""

    def __init__(self, shelf: Shelf) -> None:
        """Start idle.

        Args:
            shelf: where the packed answer takes the place of the other.
        """
        self._shelf = shelf
        self._waiting: Queue[Key] = Queue(WAITING)
        self._listed: set[Key] = set()
        self._lock = threading.Lock()
        self._is_working = False

    def ask(self, key: Key) -> None:
        """Have the answer under a key packed, unless it is on the list already or the list is full."""
        if key in self._listed:
            return
        with self._lock:
            try:
                self._waiting.put_nowait(key)
            except Full:
                return
            self._listed.add(key)
            if not self._is_working:
                self._is_working = True
                threading.Thread(target=self._work, name="packing", daemon=True).start()

    def finish(self) -> None:
        """Wait until all that was asked for is packed."""
        self._waiting.join()

    def _work(self) -> None:
        if sys.platform == "linux":  # elsewhere a priority is the whole process's
            os.setpriority(os.PRIO_PROCESS, threading.get_native_id(), LAST)
        while True:
            try:
                key = self._waiting.get(timeout=PATIENCE)
            except Empty:
                with self._lock:
                    if self._waiting.empty():
                        self._is_working = False
                        return
                continue
            try:
                if kept := self._shelf.look(key):
                    self._shelf.replace(key, kept, pack_best(kept))
            finally:
                self._listed.discard(key)
                self._waiting.task_done()
