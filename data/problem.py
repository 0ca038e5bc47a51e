"""The errors that are raised when figures, or texts that are edited by hand, are not sound."""

MAX_QUOTED = 60  # characters of a wrong text that a message repeats


class ProblemsError(ValueError):
    """A check failed; ``problems`` has a sentence for each thing that is wrong."""

    def __init__(self, problems: list[str]) -> None:
        """Keep the sentences; the error's message is all of them, one per line."""
        self.problems = problems
        super().__init__("\n".join(problems))


class FiguresError(ProblemsError):
    """Figures failed a check."""


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
