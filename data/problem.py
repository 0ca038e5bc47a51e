"""What is raised when figures are not sound."""


class FiguresError(ValueError):
    """Figures did not pass; ``problems`` has a sentence for each thing that is wrong."""

    def __init__(self, problems: list[str]) -> None:
        """Keep the sentences; the message is all of them, a line each."""
        self.problems = problems
        super().__init__("\n".join(problems))
