"""What of a query string makes a difference to an answer, always written in one way: by that, answers are kept.

What our own links say is written as they write it, so that they are found without Flask. What no link says, such as that a notice
stands on the page, follows after a line feed, which no address on the wire can have.
"""

from collections.abc import Callable, Collection, Iterable
from urllib.parse import parse_qsl

from components.address.choices import Choices
from components.address.view import Parameter, edition_parameter, from_query, to_query
from components.server.caching import Counts


def write_counted(address: str, told: Iterable[str] = ()) -> str:
    r"""The query of an address, and what a notice tells of.

    >>> write_counted("/indlejr?kommune=0326", ["tal"])
    'kommune=0326\ntal'
    """
    return "\n".join([address.partition("?")[2], *told])


def count_view(choices: Choices) -> Counts:
    """Of a page that shows a view."""

    def count(query: str) -> str:
        view, told = from_query(query, choices)
        return write_counted(to_query(view, choices.indicators[0]), told)

    return count


def count_edition(editions: Collection[str]) -> Counts:
    r"""Of an address that takes an edition, and falls back to the newest or does not exist where there is no such edition.

    >>> [count_edition(["2025"])(query) for query in ("x=1&udgave=2025&udgave=2024", "udgave=", "udgave=1")]
    ['udgave=2025', '', '\nudgave']
    """

    def count(query: str) -> str:
        name = next((value for each, value in parse_qsl(query, keep_blank_values=True) if each == Parameter.UDGAVE), "")
        known = name in editions
        return write_counted(edition_parameter(name if known else None), [Parameter.UDGAVE.value] if name and not known else [])

    return count


def count_edition_only(editions: Collection[str]) -> Callable[[str], str | None]:
    """Of an address with filters: there are too many answers to keep, but for those that are not filtered.

    >>> [count_edition_only(["2025"])(query) for query in ("", "udgave=2025", "udgave=2025&kommune=0326")]
    ['', 'udgave=2025', None]
    """
    kept = {write_counted(edition_parameter(name)) for name in (None, *editions)}
    return lambda query: query if query in kept else None
