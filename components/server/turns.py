"""Answers that take long, to make or to send: only so many at once, so that they leave threads of a worker for everyone else."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import wraps
from threading import BoundedSemaphore
from typing import ParamSpec

from flask import Flask, Response, current_app
from werkzeug.exceptions import ServiceUnavailable

WAIT = 60  # seconds after which to ask again for what is sent while it is made; all 98 kommuneark take 20 s to make
SOON = 5  # and for what is made first; a PDF takes half a second
MAKING = 2  # PDFs, pictures and workbooks in the making at once
PLACE = "turns"  # in the extensions of the server
P = ParamSpec("P")


class Turns:
    """So many answers of a kind at once. Kept below the threads of a worker, they leave some for everyone else."""

    def __init__(self, most: int) -> None:
        """Allow ``most`` at once, in each process."""
        self._free = BoundedSemaphore(most)

    def take(self, response: Response) -> Response:
        """Let an answer be sent while it is made; its turn ends when it is closed, whether it was read to its end or not.

        Raises:
            ServiceUnavailable: all turns are taken (503, with Retry-After).
        """
        if not self._free.acquire(blocking=False):
            response.close()
            raise ServiceUnavailable(retry_after=WAIT)
        response.call_on_close(self._free.release)
        return response

    @contextmanager
    def hold(self) -> Iterator[None]:
        """Let an answer be made, if a turn is free.

        Raises:
            ServiceUnavailable: all turns are taken (503, with Retry-After).
        """
        if not self._free.acquire(blocking=False):
            raise ServiceUnavailable(retry_after=SOON)
        try:
            yield
        finally:
            self._free.release()


def find_turns(server: Flask) -> Turns:
    """The turns of a server for what is heavy to make, whatever room it comes from."""
    turns: Turns = server.extensions.setdefault(PLACE, Turns(MAKING))
    return turns


def in_turn(view: Callable[P, Response]) -> Callable[P, Response]:
    """A view whose answers are heavy to make: a few at once, and a 503 that says when to come back for whoever is too many."""

    @wraps(view)
    def serve(*args: P.args, **kwargs: P.kwargs) -> Response:
        with find_turns(current_app).hold():
            return view(*args, **kwargs)

    return serve
