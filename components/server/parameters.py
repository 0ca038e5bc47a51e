"""The parameters of the API: each is known, and each value is, or the answer says what is wrong."""

from collections.abc import Collection, Mapping
from http import HTTPStatus

from werkzeug.datastructures import MultiDict

from components.address.view import Parameter
from components.server.problem import RequestError, bad_request
from data.place import normalise_code

LISTED = 12  # known values named in an error


def read_parameters(given: "MultiDict[str, str]", allowed: Collection[str]) -> dict[str, list[str]]:
    """All values by parameter. Commas separate values; so does repeating the parameter.

    Raises:
        RequestError: a parameter is not one of ``allowed``, or two editions are named.

    >>> read_parameters(MultiDict([("kommune", "0326,0101"), ("kommune", "0265"), ("udgave", "")]), ["kommune", "udgave"])
    {'kommune': ['0326', '0101', '0265'], 'udgave': []}
    """
    unknown = [name for name in given if name not in allowed]
    if unknown:
        known = f"brug {', '.join(allowed)}" if allowed else "adressen tager ingen parametre"
        raise bad_request(f"Parameteren {', '.join(unknown)} kendes ikke; {known}.")
    found = {name: [part for text in given.getlist(name) for part in text.split(",") if part] for name in given}
    if len(set(found.get(Parameter.UDGAVE, []))) > 1:
        raise bad_request(f"Der er bedt om udgaverne {', '.join(found[Parameter.UDGAVE])}; skriv én.")
    return found


def choose_known(name: str, asked: list[str], known: Collection[str]) -> list[str]:
    """The known values that are asked for, in their own order; all of them where none is asked for.

    Raises:
        RequestError: a value is not known.

    >>> choose_known("kommune", ["326", "101"], ["0101", "0265", "0326"])
    ['0101', '0326']
    >>> choose_known("status", [], ["officiel", "mangler"])
    ['officiel', 'mangler']
    """
    wanted = [normalise_code(value) if name == Parameter.KOMMUNE else value for value in asked]
    unknown = [value for value in wanted if value not in known]
    if unknown:
        sample = ", ".join(list(known)[:LISTED]) + (" …" if len(known) > LISTED else ".")
        raise bad_request(f"{name}={', '.join(unknown)} kendes ikke; skriv en af {sample}")
    return [value for value in known if value in wanted] if wanted else list(known)


def require_known(name: str, value: str, known: Mapping[str, object]) -> str:
    """A value that stands in the path.

    Raises:
        RequestError: it is not known, and then the address does not exist.
    """
    if value not in known:
        raise RequestError(HTTPStatus.NOT_FOUND, f"Der er ingen {name} »{value}«. API'ets lister viser, hvilke der er.")
    return value
