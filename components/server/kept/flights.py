"""One flight for all who want the same: an answer that many ask for at once, before it is kept, is made by one thread.

The others wait, which costs less than making it as well: threads of one process make answers no faster together than one by one. Nobody
waits for long, and nobody is given an error of another's: who has waited and finds nothing kept makes the answer.
"""

from threading import Event, Lock

from components.server.kept.shelf import Key

LONGEST = 5.0  # seconds to wait; the slowest page takes a quarter of one


class Flights:
    """What is being made just now, by key."""

    def __init__(self, longest: float = LONGEST) -> None:
        """Nothing is.

        Args:
            longest: seconds that a thread waits for another at most.
        """
        self._longest = longest
        self._lock = Lock()
        self._landings: dict[Key, Event] = {}

    def begin(self, key: Key) -> bool:
        """Whether this thread is the one to make the answer, and has to call ``end``; if another does so, wait until it has."""
        with self._lock:
            landing = self._landings.get(key)
            if landing is None:
                self._landings[key] = Event()
                return True
        landing.wait(self._longest)
        return False

    def end(self, key: Key) -> None:
        """Let those who wait look for the answer, whether there is one or not."""
        with self._lock:
            self._landings.pop(key).set()
