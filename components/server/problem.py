"""Addresses that can't be answered: the error that is raised, and its body as JSON problem details (RFC 9457)."""

import json
from http import HTTPStatus
from urllib.parse import quote

from components.wording import texts

PROBLEM_TYPE = "application/problem+json"


class RequestError(Exception):
    """An address that can't be answered; ``detail`` says in Danish what came, what was expected and what to do."""

    def __init__(self, status: HTTPStatus, detail: str) -> None:
        """Keep status and sentence."""
        super().__init__(detail)
        self.status, self.detail = status, detail


def bad_request(detail: str) -> RequestError:
    """The error of an address whose parameters are wrong; ``detail`` is a Danish sentence with what to write instead."""
    return RequestError(HTTPStatus.BAD_REQUEST, detail)


TITLES = {
    HTTPStatus.BAD_REQUEST: texts.ASKED_WRONGLY,
    HTTPStatus.NOT_FOUND: texts.NOT_FOUND[0],
    HTTPStatus.METHOD_NOT_ALLOWED: texts.READ_ONLY[0],
    HTTPStatus.NOT_ACCEPTABLE: texts.NOT_IN_THAT_FORM[0],
    HTTPStatus.REQUEST_ENTITY_TOO_LARGE: texts.TOO_MUCH[0],
    HTTPStatus.REQUEST_URI_TOO_LONG: texts.TOO_LONG[0],
    HTTPStatus.INTERNAL_SERVER_ERROR: texts.FAILED[0],
    HTTPStatus.SERVICE_UNAVAILABLE: texts.TOO_BUSY[0],
}


def write_problem(status: int, detail: str, instance: str) -> str:
    """The body of an error.

    Args:
        status: the HTTP status.
        detail: a Danish sentence.
        instance: the address that was asked for, as text.

    >>> json.loads(write_problem(404, "Se listen.", "/api/v1/kommuner/9999.json"))["title"]
    'Siden findes ikke'
    """
    title = TITLES.get(HTTPStatus(status), HTTPStatus(status).phrase)
    said = {"type": "about:blank", "title": title, "status": int(status), "detail": detail, "instance": quote(instance)}
    return json.dumps(said, ensure_ascii=False)
