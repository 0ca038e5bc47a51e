"""What a page may load and run: the Content Security Policy, the same for a kind of answer whether it is made, kept or not sent again.

Scripts are files of ours, or stand in the page and are known by their hash; nothing is made of text (no ``unsafe-eval``). A nonce would be
another one for every answer, and answers are kept. Styles may stand in the page: bars, points and needles have their place as a ``style``,
which has as many values as there are figures, and plotly and Dash put in style elements of their own.
"""

import base64
import hashlib
from collections.abc import Iterable

PAGE = "text/html"
VIEWER = "application/pdf"  # which browsers show in a page of their own, and some leave empty under a policy
LOADED = {
    "default-src": "'none'",
    "style-src": "'self' 'unsafe-inline'",
    "img-src": "'self' data: blob:",  # the hatch of a style sheet; the picture that plotly's button saves
    "font-src": "'self'",
    "connect-src": "'self'",
    "frame-src": "'self'",  # the preview of a frame's code
    "form-action": "'self'",
    "base-uri": "'none'",
}


def hash_script(code: str) -> str:
    """A script that stands in the page, as a source of the directive script-src.

    >>> hash_script("alert(1)")
    "'sha256-bhHHL3z2vDgxUt0W3dWQOrprscmda2Y5pLsLg4GF+pI='"
    """
    return f"'sha256-{base64.b64encode(hashlib.sha256(code.encode()).digest()).decode()}'"


class Policy:
    """The policy of each kind of answer."""

    def __init__(self, inline: Iterable[str]) -> None:
        """Hash the scripts.

        Args:
            inline: every script that stands in a page.
        """
        scripts = " ".join(["'self'", *sorted(set(map(hash_script, inline)))])
        self._of_pages = "; ".join(f"{name} {sources}" for name, sources in {**LOADED, "script-src": scripts}.items())

    def write(self, mimetype: str | None, ancestors: str) -> str:
        """The header of an answer.

        Args:
            mimetype: of the answer; None where it has none.
            ancestors: who may frame it: sources as in the directive frame-ancestors.
        """
        framed = f"frame-ancestors {ancestors}"
        if mimetype == PAGE:
            return f"{self._of_pages}; {framed}"
        return framed if mimetype == VIEWER else f"default-src 'none'; {framed}"
