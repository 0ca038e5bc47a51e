"""What the border builder and the border loader say when a file is wrong."""


class BorderError(ValueError):
    """A border file is wrong; the message says what came, what was expected and what to do."""
