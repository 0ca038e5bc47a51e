"""A client of Danmarks Statistik's StatBank API: descriptions of tables, and their figures.

Documented at https://www.dst.dk/da/Statistik/hjaelp-til-statistikbanken/api. No key is needed; no limit on the rate is
documented, so the client keeps one of its own. An answer may have a million cells, counted as rows times columns.
"""

import time
from collections.abc import Mapping
from typing import Any, Self
from urllib.request import getproxies, proxy_bypass

import httpx
from httpx_retries import Retry, RetryTransport

from data.problem import FiguresError
from data.statbank.answer.refusal import is_page, read_error, tell
from data.statbank.table import TableInfo, read_tableinfo

API = "https://api.statbank.dk/v1"
USER_AGENT = "danmarkskortet (python -m data fetch)"
TIMEOUT = 60.0  # seconds to wait for an answer
RETRIES = 4  # of one question
PAUSE = 0.5  # seconds between two questions
LONGEST_WAIT = 60  # seconds between two tries, whatever Retry-After asks for
JITTER = 0.5  # a wait is shortened by up to this part of it, so that two clients don't ask again at the same moment
RETRIED = [429, 500, 502, 503, 504]  # statuses after which asking again may help
REMEDY = "try again later, or fetch the file by hand and give it with --offline"


TOO_LARGE = "REQUEST-LIMIT"  # the service's code for a question that asks for too many cells


class TooLargeError(FiguresError):
    """The service counts more cells than it gives in one answer."""


class UnreachableError(FiguresError):
    """There is no connection to the service at all."""


class StatBank:
    """A client that asks again when the service fails, and never asks fast. Use it as a context manager."""

    def __init__(
        self, address: str = API, *, timeout: float = TIMEOUT, tries: int = RETRIES, backoff: float = 1.0, pause: float = PAUSE
    ) -> None:
        """Make the client.

        Args:
            address: where the service is.
            timeout: seconds to wait for an answer.
            tries: how often a question is asked again after status 429, a server error, no answer or an incomplete one.
            backoff: seconds before the second time, doubled for each further time; the answer's Retry-After takes precedence.
            pause: seconds between two questions.

        Raises:
            FiguresError: the address, or that of the environment's proxy, can't be used.
        """
        url = _read_address(address)
        retry = Retry(
            total=tries,
            allowed_methods=["POST"],
            status_forcelist=RETRIED,
            backoff_factor=backoff,
            backoff_jitter=JITTER,
            max_backoff_wait=LONGEST_WAIT,
            validate_response=_read_body,
        )
        transport = RetryTransport(_make_transport(url), retry)
        self._client = httpx.Client(base_url=url, timeout=timeout, transport=transport, headers={"User-Agent": USER_AGENT})
        self._address, self._pause, self._last = address, pause, 0.0

    def __enter__(self) -> Self:
        """The client itself."""
        return self

    def __exit__(self, *_: object) -> None:
        """Close its connections."""
        self._client.close()

    def tableinfo(self, table: str) -> TableInfo:
        """The description of a table.

        Raises:
            FiguresError: the service does not give it, or it can't be read.
        """
        text = self._ask("/tableinfo", {"table": table, "lang": "da", "format": "JSON"}, table)
        return read_tableinfo(text, table)

    def data(self, query: Mapping[str, Any]) -> str:
        """A table's figures, as text in the format that the query asks for.

        Raises:
            TooLargeError: it finds that too many cells are asked for.
            FiguresError: the service does not give them.
        """
        return self._ask("/data", query, str(query["table"]))

    def _ask(self, path: str, question: Mapping[str, Any], table: str) -> str:
        time.sleep(max(0.0, self._last + self._pause - time.monotonic()))
        try:
            answer = self._client.post(path, json=question)
        except httpx.HTTPError as error:
            failure = f"{table}: {self._address}{path} gives no answer ({type(error).__name__}: {error})"
            kind = UnreachableError if isinstance(error, httpx.ConnectError) else FiguresError
            raise kind([f"{failure}; {REMEDY}"]) from error
        finally:
            self._last = time.monotonic()
        if not answer.is_success:
            raise _refuse(answer.text, f"{table}: {self._address}{path} answers {answer.status_code}: {_explain(answer)}")
        return _read_text(answer, f"{table}: {self._address}{path}")


def _read_address(address: str) -> httpx.URL:
    advice = f"write one such as {API}"
    try:
        url = httpx.URL(address)
    except httpx.InvalidURL as error:
        raise FiguresError([f"'{address}' is no address of a service ({error}); {advice}"]) from error
    if url.scheme not in {"http", "https"} or not url.host:
        raise FiguresError([f"'{address}' is no address of a service, which begins with https:// and a name; {advice}"])
    return url


def _make_transport(url: httpx.URL) -> httpx.HTTPTransport:
    """A transport with the environment's proxy (HTTPS_PROXY, NO_PROXY): httpx looks for it only where it makes the transport itself."""
    found = getproxies()
    proxy = None if proxy_bypass(url.netloc.decode()) else found.get(url.scheme) or found.get("all")
    try:
        return httpx.HTTPTransport(proxy=f"http://{proxy}" if proxy and "://" not in proxy else proxy)
    except (httpx.InvalidURL, ValueError, ImportError) as error:  # ImportError: SOCKS, for which more would have to be installed
        raise FiguresError([f"the proxy in {url.scheme.upper()}_PROXY can't be used ({error}); correct it, or take it away"]) from error


def _read_body(answer: httpx.Response) -> None:
    """Read the body while the question can still be asked again: an answer may end, or stop coming, in the middle."""
    answer.read()


def _refuse(text: str, problem: str) -> FiguresError:
    """The error to raise for a refusal: one that says that the question is too large can be mended by asking in halves."""
    error = read_error(text)
    return (TooLargeError if error and error[0] == TOO_LARGE else FiguresError)([problem])


def _explain(answer: httpx.Response) -> str:
    """What a refusal says: the new address, or the service's own code and message, or the words of the answer; and how long to wait."""
    if answer.has_redirect_location:
        return f"it has moved to {answer.headers['Location']}; give the new address with --api"
    words = tell(answer.text)
    wait = answer.headers.get("Retry-After")
    return f"{words}; it asks to be left for {wait} (seconds, or a date)" if wait else words


def _read_text(answer: httpx.Response, where: str) -> str:
    """The text of an answer, which must be data in UTF-8, as all of the API is, and not a web page that says why there are none."""
    try:
        text = answer.content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise FiguresError([f"{where} answers with what is not UTF-8 ({error.reason} at byte {error.start}); {REMEDY}"]) from error
    if not text.strip():
        raise FiguresError([f"{where} answers with nothing; {REMEDY}"])
    if is_page(text):
        raise FiguresError([f"{where} answers with a web page instead of data, '{tell(text)}'; {REMEDY}"])
    if (refusal := read_error(text)) is not None:  # although the status says that all is well
        raise _refuse(text, f"{where} answers {answer.status_code}, but with an error: {refusal[1]}")
    return text
