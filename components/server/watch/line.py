"""A log record as a line of JSON. The main process, which serves nothing, writes such lines too: nothing of Flask is imported here."""

import json
import logging
import os
import time
from typing import Any

VARIABLE, JSON = "DANMARKSKORT_LOG", "json"  # of the environment; components/server/settings.py checks it
# What differs from granian's own configuration of its loggers, where lines are JSON and where they are plain.
LINES = {"()": f"{__name__}.LineFormatter"}
OF_GRANIAN = {"formatters": {"generic": LINES, "access": LINES}}
PLAIN = {
    "formatters": {
        name: {"()": f"{__name__}.PlainFormatter", "fmt": said}
        for name, said in (("generic", "[%(levelname)s] %(message)s"), ("access", "%(message)s"))
    }
}


def asks_for_json() -> bool:
    """Whether the environment asks for lines of JSON."""
    return os.environ.get(VARIABLE) == JSON


def escape(text: str) -> str:
    r"""A text on one line, in which nothing moves the cursor of whoever reads it: an address may have been made for that.

    >>> escape("/kommuner\n[12:00] GET /\x9b2J \u202e æ")
    '/kommuner\\n[12:00] GET /\\u009b2J \\u202e æ'
    """
    return text if text.isprintable() else "".join(each if each.isprintable() else json.dumps(each)[1:-1] for each in text)


class PlainFormatter(logging.Formatter):
    """A record as a plain line; an address in it has had its percent signs read, and may hold anything."""

    def formatMessage(self, record: logging.LogRecord) -> str:  # noqa: N802 - logging's name
        """The line, without the traceback that may follow."""
        return escape(super().formatMessage(record))


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
        return escape(json.dumps(said, ensure_ascii=False))

    def tell_more(self) -> dict[str, Any]:
        """What else the line says."""
        return {}
