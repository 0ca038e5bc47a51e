"""Answers that are sent while they are made, and so keep a thread until the slowest reader has them: only so many at once."""

from threading import BoundedSemaphore

from flask import Response
from werkzeug.exceptions import ServiceUnavailable

WAIT = 60  # seconds after which to ask again; all 98 kommuneark take 20 s to make


class Turns:
    """So many answers of a kind at once. Kept below the threads of a worker, they leave some for everyone else."""

    def __init__(self, most: int) -> None:
        """Allow ``most`` at once, in each process."""
        self._free = BoundedSemaphore(most)

    def take(self, response: Response) -> Response:
        """Let an answer be sent; its turn ends when it is closed, whether it was read to its end or not.

        Raises:
            ServiceUnavailable: all turns are taken (503, with Retry-After).
        """
        if not self._free.acquire(blocking=False):
            response.close()
            raise ServiceUnavailable(retry_after=WAIT)
        response.call_on_close(self._free.release)
        return response
