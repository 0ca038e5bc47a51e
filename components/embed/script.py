"""The scripts of a frame as one file."""

import re

from components.address.asset import DIGEST_PARAMETER
from components.address.pages import FRAME_SCRIPT
from components.screen.bundle import bundle, digest_bundle

SCRIPTS = (
    "address/address",
    "panel/pieces",
    "map/drawing",
    "map/legend",
    "map/hit",
    "map/pointing",
    "screen/organisations",
    "screen/picker",
    "screen/sharing",
    "embed/frame",
    "screen/show",
)
COMMENT = re.compile(r" */\*.*?\*/", re.DOTALL)


def bundle_scripts() -> str:
    """The text of the file."""
    return bundle(SCRIPTS)


def strip_comments(sheet: str) -> str:
    r"""A style sheet without any comment.

    >>> strip_comments("a {\n  top: 0; /* Why. */\n}")
    'a {\n  top: 0;\n}'
    """
    return COMMENT.sub("", sheet)


def script_address() -> str:
    """Where the scripts are served, with a digest of them."""
    return f"{FRAME_SCRIPT}?{DIGEST_PARAMETER}={digest_bundle(SCRIPTS)}"
