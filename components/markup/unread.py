"""Scripts and style sheets without what only people read in them."""

import re

COMMENT = re.compile(r" */\*.*?\*/", re.DOTALL)
UNREAD = re.compile(r"^\s*/\*.*?\*/\s*|^\s+", re.DOTALL | re.MULTILINE)  # comments on lines of their own, and indents; of CSS too


def strip_unread(text: str) -> str:
    r"""A script or style sheet without comments on lines of their own and without indents.

    >>> strip_unread("a {\n  color: red;\n}\n\n/* Why. */\nb {}")
    'a {\ncolor: red;\n}\nb {}'
    """
    return UNREAD.sub("", text)


def strip_comments(sheet: str) -> str:
    r"""A style sheet without any comment.

    >>> strip_comments("a {\n  top: 0; /* Why. */\n}")
    'a {\n  top: 0;\n}'
    """
    return COMMENT.sub("", sheet)
