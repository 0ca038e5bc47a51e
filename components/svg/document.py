"""The ``svg`` element around a finished drawing."""

from collections.abc import Mapping
from html import escape

from markupsafe import Markup


def write_svg(content: str, width: float, height: float, attributes: Mapping[str, str] | None = None) -> str:
    """The drawing as an SVG that is ``width`` x ``height`` units large and grows and shrinks with the place where it stands.

    >>> write_svg('<circle r="2"/>', 30, 20, {"role": "img", "aria-label": "A & B"})
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 30 20" role="img" aria-label="A &amp; B"><circle r="2"/></svg>'

    Args:
        content: elements, as they are to be written.
        width: of the drawing, from 0 on.
        height: likewise.
        attributes: more of the element's attributes. Their values are escaped; ``Markup`` is taken as it is.
    """
    more = "".join(f' {name}="{value if isinstance(value, Markup) else escape(value)}"' for name, value in (attributes or {}).items())
    return f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}"{more}>{content}</svg>'
