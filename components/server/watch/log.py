"""Lines of JSON for whoever reads logs by a program: one for every answer where it is asked for, one for every error always.

Every answer has an id, which the line has too and the header ``X-Request-Id``: a reader who tells of an error can name it. A proxy may
give one. Who asked, with which browser, and with which parameters is not written down.
"""

import logging
import re
import time
import uuid
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from flask import has_request_context, request

from components.server.watch.line import LineFormatter
from components.server.watch.metrics import Metrics

if TYPE_CHECKING:
    from _typeshed.wsgi import StartResponse, WSGIApplication, WSGIEnvironment

GIVEN = re.compile(r"[0-9A-Za-z-]{8,64}", re.ASCII)  # an id as proxies write them; anything else could be meant for whoever reads the log
ID = "X-Request-Id"
IN_ENVIRON = "danmarkskort.id"
log = logging.getLogger("danmarkskort.answers")


class JsonFormatter(LineFormatter):
    """A record as one line of JSON, with the id of the answer that is being made."""

    def tell_more(self) -> dict[str, Any]:
        """The id, while an answer is made."""
        return {"id": request.environ[IN_ENVIRON]} if has_request_context() and IN_ENVIRON in request.environ else {}


def log_as_json() -> None:
    """Have all that is logged in this process written to standard error as lines of JSON; answers too."""
    handler = logging.StreamHandler()
    handler.setFormatter(JsonFormatter())
    logging.basicConfig(level=logging.WARNING, handlers=[handler], force=True)
    log.setLevel(logging.INFO)


class Watch:
    """A WSGI application around another: gives every answer its id, counts it, and writes its line where lines are asked for."""

    def __init__(self, app: "WSGIApplication", metrics: Metrics | None, *, with_lines: bool) -> None:
        """Watch an application.

        Args:
            app: what answers.
            metrics: counts answers; None where nobody asks for numbers.
            with_lines: write a line for every answer.
        """
        self.app, self._metrics, self._with_lines = app, metrics, with_lines

    def __call__(self, environ: "WSGIEnvironment", start_response: "StartResponse") -> Iterable[bytes]:
        """Answer."""
        began = time.perf_counter()
        given = environ.get("HTTP_X_REQUEST_ID", "")
        name = given if GIVEN.fullmatch(given) else uuid.uuid4().hex

        environ[IN_ENVIRON] = name

        def start(status: str, headers: list[tuple[str, str]], exc_info: Any = None) -> Any:
            self._tell(environ, name, int(status[:3]), time.perf_counter() - began)
            return start_response(status, [*headers, (ID, name)], exc_info)

        return self.app(environ, start)

    def _tell(self, environ: "WSGIEnvironment", name: str, status: int, seconds: float) -> None:
        if self._metrics:
            self._metrics.count(status, seconds)
        if self._with_lines:
            path = environ["PATH_INFO"].encode("latin-1").decode(errors="replace")
            told = {"id": name, "method": environ["REQUEST_METHOD"], "path": path, "status": status, "ms": round(1000 * seconds, 1)}
            log.info("answered", extra={"told": told})
