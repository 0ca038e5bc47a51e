"""Scripts and style sheets without what only people read in them."""

import re

COMMENT = re.compile(r" */\*.*?\*/", re.DOTALL)
REMARK = re.compile(r"\s+// .*$", re.MULTILINE)  # behind the code of a line; no text of ours has two strokes between spaces
UNREAD = re.compile(r"^\s*(?:/\*.*?\*/\s*)+|^\s+", re.DOTALL | re.MULTILINE)  # comments on lines of their own, and indents; of CSS too


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


def strip_script(script: str) -> str:
    r"""A script without comments and indents.

    >>> strip_script("/** Why. */\nconst most = 3; // of four\n  go('https://bl.dk');\n")
    "const most = 3;\ngo('https://bl.dk');\n"
    """
    return REMARK.sub("", strip_unread(script))
