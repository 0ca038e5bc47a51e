"""A log record as a line of JSON. The main process, which serves nothing, writes such lines too: nothing of Flask is imported here."""

import json
import logging
import os
import time
from typing import Any

VARIABLE, JSON = "DANMARKSKORT_LOG", "json"  # of the environment; components/server/settings.py checks it
LINES = {"()": f"{__name__}.LineFormatter"}
OF_GRANIAN = {"formatters": {"generic": LINES, "access": LINES}}  # what differs from granian's own configuration of its loggers


def asks_for_json() -> bool:
    """Whether the environment asks for lines of JSON."""
    return os.environ.get(VARIABLE) == JSON


class LineFormatter(logging.Formatter):
    """A record as one line of JSON: time, level, logger, sentence, what else it was given, and the traceback of an error."""

    def format(self, record: logging.LogRecord) -> str:
        """The line."""
        said = {
            "time": time.strftime("%Y-%m-%dT%H:%M:%S", time.gmtime(record.created)) + f".{int(record.msecs):03}Z",
            "level": record.levelname.lower(),
            "logger": record.name,
            "message": record.getMessage(),
            **getattr(record, "told", {}),
            **self.tell_more(),
        }
        if record.exc_info:
            said["traceback"] = self.formatException(record.exc_info)
        return json.dumps(said, ensure_ascii=False)

    def tell_more(self) -> dict[str, Any]:
        """What else the line says."""
        return {}
