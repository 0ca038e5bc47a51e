"""HTML attributes with a hyphen, which Python can't spell as keywords."""

from typing import Any


def aria(**values: str) -> dict[str, Any]:
    """``aria(label="Kort")`` is ``{"aria-label": "Kort"}``, to be unpacked into a component."""
    return {f"aria-{name}": value for name, value in values.items()}


def data(**values: str) -> dict[str, Any]:
    """``data(kode="0326")`` is ``{"data-kode": "0326"}``, to be unpacked into a component."""
    return {f"data-{name}": value for name, value in values.items()}
