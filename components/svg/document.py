"""The ``svg`` element around a finished drawing."""

from collections.abc import Mapping
from html import escape


def write_svg(content: str, width: float, height: float, attributes: Mapping[str, str] | None = None) -> str:
    """The drawing as an SVG that is ``width`` x ``height`` units large and grows and shrinks with the place where it stands.

    >>> write_svg('<circle r="2"/>', 30, 20, {"role": "img", "aria-label": "A & B"})
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 30 20" role="img" aria-label="A &amp; B"><circle r="2"/></svg>'

    Args:
        content: elements, as they are to be written.
        width: of the drawing, from 0 on.
        height: likewise.
        attributes: more of the element's attributes, as plain texts.
    """
    more = "".join(f' {name}="{_escape(value)}"' for name, value in (attributes or {}).items())
    return f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}"{more}>{content}</svg>'


def _escape(value: str) -> str:
    """For use between double quotes: the single quotes of a list of fonts stay as they are."""
    return escape(value, quote=False).replace('"', "&quot;")
