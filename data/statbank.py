"""Danmarks Statistik's StatBank API: what a table has, and its figures.

Documented at https://www.dst.dk/da/Statistik/hjaelp-til-statistikbanken/api. No key is needed; no limit on the rate is
documented, so the client keeps one of its own.
"""

import json
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Self

import httpx
from httpx_retries import Retry, RetryTransport

from data.cube import UNREADABLE, read_day
from data.problem import FiguresError

API = "https://api.statbank.dk/v1"
AGENT = "danmarkskortet (python -m data fetch)"
TIMEOUT = 60.0  # seconds without an answer
TRIES = 4  # again after the first
PAUSE = 0.5  # seconds between two questions
STUMBLES = [429, 500, 502, 503, 504]  # statuses after which asking again may help
FORMATS = {"jsonstat": "JSONSTAT", "csv": "CSV"}


@dataclass(frozen=True)
class Variable:
    """One of a table's variables: ``values`` are texts by code; ``can_be_left_out`` where the service then adds them up."""

    code: str
    can_be_left_out: bool
    is_time: bool
    values: Mapping[str, str]


@dataclass(frozen=True)
class TableInfo:
    """What a table has. ``updated`` is an ISO date; ``is_kept_up`` is false for a table that gets no more figures."""

    table: str
    text: str
    updated: str
    variables: Mapping[str, Variable]
    is_kept_up: bool = True


class StatBank:
    """A client that is patient with the service and polite to it. Use as a context manager."""

    def __init__(
        self, address: str = API, *, timeout: float = TIMEOUT, tries: int = TRIES, backoff: float = 1.0, pause: float = PAUSE
    ) -> None:
        """Make the client.

        Args:
            address: where the service is.
            timeout: seconds to wait for an answer.
            tries: how often a question is asked again after 429, a server's error or no answer.
            backoff: seconds before the first time, doubled for each later one; Retry-After goes before it.
            pause: seconds between two questions.

        Raises:
            FiguresError: the address is none.
        """
        again = Retry(total=tries, backoff_factor=backoff, allowed_methods=["POST"], status_forcelist=STUMBLES, max_backoff_wait=60)
        patient = RetryTransport(retry=again)
        try:
            self._client = httpx.Client(base_url=address, timeout=timeout, transport=patient, headers={"User-Agent": AGENT})
        except httpx.InvalidURL as error:
            raise FiguresError([f"'{address}' is no address of a service ({error}); write one such as {API}"]) from error
        self._address, self._pause, self._last = address, pause, 0.0

    def __enter__(self) -> Self:
        """The client itself."""
        return self

    def __exit__(self, *_: object) -> None:
        """Close its connections."""
        self._client.close()

    def tableinfo(self, table: str) -> TableInfo:
        """What a table has.

        Raises:
            FiguresError: it can't be had, or can't be read.
        """
        text = self._ask("/tableinfo", {"table": table, "lang": "da", "format": "JSON"}, table)
        return read_tableinfo(text, table)

    def data(self, query: Mapping[str, Any]) -> str:
        """A table's figures, as text in the format that the query asks for.

        Raises:
            FiguresError: they can't be had.
        """
        return self._ask("/data", query, str(query["table"]))

    def _ask(self, path: str, question: Mapping[str, Any], table: str) -> str:
        time.sleep(max(0.0, self._last + self._pause - time.monotonic()))
        try:
            answer = self._client.post(path, json=question)
        except httpx.HTTPError as error:
            what = f"{table}: {self._address}{path} gives no answer ({type(error).__name__}: {error})"
            raise FiguresError([f"{what}; try again later, or fetch the file by hand and give it with --offline"]) from error
        finally:
            self._last = time.monotonic()
        if not answer.is_success:
            raise FiguresError([f"{table}: {self._address}{path} answers {answer.status_code}: {_explain(answer)}"])
        return answer.content.decode("utf-8-sig", errors="replace")


def _explain(answer: httpx.Response) -> str:
    """The service's own code and sentence, or the beginning of what came."""
    try:
        body = answer.json()
        return f"{body['errorTypeCode']}, {body['message']}"
    except UNREADABLE:
        return " ".join(answer.text[:120].split()) or "nothing more"


def read_tableinfo(text: str, table: str) -> TableInfo:
    """The answer to ``/tableinfo``.

    Raises:
        FiguresError: it is none.
    """
    try:
        answer = json.loads(text)
        variables = {one["id"].upper(): _read_variable(one) for one in answer["variables"]}
        updated, is_kept_up = read_day(_text(answer["updated"])), bool(answer.get("active", True))
        return TableInfo(_text(answer["id"]), _text(answer["text"]), updated, variables, is_kept_up)
    except UNREADABLE as error:
        came = " ".join(text[:60].split())
        raise FiguresError([f"{table}: the description of the table can't be read ({error!r}); it begins '{came}'"]) from error


def _read_variable(entry: Mapping[str, Any]) -> Variable:
    values = {_text(value["id"]): _text(value["text"]) for value in entry["values"]}
    return Variable(_text(entry["id"]), bool(entry["elimination"]), bool(entry["time"]), values)


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError(f"{value!r} is no text")
    return value


def build_query(table: str, variables: Mapping[str, Sequence[str]], form: str) -> dict[str, Any]:
    """The question for a table's figures, with codes instead of texts."""
    return {
        "table": table,
        "format": FORMATS[form],
        "lang": "en",  # decimal point
        "valuePresentation": "Code",
        "variables": [{"code": code, "values": list(values)} for code, values in variables.items()],
    }
