"""Danmarks Statistik's StatBank API: what a table has, and its figures.

Documented at https://www.dst.dk/da/Statistik/hjaelp-til-statistikbanken/api. No key is needed; no limit on the rate is
documented, so the client keeps one of its own. An answer may have a million cells, counted as rows times columns.
"""

import json
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Self
from urllib.request import getproxies, proxy_bypass

import httpx
from httpx_retries import Retry, RetryTransport

from data.problem import FiguresError
from data.statbank.cube import UNREADABLE, read_day

API = "https://api.statbank.dk/v1"
AGENT = "danmarkskortet (python -m data fetch)"
TIMEOUT = 60.0  # seconds without an answer
TRIES = 4  # again after the first
PAUSE = 0.5  # seconds between two questions
LONGEST = 60  # seconds between two tries, whatever Retry-After asks for
JITTER = 0.5  # a wait is this part shorter at most, so that two clients don't come back together
STUMBLES = [429, 500, 502, 503, 504]  # statuses after which asking again may help
ELSE = "try again later, or fetch the file by hand and give it with --offline"
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
            tries: how often a question is asked again after 429, a server's error, no answer or half of one.
            backoff: seconds, doubled for every time that it is asked again; Retry-After goes before it.
            pause: seconds between two questions.

        Raises:
            FiguresError: the address is none, or that of the proxy.
        """
        url = _read_address(address)
        again = Retry(
            total=tries,
            allowed_methods=["POST"],
            status_forcelist=STUMBLES,
            backoff_factor=backoff,
            backoff_jitter=JITTER,
            max_backoff_wait=LONGEST,
            validate_response=_read_whole,
        )
        patient = RetryTransport(_make_transport(url), again)
        self._client = httpx.Client(base_url=url, timeout=timeout, transport=patient, headers={"User-Agent": AGENT})
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
            raise FiguresError([f"{what}; {ELSE}"]) from error
        finally:
            self._last = time.monotonic()
        if not answer.is_success:
            raise FiguresError([f"{table}: {self._address}{path} answers {answer.status_code}: {_explain(answer)}"])
        return _read_text(answer, f"{table}: {self._address}{path}")


def _read_address(address: str) -> httpx.URL:
    remedy = f"write one such as {API}"
    try:
        url = httpx.URL(address)
    except httpx.InvalidURL as error:
        raise FiguresError([f"'{address}' is no address of a service ({error}); {remedy}"]) from error
    if url.scheme not in {"http", "https"} or not url.host:
        raise FiguresError([f"'{address}' is no address of a service, which begins with https:// and a name; {remedy}"])
    return url


def _make_transport(url: httpx.URL) -> httpx.HTTPTransport:
    """With the proxy that the environment names (HTTPS_PROXY, NO_PROXY): httpx looks for it only where it makes the transport itself."""
    found = getproxies()
    proxy = None if proxy_bypass(url.netloc.decode()) else found.get(url.scheme) or found.get("all")
    try:
        return httpx.HTTPTransport(proxy=f"http://{proxy}" if proxy and "://" not in proxy else proxy)
    except (httpx.InvalidURL, ValueError, ImportError) as error:  # ImportError: SOCKS, for which more would have to be installed
        raise FiguresError([f"the proxy in {url.scheme.upper()}_PROXY can't be used ({error}); correct it, or take it away"]) from error


def _read_whole(answer: httpx.Response) -> None:
    """While it can still be asked for again: an answer may end, or stop coming, in the middle."""
    answer.read()


def _explain(answer: httpx.Response) -> str:
    """Where it has moved to; or the service's own code and sentence, or the beginning of what came, and how long it asks to be left."""
    if answer.has_redirect_location:
        return f"it has moved to {answer.headers['Location']}; give the new address with --api"
    try:
        body = answer.json()
        words = f"{body['errorTypeCode']}, {body['message']}"
    except UNREADABLE:
        words = " ".join(answer.text[:120].split()) or "nothing more"
    wait = answer.headers.get("Retry-After")
    return f"{words}; it asks to be left for {wait} (seconds, or a date)" if wait else words


def _read_text(answer: httpx.Response, where: str) -> str:
    """What came, which must be data: in UTF-8, as all of the API is, and no page that says why there are none."""
    try:
        text = answer.content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise FiguresError([f"{where} answers with what is not UTF-8 ({error.reason} at byte {error.start}); {ELSE}"]) from error
    if not text.strip():
        raise FiguresError([f"{where} answers with nothing; {ELSE}"])
    if text.lstrip().startswith("<"):
        raise FiguresError([f"{where} answers with a web page instead of data, '{' '.join(text[:80].split())}'; {ELSE}"])
    return text


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
