"""What is raised when figures, or texts that are edited by hand, are not sound."""

LONGEST = 60  # characters of what came that are said again


class ProblemsError(ValueError):
    """Something did not pass; ``problems`` has a sentence for each thing that is wrong."""

    def __init__(self, problems: list[str]) -> None:
        """Keep the sentences; the message is all of them, a line each."""
        self.problems = problems
        super().__init__("\n".join(problems))


class FiguresError(ProblemsError):
    """Figures did not pass."""


class TextError(ProblemsError):
    """Texts did not pass: the table of the councils' names, or the welcome package."""


def shorten(text: str) -> str:
    """A text as it is said again to the one who wrote it: not longer than needed to find it."""
    return text if len(text) <= LONGEST else f"{text[:LONGEST]}…"
