"""Numbers in Prometheus' text format (version 0.0.4).

Each worker counts for itself, and whoever asks meets one of them: every line has the worker's process id as a label, and what one scrape
sees is that worker's. Rates over all workers are a sum over the label of what several scrapes have met.
"""

import os
from collections import Counter
from itertools import accumulate
from threading import Lock

from flask import Flask, Response

from components.server.kept.shelf import Shelf

ADDRESS = "/metrics"
KIND = "text/plain; version=0.0.4; charset=utf-8"
OF_ONE = ", of the worker that answers this since it started; sum over the label worker for all of them."
LIMITS = (0.001, 0.005, 0.025, 0.1, 0.5, 2.5)  # seconds


class Metrics:
    """Counts answers by status and by how long they took."""

    def __init__(self, shelf: Shelf) -> None:
        """Start at zero.

        Args:
            shelf: of the answers that are kept.
        """
        self._shelf, self._lock = shelf, Lock()
        self._by_status: Counter[int] = Counter()
        self._by_limit = [0] * (len(LIMITS) + 1)
        self._seconds = 0.0

    def count(self, status: int, seconds: float) -> None:
        """Count an answer."""
        place = sum(seconds > limit for limit in LIMITS)
        with self._lock:
            self._by_status[status] += 1
            self._by_limit[place] += 1
            self._seconds += seconds

    def write(self) -> str:
        """All numbers."""
        worker = f'worker="{os.getpid()}"'
        with self._lock:
            by_status, by_limit, seconds = sorted(self._by_status.items()), list(accumulate(self._by_limit)), self._seconds
        lines = [f"# HELP danmarkskort_answers_total Answers by status{OF_ONE}", "# TYPE danmarkskort_answers_total counter"]
        lines += [f'danmarkskort_answers_total{{{worker},status="{status}"}} {count}' for status, count in by_status]
        name = "danmarkskort_answer_seconds"
        lines += [f"# HELP {name} Seconds from the request to the head of its answer{OF_ONE}", f"# TYPE {name} histogram"]
        limits = [*map(str, LIMITS), "+Inf"]
        lines += [f'{name}_bucket{{{worker},le="{limit}"}} {count}' for limit, count in zip(limits, by_limit, strict=True)]
        lines += [f"{name}_sum{{{worker}}} {seconds:.6f}", f"{name}_count{{{worker}}} {by_limit[-1]}"]
        for what, number in (("answers", len(self._shelf)), ("bytes", self._shelf.size)):
            lines += [f"# HELP danmarkskort_kept_{what} Finished answers that are kept, {what}{OF_ONE}"]
            lines += [f"# TYPE danmarkskort_kept_{what} gauge", f"danmarkskort_kept_{what}{{{worker}}} {number}"]
        return "\n".join(lines) + "\n"


def register_metrics(server: Flask, metrics: Metrics) -> None:
    """Add the address; only where a setting asks for it, since a proxy must keep it from the public."""

    def tell() -> Response:
        response = Response(metrics.write(), content_type=KIND)
        response.cache_control.no_store = True
        return response

    server.add_url_rule(ADDRESS, "metrics", tell)
