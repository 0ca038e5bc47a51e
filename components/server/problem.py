"""Addresses that can't be answered: the error that is raised, and its body as JSON problem details (RFC 9457)."""

import json
from http import HTTPStatus
from urllib.parse import quote

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
    HTTPStatus.BAD_REQUEST: "Forespørgslen kan ikke læses",
    HTTPStatus.NOT_FOUND: "Siden findes ikke",
    HTTPStatus.METHOD_NOT_ALLOWED: "Adressen kan kun læses",
    HTTPStatus.NOT_ACCEPTABLE: "Svaret findes ikke i den form",
    HTTPStatus.REQUEST_ENTITY_TOO_LARGE: "Der er sendt for meget",
    HTTPStatus.REQUEST_URI_TOO_LONG: "Adressen er for lang",
    HTTPStatus.INTERNAL_SERVER_ERROR: "Noget gik galt",
    HTTPStatus.SERVICE_UNAVAILABLE: "Der er travlt lige nu",
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
