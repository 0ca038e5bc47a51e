"""The error that the border builder and the loaders raise when a file is wrong."""


class BorderError(ValueError):
    """A border file is wrong; the message says what it has, what was expected and what to do."""
