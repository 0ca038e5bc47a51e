"""What the service says instead of figures: its own message, whole; and the words of a web page that comes in its place."""

import json
from collections.abc import Iterator, Mapping
from html.parser import HTMLParser
from typing import Any

from data.statbank.answer.shape import UNREADABLE

CODE = "errortypecode"  # the service's own kind of error
MESSAGES = ("message", "error", "errors", "detail", "title")  # what else a JSON message stands under
CONTENT = {"dataset", "variables"}  # of an answer that is one
MOST_OF_A_PAGE = 600  # characters; a page has a menu and a footer, and its first words say what it is
LONGEST_MESSAGE = 2000  # characters; what is longer is no message, but a file of another format
UNSEEN = {"script", "style", "head"}


def read_error(text: str) -> tuple[str, str] | None:
    r"""The service's code and the whole message, if a text is an error in JSON; None if it is none.

    >>> read_error('{"message": "Tabel findes ikke:\\n  FAM55N", "errorTypeCode": "EXTRACT-NOTFOUND"}')
    ('EXTRACT-NOTFOUND', 'EXTRACT-NOTFOUND, Tabel findes ikke: FAM55N')
    >>> read_error('{"dataset": {}}') is None
    True
    """
    if not text.lstrip("\ufeff \r\n\t").startswith("{"):
        return None
    try:
        return _read_body(json.loads(text.lstrip("\ufeff")))
    except UNREADABLE:
        return None


def _read_body(body: Mapping[str, Any]) -> tuple[str, str] | None:
    named = {name.lower(): value for name, value in body.items() if name.lower() not in CONTENT or value}
    if named.keys() & CONTENT or not named.keys() & {CODE, *MESSAGES}:
        return None
    code = str(named.pop(CODE, ""))
    return code, ", ".join([*([code] if code else []), *_list_words(named)]) or "it does not say which"


def _list_words(part: Any, name: str = "") -> Iterator[str]:
    """All that a part of an error says, the message first; what is no message has its name before it."""
    if isinstance(part, dict):
        for key in sorted(part, key=lambda key: key.lower() not in MESSAGES):
            yield from _list_words(part[key], "" if key.lower() in MESSAGES else key)
    elif isinstance(part, list):
        for one in part:
            yield from _list_words(one, name)
    elif words := " ".join(str(part).split()) if part is not None else "":
        yield f"{name}: {words}" if name else words


def is_page(text: str) -> bool:
    """Whether a text is a web page, or XML.

    >>> is_page("  <!DOCTYPE html>"), is_page("OMRÅDE;TID;INDHOLD")
    (True, False)
    """
    return text.lstrip("\ufeff \r\n\t").startswith("<")


def tell(text: str) -> str:
    r"""What a text says that is no answer, in one line: a message or sentence whole, of a web page its words.

    >>> tell("out\nof order"), tell("<html><title>503</title><p>Vi er <b>snart</b> tilbage</p></html>"), tell("")
    ('out of order', '503 Vi er snart tilbage', 'nothing more')
    """
    error = read_error(text)
    if error:
        return error[1]
    words = " ".join((_read_page(text) if is_page(text) else text).split())
    if len(words) > (MOST_OF_A_PAGE if is_page(text) else LONGEST_MESSAGE):
        kept = words[:MOST_OF_A_PAGE].rpartition(" ")[0] or words[:MOST_OF_A_PAGE]
        words = f"{kept} … (it goes on for {len(words) - len(kept)} characters)"
    return words or "nothing more"


def _read_page(text: str) -> str:
    page = _Page()
    page.feed(text)
    page.close()
    return " ".join(page.words) or text  # XML may have its words in attributes


class _Page(HTMLParser):
    """Collects the words of a page that a reader sees, and its title."""

    def __init__(self) -> None:
        super().__init__()
        self.words: list[str] = []
        self._inside = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002 - the parser's own signature
        self._inside = tag

    def handle_endtag(self, tag: str) -> None:
        self._inside = "" if tag == self._inside else self._inside

    def handle_data(self, data: str) -> None:
        if self._inside not in UNSEEN:
            self.words.append(data)
