"""The errors that are raised when figures, or texts that are edited by hand, are not sound."""

from collections.abc import Iterable

MOST_LISTED = 5  # sentences of the same kind
MAX_QUOTED = 60  # characters of a wrong text that a message repeats


class ProblemsError(ValueError):
    """A check failed; ``problems`` has a sentence for each thing that is wrong."""

    def __init__(self, problems: list[str]) -> None:
        """Keep the sentences; the error's message is all of them, one per line."""
        self.problems = problems
        super().__init__("\n".join(problems))


class FiguresError(ProblemsError):
    """Figures failed a check."""


class PartialError(FiguresError):
    """What could be had is published; ``problems`` says what could not."""


class TextError(ProblemsError):
    """Texts failed a check: the table of the councils' names, or the welcome package."""


def shorten(text: str) -> str:
    """A text as a message quotes it: no longer than whoever wrote it needs to find it.

    >>> shorten("Kalundborg")
    'Kalundborg'
    >>> shorten("x" * 100) == "x" * 60 + "…"
    True
    """
    return text if len(text) <= MAX_QUOTED else f"{text[:MAX_QUOTED]}…"


def shorten_list(sentences: Iterable[str]) -> list[str]:
    """The first sentences of many that say the same of other places, and how many more there are.

    >>> shorten_list(["a", "b"]), shorten_list("abcdefgh")
    (['a', 'b'], ['a', 'b', 'c', 'd', 'e', 'and 3 more of the kind'])
    """
    found = list(sentences)
    more = len(found) - MOST_LISTED
    return [*found[:MOST_LISTED], f"and {more} more of the kind"] if more > 0 else found
