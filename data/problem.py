"""What is raised when figures, or texts that are edited by hand, are not sound."""


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
