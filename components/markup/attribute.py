"""HTML attributes with a hyphen, which Python can't spell as keywords."""

from typing import Any


def aria(**values: str) -> dict[str, Any]:
    """ARIA attributes, to be unpacked into a component.

    >>> aria(label="Kort")
    {'aria-label': 'Kort'}
    """
    return {f"aria-{name}": value for name, value in values.items()}


def data(**values: str) -> dict[str, Any]:
    """``data-`` attributes, which scripts and style sheets read, to be unpacked into a component.

    >>> data(kode="0326")
    {'data-kode': '0326'}
    """
    return {f"data-{name}": value for name, value in values.items()}
